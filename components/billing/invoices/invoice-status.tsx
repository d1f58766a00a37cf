import { Ban, CircleAlert, CircleCheck, FilePen, Hourglass, type LucideIcon, Send, Undo2 } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { type Day, dayOf } from "@/lib/domain/day";
import type { InvoiceStatus as Status } from "@/lib/domain/invoice";
import { DayText } from "../day-text";

const LOOK: Readonly<Record<Status, { tone: Tone; icon: LucideIcon }>> = {
  Drafted: { tone: "neutral", icon: FilePen },
  "In Progress": { tone: "info", icon: Hourglass },
  "In Transit": { tone: "info", icon: Send },
  Paid: { tone: "success", icon: CircleCheck },
  Cancelled: { tone: "neutral", icon: Ban },
  Refunded: { tone: "warning", icon: Undo2 },
};

/** The API's own word. */
export function InvoiceStatus({ status }: { status: Status }) {
  const { tone, icon } = LOOK[status];
  return (
    <Badge tone={tone} icon={icon}>
      {status}
    </Badge>
  );
}

type Due = { readonly status: Status; readonly dueDate: Day };

/** From the day after its due date on, an invoice that waits for payment is overdue. */
const isOverdue = ({ status, dueDate }: Due, now: Date | null): boolean =>
  status === "In Progress" && now !== null && dayOf(now) > dueDate;

export function DueDay({ invoice, now }: { invoice: Due; now: Date | null }) {
  if (!isOverdue(invoice, now)) return <DayText day={invoice.dueDate} />;
  return (
    <span className="inline-flex items-center gap-1.5 text-danger">
      <CircleAlert aria-hidden className="size-4 shrink-0" />
      <DayText day={invoice.dueDate} />
      <span className="text-xs">Overdue</span>
    </span>
  );
}
