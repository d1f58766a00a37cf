import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { clientAddressOf } from "@/lib/api/client-address";
import { SOCKET_ADDRESS_HEADER } from "@/lib/api/request-facts";
import type { Actor } from "@/lib/domain/audit";
import { userAgentOf } from "@/lib/domain/user-agent";
import { dashboardUrl, type Env, readEnv, requireVariable } from "@/lib/env";
import { endSession } from "@/lib/operations/end-sessions";
import { judgeSignIn } from "@/lib/operations/sign-in";
import { startSession } from "@/lib/operations/start-session";
import { findPersonByEmailAcrossTenants } from "@/lib/store/people";
import { findLiveSessionAcrossTenants, SESSION_MS } from "@/lib/store/sessions";
import { readGitHubProfile } from "./github-profile";
import { sessionCookieName } from "./session-credential";

export type SignInProvider = { readonly id: "github" | "google"; readonly label: string };

/** The sign-in services beside email and password: those whose variables are set. */
export function signInProviders(env: Env = readEnv()): SignInProvider[] {
  return [
    ...(env.GITHUB_CLIENT_ID ? [{ id: "github" as const, label: "GitHub" }] : []),
    ...(env.GOOGLE_CLIENT_ID ? [{ id: "google" as const, label: "Google" }] : []),
  ];
}

/** How people sign in. The cookie carries only the id of a row in the sessions table: the row decides, at every request. */
export function signInOptions(env: Env): NextAuthOptions {
  const secure = dashboardUrl(env).startsWith("https:");
  return {
    secret: requireVariable(env, "MINTKEY_SESSION_SECRET"),
    session: { strategy: "jwt", maxAge: SESSION_MS / 1000 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookieName(env), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [credentialsProvider(env), ...oauthProviders(env)],
    callbacks: {
      signIn: async ({ account, profile, user }) => account?.type !== "oauth" || isKnownPerson(profile, user.email),
      jwt: async ({ token, user, account }) => {
        if (!user || !account) return token;
        const sessionId = await openSession(env, account.type === "oauth" ? user.email : user.id, account.type);
        // Nothing else goes into the cookie: names and emails change, and the row knows them.
        return { sessionId };
      },
      session: async ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sessionId === "string") await closeSession(env, token.sessionId);
      },
    },
  };
}

function credentialsProvider(env: Env) {
  return CredentialsProvider({
    credentials: { email: { label: "Email", type: "email" }, password: { label: "Password", type: "password" } },
    async authorize(credentials) {
      const { ip } = await placeOf(env);
      const verdict = await judgeSignIn(credentials?.email ?? "", credentials?.password ?? "", ip, new Date());
      if (verdict.kind === "throttled") throw new Error(`THROTTLED:${verdict.until.toISOString()}`);
      if (verdict.kind === "wrong") throw new Error("INVALID");
      return { id: verdict.person.email };
    },
  });
}

function oauthProviders(env: Env) {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env;
  return [
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
      ? [
          GitHubProvider({
            clientId: GITHUB_CLIENT_ID,
            clientSecret: GITHUB_CLIENT_SECRET,
            userinfo: { request: readGitHubProfile },
          }),
        ]
      : []),
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? [GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })]
      : []),
  ];
}

/** Only people who are members already, and only by an email that the service has verified: anybody can type another's. */
async function isKnownPerson(profile: object | undefined, email: string | null | undefined): Promise<boolean> {
  if (!email || (profile && Reflect.get(profile, "email_verified") === false)) return false;
  return (await findPersonByEmailAcrossTenants(email)) !== null;
}

async function openSession(env: Env, email: string | null | undefined, kind: string): Promise<string | null> {
  const person = email ? await findPersonByEmailAcrossTenants(email) : null;
  return person && startSession(person, await placeOf(env), kind === "credentials", new Date());
}

async function closeSession(env: Env, sessionId: string): Promise<void> {
  const now = new Date();
  const session = await findLiveSessionAcrossTenants(sessionId, now);
  if (!session) return;
  const { person, organization } = session;
  const actor: Actor = { kind: "member", id: person.id, name: person.name, requestId: null, ...(await placeOf(env)) };
  await endSession({ personId: person.id, organizationId: organization.id, actor }, sessionId, now);
}

async function placeOf(env: Env): Promise<Pick<Actor, "ip" | "userAgent">> {
  const given = await headers();
  const forwardedFor = given.get("x-forwarded-for") ?? undefined;
  return {
    ip: clientAddressOf(given.get(SOCKET_ADDRESS_HEADER), forwardedFor, env.MINTKEY_TRUSTED_PROXY_HOPS),
    userAgent: userAgentOf(given.get("user-agent")),
  };
}
