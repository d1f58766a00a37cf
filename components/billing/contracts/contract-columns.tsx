import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import type { ContractJson } from "@/lib/api/schemas/contracts";
import type { Environment } from "@/lib/domain/environment";
import { contractPath } from "@/lib/paths";
import { CustomerName, type CustomerNames } from "../customer-name";
import { DayText } from "../day-text";
import { NAME_LINK } from "../name-link";
import { ContractStatus } from "./contract-status";

type ContractColumn = Column<ContractJson>;

export function contractColumns(environment: Environment, names: CustomerNames): readonly ContractColumn[] {
  return [
    {
      id: "customer",
      header: "Customer",
      className: "md:min-w-48 md:max-w-80",
      cell: ({ id, name, customerId }) => (
        <Link
          href={contractPath(environment, id)}
          aria-label={`${names(customerId) ?? "Contract"}, ${name}`}
          className={NAME_LINK}
        >
          <CustomerName name={names(customerId)} />
        </Link>
      ),
    },
    {
      id: "plan",
      header: "Plan",
      className: "md:max-w-72",
      cell: ({ name }) => <CustomerName name={name} />,
    },
    ...DATES,
  ];
}

/** Under a customer, the plan tells one contract from another. */
export function ownContractColumns(environment: Environment): readonly ContractColumn[] {
  return [
    {
      id: "plan",
      header: "Plan",
      className: "md:min-w-40 md:max-w-72",
      cell: ({ id, name }) => (
        <Link href={contractPath(environment, id)} className={NAME_LINK}>
          {name}
        </Link>
      ),
    },
    ...DATES,
  ];
}

const DATES: readonly ContractColumn[] = [
  { id: "start", header: "Start (UTC)", className: "md:w-32", cell: ({ startDate }) => <DayText day={startDate} /> },
  {
    id: "end",
    header: "End (UTC)",
    className: "md:w-32",
    cell: ({ endDate }) => (endDate === null ? "Rolling" : <DayText day={endDate} />),
  },
  {
    id: "status",
    header: "Status",
    className: "md:w-32",
    cell: (contract) => <ContractStatus contract={contract} />,
  },
];
