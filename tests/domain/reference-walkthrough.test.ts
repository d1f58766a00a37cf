import { expect, test } from "vitest";
import { walkthroughSteps } from "@/components/reference/walkthrough-steps";
import { apiEndpoints } from "@/lib/api/endpoints";
import { FOR_FAULTS, faultsOf } from "@/lib/api/faults";

const STEPS = walkthroughSteps("2026-02-27");
const ID = "7f0c5b1e-2c1f-4c39-9b57-0e2d6a4b8c10";

/** The request as it is once ids stand in place of their variables. */
const filled = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null).replace(/\$[A-Z_]+/g, ID));

for (const { title, scope, request } of STEPS) {
  test(`"${title}" is a request that its endpoint takes with the scope it names`, () => {
    const endpoint = apiEndpoints("").find(({ method, path }) => method === request.method && path === request.path);
    expect(endpoint?.scope).toBe(scope);
    for (const [schema, sent, place] of [
      [endpoint?.body, request.body, "body"],
      [endpoint?.query, Object.fromEntries(request.query ?? []), "query"],
    ] as const) {
      const parsed = schema?.safeParse(filled(sent), FOR_FAULTS);
      expect(parsed?.error ? faultsOf(parsed.error, place) : []).toEqual([]);
    }
  });
}

test("a step uses only ids that an earlier step kept", () => {
  const kept = new Set(["MINTKEY_API_KEY"]);
  for (const { request, keeps } of STEPS) {
    const used = [...JSON.stringify(request).matchAll(/\$([A-Z_]+)/g)].map(([, name = ""]) => name);
    expect(used.filter((name) => !kept.has(name))).toEqual([]);
    if (keeps) kept.add(keeps);
  }
});
