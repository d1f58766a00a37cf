import { z } from "zod";
import { instant, publicText, text, uuid } from "@/lib/api/schemas/fields";
import { oneOf } from "@/lib/api/schemas/paging";
import { ROLES } from "@/lib/domain/role";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

// Any characters: rules of composition make passwords weaker, not stronger (NIST SP 800-63B-4).
const newPassword = text({ min: PASSWORD_MIN, max: PASSWORD_MAX });
const anyPassword = z.string().min(1, "is required").max(1_000, "is too long");

export const confirmPasswordBody = z.strictObject({ password: anyPassword });
export const confirmPasswordAnswer = oneOf(z.strictObject({ confirmedUntil: instant }));

export const changePasswordBody = z.strictObject({ currentPassword: anyPassword, newPassword });
export const emptyAnswer = oneOf(z.strictObject({}));

export const setupBody = z.strictObject({
  name: publicText({ min: 1, max: 100 }),
  email: z.email("must be an email address").max(254, "must have at most 254 characters"),
  password: newPassword,
  organization: publicText({ min: 1, max: 100 }),
  sampleData: z.boolean().default(false),
  setupCode: z.string().max(100).optional(),
});

export const sessionJson = z.strictObject({
  id: uuid,
  startedAt: instant,
  lastSeenAt: instant,
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  isCurrent: z.boolean(),
});
export const sessionsAnswer = oneOf(z.array(sessionJson));
export const endedSessionsAnswer = oneOf(z.strictObject({ ended: z.int() }));

const addresses = z.strictObject({ apiUrl: z.string(), eventsUrl: z.string(), dashboardUrl: z.string() });

export const viewerAnswer = oneOf(
  z.strictObject({
    person: z.strictObject({ id: uuid, name: z.string(), email: z.string() }),
    organization: z.strictObject({ id: uuid, name: z.string() }),
    organizations: z.array(z.strictObject({ id: uuid, name: z.string(), role: z.enum(ROLES) })),
    role: z.enum(ROLES),
    sessionId: uuid,
    hasPassword: z.boolean(),
    passwordConfirmedUntil: instant.nullable(),
    clientAddress: z.string().nullable(),
    addresses: z.strictObject({ production: addresses, sandbox: addresses }),
  }),
);

export type ViewerJson = z.output<typeof viewerAnswer>["data"];
export type SessionJson = z.output<typeof sessionJson>;
export type SetupBody = z.input<typeof setupBody>;
