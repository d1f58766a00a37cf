import Link from "next/link";
import { Fragment, type ReactNode } from "react";

export type Crumb = { label: string; href?: string };

type PageHeaderProps = {
  /** The page's only `h1`. Focus moves here after navigation. */
  title: string;
  /** Where the page stands, without the page itself: `[{ label: "Settings" }, { label: "API keys", href }]`. */
  breadcrumb?: readonly Crumb[];
  /** Status and environment badges beside the title. */
  badges?: ReactNode;
  /** At most one primary button. */
  actions?: ReactNode;
  /** One line under the title. */
  children?: ReactNode;
};

/** Breadcrumb, title and actions of a page. */
export function PageHeader({ title, breadcrumb = [], badges, actions, children }: PageHeaderProps) {
  return (
    <header className="grid min-w-0 gap-2">
      {breadcrumb.length > 0 ? <Breadcrumb crumbs={breadcrumb} current={title} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <h1 tabIndex={-1} className="min-w-0 rounded-sm text-xl [overflow-wrap:anywhere]">
            {title}
          </h1>
          {badges}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {children ? <div className="text-muted">{children}</div> : null}
    </header>
  );
}

function Breadcrumb({ crumbs, current }: { crumbs: readonly Crumb[]; current: string }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0">
      <ol className="flex flex-wrap items-center gap-1.5 text-muted text-xs">
        {crumbs.map(({ label, href }) => (
          <Fragment key={label}>
            <li>
              {href ? (
                <Link href={href} className="inline-flex min-h-6 items-center hover:text-text hover:underline">
                  {label}
                </Link>
              ) : (
                label
              )}
            </li>
            <li aria-hidden>/</li>
          </Fragment>
        ))}
        <li aria-current="page" className="min-w-0 max-w-full truncate text-text">
          {current}
        </li>
      </ol>
    </nav>
  );
}
