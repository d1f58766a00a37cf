"use client";

import type { Viewer } from "@/lib/client/viewer";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { refusalToChange } from "../key-facts/key-permissions";
import { RotationRegion, type RotationStep } from "../rotate/rotation-region";
import { KeyFactsCard } from "./key-facts-card";
import { KeyNotice } from "./key-notice";
import { SecretsCard } from "./secrets-card";
import { SettingsCard } from "./settings-card";

export type KeyStep = RotationStep | "rotate" | "revoke";

type KeyOverviewProps = {
  apiKey: ApiKeyJson;
  viewer: Viewer | undefined;
  onStep: (step: KeyStep) => void;
  onChanged: (apiKey: ApiKeyJson) => void;
};

/** What the key is and what it may do. */
export function KeyOverview({ apiKey, viewer, onStep, onChanged }: KeyOverviewProps) {
  return (
    <div className="grid min-w-0 gap-6">
      <KeyNotice apiKey={apiKey} viewer={viewer} onStep={onStep} />
      {apiKey.status === "rotating" ? (
        <RotationRegion apiKey={apiKey} refusal={refusalToChange(viewer, apiKey)} onStep={onStep} />
      ) : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <SettingsCard apiKey={apiKey} viewer={viewer} onChanged={onChanged} />
        <KeyFactsCard apiKey={apiKey} />
      </div>
      <SecretsCard apiKey={apiKey} />
    </div>
  );
}
