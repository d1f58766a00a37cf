import { type ReactNode, useId } from "react";

type CardProps = {
  /** The heading, and the accessible name of the region. */
  title: string;
  /** One line under the title. */
  description?: ReactNode;
  /** Buttons at the right end of the head. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A section of a page: `region` with a level 2 heading. */
export function Card({ title, description, actions, children }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-4">
        <div className="min-w-0">
          <h2 id={id} className="text-lg">
            {title}
          </h2>
          {description ? <p className="text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      <div className="grid min-w-0 gap-4 p-4">{children}</div>
    </section>
  );
}
