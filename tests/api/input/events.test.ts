// Events that are not accepted: each names what is wrong and where, and nothing of its body is in the spool.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../support/api";
import { FAULTY, GOOD, INSTANT } from "../../support/faulty-events";
import * as people from "../../support/people";
import { spooledIn } from "../../support/spools";

let world: World;
let secret: string;

beforeAll(async () => {
  world = await openWorld();
  const acme = await people.addOrganization("Acme");
  secret = (await people.mint(world.env, people.tenantOf("production", acme))).secret;
});
afterEach(async () => {
  expect(await spooledIn(world.api.production.services.spool)).toEqual([]);
});
afterAll(() => world.close());

type Raw = string | Uint8Array<ArrayBuffer>;
const post = (path: string, raw: Raw, type = "application/json") =>
  world.api.production.call("POST", path, { secret, raw, headers: { "content-type": type } });
const lines = (raw: Raw) => post("/v1/events/batch", raw, "application/x-ndjson");

describe.each(FAULTY)("an event %s", (_, textOf, path, says) => {
  test("is refused with the place and the reason", async () => {
    const { status, error } = await post("/v1/events", textOf());
    expect(status).toBe(400);
    expect(error?.details).toEqual([{ path, message: `${path === "" ? "Request body" : path} ${says}` }]);
  });

  test("refuses a batch whole, and its index is named", async () => {
    const good = Array<string>(17).fill(`{${GOOD}}`);
    const { status, error } = await post("/v1/events/batch", `{"events":[${[...good, textOf(), ...good].join(",")}]}`);
    expect(status).toBe(400);
    const place = path === "" ? "events[17]" : `events[17].${path}`;
    expect(error).toMatchObject({ code: "VALIDATION_ERROR", details: [{ path: place, message: `${place} ${says}` }] });
    expect(error?.details).toHaveLength(1);
  });
});

const INVALID_UTF8 = new Uint8Array([...Buffer.from(`{${GOOD},"idempotencyKey":"`), 0xc3, 0x28, ...Buffer.from('"}')]);
const BROKEN: readonly (readonly [string, Raw])[] = [
  ["half an event", `{${GOOD}`],
  ["two events", `{${GOOD}}{${GOOD}}`],
  ["a comma too many", `{${GOOD},}`],
  ["single quotes", "{'eventName':'a'}"],
  ["a raw line feed in a text", `{${GOOD},"idempotencyKey":"a\nb"}`],
  ["a NUL byte in a text", `{${GOOD},"idempotencyKey":"a\u0000"}`],
  ["a NUL byte behind it", `{${GOOD}}\u0000`],
  ["invalid UTF-8", INVALID_UTF8],
  ["a byte order mark", `\ufeff{${GOOD}}`],
  ["a leading zero", `{${GOOD},"properties":{"a":01}}`],
  ["a plus sign", `{${GOOD},"properties":{"a":+1}}`],
  ["NaN", `{${GOOD},"properties":{"a":NaN}}`],
  ["a comment", `{${GOOD}/**/}`],
];

describe.each(BROKEN)("a body with %s", (_, text) => {
  test.each(["/v1/events", "/v1/events/batch"])("is no valid JSON for %s", async (path) => {
    const inList = Buffer.concat([Buffer.from('{"events":['), Buffer.from(text), Buffer.from("]}")]);
    const { status, error } = await post(path, path === "/v1/events" ? text : new Uint8Array(inList));
    expect({ status, details: error?.details }).toEqual({
      status: 400,
      details: [{ path: "", message: "Request body is not valid JSON" }],
    });
  });
});

test.each([
  ["nothing", "", "", "Request body is not valid JSON"],
  ["a list", "[]", "", "Request body must be an object"],
  ["null", "null", "", "Request body must be an object"],
  ["an object without events", "{}", "events", "events is required"],
  ["events that are an object", '{"events":{}}', "events", "events must be a list"],
  ["no event", '{"events":[]}', "events", "events must have at least one event"],
  ["an event that is a number", '{"events":[1]}', "events[0]", "events[0] must be an object"],
  ["an event that is missing", `{"events":[{${GOOD}},]}`, "", "Request body is not valid JSON"],
  ["a list that does not end", `{"events":[{${GOOD}}`, "", "Request body is not valid JSON"],
  [
    "a second list without events",
    `{"events":[{${GOOD}}],"events":[]}`,
    "events",
    "events must have at least one event",
  ],
  [
    "10 001 events",
    `{"events":[${Array<string>(10_001).fill(`{${GOOD}}`).join(",")}]}`,
    "events",
    "events must have at most 10000 events",
  ],
])("a batch of %s is refused", async (_, raw, path, message) => {
  const { status, error } = await post("/v1/events/batch", raw);
  expect({ status, details: error?.details }).toEqual({ status: 400, details: [{ path, message }] });
});

test("one bad event of 10 000 refuses them all", async () => {
  const events = Array<string>(10_000).fill(`{${GOOD}}`);
  events[9_999] = `{${GOOD},"timestamp":"yesterday"}`;
  const { status, error } = await post("/v1/events/batch", `{"events":[${events.join(",")}]}`);
  expect({ status, details: error?.details }).toEqual({
    status: 400,
    details: [{ path: "events[9999].timestamp", message: `events[9999].timestamp ${INSTANT}` }],
  });
});

test("of many faults a hundred are listed, of the body and the query together", async () => {
  const batch = `{"events":[${Array<string>(500).fill("{}").join(",")}],"surprise":1}`;
  const { status, error } = await post("/v1/events/batch?surprise=1", batch);
  expect({ status, count: error?.details?.length, first: error?.details?.[0]?.path }).toEqual({
    status: 400,
    count: 100,
    first: "surprise",
  });
});

test.each([
  ["no line", "\n \r\n\t\n", "Request body must have at least one line"],
  ["a list", `{${GOOD}}\n[]`, "Line 2 must start with { and end with }"],
  ["half an event", `\n{${GOOD}\n{${GOOD}}`, "Line 2 must start with { and end with }"],
  ["an event that goes over two lines", `{${GOOD},\n"idempotencyKey":"1"}`, null],
  ["a line of 65 537 bytes", `{${GOOD}}\n{${" ".repeat(65_535)}}\n`, "Line 2 must have at most 65536 bytes"],
  ["100 001 lines", "{}\n".repeat(100_001), "Request body must have at most 100000 lines"],
  ["a byte order mark", `\ufeff{${GOOD}}`, "Line 1 must start with { and end with }"],
])("NDJSON of %s is refused, and the line is named", async (_, raw, message) => {
  const { status, error } = await lines(raw);
  expect({ status, code: error?.code }).toEqual({ status: 400, code: "VALIDATION_ERROR" });
  expect(error?.details?.map((detail) => detail.message)).toEqual(
    message === null
      ? ["Line 1 must start with { and end with }", "Line 2 must start with { and end with }"]
      : [message],
  );
});

test("NDJSON is no body of a single event", async () => {
  const { status, error } = await post("/v1/events", `{${GOOD}}`, "application/x-ndjson");
  expect({ status, message: error?.message }).toEqual({
    status: 415,
    message: "Content-Type must be application/json",
  });
});
