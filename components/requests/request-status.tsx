import { Ban, CircleAlert, CircleCheck, Gauge, type LucideIcon, ServerCrash } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";

type Look = { tone: Tone; icon: LucideIcon; word: string };

/** The status of an answer, with what it means for the caller. */
export function RequestStatus({ status }: { status: number }) {
  const { tone, icon, word } = lookOf(status);
  return (
    <Badge tone={tone} icon={icon}>
      <span className="tabular-nums">{status}</span> {word}
    </Badge>
  );
}

function lookOf(status: number): Look {
  if (status < 400) return { tone: "success", icon: CircleCheck, word: "OK" };
  if (status === 401 || status === 403) return { tone: "warning", icon: Ban, word: "Refused" };
  if (status === 429) return { tone: "info", icon: Gauge, word: "Limited" };
  if (status < 500) return { tone: "neutral", icon: CircleAlert, word: "Client error" };
  return { tone: "danger", icon: ServerCrash, word: "Server error" };
}
