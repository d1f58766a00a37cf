import { Ban, CalendarClock, CircleCheck, CircleStop, type LucideIcon } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { ContractJson } from "@/lib/api/schemas/contracts";

type Status = { readonly word: string; readonly tone: Tone; readonly icon: LucideIcon };

/** Where a contract stands. Cancelled comes before the end: it says why there is one. */
export function statusOfContract({ isActive, cancelledAt, currentPeriod }: ContractJson): Status {
  if (cancelledAt !== null) return { word: "Cancelled", tone: "warning", icon: Ban };
  if (!isActive) return { word: "Ended", tone: "neutral", icon: CircleStop };
  if (currentPeriod === null) return { word: "Not started", tone: "info", icon: CalendarClock };
  return { word: "Active", tone: "success", icon: CircleCheck };
}

export function ContractStatus({ contract }: { contract: ContractJson }) {
  const { word, tone, icon } = statusOfContract(contract);
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
