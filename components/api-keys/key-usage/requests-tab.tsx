"use client";

import type { ReactNode } from "react";
import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { AddressesCard } from "./addresses-card";
import { ScopesCard } from "./scopes-card";
import { UsageCard } from "./usage-card";

type RequestsTabProps = {
  apiKey: ApiKeyJson;
  viewer: Viewer | undefined;
  onChanged: (apiKey: ApiKeyJson) => void;
  /** The last requests themselves. */
  children: ReactNode;
};

/** What the key was used for: how much, lately, with which scopes, from where. */
export function RequestsTab({ apiKey, viewer, onChanged, children }: RequestsTabProps) {
  return (
    <div className="grid min-w-0 gap-6">
      <UsageCard apiKey={apiKey} />
      {children}
      <ScopesCard apiKey={apiKey} viewer={viewer} onChanged={onChanged} />
      <AddressesCard apiKey={apiKey} viewer={viewer} />
    </div>
  );
}
