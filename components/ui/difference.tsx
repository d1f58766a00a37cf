import { Minus, Plus } from "lucide-react";
import { classNames } from "./class-names";

export type ChangedField = {
  label: string;
  /** One value a line; none for what was or is empty. */
  before: readonly string[];
  after: readonly string[];
};

/** What a change did, field by field. Lines that went or came are marked by sign and colour; with `made` there was nothing before. */
export function Difference({ fields, made = false }: { fields: readonly ChangedField[]; made?: boolean }) {
  const columns = made ? "sm:grid-cols-[8rem_1fr]" : "sm:grid-cols-[8rem_1fr_1fr]";
  return (
    <dl className="grid gap-3 sm:gap-2">
      {made ? null : (
        <div aria-hidden className={classNames("hidden gap-x-4 text-muted text-xs sm:grid", columns)}>
          <dt className="col-start-2">Before</dt>
          <dd>After</dd>
        </div>
      )}
      {fields.map(({ label, before, after }) => (
        <div key={label} className={classNames("grid gap-x-4 gap-y-0.5", columns)}>
          <dt className="text-muted first-letter:uppercase">{label}</dt>
          {made ? null : <Lines heading="Before" lines={before} other={after} sign="went" />}
          <Lines heading={made ? null : "After"} lines={after} other={before} sign={made ? null : "came"} />
        </div>
      ))}
    </dl>
  );
}

const SIGNS = {
  went: { icon: Minus, word: "Removed:", colours: "bg-danger-bg text-danger" },
  came: { icon: Plus, word: "Added:", colours: "bg-success-bg text-success" },
} as const;

type LinesProps = {
  heading: string | null;
  lines: readonly string[];
  other: readonly string[];
  sign: keyof typeof SIGNS | null;
};

function Lines({ heading, lines, other, sign }: LinesProps) {
  return (
    <dd className="min-w-0">
      {heading ? <span className="block text-muted text-xs sm:sr-only">{heading}</span> : null}
      {lines.length === 0 ? (
        <span className="text-muted">None</span>
      ) : (
        <ul className="grid justify-items-start gap-0.5">
          {lines.map((line) => (
            <Line key={line} line={line} sign={sign && !other.includes(line) ? sign : null} />
          ))}
        </ul>
      )}
    </dd>
  );
}

function Line({ line, sign }: { line: string; sign: keyof typeof SIGNS | null }) {
  if (!sign) return <li className="min-w-0 max-w-full whitespace-pre-wrap [overflow-wrap:anywhere]">{line}</li>;
  const { icon: Icon, word, colours } = SIGNS[sign];
  return (
    <li className={classNames("flex min-w-0 max-w-full gap-1 rounded-sm pr-1.5 pl-1", colours)}>
      <Icon aria-hidden className="mt-1 size-3 shrink-0" />
      <span className="sr-only">{word} </span>
      <span className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">{line}</span>
    </li>
  );
}
