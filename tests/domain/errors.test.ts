import { expect, test } from "vitest";
import { DomainError, invariant, notFound, unavailable, validationError } from "@/lib/domain/errors";

const faults = (amount: number) =>
  Array.from({ length: amount }, (_, at) => ({ path: `items[${at}]`, message: `items[${at}] is required` }));

test("a single fault speaks for itself", () => {
  const [fault] = faults(1);
  expect(validationError(faults(1))).toMatchObject({
    code: "VALIDATION_ERROR",
    message: "items[0] is required",
    details: [fault],
  });
});

for (const [amount, told] of [
  [2, 2],
  [99, 99],
  [100, 100],
  [101, 100],
] as const) {
  test(`of ${amount} faults ${told} are told, under one heading`, () => {
    const error = validationError(faults(amount));
    expect(error.message).toBe("Request validation failed");
    expect(error.details).toEqual(faults(amount).slice(0, told));
  });
}

test("what is missing is named by its noun", () => {
  expect(notFound("Customer")).toMatchObject({ code: "NOT_FOUND", message: "Customer not found", details: [] });
});

test("what is away says when to try again, and keeps its cause for operators", () => {
  const cause = new Error("connect ECONNREFUSED");
  const error = unavailable(cause);
  expect(error).toBeInstanceOf(DomainError);
  expect(error).toMatchObject({ code: "SERVICE_UNAVAILABLE", retryAfterSeconds: 1, cause });
  expect(error.message).not.toContain("ECONNREFUSED");
});

test("a state that cannot be is an error, and no refusal that a caller could read", () => {
  expect(() => invariant(true, "all is well")).not.toThrow();
  expect(() => invariant(false, "all is well")).toThrow("Invariant broken: all is well");
  expect(() => invariant(false, "all is well")).not.toThrow(DomainError);
});
