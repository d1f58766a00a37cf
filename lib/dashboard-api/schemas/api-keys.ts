import { z } from "zod";
import { instant, publicText, text, timestamp, uuid } from "@/lib/api/schemas/fields";
import { cursorParameter, oneOf, pageLimit, pageOf } from "@/lib/api/schemas/paging";
import {
  EXTEND_GRACE_SECONDS,
  KEY_NAME_MAX,
  KEY_NOTE_MAX,
  KEY_STATUSES,
  LIVE_KEYS_PER_TENANT_MAX,
  REVOCATION_REASONS,
  ROTATE_GRACE_SECONDS,
} from "@/lib/domain/api-key";
import { ENVIRONMENTS } from "@/lib/domain/environment";
import { IP_RULES_MAX, parseIpRule } from "@/lib/domain/ip-rule";
import { isPreset, PRESETS, SCOPES } from "@/lib/domain/scope";

export const KEY_ATTENTIONS = ["unused", "rotation", "expiring", "full-access"] as const;
export type KeyAttention = (typeof KEY_ATTENTIONS)[number];
export const COMMAND_LINE = "command-line";

const commaList = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(item).max(50, "must name at most 50 values"));

export const KEY_SORTS = [
  "createdAt",
  "-createdAt",
  "name",
  "-name",
  "lastUsedAt",
  "-lastUsedAt",
  "expiresAt",
  "-expiresAt",
] as const;

export const listApiKeysQuery = z.strictObject({
  status: commaList(z.enum(KEY_STATUSES)).optional(),
  scope: commaList(z.enum(SCOPES)).optional(),
  createdBy: commaList(z.union([uuid, z.literal(COMMAND_LINE)])).optional(),
  attention: z.enum(KEY_ATTENTIONS).optional(),
  usedFrom: z.string().max(64).optional(),
  search: text({ min: 1, max: 100 }).optional(),
  sort: z.enum(KEY_SORTS).default("-createdAt"),
  limit: pageLimit(50),
  cursor: cursorParameter,
});

const name = publicText({ min: 1, max: KEY_NAME_MAX });
const note = publicText({ max: KEY_NOTE_MAX });
const scopes = z.array(z.enum(SCOPES)).min(1, "must name at least one scope").max(100, "has too many scopes");
const expiresAt = timestamp.nullable();

const ipRule = z.string().transform((written, context) => {
  const parsed = parseIpRule(written);
  if ("canonical" in parsed) return parsed.canonical;
  context.issues.push({ code: "custom", message: parsed.fault, input: written });
  return z.NEVER;
});

const allowedIps = z
  .array(ipRule)
  .max(IP_RULES_MAX, `must have at most ${IP_RULES_MAX} entries`)
  .check((context) => {
    context.value.forEach((rule, at) => {
      if (context.value.indexOf(rule) < at)
        context.issues.push({ code: "custom", message: "is a duplicate", path: [at], input: rule });
    });
  });

export const createApiKeyBody = z
  .strictObject({
    name,
    note: note.default(""),
    scopes: scopes.optional(),
    preset: z
      .string()
      .refine(isPreset, { message: `must be one of ${Object.keys(PRESETS).join(", ")}` })
      .optional(),
    expiresAt,
    allowedIps: allowedIps.default([]),
  })
  .refine((body) => (body.scopes === undefined) !== (body.preset === undefined), {
    message: "must be given, or preset, and not both",
    path: ["scopes"],
  });

export const changeApiKeyBody = z
  .strictObject({
    name: name.optional(),
    note: note.optional(),
    scopes: scopes.optional(),
    expiresAt: expiresAt.optional(),
    allowedIps: allowedIps.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: "must have at least one field" });

export const rotateApiKeyBody = z.strictObject({ gracePeriodSeconds: z.literal([...ROTATE_GRACE_SECONDS]) });
export const extendRotationBody = z.strictObject({ gracePeriodSeconds: z.literal([...EXTEND_GRACE_SECONDS]) });

const revocation = { reason: z.enum(REVOCATION_REASONS), note: publicText({ max: KEY_NOTE_MAX }).default("") };

export const revokeApiKeyBody = z.strictObject(revocation);

/** `all` marks an emergency revocation of a whole group, which asks for the password in production. */
export const revokeApiKeysBody = z.strictObject({
  keyIds: z
    .array(uuid)
    .min(1, "must name at least one key")
    .max(LIVE_KEYS_PER_TENANT_MAX, `must name at most ${LIVE_KEYS_PER_TENANT_MAX} keys`),
  all: z.boolean().default(false),
  ...revocation,
});

const useJson = z.strictObject({
  at: instant,
  ip: z.string().nullable(),
  route: z.string(),
  status: z.int(),
  userAgent: z.string().nullable(),
});

export const apiKeyFields = {
  id: uuid,
  name: z.string(),
  note: z.string(),
  environment: z.enum(ENVIRONMENTS),
  hint: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  allowedIps: z.array(z.string()),
  status: z.enum(KEY_STATUSES),
  attention: z.array(z.enum(KEY_ATTENTIONS)),
  createdAt: instant,
  createdBy: z.strictObject({ id: uuid.nullable(), name: z.string() }),
  expiresAt: instant.nullable(),
  revokedAt: instant.nullable(),
  revokedBy: z.strictObject({ name: z.string() }).nullable(),
  revocationReason: z.enum(REVOCATION_REASONS).nullable(),
  firstUsedAt: instant.nullable(),
  lastUsed: z.strictObject({ ...useJson.shape, secretId: uuid }).nullable(),
  /** Newest first. `expiresAt`: when a rotation or rollback ends it. */
  secrets: z.array(
    z.strictObject({
      id: uuid,
      hint: z.string(),
      createdAt: instant,
      expiresAt: instant.nullable(),
      endReason: z.enum(["ROTATED", "ROLLED_BACK"]).nullable(),
      lastUsedAt: instant.nullable(),
      lastUsed: useJson.nullable(),
    }),
  ),
  /** Goes into `If-Match` of a change, which is then refused when somebody else changed the key meanwhile. */
  version: z.int(),
  changedAt: instant,
  changedBy: z.strictObject({ name: z.string() }),
};

const receiptFields = { serversConfirmed: z.int(), serversExpected: z.int(), elapsedMs: z.int(), confirmedMs: z.int() };
export const revocationReceiptJson = z.strictObject({ revokedAt: instant, ...receiptFields });
export const changeReceiptJson = z.strictObject({ effectiveAt: instant, ...receiptFields });

export const apiKeyJson = z.strictObject(apiKeyFields);
export const apiKeyPage = pageOf(apiKeyJson);
export const apiKeyAnswer = oneOf(apiKeyJson);
export const createdApiKeyAnswer = oneOf(z.strictObject({ ...apiKeyFields, secret: z.string() }));
export const changedApiKeyAnswer = oneOf(z.strictObject({ ...apiKeyFields, receipt: changeReceiptJson.nullable() }));
export const rotatedApiKeyAnswer = oneOf(
  z.strictObject({ ...apiKeyFields, secret: z.string(), receipt: changeReceiptJson }),
);
export const revokedApiKeyAnswer = oneOf(z.strictObject({ ...apiKeyFields, receipt: revocationReceiptJson }));

export const revokedApiKeysAnswer = oneOf(
  z.strictObject({
    receipt: revocationReceiptJson.nullable(),
    results: z.array(
      z.strictObject({
        keyId: uuid,
        name: z.string().nullable(),
        hint: z.string().nullable(),
        receipt: revocationReceiptJson.nullable(),
        /** Why this key still works; null when it is revoked. */
        failure: z.string().nullable(),
      }),
    ),
  }),
);

export const apiKeyOverviewAnswer = oneOf(
  z.strictObject({
    counts: z.strictObject({
      active: z.int(),
      expiring: z.int(),
      rotating: z.int(),
      expired: z.int(),
      revoked: z.int(),
    }),
    attention: z.strictObject({ unused: z.int(), rotation: z.int(), expiring: z.int(), "full-access": z.int() }),
    /** `id` null: made on the command line. */
    creators: z.array(z.strictObject({ id: uuid.nullable(), name: z.string(), keys: z.int() })),
    scopes: z.array(z.strictObject({ scope: z.enum(SCOPES), keys: z.int() })),
  }),
);

export type ApiKeyJson = z.output<typeof apiKeyJson>;
export type ChangeReceiptJson = z.output<typeof changeReceiptJson>;
export type RevocationReceiptJson = z.output<typeof revocationReceiptJson>;
export type ListApiKeysQuery = z.output<typeof listApiKeysQuery>;
export type CreateApiKeyBody = z.input<typeof createApiKeyBody>;
export type ChangeApiKeyBody = z.input<typeof changeApiKeyBody>;
export type RevokeApiKeyBody = z.input<typeof revokeApiKeyBody>;
export type RevokeApiKeysBody = z.input<typeof revokeApiKeysBody>;
