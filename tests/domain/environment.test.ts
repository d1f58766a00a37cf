import { expect, test } from "vitest";
import { ENVIRONMENTS, isEnvironment, otherEnvironment } from "@/lib/domain/environment";

test("there are two environments, and each is the other's other", () => {
  expect(ENVIRONMENTS).toEqual(["production", "sandbox"]);
  expect(ENVIRONMENTS.map(otherEnvironment)).toEqual(["sandbox", "production"]);
});

test("no other word is an environment", () => {
  expect(ENVIRONMENTS.every(isEnvironment)).toBe(true);
  for (const word of ["", "Production", "sandbox ", "live", "test", "__proto__"])
    expect(isEnvironment(word)).toBe(false);
});
