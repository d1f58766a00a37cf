import { inspect } from "node:util";
import { afterEach, expect, test, vi } from "vitest";
import { createMintkey } from "@/lib/api-client/mintkey";
import type { MintkeyOptions } from "@/lib/api-client/settings";

const LIVE = "mk_live_0123456789abcdef0123456789abcdef01234567132f784b";
const TEST = "mk_test_0123456789abcdef0123456789abcdef0123456726b768ad";

afterEach(() => {
  vi.unstubAllEnvs();
});

const placeOf = (options?: MintkeyOptions) => {
  const { environment, baseUrl } = createMintkey(options);
  return [environment, baseUrl];
};

test("the key says which environment and which server", () => {
  expect(placeOf({ apiKey: LIVE })).toEqual(["production", "http://localhost:4000"]);
  expect(placeOf({ apiKey: TEST })).toEqual(["sandbox", "http://localhost:4001"]);
});

test("the key and the server come from the environment's variables, and what the caller gives wins", () => {
  vi.stubEnv("MINTKEY_API_KEY", TEST);
  expect(placeOf()).toEqual(["sandbox", "http://localhost:4001"]);
  vi.stubEnv("MINTKEY_API_URL", "https://mintkey.example.test/api/sandbox/");
  expect(placeOf()).toEqual(["sandbox", "https://mintkey.example.test/api/sandbox"]);
  expect(placeOf({ apiKey: LIVE, baseUrl: "https://other.example.test" })).toEqual([
    "production",
    "https://other.example.test",
  ]);
});

test("events go to the local Events API, and elsewhere where the caller's calls go", () => {
  const eventsGoTo = (options: MintkeyOptions) => createMintkey(options).eventsBaseUrl;
  expect(eventsGoTo({ apiKey: LIVE })).toBe("http://localhost:4010");
  expect(eventsGoTo({ apiKey: TEST })).toBe("http://localhost:4011");
  vi.stubEnv("MINTKEY_API_URL", "https://api.example.test/");
  expect(eventsGoTo({ apiKey: LIVE })).toBe("https://api.example.test");
  vi.stubEnv("MINTKEY_EVENTS_URL", "https://events.example.test/");
  expect(eventsGoTo({ apiKey: LIVE })).toBe("https://events.example.test");
  // The variables may speak of another Mintkey than the caller does.
  const baseUrl = "https://other.example.test";
  expect(eventsGoTo({ apiKey: LIVE, baseUrl })).toBe(baseUrl);
  expect(eventsGoTo({ apiKey: LIVE, baseUrl, eventsBaseUrl: "https://fast.example.test" })).toBe(
    "https://fast.example.test",
  );
});

test("without a key nothing is made, and the message says where one may come from", () => {
  vi.stubEnv("MINTKEY_API_KEY", "");
  expect(() => createMintkey()).toThrow("Give createMintkey an apiKey, or set MINTKEY_API_KEY.");
});

test("a key of the other environment is refused", () => {
  expect(() => createMintkey({ apiKey: TEST, environment: "production" })).toThrow(
    "The API key is a sandbox key, but the environment is production.",
  );
  expect(placeOf({ apiKey: LIVE, environment: "production" })[0]).toBe("production");
});

test.each<[string, MintkeyOptions]>([
  ["a key with a line break", { apiKey: `${TEST}\n` }],
  ["a key cut short", { apiKey: TEST.slice(0, -1) }],
  ["a key of the other environment", { apiKey: TEST, environment: "production" }],
  ["an address that holds the key", { apiKey: TEST, baseUrl: `http://${TEST}@localhost:4001` }],
  ["an address that asks with the key", { apiKey: TEST, baseUrl: `http://localhost:4001?key=${TEST}` }],
  ["an address that is none", { apiKey: TEST, baseUrl: TEST }],
  ["an events' address that holds the key", { apiKey: TEST, eventsBaseUrl: `http://${TEST}@localhost:4011` }],
  ["a file", { apiKey: TEST, baseUrl: "file:///v1" }],
  ["no time at all", { apiKey: TEST, timeoutMs: 0 }],
  ["more time than a timer takes", { apiKey: TEST, timeoutMs: 2 ** 31 }],
  ["half a retry", { apiKey: TEST, maxRetries: 0.5 }],
  ["eleven retries", { apiKey: TEST, maxRetries: 11 }],
])("%s is refused without a word of the key", (_, options) => {
  let thrown: unknown;
  try {
    createMintkey(options);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(TypeError);
  expect(inspect(thrown)).not.toContain(TEST.slice(8, 24));
});

test("a client that is printed or sent as JSON does not show its key", () => {
  const mintkey = createMintkey({ apiKey: TEST });
  const shown = [inspect(mintkey, { depth: null, showHidden: true }), JSON.stringify(mintkey), String(mintkey)].join();
  expect(shown).toContain("http://localhost:4001");
  expect(shown).not.toContain(TEST.slice(8, 24));
});
