"use client";

import { queryOptions, useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { KeyRound } from "lucide-react";
import { request } from "@/lib/client/request";
import type { Environment } from "@/lib/domain/environment";
import { apiKeyPath, dashboardApi } from "@/lib/paths";
import { useEnvironment } from "./environment-provider";
import { PaletteItem } from "./palette-item";

const FOUND_MAX = 8;

type FoundKey = { id: string; name: string; hint: string };

function foundKeysQuery(environment: Environment, search: string) {
  return queryOptions({
    queryKey: [environment, "palette-keys", search],
    queryFn: ({ signal }) =>
      request<{ data: FoundKey[] }>(dashboardApi(environment, "/api-keys", { search, limit: FOUND_MAX }), { signal }),
    enabled: search !== "",
    retry: false,
    staleTime: 10_000,
  });
}

/** Keys by name, note or hint, as the server finds them. */
export function PaletteKeys({ search, onOpen }: { search: string; onOpen: (href: string) => void }) {
  const environment = useEnvironment();
  const found = useQuery(foundKeysQuery(environment, search));
  const keys = found.data?.data ?? [];
  if (search === "" || keys.length === 0) return null;
  return (
    <Command.Group heading="API keys">
      {keys.map(({ id, name, hint }) => (
        <PaletteItem
          key={id}
          value={`key ${id}`}
          icon={KeyRound}
          label={name}
          note={hint}
          onSelect={() => onOpen(apiKeyPath(environment, id))}
        />
      ))}
    </Command.Group>
  );
}
