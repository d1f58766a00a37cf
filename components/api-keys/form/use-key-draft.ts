"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { withSearch } from "@/lib/paths";
import type { KeySettings } from "./key-settings";
import { readSettingsLink, settingsSearch } from "./settings-link";

const SETTLE_MS = 250;

/** The query as this page itself last wrote it: values that come back with it, over the environment switch, need no warning. */
let ownSearch: string | null = null;

export type KeyDraft = {
  settings: KeySettings;
  change: (changes: Partial<KeySettings>) => void;
  /** Where the first values came from. */
  origin: "form" | "link" | "copy";
  leftOut: readonly string[];
};

/** The values of the form, kept in step with the address bar. */
export function useKeyDraft(): KeyDraft {
  const pathname = usePathname();
  const search = useSearchParams();
  const [first] = useState(() => {
    const query = new URLSearchParams(search);
    const isOwn = ownSearch !== null && query.toString() === new URLSearchParams(ownSearch).toString();
    const linked = readSettingsLink(query, new Date());
    const isCopy = query.get("copied") === "1";
    return { ...linked, isCopy, origin: isCopy ? "copy" : linked.filled && !isOwn ? "link" : "form" } as const;
  });
  const [settings, setSettings] = useState(first.settings);

  useEffect(() => {
    const settling = setTimeout(() => {
      const link = withSearch(pathname, { ...settingsSearch(settings), copied: first.isCopy ? "1" : null });
      ownSearch = link.split("?")[1] ?? "";
      if (link !== `${window.location.pathname}${window.location.search}`) window.history.replaceState(null, "", link);
    }, SETTLE_MS);
    return () => clearTimeout(settling);
  }, [pathname, settings, first.isCopy]);

  return {
    settings,
    change: (changes) => setSettings((current) => ({ ...current, ...changes })),
    origin: first.origin,
    leftOut: first.leftOut,
  };
}
