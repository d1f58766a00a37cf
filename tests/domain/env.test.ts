import { describe, expect, test } from "vitest";
import { addressesOf, clickHouseUrlOf, EnvError, readEnv } from "@/lib/env";

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

  test("name a Redis by its own kind of URL, and by no other", () => {
    for (const url of ["redis://127.0.0.1:6379", "rediss://user:secret@redis.example.com/1"])
      expect(readEnv({ REDIS_URL: url }).REDIS_URL).toBe(url);
    expect(() => readEnv({ REDIS_URL: "http://user:secret@redis.example.com" })).toThrow(
      new EnvError("REDIS_URL must be a redis:// or rediss:// URL"),
    );
  });

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

describe("the ClickHouse of an environment", () => {
  test("is embedded unless an address is given", () => {
    expect(clickHouseUrlOf(readEnv({}), "sandbox")).toBeUndefined();
  });

  test("is a database of its own on the server that both share", () => {
    const env = readEnv({ CLICKHOUSE_URL: "https://mintkey:pass@clickhouse:8443" });
    expect(clickHouseUrlOf(env, "production")).toBe("https://mintkey:pass@clickhouse:8443/mintkey_production");
    expect(clickHouseUrlOf(env, "sandbox")).toBe("https://mintkey:pass@clickhouse:8443/mintkey_sandbox");
  });

  test("is its own address when one is given, with the database that it names", () => {
    const env = readEnv({ CLICKHOUSE_URL: "http://shared:8123", CLICKHOUSE_URL_SANDBOX: "http://own:8123/events" });
    expect(clickHouseUrlOf(env, "sandbox")).toBe("http://own:8123/events");
    expect(clickHouseUrlOf(env, "production")).toBe("http://shared:8123/mintkey_production");
  });

  test("is refused when the shared address would put both environments into one database", () => {
    expect(() => readEnv({ CLICKHOUSE_URL: "http://shared:8123/events" })).toThrow(
      new EnvError("CLICKHOUSE_URL must not name a database: each environment has its own"),
    );
  });

  test.each([
    ["CLICKHOUSE_URL", "clickhouse:secret@host"],
    ["CLICKHOUSE_URL_SANDBOX", "tcp://mintkey:secret@host:9000"],
    ["CLICKHOUSE_CLUSTER", "all; secret"],
  ])("is refused with the variable's name alone when %s is faulty", (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} must be (?!.*secret)`));
  });
});
