"use client";

import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import { exactTime } from "@/lib/format";
import { Explained } from "./explained";

/** Who created a key; when, in the tooltip. */
export function CreatorName({ apiKey }: { apiKey: ApiKeyJson }) {
  return (
    <Explained text={`Created ${exactTime(apiKey.createdAt)}`}>
      <span className="truncate">{creatorName(apiKey.createdBy)}</span>
    </Explained>
  );
}

/** A key without a person was made on the command line. */
export const creatorName = ({ id, name }: { id: string | null; name: string }): string =>
  id === null ? "Command line" : name;
