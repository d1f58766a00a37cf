"use client";

import { useNow } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { RadioField } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { exactTime } from "@/lib/format";
import { dayAfter, expiresAtOf, faultOfChoice, isDayChoice } from "./expiry";
import { EXPIRY_DAYS, type ExpiryChoice, NEVER } from "./key-settings";

type ExpiryFieldProps = { choice: ExpiryChoice; onChange: (choice: ExpiryChoice) => void };

const CUSTOM = "custom";

const OPTIONS = [
  ...EXPIRY_DAYS.map((days) => ({ value: `${days}d`, label: `${days} days` })),
  { value: CUSTOM, label: "Custom" },
  { value: NEVER, label: "Never" },
];

/** When the key ends, with the exact instant beside the choice. */
export function ExpiryField({ choice, onChange }: ExpiryFieldProps) {
  const now = useNow();
  const isDay = isDayChoice(choice);
  const fault = now ? faultOfChoice(choice, now) : null;
  const endsAt = now && !fault ? expiresAtOf(choice, now) : null;
  return (
    <div className="grid gap-2">
      <RadioField
        label="Expiry"
        name="expiry"
        look="segments"
        options={OPTIONS}
        value={isDay ? CUSTOM : choice}
        onChange={(value) => onChange(value === CUSTOM ? "" : value)}
      />
      {isDay ? (
        <div className="max-w-48">
          <TextField
            label="Last day"
            name="lastDay"
            type="date"
            min={now ? dayAfter(now) : undefined}
            value={choice}
            onChange={(event) => onChange(event.target.value)}
            error={fault ? undefined : ""}
          />
        </div>
      ) : null}
      {endsAt ? (
        <p className="text-muted tabular-nums">
          Ends {exactTime(endsAt)}
          {isDay ? ", the end of that day in UTC." : "."}
        </p>
      ) : null}
      {choice === NEVER ? (
        <Notice tone="warning">This key works until someone revokes it. Most keys do fine with 90 days.</Notice>
      ) : null}
    </div>
  );
}
