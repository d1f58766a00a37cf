import { Link2 } from "lucide-react";
import { Fragment, type ReactNode } from "react";

/** A chapter of the reference with its own address. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid min-w-0 grid-cols-1 gap-4 border-t pt-8">
      <SectionHeading id={id} title={title} />
      {children}
    </section>
  );
}

export function SectionHeading({ id, title }: { id: string; title: string }) {
  return (
    <div className="flex items-center gap-2">
      <h2 id={id} className="font-semibold text-xl">
        {title}
      </h2>
      <a href={`#${id}`} aria-label={`Link to ${title}`} className="rounded-sm p-1 text-muted hover:text-text">
        <Link2 aria-hidden className="size-4" />
      </a>
    </div>
  );
}

/** A chapter about the whole API, as wide as lines are read well. */
export function Guide(props: { id: string; title: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 max-w-[52rem] grid-cols-1">
      <Section {...props} />
    </div>
  );
}

/** Reading text. */
export function Prose({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-w-0 max-w-[45rem] grid-cols-1 gap-3 text-base [&_code]:font-mono [&_code]:text-[0.9em] [&_code]:wrap-anywhere [&_li]:ml-5 [&_li]:list-disc [&_ul]:space-y-1">
      {children}
    </div>
  );
}

/** A sentence in which `code` stands in backticks, as declarations have it. */
export function Sentence({ text }: { text: string }) {
  return text.split("`").map((part, at) =>
    at % 2 === 1 ? (
      <code key={`${at} ${part}`} className="font-mono text-[0.95em]">
        {part}
      </code>
    ) : (
      <Fragment key={`${at} ${part}`}>{part}</Fragment>
    ),
  );
}

/** A body exactly as it comes, on as many lines as it needs. */
export function ExactBody({ body }: { body: unknown }) {
  return (
    <pre className="whitespace-pre-wrap break-all rounded-md border bg-subtle p-2 font-mono text-xs">
      <code>{JSON.stringify(body)}</code>
    </pre>
  );
}
