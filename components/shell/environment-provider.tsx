"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";
import type { Environment } from "@/lib/domain/environment";
import { rememberInCookie } from "./cookie";
import { ENVIRONMENT_COOKIE } from "./last-environment";

const EnvironmentContext = createContext<Environment | null>(null);

/** The environment in the URL. Only for components below the dashboard's layout. */
export function useEnvironment(): Environment {
  const environment = useContext(EnvironmentContext);
  if (!environment) throw new Error("useEnvironment stands outside the dashboard");
  return environment;
}

/** Gives everything below it the environment, and the page its accent. */
export function EnvironmentProvider({ environment, children }: { environment: Environment; children: ReactNode }) {
  useEffect(() => rememberInCookie(ENVIRONMENT_COOKIE, environment), [environment]);
  return (
    <EnvironmentContext value={environment}>
      <div
        data-environment={environment}
        className="flex min-h-dvh flex-col [--bar:0rem] has-[[data-lost]]:[--bar:1.75rem]"
      >
        {children}
      </div>
    </EnvironmentContext>
  );
}
