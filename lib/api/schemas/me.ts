import { z } from "zod";
import { ENVIRONMENTS } from "@/lib/domain/environment";
import { ROLES } from "@/lib/domain/role";
import { SCOPES } from "@/lib/domain/scope";
import { instant, uuid } from "./fields";
import { oneOf } from "./paging";

const keyFacts = z.strictObject({
  id: uuid,
  name: z.string(),
  hint: z.string(),
  environment: z.enum(ENVIRONMENTS),
  scopes: z.array(z.enum(SCOPES)),
  expiresAt: instant.nullable(),
});

export const meAnswer = oneOf(
  z
    .strictObject({
      key: keyFacts.nullable(),
      user: z.strictObject({ id: uuid, name: z.string(), role: z.enum(ROLES) }).nullable(),
      organization: z.strictObject({ id: uuid, name: z.string() }),
      clientAddress: z.string().nullable(),
      rateLimit: z.strictObject({ limit: z.int(), remaining: z.int(), windowSeconds: z.int(), resetSeconds: z.int() }),
    })
    .meta({ id: "Me" }),
);
