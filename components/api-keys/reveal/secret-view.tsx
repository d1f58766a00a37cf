"use client";

import { useQuery } from "@tanstack/react-query";
import { Download, Eye, EyeOff } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { viewerQuery } from "@/lib/client/viewer";
import type { Environment } from "@/lib/domain/environment";
import { downloadEnvFile } from "./env-file";
import { masked } from "./snippets";

export type ShownState = { shown: boolean; setShown: (shown: boolean) => void };

type SecretViewProps = ShownState & { environment: Environment; secret: string };

/** The secret, masked until asked for: while masked the whole value is in no element of the page. */
export function SecretView({ environment, secret, shown, setShown }: SecretViewProps) {
  const code = useRef<HTMLElement>(null);
  const addresses = useQuery(viewerQuery(environment)).data?.addresses[environment];
  return (
    <div className="grid gap-2">
      <code ref={code} className="rounded-md border bg-subtle px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
        {shown ? secret : masked(secret)}
      </code>
      <div className="flex flex-wrap gap-2">
        <CopyButton
          thing="secret"
          text={() => secret}
          target={code}
          variant="secondary"
          // Without a clipboard it has to be selected by hand, so it has to be there.
          onRefused={() => setShown(true)}
        />
        <Button icon={shown ? EyeOff : Eye} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? "Hide secret" : "Show secret"}
        </Button>
        <Button
          icon={Download}
          disabledBecause={addresses ? null : "The addresses of the API are not known yet."}
          onClick={() => (addresses ? downloadEnvFile(environment, secret, addresses) : undefined)}
        >
          Download .env
        </Button>
      </div>
    </div>
  );
}
