"use client";

import { useQuery } from "@tanstack/react-query";
import { viewerQuery } from "@/lib/client/viewer";
import { useEnvironment } from "./environment-provider";

/** The address API clients of this environment are told to use, from the server's settings. */
export function useBaseUrl(): string | undefined {
  const environment = useEnvironment();
  return useQuery(viewerQuery(environment)).data?.addresses[environment].apiUrl;
}

/** The address to which usage events of this environment are sent. */
export function useEventsUrl(): string | undefined {
  const environment = useEnvironment();
  return useQuery(viewerQuery(environment)).data?.addresses[environment].eventsUrl;
}
