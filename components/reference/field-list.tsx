import type { SchemaField } from "./schema-words";
import { Sentence } from "./section";

type FieldListProps = {
  label: string;
  fields: readonly SchemaField[];
  /** Says "required" and "optional": of what callers send. An answer has all its fields. */
  sent: boolean;
};

/** Fields with what they are, and the fields inside them. */
export function FieldList({ label, fields, sent }: FieldListProps) {
  return (
    <ul aria-label={label} className="grid min-w-0 grid-cols-1 divide-y rounded-lg border bg-surface">
      {fields.map((field) => (
        <li key={field.name} className="grid min-w-0 grid-cols-1 gap-1.5 px-3 py-2">
          <FieldFacts field={field} sent={sent} />
          {field.fields.length > 0 ? (
            <FieldList label={`Fields of ${field.name}`} fields={field.fields} sent={sent} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function FieldFacts({ field, sent }: { field: SchemaField; sent: boolean }) {
  const { name, type, required, limits, choices, description } = field;
  return (
    <>
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <code className="break-all font-medium font-mono">{name}</code>
        {/* The typeface draws "[]" as one box. */}
        <span className="text-muted [font-variant-ligatures:none]">{type}</span>
        {sent ? (
          <span className={required ? "font-medium text-warning text-xs" : "text-muted text-xs"}>
            {required ? "required" : "optional"}
          </span>
        ) : required ? null : (
          <span className="text-muted text-xs">may be absent</span>
        )}
        {limits.length > 0 ? <span className="min-w-0 break-words text-muted">{limits.join(" · ")}</span> : null}
      </p>
      {description ? (
        <p>
          <Sentence text={description} />
        </p>
      ) : null}
      {choices.length > 0 ? (
        <p className="text-muted">
          {choices.length === 1 ? "Always " : "One of "}
          {choices.map((choice, at) => (
            <span key={choice}>
              {at === 0 ? "" : ", "}
              <code className="font-mono text-text">{choice}</code>
            </span>
          ))}
        </p>
      ) : null}
    </>
  );
}
