import { describe, expect, test } from "vitest";
import { addressesOf, EnvError, readEnv } from "@/lib/env";

describe("the variables of a process", () => {
  test("have defaults that serve on loopback addresses", () => {
    const env = readEnv({});
    expect(env.MINTKEY_DASHBOARD_PORT).toBe(3000);
    expect(env.MINTKEY_RATE_LIMIT_PER_MINUTE).toBe(100);
    expect(addressesOf(env, "sandbox")).toEqual({
      apiUrl: "http://localhost:4001",
      eventsUrl: "http://localhost:4011",
    });
  });

  test("count as absent when they are empty", () => {
    expect(readEnv({ DATABASE_URL_CONTROL: "", MINTKEY_DASHBOARD_PORT: "" }).MINTKEY_DASHBOARD_PORT).toBe(3000);
  });

  test.each(["0", "65536", "abc", "3000.5", "-1"])(
    "refuse the port %s with a sentence that names the variable",
    (port) => {
      expect(() => readEnv({ MINTKEY_DASHBOARD_PORT: port })).toThrow(
        new EnvError("MINTKEY_DASHBOARD_PORT must be a whole number from 1 to 65535"),
      );
    },
  );

  test("are all named when several are faulty, and no value is repeated", () => {
    const given = {
      MINTKEY_SANDBOX_API_PORT: "x",
      MINTKEY_OWNER_PASSWORD: "short",
      DATABASE_URL_SANDBOX: "mysql://secret@host",
    };
    const error = (() => {
      try {
        readEnv(given);
      } catch (thrown) {
        return String(thrown);
      }
      return "";
    })();
    for (const name of Object.keys(given)) expect(error).toContain(name);
    for (const value of ["short", "secret"]) expect(error).not.toContain(value);
  });

  test("that belong together are refused alone", () => {
    expect(() => readEnv({ MINTKEY_OWNER_EMAIL: "ada@example.com" })).toThrow(
      "MINTKEY_OWNER_PASSWORD must be given together with MINTKEY_OWNER_EMAIL",
    );
  });
});
