"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { TabGroup } from "@/components/ui/tabs";
import { viewerQuery } from "@/lib/client/viewer";
import type { Environment } from "@/lib/domain/environment";
import type { ShownState } from "./secret-view";
import { masked, SNIPPETS } from "./snippets";

type SnippetTabsProps = ShownState & { environment: Environment; secret: string };

/** A first request that works as copied, also while the key in it is masked on screen. */
export function SnippetTabs({ environment, secret, shown, setShown }: SnippetTabsProps) {
  const [language, setLanguage] = useState("curl");
  const apiUrl = useQuery(viewerQuery(environment)).data?.addresses[environment].apiUrl;
  if (!apiUrl) return null;
  return (
    <TabGroup
      label="First request"
      value={language}
      onChange={setLanguage}
      tabs={SNIPPETS.map(({ value, label, thing, write }) => ({
        value,
        label,
        content: (
          <CodeBlock
            thing={thing}
            code={write(apiUrl, shown ? secret : masked(secret))}
            copies={() => write(apiUrl, secret)}
            onRefused={() => setShown(true)}
          />
        ),
      }))}
    />
  );
}
