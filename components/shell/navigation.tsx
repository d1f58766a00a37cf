"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { WithTooltip } from "@/components/ui/tooltip";
import { useEnvironment } from "./environment-provider";
import { NAVIGATION, type NavigationItem } from "./navigation-items";

/** The pages of the environment, in groups. Collapsed to icons with tooltips when the sidebar is. */
export function Navigation({ collapsed = false, onFollow }: { collapsed?: boolean; onFollow?: () => void }) {
  return (
    <nav aria-label="Main" className="grid gap-4">
      {NAVIGATION.map(({ group, items }) => (
        <div key={group} className="grid gap-0.5">
          <p className={collapsed ? "sr-only" : "px-2 pb-1 text-muted text-xs"}>{group}</p>
          <ul className="grid gap-0.5">
            {items.map((item) => (
              <li key={item.label}>
                <NavigationLink item={item} collapsed={collapsed} onFollow={onFollow} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

type NavigationLinkProps = { item: NavigationItem; collapsed: boolean; onFollow?: () => void };

function NavigationLink({ item, collapsed, onFollow }: NavigationLinkProps) {
  const pathname = usePathname();
  const href = item.path(useEnvironment());
  const isCurrent = pathname === href || pathname.startsWith(`${href}/`);
  const { icon: Icon, label } = item;
  const link = (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "page" : undefined}
      onClick={onFollow}
      className={classNames(
        SIDEBAR_LINE,
        collapsed && "justify-center",
        isCurrent ? "bg-accent-bg font-medium text-accent-text" : "text-text hover:bg-subtle",
      )}
    >
      <Icon aria-hidden className={classNames("size-4 shrink-0", !isCurrent && "text-muted")} />
      <span className={collapsed ? "sr-only" : undefined}>{label}</span>
    </Link>
  );
  return collapsed ? (
    <WithTooltip text={label} side="right">
      {link}
    </WithTooltip>
  ) : (
    link
  );
}

/** The shape of everything that can be pressed in the sidebar. */
export const SIDEBAR_LINE = "flex h-10 w-full min-w-0 items-center gap-2 rounded-md px-2 text-left md:h-8";
