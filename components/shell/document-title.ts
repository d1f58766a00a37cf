"use client";

import { useEffect } from "react";
import { environmentName } from "@/lib/format";
import { useEnvironment } from "./environment-provider";

/** The title of a page whose name arrives with its data: `useDocumentTitle("Billing worker", "API keys")`. */
export function useDocumentTitle(...parts: readonly string[]): void {
  const environment = useEnvironment();
  const title = [...parts, environmentName(environment), "Mintkey"].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
