import type { Refusal } from "../operations";
import { ExactBody } from "../section";

type RefusalListProps = {
  label: string;
  refusals: readonly Refusal[];
  /** Shows the whole body instead of its message. */
  whole?: boolean;
};

/** Refusals as callers meet them: status, code and message, word for word. */
export function RefusalList({ label, refusals, whole = false }: RefusalListProps) {
  return (
    <ul aria-label={label} className="grid min-w-0 grid-cols-1 divide-y rounded-lg border bg-surface">
      {refusals.map(({ status, name, summary, body }) => {
        const { code, message } = factsOf(body);
        return (
          <li
            key={name}
            className="grid min-w-0 grid-cols-1 gap-x-4 gap-y-1 px-3 py-2 md:grid-cols-[15rem_minmax(0,1fr)]"
          >
            <p className="flex items-baseline gap-2">
              <span className="font-medium tabular-nums">{status}</span>
              <code className="min-w-0 font-mono text-xs wrap-anywhere">{code}</code>
            </p>
            <div className="grid min-w-0 grid-cols-1 gap-0.5">
              {whole ? null : <code className="min-w-0 font-mono text-xs leading-5 wrap-anywhere">{message}</code>}
              <p className="text-muted">{summary}</p>
              {whole ? <ExactBody body={body} /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function factsOf(body: unknown): { code: string; message: string } {
  const error: unknown = Reflect.get(Object(body), "error");
  const fact = (name: string) => String(Reflect.get(Object(error), name) ?? "");
  return { code: fact("code"), message: fact("message") };
}
