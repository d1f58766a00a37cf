"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Skeleton } from "@/components/ui/skeleton";
import { customerNamesQuery } from "@/lib/client/customers";

/** How the rows of a list call their customers: undefined while the names are on their way. */
export type CustomerNames = (customerId: string) => string | undefined;

/** One request for all the rows. Where the names cannot be had, the ids stand in for them. */
export function useCustomerNames(rows: readonly { customerId: string }[] | undefined): CustomerNames {
  const environment = useEnvironment();
  const ids = (rows ?? []).map(({ customerId }) => customerId);
  const { data, isError } = useQuery({ ...customerNamesQuery(environment, ids), enabled: ids.length > 0 });
  return (customerId) => data?.get(customerId) ?? (isError ? customerId : undefined);
}

export function CustomerName({ name }: { name: string | undefined }) {
  if (name === undefined) return <Skeleton className="inline-block w-24" />;
  return (
    <span className="inline-block max-w-full truncate align-middle max-md:whitespace-normal max-md:[overflow-wrap:anywhere]">
      {name}
    </span>
  );
}
