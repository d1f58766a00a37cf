import { classNames } from "@/components/ui/class-names";
import type { Operation } from "./operations";

const COLOURS: Record<Operation["method"], string> = {
  get: "bg-info-bg text-info",
  post: "bg-success-bg text-success",
  patch: "bg-warning-bg text-warning",
  delete: "bg-danger-bg text-danger",
};

export function MethodBadge({ method }: { method: Operation["method"] }) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 shrink-0 items-center rounded-sm px-1.5 font-medium font-mono text-xs uppercase",
        COLOURS[method],
      )}
    >
      {method}
    </span>
  );
}
