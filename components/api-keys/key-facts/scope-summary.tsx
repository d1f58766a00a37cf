"use client";

import { TriangleAlert } from "lucide-react";
import { FULL_ACCESS, type Scope } from "@/lib/domain/scope";
import { Explained } from "./explained";
import { scopesInBrief } from "./words";

/** What a key may do, in a few words; the whole list in the tooltip. */
export function ScopeSummary({ scopes }: { scopes: readonly Scope[] }) {
  const isFull = scopes.includes(FULL_ACCESS);
  return (
    <Explained text={isFull ? "Every scope, also those added later." : <ScopeList scopes={scopes} />}>
      {isFull ? <TriangleAlert aria-hidden className="size-4 shrink-0 text-warning" /> : null}
      <span className="truncate">{scopesInBrief(scopes)}</span>
    </Explained>
  );
}

function ScopeList({ scopes }: { scopes: readonly Scope[] }) {
  return (
    <span className="grid font-mono">
      {scopes.map((scope) => (
        <span key={scope}>{scope}</span>
      ))}
    </span>
  );
}
