"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ApiError, isTemporary } from "./api-error";

declare global {
  interface Window {
    __mintkeyTest?: boolean;
    __queryClient?: QueryClient;
  }
}

const RETRIES_MAX = 2;

function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        // A lost connection has to show as an error; the browser's own idea of being offline would only pause the query.
        networkMode: "always",
        staleTime: 2_000,
        retry: (failures, error) => isTemporary(error) && failures < RETRIES_MAX,
        retryDelay: (failures, error) => {
          const seconds = error instanceof ApiError ? error.retryAfterSeconds : null;
          return (seconds ?? 2 ** failures) * 1_000;
        },
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  // Browser tests look for secrets in the caches. The flag is set by the test before the page loads; nothing else sets it.
  if (typeof window !== "undefined" && window.__mintkeyTest) window.__queryClient = client;
  return client;
}

export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
