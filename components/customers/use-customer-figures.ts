import { useQuery } from "@tanstack/react-query";
import { activeContractsQuery, customerEventsQuery } from "@/lib/client/customers";
import type { Environment } from "@/lib/domain/environment";

export type Figure = number | "loading" | "unreadable";

export type CustomerFigures = {
  activeContracts: (customerId: string) => Figure;
  events: (customerId: string) => Figure;
};

/** Figures of the customers of a page, which comes without waiting for them. */
export function useCustomerFigures(
  environment: Environment,
  customers: readonly { id: string }[] | undefined,
): CustomerFigures {
  const ids = (customers ?? []).map(({ id }) => id);
  const contracts = useQuery(activeContractsQuery(environment, ids));
  const events = useQuery(customerEventsQuery(environment, ids));
  return { activeContracts: (id) => figureOf(contracts, id), events: (id) => figureOf(events, id) };
}

type Answer = { data: ReadonlyMap<string, number> | undefined; isError: boolean };

const figureOf = ({ data, isError }: Answer, id: string): Figure =>
  data?.get(id) ?? (isError ? "unreadable" : "loading");
