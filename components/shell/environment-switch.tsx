"use client";

import { FlaskConical, Radio } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { WithTooltip } from "@/components/ui/tooltip";
import { ENVIRONMENTS, type Environment } from "@/lib/domain/environment";
import { environmentName } from "@/lib/format";
import { switchedPath } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";
import { useLeaveGuard } from "./unsaved-changes";

const LOOK = {
  production: { icon: Radio, current: "border-production bg-production-bg text-production" },
  sandbox: { icon: FlaskConical, current: "border-sandbox bg-sandbox-bg text-sandbox" },
} as const;

/** Two links, so that the switch opens in a new tab and works before scripts have loaded. `compact` shows icons only. */
export function EnvironmentSwitch({ compact = false, stacked = false }: { compact?: boolean; stacked?: boolean }) {
  return (
    <nav aria-label="Environment">
      <ul
        className={classNames(
          "grid gap-0.5 rounded-lg border bg-subtle p-0.5",
          stacked ? "grid-cols-1" : "grid-cols-2",
        )}
      >
        {ENVIRONMENTS.map((environment) => (
          <li key={environment}>
            <EnvironmentLink environment={environment} compact={compact} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function EnvironmentLink({ environment, compact }: { environment: Environment; compact: boolean }) {
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams();
  const leave = useLeaveGuard();
  const isCurrent = useEnvironment() === environment;
  const { icon: Icon, current } = LOOK[environment];
  const href = switchedPath(pathname, new URLSearchParams(search), environment);
  const name = environmentName(environment);
  const link = (
    <Link
      href={href}
      prefetch={false}
      aria-current={isCurrent ? "true" : undefined}
      onClick={(event) => {
        const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
        if (!opensElsewhere && !isCurrent && !leave(() => router.push(href))) event.preventDefault();
      }}
      className={classNames(
        "flex h-9 items-center justify-center gap-1.5 rounded-md border px-2 font-medium md:h-7",
        isCurrent ? current : "border-transparent text-muted hover:bg-surface hover:text-text",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className={compact ? "sr-only" : undefined}>{name}</span>
    </Link>
  );
  return compact ? (
    <WithTooltip text={name} side="right">
      {link}
    </WithTooltip>
  ) : (
    link
  );
}
