import { Ban, CircleCheck, CircleDashed, type LucideIcon } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { SmallTable } from "@/components/ui/small-table";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ExactCreditBalance } from "@/lib/client/contracts";
import type { CREDIT_BLOCK_STATUSES } from "@/lib/domain/credit-block";
import { moneyOfCents, quantityText } from "@/lib/money-format";

type Block = ExactCreditBalance["blocks"][number];

const STATUS: Readonly<Record<(typeof CREDIT_BLOCK_STATUSES)[number], { word: string; tone: Tone; icon: LucideIcon }>> =
  {
    active: { word: "Active", tone: "success", icon: CircleCheck },
    depleted: { word: "Used up", tone: "neutral", icon: CircleDashed },
    expired: { word: "Expired", tone: "warning", icon: Ban },
  };

/** In the order in which they are used; what is used up or expired comes last. */
export function CreditBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="grid min-w-0 gap-1">
      <h3 className="font-medium">In order of use</h3>
      <SmallTable
        label="Credits in order of use"
        columns={[
          { header: "Order" },
          { header: "Credits" },
          { header: "Status" },
          { header: "Expires" },
          { header: "Granted", numeric: true },
          { header: "Left", numeric: true },
        ]}
        rows={blocks.map((block) => ({ key: block.id, cells: cellsOf(block) }))}
      />
    </div>
  );
}

function cellsOf(block: Block) {
  const { word, tone, icon } = STATUS[block.status];
  return [
    block.priority ?? <span className="text-muted">None</span>,
    <span key="what" className="grid min-w-32 [overflow-wrap:anywhere]">
      <span>{block.description ?? (block.isPromotional ? "Promotional credits" : "Included in the contract")}</span>
      {block.creditRateCents === null ? null : (
        <span className="text-muted text-xs">{moneyOfCents(block.creditRateCents, block.currency)} a credit</span>
      )}
    </span>,
    <Badge key="status" tone={tone} icon={icon}>
      {word}
    </Badge>,
    block.expiresAt === null ? "Never" : <TimeAgo key="expires" at={block.expiresAt} />,
    <Amount key="granted" cents={block.originalCents} credits={block.originalCredits} currency={block.currency} />,
    <Amount key="left" cents={block.remainingCents} credits={block.remainingCredits} currency={block.currency} />,
  ];
}

type AmountProps = { cents: string; credits: string | null; currency: string };

/** Money, and under it the credits where they have a rate. */
export function Amount({ cents, credits, currency }: AmountProps) {
  return (
    <span className="grid justify-items-end">
      <span>{moneyOfCents(cents, currency)}</span>
      {credits === null ? null : <span className="text-muted text-xs">{quantityText(credits)} credits</span>}
    </span>
  );
}
