"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { TextField } from "@/components/ui/text-field";
import { apiKeysQuery } from "@/lib/client/api-keys";
import { containsSecret } from "@/lib/domain/api-key-secret";
import type { Environment } from "@/lib/domain/environment";

type NameFieldProps = {
  environment: Environment;
  name: string;
  onChange: (name: string) => void;
  /** The key that is being named, which may keep its name. */
  keyId?: string;
};

const SETTLE_MS = 300;

/** A name need not be unique, but two keys of one name are easily mixed up: the field says so. */
export function NameField({ environment, name, onChange, keyId }: NameFieldProps) {
  const settled = useSettled(name.trim());
  const { data } = useQuery({
    ...apiKeysQuery(environment, { search: settled, limit: 100 }),
    // A pasted key must not travel as a search text either.
    enabled: settled !== "" && settled.length <= 64 && !containsSecret(settled),
  });
  const isTaken = settled === name.trim() && data?.data.some((key) => key.name === settled && key.id !== keyId);
  return (
    <TextField
      label="Name"
      name="name"
      value={name}
      onChange={(event) => onChange(event.target.value)}
      help={isTaken ? "Another key has this name." : "Where the key will live, for instance “Billing worker”."}
    />
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const settling = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(settling);
  }, [value]);
  return settled;
}
