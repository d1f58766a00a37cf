import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ExplanationJson } from "@/lib/dashboard-api/schemas/requests";
import { type CheckOutcome, type RequestCheck, stepsOf } from "@/lib/domain/request-check";
import { CHECK_WORDS } from "./check-words";

const LOOK: Record<CheckOutcome, { icon: LucideIcon; word: string; colour: string }> = {
  passed: { icon: CircleCheck, word: "Passed", colour: "text-success" },
  failed: { icon: CircleX, word: "Failed", colour: "text-danger" },
  "not-reached": { icon: CircleDashed, word: "Not reached", colour: "text-muted" },
};

type CheckListProps = {
  explanation: ExplanationJson;
  /** What would let such a request pass. */
  remedyOf?: (check: RequestCheck) => ReactNode;
};

/** The checks of a request in their order; the first that failed says why and what to do. */
export function CheckList({ explanation: { failedCheck, message }, remedyOf }: CheckListProps) {
  return (
    <ol aria-label="Checks" className="grid">
      {stepsOf(failedCheck).map(({ check, outcome }) => {
        const { icon: Icon, word, colour } = LOOK[outcome];
        return (
          <li
            key={check}
            aria-label={`${CHECK_WORDS[check].name}: ${word.toLowerCase()}`}
            className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 border-b py-2 first:pt-0 last:border-b-0 last:pb-0"
          >
            <Icon aria-hidden className={classNames("mt-0.5 size-4", colour)} />
            <span className={outcome === "failed" ? "font-medium" : undefined}>{CHECK_WORDS[check].name}</span>
            <span className={colour}>{word}</span>
            {outcome === "failed" ? (
              <div className="col-start-2 col-end-4 grid gap-2">
                <p>{CHECK_WORDS[check].failed}</p>
                {message ? <p className="font-mono [overflow-wrap:anywhere]">{message}</p> : null}
                {remedyOf?.(check)}
              </div>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
