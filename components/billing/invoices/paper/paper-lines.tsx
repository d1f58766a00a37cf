import { tierRange } from "@/components/ui/tier-table";
import type { ExactInvoice, ExactInvoiceLine } from "@/lib/client/invoices";
import { amountText, quantityText } from "@/lib/money-format";
import { PeriodText } from "../../day-text";
import { totalRows } from "../invoice-totals";

const CELL = "border-control border-b py-1.5 pr-3 align-top last:pr-0";
const NUMBER = `${CELL} whitespace-nowrap text-right tabular-nums`;
const COLUMNS = 5;

type PaperLinesProps = { invoice: ExactInvoice; warning: string | null };

/**
 * The head, with the warning in it, is repeated on every page. No row is broken over two pages, and the totals stand in one
 * group of rows with the last line, so that they never stand alone on a page.
 */
export function PaperLines({ invoice, warning }: PaperLinesProps) {
  const { lineItems = [], currency } = invoice;
  const earlier = lineItems.slice(0, -1);
  const last = lineItems.slice(-1);
  return (
    <table className="mt-8 w-full border-collapse">
      <thead className="table-header-group">
        {warning ? (
          <tr>
            <th colSpan={COLUMNS} className="border-2 border-text px-3 py-1.5 text-center font-semibold text-[12pt]">
              {warning}
            </th>
          </tr>
        ) : null}
        <tr className="text-left">
          <th scope="col" className={`${CELL} pt-4`}>
            Item
          </th>
          <th scope="col" className={`${CELL} pt-4`}>
            Service period (UTC)
          </th>
          {["Quantity", `Unit price, ${currency}`, `Amount, ${currency}`].map((header) => (
            <th key={header} scope="col" className={`${NUMBER} pt-4`}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {earlier.map((line) => (
          <PaperLine key={line.id} line={line} currency={currency} />
        ))}
      </tbody>
      <tbody className="break-inside-avoid">
        {last.map((line) => (
          <PaperLine key={line.id} line={line} currency={currency} />
        ))}
        {totalRows(invoice).map(({ label, amount, isTotal }) => (
          <tr key={label} className={isTotal ? "break-inside-avoid font-semibold text-[12pt]" : "break-inside-avoid"}>
            <td colSpan={COLUMNS - 1} className="py-1.5 pr-3 text-right">
              {label}
            </td>
            <td className="whitespace-nowrap py-1.5 text-right tabular-nums">{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function PaperLine({ line, currency }: { line: ExactInvoiceLine; currency: string }) {
  const { name, description, servicePeriod, quantity, unitPrice, totalAmount, tiers = [] } = line;
  return (
    <tr className="break-inside-avoid">
      <th scope="row" className={`${CELL} text-left font-normal [overflow-wrap:anywhere]`}>
        <span className="font-medium">{name}</span>
        {description ? <span className="block">{description}</span> : null}
        {tiers.map((tier) => (
          <span key={tier.minQty} className="block text-[8.5pt] leading-[12pt] tabular-nums">
            {tierWords(tier, currency)}
          </span>
        ))}
      </th>
      <td className={CELL}>
        <PeriodText period={servicePeriod} />
      </td>
      <td className={NUMBER}>{quantityText(quantity)}</td>
      <td className={NUMBER}>{amountText(unitPrice, currency)}</td>
      <td className={NUMBER}>{amountText(totalAmount, currency)}</td>
    </tr>
  );
}

function tierWords(tier: NonNullable<ExactInvoiceLine["tiers"]>[number], currency: string): string {
  const flat = tier.flatAmount === "0" ? "" : ` + ${amountText(tier.flatAmount, currency)}`;
  const each = `${quantityText(tier.quantity)} × ${amountText(tier.unitAmount, currency)}`;
  return `${tierRange(tier)}: ${each}${flat} = ${amountText(tier.amount, currency)}`;
}
