import fc from "fast-check";
import { expect, test } from "vitest";
import * as paths from "@/lib/paths";

const ID = "0b9d4c7e-1111-4222-8333-444455556666";

// Each function of lib/paths.ts by name: a new one without a line here fails.
const URLS: Record<string, () => unknown> = {
  homePath: () => paths.homePath(),
  signInPath: () => [paths.signInPath(), paths.signInPath({ next: "/sandbox/customers?page=2", signed_out: "1" })],
  setupPath: () => paths.setupPath(),
  apiKeysPath: () => paths.apiKeysPath("production", { status: "active,expiring", scope: "usage:write" }),
  newApiKeyPath: () => paths.newApiKeyPath("sandbox"),
  apiKeyPath: () => paths.apiKeyPath("production", ID),
  securityPath: () => paths.securityPath("production"),
  customersPath: () => paths.customersPath("sandbox", { after: "abc" }),
  newCustomerPath: () => paths.newCustomerPath("sandbox"),
  customerPath: () => paths.customerPath("sandbox", ID),
  plansPath: () => paths.plansPath("sandbox", { status: "archived" }),
  newPlanPath: () => paths.newPlanPath("sandbox"),
  planPath: () => paths.planPath("sandbox", ID),
  pricesPath: () => paths.pricesPath("sandbox"),
  newPricePath: () => paths.newPricePath("sandbox", { meterId: ID }),
  pricePath: () => paths.pricePath("sandbox", ID),
  metersPath: () => paths.metersPath("sandbox", { status: "all" }),
  newMeterPath: () => paths.newMeterPath("sandbox"),
  meterPath: () => paths.meterPath("sandbox", ID),
  contractsPath: () => paths.contractsPath("sandbox", { customer: ID, status: "active" }),
  newContractPath: () => paths.newContractPath("sandbox", { customer: ID }),
  contractPath: () => paths.contractPath("sandbox", ID),
  invoicesPath: () => paths.invoicesPath("production", { status: "In Progress" }),
  invoicePath: () => paths.invoicePath("production", ID),
  auditLogPath: () => paths.auditLogPath("production", { action: "api_key.revoked" }),
  requestsPath: () => paths.requestsPath("production", { status: "4xx", route: "GET /v1/customers" }),
  requestPath: () => paths.requestPath("sandbox", "req_9f2c4b1e7a60d385", { at: "2026-11-22T11:03:04.123Z" }),
  usagePath: () => paths.usagePath("sandbox", { customer: ID, by: "@eventName" }),
  referencePath: () => [paths.referencePath(), paths.referencePath("sandbox")],
  dashboardApi: () => paths.dashboardApi("sandbox", "/api-keys", { limit: 8 }),
  publicApi: () => paths.publicApi("production", "/v1/customers", { limit: 10 }),
  setupApi: () => paths.setupApi(),
};

/** What decides about URLs, without being one. */
const NO_URLS = ["withSearch", "isDetailPath", "elsewhereNoun", "switchedPath", "safeNextPath"];

test("every URL of the application is the one it was", () => {
  expect(Object.fromEntries(Object.entries(URLS).map(([name, url]) => [name, url()]))).toMatchInlineSnapshot(`
    {
      "apiKeyPath": "/production/settings/api-keys/0b9d4c7e-1111-4222-8333-444455556666",
      "apiKeysPath": "/production/settings/api-keys?status=active,expiring&scope=usage:write",
      "auditLogPath": "/production/audit-log?action=api_key.revoked",
      "contractPath": "/sandbox/contracts/0b9d4c7e-1111-4222-8333-444455556666",
      "contractsPath": "/sandbox/contracts?customer=0b9d4c7e-1111-4222-8333-444455556666&status=active",
      "customerPath": "/sandbox/customers/0b9d4c7e-1111-4222-8333-444455556666",
      "customersPath": "/sandbox/customers?after=abc",
      "dashboardApi": "/api/sandbox/dashboard/api-keys?limit=8",
      "homePath": "/",
      "invoicePath": "/production/invoices/0b9d4c7e-1111-4222-8333-444455556666",
      "invoicesPath": "/production/invoices?status=In+Progress",
      "meterPath": "/sandbox/plans/meters/0b9d4c7e-1111-4222-8333-444455556666",
      "metersPath": "/sandbox/plans?tab=meters&status=all",
      "newApiKeyPath": "/sandbox/settings/api-keys/new",
      "newContractPath": "/sandbox/contracts/new?customer=0b9d4c7e-1111-4222-8333-444455556666",
      "newCustomerPath": "/sandbox/customers/new",
      "newMeterPath": "/sandbox/plans/meters/new",
      "newPlanPath": "/sandbox/plans/new",
      "newPricePath": "/sandbox/plans/prices/new?meterId=0b9d4c7e-1111-4222-8333-444455556666",
      "planPath": "/sandbox/plans/0b9d4c7e-1111-4222-8333-444455556666",
      "plansPath": "/sandbox/plans?status=archived",
      "pricePath": "/sandbox/plans/prices/0b9d4c7e-1111-4222-8333-444455556666",
      "pricesPath": "/sandbox/plans?tab=prices",
      "publicApi": "/api/production/v1/customers?limit=10",
      "referencePath": [
        "/reference",
        "/reference?environment=sandbox",
      ],
      "requestPath": "/sandbox/requests/req_9f2c4b1e7a60d385?at=2026-11-22T11:03:04.123Z",
      "requestsPath": "/production/requests?status=4xx&route=GET+/v1/customers",
      "securityPath": "/production/settings/security",
      "setupApi": "/api/sandbox/dashboard/setup",
      "setupPath": "/setup",
      "signInPath": [
        "/sign-in",
        "/sign-in?next=/sandbox/customers%3Fpage%3D2&signed_out=1",
      ],
      "usagePath": "/sandbox/usage?customer=0b9d4c7e-1111-4222-8333-444455556666&by=%40eventName",
    }
  `);
});

test("every URL is in the snapshot", () => {
  expect([...Object.keys(URLS), ...NO_URLS].sort()).toEqual(Object.keys(paths).sort());
});

test("a search leaves out what is empty, and keeps commas, colons and slashes readable", () => {
  const search = { a: "", b: null, c: undefined, d: false, e: 0, f: true, g: "x,y:z/w", h: "a b&c" } as const;
  expect(paths.withSearch("/p", search)).toBe("/p?e=0&f=true&g=x,y:z/w&h=a+b%26c");
  expect(paths.withSearch("/p", {})).toBe("/p");
});

test("a search reads back as it was written", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), { noNullPrototype: true }),
      (search) => {
        const url = new URL(paths.withSearch("/p", search), "http://same.origin");
        expect(Object.fromEntries(url.searchParams)).toEqual(search);
      },
    ),
  );
});

test("an id can never add to a path", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (id) => {
      fc.pre(id.isWellFormed());
      const [, environment, page, part, ...rest] = paths.customerPath("sandbox", id).split("/");
      expect([environment, page, rest]).toEqual(["sandbox", "customers", []]);
      expect(part).not.toMatch(/[?#]/);
    }),
  );
});

for (const [pathname, isDetail] of [
  [paths.apiKeyPath("production", ID), true],
  [paths.customerPath("sandbox", ID), true],
  [paths.planPath("sandbox", ID), true],
  [paths.pricePath("sandbox", ID), true],
  [paths.meterPath("sandbox", ID), true],
  [paths.contractPath("sandbox", ID), true],
  [paths.invoicePath("sandbox", ID), true],
  [paths.newContractPath("sandbox"), false],
  [paths.invoicesPath("sandbox"), false],
  [paths.newPlanPath("sandbox"), false],
  [paths.newPricePath("sandbox"), false],
  [paths.newMeterPath("sandbox"), false],
  [paths.newApiKeyPath("production"), false],
  [paths.newCustomerPath("sandbox"), false],
  [paths.apiKeysPath("production"), false],
  [paths.auditLogPath("production"), false],
] as const) {
  test(`${pathname} ${isDetail ? "shows" : "does not show"} one thing by its id`, () => {
    expect(paths.isDetailPath(pathname)).toBe(isDetail);
  });
}

for (const [from, search, target, to] of [
  ["/production/settings/api-keys", "status=active&after=abc", "sandbox", "/sandbox/settings/api-keys?status=active"],
  ["/sandbox/customers", "", "production", "/production/customers"],
  ["/sandbox/customers", "after=abc", "sandbox", "/sandbox/customers?after=abc"],
  [`/sandbox/customers/${ID}`, "tab=a", "production", "/production/customers?elsewhere=customer"],
  [`/production/settings/api-keys/${ID}`, "", "sandbox", "/sandbox/settings/api-keys?elsewhere=key"],
  ["/production/settings/api-keys/new", "name=ci", "sandbox", "/sandbox/settings/api-keys/new?name=ci"],
  ["/sandbox/plans", "tab=meters&after=abc", "production", "/production/plans?tab=meters"],
  [`/sandbox/plans/${ID}`, "", "production", "/production/plans?elsewhere=plan"],
  [`/sandbox/plans/prices/${ID}`, "", "production", "/production/plans?tab=prices&elsewhere=price"],
  [`/sandbox/plans/meters/${ID}`, "", "production", "/production/plans?tab=meters&elsewhere=meter"],
  [`/sandbox/contracts/${ID}`, "", "production", "/production/contracts?elsewhere=contract"],
  [`/production/invoices/${ID}`, "", "sandbox", "/sandbox/invoices?elsewhere=invoice"],
  ["/sandbox/plans/prices/new", "", "production", "/production/plans/prices/new"],
  ["/setup", "", "sandbox", "/sandbox/settings/api-keys"],
] as const) {
  test(`switching ${from}${search ? `?${search}` : ""} to ${target} leads to ${to}`, () => {
    expect(paths.switchedPath(from, new URLSearchParams(search), target)).toBe(to);
  });
}

test("only a word that a list knows is named as existing elsewhere", () => {
  expect(["key", "customer", "plan", "token", "", null].map(paths.elsewhereNoun)).toEqual([
    "key",
    "customer",
    "plan",
    null,
    null,
    null,
  ]);
});

for (const [next, safe] of [
  ["/sandbox/customers?limit=2#top", "/sandbox/customers?limit=2#top"],
  ["/", "/"],
  ["https://evil.example/", null],
  ["//evil.example/", null],
  ["/\\evil.example/", null],
  ["/.//evil.example/", null],
  ["/a/..//evil.example/", null],
  ["/\t/evil.example/", null],
  ["javascript:alert(1)", null],
  ["sandbox", null],
  ["", null],
  [null, null],
  [undefined, null],
] as const) {
  test(`after sign-in ${JSON.stringify(next)} leads to ${safe ?? "the start"}`, () => {
    expect(paths.safeNextPath(next)).toBe(safe);
  });
}

test("wherever a sign-in leads, it is this origin", () => {
  const nasty = fc.string({ unit: fc.constantFrom("/", "\\", "\t", "\n", ":", "@", "a", ".", "?", "#", "%", "h") });
  fc.assert(
    fc.property(nasty, (rest) => {
      const next = paths.safeNextPath(`/${rest}`);
      if (next !== null) expect(new URL(next, "http://same.origin").origin).toBe("http://same.origin");
    }),
    { numRuns: 5_000, examples: [[".//"], [".//h"], ["a/..//h"]] },
  );
});
