import type { LucideIcon } from "lucide-react";
import { FlaskConical, Radio } from "lucide-react";
import type { ReactNode } from "react";
import type { Environment } from "@/lib/domain/environment";
import { environmentName } from "@/lib/format";
import { classNames } from "./class-names";

export type Tone = "neutral" | "success" | "warning" | "danger" | "info" | "accent";

const TONES: Record<Tone, string> = {
  neutral: "bg-subtle text-muted",
  success: "bg-success-bg text-success",
  warning: "bg-warning-bg text-warning",
  danger: "bg-danger-bg text-danger",
  info: "bg-info-bg text-info",
  accent: "bg-accent-bg text-accent-text",
};

const SHAPE = "inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs";

/** A status: always an icon and a word, because colour never speaks alone. */
export function Badge({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}) {
  return (
    <span className={classNames(SHAPE, TONES[tone])}>
      {Icon ? <Icon aria-hidden className="size-3" /> : null}
      {children}
    </span>
  );
}

/** Which environment a thing belongs to, in that environment's own colour wherever it is shown. */
export function EnvironmentBadge({ environment }: { environment: Environment }) {
  const Icon = environment === "production" ? Radio : FlaskConical;
  const colours = environment === "production" ? "bg-production-bg text-production" : "bg-sandbox-bg text-sandbox";
  return (
    <span className={classNames(SHAPE, colours)}>
      <Icon aria-hidden className="size-3" />
      {environmentName(environment)}
    </span>
  );
}
