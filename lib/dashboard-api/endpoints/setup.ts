import { timingSafeEqual } from "node:crypto";
import { endpoint } from "@/lib/api/endpoint";
import type { Exchange } from "@/lib/api/exchange";
import { DomainError } from "@/lib/domain/errors";
import { userAgentOf } from "@/lib/domain/user-agent";
import { addSampleData } from "@/lib/operations/add-sample-data";
import { setUp } from "@/lib/operations/set-up";
import { fillInBackground } from "../sample-data-filling";
import { emptyAnswer, setupBody } from "../schemas/account";
import { isSetupCodeNeeded } from "../setup-code";

/** Makes the first person. Whoever comes over the network must know the code in the terminal: the first to find the page must not own it. */
export const setupEndpoint = (setupCode: string | undefined, digestSandboxSecret: (secret: string) => Buffer) =>
  endpoint({
    method: "post",
    path: "/setup",
    summary: "Create the first organization and its owner",
    tag: "Account",
    credential: "none",
    scope: null,
    limit: "dashboard",
    body: setupBody,
    answer: { status: 201, schema: emptyAnswer },
    handle: async ({ exchange, body: { sampleData, setupCode: given, ...input }, now }) => {
      if (isSetupCodeNeeded(exchange.facts)) requireSetupCode(setupCode, given);
      const place = placeOf(exchange);
      const { personId, organizationId } = await setUp(input, place, now);
      if (sampleData) {
        const actor = { kind: "member" as const, id: personId, name: input.name, ...place };
        const tenant = { environment: "sandbox" as const, organizationId };
        await addSampleData(tenant, actor, now, digestSandboxSecret);
        fillInBackground(tenant);
      }
      return { data: {} };
    },
  });

const placeOf = ({ clientAddress, facts, requestId }: Exchange) => ({
  ip: clientAddress,
  userAgent: userAgentOf(facts.header("user-agent")),
  requestId,
});

function requireSetupCode(expected: string | undefined, given: string | undefined): void {
  const [wanted, offered] = [Buffer.from(expected ?? ""), Buffer.from(given?.trim() ?? "")];
  if (wanted.length > 0 && wanted.length === offered.length && timingSafeEqual(wanted, offered)) return;
  const message = "Setup code is not right. It is printed in the terminal where Mintkey was started";
  throw new DomainError("FORBIDDEN", message, [{ path: "setupCode", message }]);
}
