import { expect, test } from "vitest";
import { failedCheckOf, isRequestCheck, REQUEST_CHECKS, type Refusal, stepsOf } from "@/lib/domain/request-check";

test("checks before the one that failed passed, those after it were not reached", () => {
  for (const [at, failed] of REQUEST_CHECKS.entries()) {
    const outcomes = stepsOf(failed).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(
      REQUEST_CHECKS.map((_, each) => (each < at ? "passed" : each === at ? "failed" : "not-reached")),
    );
  }
});

test("without a failed check all passed", () => {
  expect(stepsOf(null).map(({ check }) => check)).toEqual(REQUEST_CHECKS);
  expect(stepsOf(null).every(({ outcome }) => outcome === "passed")).toBe(true);
});

const ADMITTED: Refusal = { code: "CONFLICT", hasEndpoint: true, isAuthenticated: true, missesScope: false };
const STRANGER: Refusal = { ...ADMITTED, isAuthenticated: false };

for (const [says, refusal, failed] of [
  ["too many requests", { ...STRANGER, code: "RATE_LIMITED" }, "rate-limit"],
  ["no such endpoint", { ...STRANGER, code: "NOT_FOUND", hasEndpoint: false }, "endpoint"],
  ["no such method", { ...STRANGER, code: "METHOD_NOT_ALLOWED", hasEndpoint: false }, "endpoint"],
  ["a credential that was refused", { ...STRANGER, code: "UNAUTHORIZED", credential: "revoked" }, "revoked"],
  ["a key that no store could vouch for", { ...STRANGER, code: "SERVICE_UNAVAILABLE" }, "known"],
  ["an address outside the rules", { ...ADMITTED, code: "FORBIDDEN" }, "address"],
  ["a missing scope", { ...ADMITTED, code: "FORBIDDEN", missesScope: true }, "scope"],
  ["a faulty parameter", { ...ADMITTED, code: "VALIDATION_ERROR" }, "input"],
  ["a body too large", { ...ADMITTED, code: "PAYLOAD_TOO_LARGE" }, "input"],
  ["a body of another type", { ...ADMITTED, code: "UNSUPPORTED_MEDIA_TYPE" }, "input"],
  ["a missing object", { ...ADMITTED, code: "NOT_FOUND" }, null],
  ["a conflict", ADMITTED, null],
  ["our own fault", { ...ADMITTED, code: "INTERNAL_ERROR" }, null],
  ["a store that was away after all checks", { ...ADMITTED, code: "SERVICE_UNAVAILABLE" }, null],
] as const) {
  test(`${says}: ${failed === null ? "every check had passed" : `the check "${failed}" refused`}`, () => {
    expect(failedCheckOf(refusal)).toBe(failed);
  });
}

test("another word is no check", () => {
  expect(REQUEST_CHECKS.every(isRequestCheck)).toBe(true);
  expect(isRequestCheck("")).toBe(false);
});
