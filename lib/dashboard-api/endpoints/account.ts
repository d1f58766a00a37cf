import { endpoint } from "@/lib/api/endpoint";
import { changePassword } from "@/lib/operations/change-password";
import { requirePassword } from "@/lib/operations/confirm-password";
import { endOtherSessions, endSession } from "@/lib/operations/end-sessions";
import { findPersonAcrossTenants, listMembershipsAcrossTenants } from "@/lib/store/people";
import { listSessionsAcrossTenants, savePasswordConfirmedAcrossTenants } from "@/lib/store/sessions";
import { accountOf, confirmedUntil, PASSWORD_CONFIRMED_MS, requireMember } from "../guards";
import type { PublicAddresses } from "../public-addresses";
import {
  changePasswordBody,
  confirmPasswordAnswer,
  confirmPasswordBody,
  emptyAnswer,
  endedSessionsAnswer,
  sessionsAnswer,
  viewerAnswer,
} from "../schemas/account";

const SESSION = { credential: "session", scope: null, limit: "per-address", tag: "Account" } as const;

const viewerEndpoint = (addresses: PublicAddresses) =>
  endpoint({
    ...SESSION,
    method: "get",
    path: "/viewer",
    summary: "Who is signed in, and where the servers are",
    answer: { status: 200, schema: viewerAnswer },
    handle: async ({ exchange, now }) => {
      const member = requireMember(exchange);
      const { person, organization, role, sessionId } = member;
      const [stored, memberships] = await Promise.all([
        findPersonAcrossTenants(person.id),
        listMembershipsAcrossTenants(person.id),
      ]);
      const until = confirmedUntil(member);
      return {
        data: {
          person,
          organization,
          organizations: memberships.map((membership) => ({ ...membership.organization, role: membership.role })),
          role,
          sessionId,
          hasPassword: stored?.passwordHash != null,
          passwordConfirmedUntil: until && until > now ? until.toISOString() : null,
          clientAddress: exchange.clientAddress,
          addresses,
        },
      };
    },
  });

const confirmPasswordEndpoint = endpoint({
  ...SESSION,
  method: "post",
  path: "/confirm-password",
  summary: "Enter the password again",
  body: confirmPasswordBody,
  answer: { status: 200, schema: confirmPasswordAnswer },
  handle: async ({ exchange, body, now }) => {
    await requirePassword(accountOf(exchange), body.password, now);
    await savePasswordConfirmedAcrossTenants(requireMember(exchange).sessionId, now);
    return { data: { confirmedUntil: new Date(now.getTime() + PASSWORD_CONFIRMED_MS).toISOString() } };
  },
});

const changePasswordEndpoint = endpoint({
  ...SESSION,
  method: "post",
  path: "/change-password",
  summary: "Change the password and sign out everywhere else",
  body: changePasswordBody,
  answer: { status: 200, schema: emptyAnswer },
  handle: async ({ exchange, body, now }) => {
    const account = accountOf(exchange);
    await requirePassword(account, body.currentPassword, now);
    await changePassword(account, requireMember(exchange).sessionId, body.newPassword, now);
    return { data: {} };
  },
});

const listSessionsEndpoint = endpoint({
  ...SESSION,
  method: "get",
  path: "/sessions",
  summary: "List the places where one is signed in",
  answer: { status: 200, schema: sessionsAnswer },
  handle: async ({ exchange, now }) => {
    const { person, sessionId } = requireMember(exchange);
    const sessions = await listSessionsAcrossTenants(person.id, now);
    return {
      data: sessions.map(({ startedAt, lastSeenAt, ...session }) => ({
        ...session,
        startedAt: startedAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        isCurrent: session.id === sessionId,
      })),
    };
  },
});

const endSessionEndpoint = endpoint({
  ...SESSION,
  method: "delete",
  path: "/sessions/{sessionId}",
  summary: "Sign out in one place",
  noun: "Session",
  answer: { status: 200, schema: emptyAnswer },
  handle: async ({ exchange, params, now }) => {
    await endSession(accountOf(exchange), params.sessionId, now);
    return { data: {} };
  },
});

const endOtherSessionsEndpoint = endpoint({
  ...SESSION,
  method: "post",
  path: "/sessions/sign-out-others",
  summary: "Sign out everywhere else",
  answer: { status: 200, schema: endedSessionsAnswer },
  handle: async ({ exchange, now }) => ({
    data: { ended: await endOtherSessions(accountOf(exchange), requireMember(exchange).sessionId, now) },
  }),
});

export const accountEndpoints = (addresses: PublicAddresses) => [
  viewerEndpoint(addresses),
  confirmPasswordEndpoint,
  changePasswordEndpoint,
  listSessionsEndpoint,
  endSessionEndpoint,
  endOtherSessionsEndpoint,
];
