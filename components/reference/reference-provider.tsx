"use client";

import { useSearchParams } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { EnvironmentProvider } from "@/components/shell/environment-provider";
import { UnsavedChangesProvider } from "@/components/shell/unsaved-changes";
import { useUrlSearch } from "@/components/shell/use-url-search";
import { type Environment, isEnvironment } from "@/lib/domain/environment";
import { isLanguage, type Language } from "./snippets";

/** What only the server knows. */
export type ReferenceFacts = {
  addresses: Record<Environment, { apiUrl: string; eventsUrl: string; dashboardUrl: string }>;
  limitPerMinute: number;
  isSignedIn: boolean;
};

type Reference = ReferenceFacts & {
  environment: Environment;
  language: Language;
  chooseEnvironment: (environment: Environment) => void;
  chooseLanguage: (language: Language) => void;
  /** The pasted key, in this component's memory and nowhere else. */
  secret: string;
  setSecret: (secret: string) => void;
  /** The endpoint that is being tried. */
  tried: string | null;
  setTried: (operationId: string | null) => void;
};

const ReferenceContext = createContext<Reference | null>(null);

export function useReference(): Reference {
  const reference = useContext(ReferenceContext);
  if (!reference) throw new Error("useReference stands outside the API reference");
  return reference;
}

/** Gives the page its environment and language, both from the URL, and holds the key that is tried. */
export function ReferenceProvider({
  facts,
  lastEnvironment,
  children,
}: {
  facts: ReferenceFacts;
  lastEnvironment: Environment;
  children: ReactNode;
}) {
  const search = useSearchParams();
  const { change } = useUrlSearch();
  const word = search.get("environment") ?? "";
  const environment = isEnvironment(word) ? word : lastEnvironment;
  const languageWord = search.get("language");
  const language = isLanguage(languageWord) ? languageWord : "curl";
  const [tried, setTried] = useState<string | null>(null);
  const [held, setHeld] = useState({ environment, secret: "" });
  // A key belongs to one environment: what was pasted for the other is forgotten with it.
  if (held.environment !== environment) setHeld({ environment, secret: "" });
  useForgetOnLeaving(setHeld);

  const reference = useMemo(
    (): Reference => ({
      ...facts,
      environment,
      language,
      chooseEnvironment: (next) => change({ environment: next }),
      chooseLanguage: (next) => change({ language: next }, "replace"),
      secret: held.environment === environment ? held.secret : "",
      setSecret: (secret) => setHeld({ environment, secret }),
      tried,
      setTried,
    }),
    [facts, environment, language, change, held, tried],
  );
  return (
    <EnvironmentProvider environment={environment}>
      <UnsavedChangesProvider>
        <ReferenceContext value={reference}>{children}</ReferenceContext>
      </UnsavedChangesProvider>
    </EnvironmentProvider>
  );
}

// A page that the browser keeps for the Back button keeps its memory too.
function useForgetOnLeaving(setHeld: (change: (held: { environment: Environment }) => HeldKey) => void): void {
  useEffect(() => {
    const forget = () => setHeld(({ environment }) => ({ environment, secret: "" }));
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, [setHeld]);
}

type HeldKey = { environment: Environment; secret: string };
