import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

type NoticeTone = "info" | "success" | "warning" | "danger";

const LOOK: Record<NoticeTone, { icon: LucideIcon; colours: string }> = {
  info: { icon: Info, colours: "bg-info-bg text-info" },
  success: { icon: CircleCheck, colours: "bg-success-bg text-success" },
  warning: { icon: TriangleAlert, colours: "bg-warning-bg text-warning" },
  danger: { icon: CircleAlert, colours: "bg-danger-bg text-danger" },
};

type NoticeProps = {
  tone?: NoticeTone;
  /** Buttons or links at the end. */
  action?: ReactNode;
  /** `status` is read out when it appears, `alert` at once. Leave it out for what is there from the start. */
  role?: "status" | "alert";
  children: ReactNode;
};

/** A sentence that matters here and now, with an icon and at most one action. */
export function Notice({ tone = "info", action, role, children }: NoticeProps) {
  const { icon: Icon, colours } = LOOK[tone];
  return (
    <div role={role} className={classNames("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-3 py-2", colours)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 basis-48">{children}</div>
      {action ? <div className="flex flex-wrap items-center gap-2">{action}</div> : null}
    </div>
  );
}
