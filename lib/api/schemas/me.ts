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
    .meta({
      id: "Me",
      examples: [
        {
          key: {
            id: "0b9d41f2-6a3e-4f0b-8d57-91c2e7a45b60",
            name: "ci",
            hint: "mk_live_0123…784b",
            environment: "production",
            scopes: ["customers:read"],
            expiresAt: null,
          },
          user: null,
          organization: { id: "5c1e8a90-3b7d-4e62-a1f4-d08b6c9e2f31", name: "Acme" },
          clientAddress: "203.0.113.7",
          rateLimit: { limit: 100, remaining: 97, windowSeconds: 60, resetSeconds: 41 },
        },
      ],
    }),
);
