import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

type EmptyStateProps = {
  icon: LucideIcon;
  /** One sentence: "No keys in sandbox yet." */
  title: string;
  action?: ReactNode;
  /** What will work afterwards, such as a copyable `curl`. */
  children?: ReactNode;
};

/** Nothing here yet: icon, one sentence, one action. */
export function EmptyState({ icon: Icon, title, action, children }: EmptyStateProps) {
  return (
    <div className="grid grid-cols-1 justify-items-center gap-3 px-4 py-12 text-center">
      <Icon aria-hidden className="size-6 text-muted" />
      <p className="text-base">{title}</p>
      {action}
      {children ? <div className="w-full max-w-xl text-left">{children}</div> : null}
    </div>
  );
}

/** Something is here, but the filters hide it. */
export function FilteredEmpty({ things = "keys", onClear }: { things?: string; onClear: () => void }) {
  return (
    <div className="grid grid-cols-1 justify-items-center gap-3 px-4 py-12 text-center">
      <p className="text-base">No {things} match these filters.</p>
      <Button onClick={onClear}>Clear filters</Button>
    </div>
  );
}
