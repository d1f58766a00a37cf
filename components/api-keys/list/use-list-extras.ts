"use client";

import { useState } from "react";
import { toast } from "sonner";
import { listAllApiKeys, listApiKeys } from "@/lib/client/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { count } from "@/lib/format";
import { SELECTED_MAX } from "./bulk-bar";
import { exportKeys } from "./export-keys";
import { filtersOf, type ListState } from "./list-state";

/** What reaches beyond the page in view: all keys that match, to select or to export. */
export function useListExtras(environment: Environment, state: ListState) {
  const [failure, setFailure] = useState<unknown>(null);
  const attempt = async <Answer>(call: () => Promise<Answer>): Promise<Answer | null> => {
    setFailure(null);
    try {
      return await call();
    } catch (error) {
      setFailure(error);
      return null;
    }
  };
  return {
    failure,
    findAll: () =>
      attempt(async () => (await listApiKeys(environment, { ...filtersOf(state), limit: SELECTED_MAX })).data),
    exportAll: () =>
      attempt(async () => {
        const keys = await listAllApiKeys(environment, filtersOf(state));
        exportKeys(environment, keys);
        toast.success(`${count(keys.length, "key")} exported`);
      }),
  };
}
