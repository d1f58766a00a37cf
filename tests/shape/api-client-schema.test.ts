import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { apiClientSchema } from "@/lib/server/api-client-schema";

test("the client's types are what the endpoints' declarations give", async () => {
  const committed = readFileSync(new URL("../../lib/api-client/schema.ts", import.meta.url), "utf8");
  const isCurrent = committed === (await apiClientSchema());
  expect(isCurrent, "`npm run generate:client` writes lib/api-client/schema.ts anew").toBe(true);
});
