import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { type SnippetRequest, writeSnippet } from "@/components/reference/snippets";

const BASE = "http://localhost:4001";

/** What the shell hands to curl: the command runs, and prints its arguments instead of sending them. */
function argumentsOf(request: SnippetRequest, variables: Record<string, string> = {}): string[] {
  const printing = `curl() { printf '%s\\0' "$@"; }\n${writeSnippet("curl", request, BASE, "A note")}`;
  const output = execFileSync("bash", ["-c", printing], { env: { ...process.env, ...variables }, encoding: "utf8" });
  return output.split("\0").slice(0, -1);
}

/** What the code hands to `fetch`. */
function fetched(request: SnippetRequest, variables: Record<string, string> = {}): unknown {
  const code = writeSnippet("typescript", request, BASE, "A note").replaceAll("await ", "");
  const run = new Function("fetch", "process", "console", `${code}\n`);
  let given: unknown[] = [];
  const fetch = (...sent: unknown[]) => {
    given = sent;
    return { status: 200, json: () => null };
  };
  run(fetch, { env: variables }, { log: () => undefined });
  return given;
}

const TRICKY = {
  name: 'It\'s "Globex" \\ Söhne & <Co> `$HOME` $(pwd)',
  nothing: null,
  flag: true,
  amount: 0.5,
  empty: [],
  list: ["a", "b"],
  "odd-name": [{ deep: "x" }],
};
const CREATE: SnippetRequest = { method: "post", path: "/v1/customers", body: TRICKY, needsKey: true };

test("a shell hands curl exactly the body, whatever quotes and dollars are in it", () => {
  const sent = argumentsOf(CREATE, { MINTKEY_API_KEY: "secret" });
  expect(sent.slice(0, 5)).toEqual([
    `${BASE}/v1/customers`,
    "-H",
    "Authorization: Bearer secret",
    "-H",
    "Content-Type: application/json",
  ]);
  expect(sent[5]).toBe("-d");
  expect(JSON.parse(sent[6] ?? "")).toEqual(TRICKY);
});

test("a variable in path, query or body is filled in by the shell", () => {
  const request: SnippetRequest = {
    method: "patch",
    path: "/v1/plans/$PLAN_ID",
    query: [["contractId", "$CONTRACT_ID"]],
    body: { meterId: "$METER_ID", items: [{ pricingId: "$PRICING_ID" }] },
    needsKey: false,
  };
  const variables = { PLAN_ID: "p1", CONTRACT_ID: "c1", METER_ID: "m1", PRICING_ID: "r1" };
  const [method, verb, url, , , , body] = argumentsOf(request, variables);
  expect([method, verb, url]).toEqual(["-X", "PATCH", `${BASE}/v1/plans/p1?contractId=c1`]);
  expect(JSON.parse(body ?? "")).toEqual({ meterId: "m1", items: [{ pricingId: "r1" }] });
  expect(fetched(request, variables)).toEqual([
    `${BASE}/v1/plans/p1?contractId=c1`,
    {
      method: "PATCH",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ meterId: "m1", items: [{ pricingId: "r1" }] }),
    },
  ]);
});

test("the TypeScript code sends the same", () => {
  expect(fetched({ ...CREATE, body: { ...TRICKY, name: 'It\'s "Globex"' } }, { MINTKEY_API_KEY: "secret" })).toEqual([
    `${BASE}/v1/customers`,
    {
      method: "POST",
      headers: { Authorization: "Bearer secret", "Content-Type": "application/json" },
      body: JSON.stringify({ ...TRICKY, name: 'It\'s "Globex"' }),
    },
  ]);
});

test("the Python code has Python's words and reads the key from the environment", () => {
  const code = writeSnippet("python", CREATE, BASE, "A note");
  expect(code).toContain(`"Authorization": f"Bearer {os.environ['MINTKEY_API_KEY']}",`);
  expect(code).toContain('"nothing": None,');
  expect(code).toContain('"flag": True,');
  expect(code).toContain('method="POST",');
  expect(writeSnippet("python", { method: "get", path: "/v1/health/live", needsKey: false }, BASE, "A note")).toBe(
    `# A note
import json
import urllib.request

request = urllib.request.Request(
    "${BASE}/v1/health/live",
)
with urllib.request.urlopen(request) as response:
    print(response.status, json.load(response))`,
  );
});
