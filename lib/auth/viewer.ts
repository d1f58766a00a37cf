import { cookies, headers } from "next/headers";
import { dashboardDoors } from "@/lib/dashboard-api/dashboard-doors";
import { isSetupCodeNeeded } from "@/lib/dashboard-api/setup-code";
import { requireVariable } from "@/lib/env";
import { hasPeopleAcrossTenants } from "@/lib/store/people";
import { findSession, type SessionPrincipal, sessionCookieName } from "./session-credential";

/** The signed-in person of the page that is being rendered, as the sessions table knows them; null when there is none. */
export async function findViewer(): Promise<SessionPrincipal | null> {
  const { env } = dashboardDoors();
  const cookie = (await cookies()).get(sessionCookieName(env))?.value;
  return findSession(cookie, requireVariable(env, "MINTKEY_SESSION_SECRET"), new Date());
}

/** Whether anybody can sign in yet. */
export function isSetUp(): Promise<boolean> {
  dashboardDoors();
  return hasPeopleAcrossTenants();
}

/** Whether this visitor must type the code that the terminal shows. */
export async function setupCodeNeeded(): Promise<boolean> {
  const given = await headers();
  return isSetupCodeNeeded({ header: (name) => given.get(name) ?? undefined });
}
