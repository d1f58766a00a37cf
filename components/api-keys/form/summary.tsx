"use client";

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { EnvironmentBadge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/clock";
import { type Fact, Facts } from "@/components/ui/facts";
import type { Environment } from "@/lib/domain/environment";
import { FULL_ACCESS } from "@/lib/domain/scope";
import { count, exactTime } from "@/lib/format";
import { accessSentence } from "./access-sentence";
import { expiresAtOf, faultOfChoice } from "./expiry";
import { checkIpRules } from "./ip-rule-lines";
import { type KeySettings, NEVER } from "./key-settings";

type SummaryProps = { environment: Environment; settings: KeySettings; children: ReactNode };

/** What the button below is about to make, in plain words. */
export function Summary({ environment, settings, children }: SummaryProps) {
  const id = useId();
  const now = useNow();
  const warnings = warningsOf(settings);
  return (
    <section
      aria-labelledby={id}
      className="grid content-start gap-4 rounded-lg border bg-surface p-4 lg:sticky lg:top-12"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id={id} className="text-lg">
          Summary
        </h2>
        <EnvironmentBadge environment={environment} />
      </div>
      <div aria-live="polite" className="grid gap-4">
        <p className="text-base">{accessSentence(settings.scopes)}</p>
        <Facts facts={factsOf(settings, now)} />
        {warnings.length > 0 ? (
          <ul className="grid gap-1 text-warning">
            {warnings.map((warning) => (
              <li key={warning} className="flex gap-1.5">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {warning}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {children}
    </section>
  );
}

function factsOf({ name, scopes, expiry, allowedIps }: KeySettings, now: Date | null): Fact[] {
  const { rules } = checkIpRules(allowedIps);
  return [
    { label: "Name", value: name.trim() === "" ? "Not named yet" : name.trim() },
    {
      label: "Scopes",
      value:
        scopes.length === 0 ? (
          "None yet"
        ) : (
          <ul className="grid font-mono">
            {scopes.map((scope) => (
              <li key={scope}>{scope}</li>
            ))}
          </ul>
        ),
    },
    { label: "Ends", value: endOf(expiry, now) },
    {
      label: "Addresses",
      value: rules.length === 0 ? "Any address" : <span className="font-mono">{shortList(rules)}</span>,
    },
  ];
}

function endOf(expiry: string, now: Date | null): string {
  if (expiry === NEVER) return "Never";
  if (!now) return "";
  const endsAt = faultOfChoice(expiry, now) ? null : expiresAtOf(expiry, now);
  return endsAt ? exactTime(endsAt) : "Not chosen yet";
}

function warningsOf({ scopes, expiry, allowedIps }: KeySettings): string[] {
  return [
    ...(scopes.includes(FULL_ACCESS) ? ["Full access, with nothing left out."] : []),
    ...(expiry === NEVER ? ["No end. It has to be revoked by hand."] : []),
    ...(checkIpRules(allowedIps).warnings.length > 0 ? ["An IP rule lets everyone in."] : []),
  ];
}

const RULES_SHOWN = 5;

function shortList(rules: readonly string[]): string {
  const hidden = rules.length - RULES_SHOWN;
  const shown = rules.slice(0, RULES_SHOWN).join(", ");
  return hidden > 0 ? `${shown} and ${count(hidden, "more", "more")}` : shown;
}
