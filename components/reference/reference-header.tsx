"use client";

import { ChevronsUpDown, FlaskConical, KeyRound, Radio } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { classNames } from "@/components/ui/class-names";
import { ENVIRONMENTS, isEnvironment } from "@/lib/domain/environment";
import { environmentName } from "@/lib/format";
import { homePath, signInPath } from "@/lib/paths";
import { LanguageTabs } from "./language-tabs";
import { useReference } from "./reference-provider";

/** Environment and language of everything below, coloured like the dashboard's shell. */
export function ReferenceHeader() {
  const { environment, isSignedIn } = useReference();
  return (
    <header className="top-0 z-30 border-b bg-surface md:sticky">
      {environment === "sandbox" ? (
        <p className="flex min-h-7 items-center justify-center bg-sandbox-bg px-4 py-1 text-center text-sandbox text-xs">
          Sandbox. Keys and data here are separate from production.
        </p>
      ) : null}
      <div className="mx-auto flex max-w-[96rem] flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 md:px-6 xl:px-8">
        <p className="flex items-center gap-2">
          <KeyRound aria-hidden className="size-4 text-accent-text" />
          <span className="font-semibold">Mintkey</span>
          <span className="text-muted">API reference</span>
        </p>
        <Link
          href={isSignedIn ? homePath() : signInPath()}
          prefetch={false}
          className={buttonClass("quiet", "ml-auto md:order-last md:ml-0")}
        >
          {isSignedIn ? "Dashboard" : "Sign in"}
        </Link>
        <div className="flex w-full min-w-0 items-center justify-between gap-2 md:ml-auto md:w-auto md:gap-4">
          <LanguageTabs />
          <EnvironmentSelect />
        </div>
      </div>
    </header>
  );
}

const LOOK = {
  production: { icon: Radio, colours: "border-production bg-production-bg text-production" },
  sandbox: { icon: FlaskConical, colours: "border-sandbox bg-sandbox-bg text-sandbox" },
} as const;

function EnvironmentSelect() {
  const { environment, chooseEnvironment } = useReference();
  const { icon: Icon, colours } = LOOK[environment];
  return (
    <div className="relative min-w-0">
      <Icon
        aria-hidden
        className={classNames("pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4", colours)}
      />
      <select
        aria-label="Environment"
        value={environment}
        onChange={({ target }) => isEnvironment(target.value) && chooseEnvironment(target.value)}
        className={classNames(
          "h-10 w-full appearance-none rounded-md border pr-6 pl-8 font-medium text-input md:h-8 md:pr-8 md:text-sm",
          colours,
        )}
      >
        {ENVIRONMENTS.map((each) => (
          <option key={each} value={each} className="bg-surface text-text">
            {environmentName(each)}
          </option>
        ))}
      </select>
      <ChevronsUpDown
        aria-hidden
        className={classNames("pointer-events-none absolute inset-y-0 right-1 my-auto md:right-2 size-4", colours)}
      />
    </div>
  );
}
