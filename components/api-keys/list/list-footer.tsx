"use client";

import { useQuery } from "@tanstack/react-query";
import { useEnvironment } from "@/components/shell/environment-provider";
import { Pager } from "@/components/ui/pager";
import { type ApiKeyPage, apiKeysQuery } from "@/lib/client/api-keys";
import { count } from "@/lib/format";
import { type FilterProps, hiddenFiltersOf, hidesRevoked } from "./list-state";

type ListFooterProps = FilterProps & { page: ApiKeyPage | undefined };

/** How many there are, which are hidden, and the way to the other pages. */
export function ListFooter({ page, state, onChange }: ListFooterProps) {
  // Nothing to turn over; what is hidden is still said.
  if (page?.total === 0 && state.trail.length === 0) {
    return (
      <p className="text-muted empty:hidden">
        <RevokedKeysNote state={state} onChange={onChange} />
      </p>
    );
  }
  const older = page?.hasMore ? page.nextCursor : null;
  return (
    <Pager
      onNewer={state.trail.length > 0 ? () => onChange({ trail: state.trail.slice(0, -1) }) : null}
      onOlder={older ? () => onChange({ trail: [...state.trail, older] }) : null}
      size={state.size}
      onSize={(size) => onChange({ size })}
    >
      {page ? <span className="tabular-nums">{count(page.total, "key")}</span> : null}
      <RevokedKeysNote state={state} onChange={onChange} />
    </Pager>
  );
}

function RevokedKeysNote({ state, onChange }: FilterProps) {
  const environment = useEnvironment();
  const hides = hidesRevoked(state);
  const hidden = useQuery({ ...apiKeysQuery(environment, hiddenFiltersOf(state)), enabled: hides }).data?.total ?? 0;
  if (hides && hidden > 0) {
    return (
      <span className="inline-flex flex-wrap items-center gap-x-2">
        {hidden === 1 ? "1 revoked key is hidden." : `${count(hidden, "revoked key")} are hidden.`}
        <TextButton label="Show revoked" onClick={() => onChange({ revokedShown: true })} />
      </span>
    );
  }
  if (!state.revokedShown || state.status.length > 0) return null;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      Revoked keys are shown.
      <TextButton label="Hide revoked" onClick={() => onChange({ revokedShown: false })} />
    </span>
  );
}

function TextButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="inline-flex min-h-6 items-center rounded-sm text-accent-text underline underline-offset-4 hover:no-underline"
    >
      {label}
    </button>
  );
}
