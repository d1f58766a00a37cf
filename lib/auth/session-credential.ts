import { decode } from "next-auth/jwt";
import type { Role } from "@/lib/domain/role";
import { dashboardUrl, type Env } from "@/lib/env";
import { findLiveSessionAcrossTenants, touchSessionAcrossTenants } from "@/lib/store/sessions";

/** A signed-in person, as the sessions table knows them at this moment. */
export type SessionPrincipal = {
  readonly kind: "session";
  readonly sessionId: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly organization: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly passwordConfirmedAt: Date | null;
};

type HeaderReader = { header(lowerCaseName: string): string | undefined };

/** How sessions are recognized; only the dashboard's process can. */
export type SessionDoor = {
  hasCookie(request: HeaderReader): boolean;
  find(request: HeaderReader): Promise<SessionPrincipal | null>;
  isOwnOrigin(request: HeaderReader): boolean;
};

/** `__Host-`: no other host, no other path, only over TLS. A browser takes it over TLS alone, so plain HTTP needs another name. */
export const sessionCookieName = (env: Env): string =>
  dashboardUrl(env).startsWith("https:") ? "__Host-mintkey-session" : "mintkey-session";

/** The signed-in person behind a session cookie, as the sessions table knows them at this moment; null when there is none. */
export async function findSession(
  cookie: string | undefined,
  sessionSecret: string,
  now: Date,
): Promise<SessionPrincipal | null> {
  const sessionId = await sessionIdOf(cookie, sessionSecret);
  const session = sessionId === null ? null : await findLiveSessionAcrossTenants(sessionId, now);
  if (!session) return null;
  await touchSessionAcrossTenants(session, now);
  const { id, person, organization, role, passwordConfirmedAt } = session;
  return { kind: "session", sessionId: id, person, organization, role, passwordConfirmedAt };
}

/** The door through which cookies lead into the API; `env` names the dashboard's own origins. */
export function sessionDoor(env: Env, sessionSecret: string): SessionDoor {
  const cookieName = sessionCookieName(env);
  const origins = ownOrigins(env);
  return {
    hasCookie: (request) => cookieOf(request.header("cookie"), cookieName) !== undefined,
    find: (request) => findSession(cookieOf(request.header("cookie"), cookieName), sessionSecret, new Date()),
    isOwnOrigin: (request) => origins.has(request.header("origin") ?? ""),
  };
}

/** The origins the dashboard is served on. On a loopback address its other name is the same place. */
export function ownOrigins(env: Env): ReadonlySet<string> {
  const { origin, hostname, port, protocol } = new URL(dashboardUrl(env));
  const loopback = ["localhost", "127.0.0.1", "[::1]"];
  if (!loopback.includes(hostname)) return new Set([origin]);
  return new Set([origin, ...loopback.map((host) => `${protocol}//${host}${port === "" ? "" : `:${port}`}`)]);
}

async function sessionIdOf(cookie: string | undefined, secret: string): Promise<string | null> {
  if (cookie === undefined || cookie === "") return null;
  // A forged, foreign or expired cookie is no error of ours: it is simply no session.
  const token = await decode({ token: cookie, secret }).catch(() => null);
  return typeof token?.sessionId === "string" && UUID.test(token.sessionId) ? token.sessionId : null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
