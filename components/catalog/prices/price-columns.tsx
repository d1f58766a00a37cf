import Link from "next/link";
import type { Column } from "@/components/ui/data-table-head";
import { TimeAgo } from "@/components/ui/time-ago";
import type { PricingJson } from "@/lib/api/schemas/pricing";
import type { Environment } from "@/lib/domain/environment";
import { pricePath } from "@/lib/paths";
import { NAME_LINK } from "../name-link";
import { chargeWords, intervalWords, MODEL_WORDS } from "./price-words";

export function priceColumns(environment: Environment): readonly Column<PricingJson>[] {
  return [
    {
      id: "name",
      header: "Name",
      className: "md:min-w-48 md:max-w-80",
      cell: ({ id, name }) => (
        <Link href={pricePath(environment, id)} className={NAME_LINK}>
          {name}
        </Link>
      ),
    },
    {
      id: "product",
      header: "Product",
      className: "md:max-w-60",
      cell: ({ productName }) => <span className="[overflow-wrap:anywhere]">{productName}</span>,
    },
    { id: "model", header: "Model", cell: ({ model }) => MODEL_WORDS[model].name },
    {
      id: "charge",
      header: "Charge",
      cell: (price) => <span className="tabular-nums [overflow-wrap:anywhere]">{chargeWords(price)}</span>,
    },
    { id: "interval", header: "Billed", cell: intervalWords },
    { id: "created", header: "Created", className: "md:w-40", cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  ];
}
