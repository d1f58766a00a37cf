"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { TimeAgo } from "@/components/ui/time-ago";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { LastUsed } from "../key-facts/last-used";
import { endingSecretOf, type SecretJson } from "../key-facts/secrets-of-key";
import { SecretRequests } from "../key-usage/secret-requests";
import { Countdown } from "./countdown";
import { SecretChart } from "./secret-chart";

export type RotationStep = "finish" | "extend" | "roll-back";

type RotationRegionProps = {
  apiKey: ApiKeyJson;
  refusal: string | null;
  onStep: (step: RotationStep) => void;
};

/** Two secrets work: which, until when, and the three ways on. */
export function RotationRegion({ apiKey, refusal, onStep }: RotationRegionProps) {
  const old = endingSecretOf(apiKey);
  const [fresh] = apiKey.secrets;
  if (!old?.expiresAt || !fresh) return null;
  return (
    <Card
      title="Rotation"
      description={<Countdown endsAt={old.expiresAt} />}
      actions={
        <>
          <Button disabledBecause={refusal} onClick={() => onStep("finish")}>
            Finish now
          </Button>
          <Button disabledBecause={refusal} onClick={() => onStep("extend")}>
            Extend…
          </Button>
          <Button disabledBecause={refusal} onClick={() => onStep("roll-back")}>
            Roll back…
          </Button>
        </>
      }
    >
      <div className="grid gap-4 md:grid-cols-2">
        <SecretFacts title="New secret" secret={fresh} apiKey={apiKey} />
        <SecretFacts title="Old secret" secret={old} apiKey={apiKey} />
      </div>
    </Card>
  );
}

type SecretFactsProps = { title: string; secret: SecretJson; apiKey: ApiKeyJson };

function SecretFacts({ title, secret, apiKey: { environment, id, name: owner } }: SecretFactsProps) {
  const place = { environment, keyId: id, secretId: secret.id };
  const facts: Fact[] = [
    { label: "Hint", value: <CopyText thing="hint" owner={`${title.toLowerCase()} of ${owner}`} text={secret.hint} /> },
    { label: "Created", value: <TimeAgo at={secret.createdAt} /> },
    { label: "Last used", value: <LastUsed lastUsed={secretUse(secret)} /> },
    { label: "Requests, last hour", value: <SecretRequests {...place} span="hour" /> },
    { label: "Requests, 24 h", value: <SecretRequests {...place} span="day" /> },
    { label: "Ends", value: secret.expiresAt ? <TimeAgo at={secret.expiresAt} /> : "With the key" },
  ];
  return (
    <div className="grid content-start gap-2 rounded-lg border p-3">
      <h3 className="font-medium">{title}</h3>
      <Facts facts={facts} />
      <SecretChart {...place} label={`Requests per hour, ${title.toLowerCase()}`} />
    </div>
  );
}

const secretUse = ({ id, lastUsed }: SecretJson): ApiKeyJson["lastUsed"] => lastUsed && { ...lastUsed, secretId: id };
