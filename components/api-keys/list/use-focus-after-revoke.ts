"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect, useRef } from "react";
import { apiKeysQueryKey } from "@/lib/client/api-keys";
import type { ApiKeyJson } from "@/lib/dashboard-api/schemas/api-keys";
import type { Environment } from "@/lib/domain/environment";
import { nameLinkId } from "./columns";

/** After revoked rows have left the view the focus goes to the name that followed them, or to the search. */
export function useFocusAfterRevoke(environment: Environment, rows: readonly ApiKeyJson[]) {
  const queryClient = useQueryClient();
  const latest = useRef(rows);
  useLayoutEffect(() => {
    latest.current = rows;
  }, [rows]);

  return async (revokedIds: readonly string[]) => {
    const before = latest.current;
    const first = before.findIndex(({ id }) => revokedIds.includes(id));
    await queryClient.invalidateQueries({ queryKey: apiKeysQueryKey(environment) });
    const candidates = [...before.slice(Math.max(first, 0)), ...before.slice(0, Math.max(first, 0)).reverse()];
    // One frame later: the fresh rows are in the page then, and the dialog has given the focus back.
    requestAnimationFrame(() =>
      focusFirst(candidates.filter(({ id }) => !revokedIds.includes(id)).map(({ id }) => id)),
    );
  };
}

function focusFirst(keyIds: readonly string[]): void {
  const names = keyIds.map((keyId) => document.getElementById(nameLinkId(keyId)));
  const target = names.find((link) => link !== null) ?? document.querySelector('main input[type="search"]');
  if (target instanceof HTMLElement) target.focus();
}
