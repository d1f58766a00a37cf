import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExactJson } from "@/lib/api/exact-json";
import { checkEvent, checkEvents } from "@/lib/events/check-events";
import { EventFields } from "@/lib/events/event-fields";
import { EventList } from "@/lib/events/event-list";
import { NOT_JSON, readEvent } from "@/lib/events/read-event";
import { notJson } from "./json-texts";
import { brokenEvents, eventTexts, NOW_MS } from "./sent-events";

const fields = new EventFields();
const GOOD = '{"eventName":"a","externalCustomerId":"c"}';

function isJson(bytes: Uint8Array): boolean {
  try {
    parseExactJson(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** What the slow path alone says of each event. */
const faultPathsOf = (events: readonly Buffer[]): string[] =>
  events.flatMap((bytes, at) => {
    const faults = readEvent(bytes, 0, bytes.length, NOW_MS, fields, ["events", at]);
    return faults === NOT_JSON ? [] : faults.map(({ path }) => path);
  });

const spaces = fc.constantFrom("", " ", "\n", "\t ", "\r\n");
const events = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: eventTexts.map((text) => Buffer.from(text)) },
    { weight: 1, arbitrary: brokenEvents },
  ),
  { minLength: 1, maxLength: 4 },
);

test("a batch is accepted, faulty or no JSON exactly as its events are when each is read on its own", async () => {
  await fc.assert(
    fc.asyncProperty(events, spaces, async (list, space) => {
      const parts = list.flatMap((bytes, at) => [Buffer.from(at === 0 ? space : `${space},${space}`), bytes]);
      const body = Buffer.concat([
        Buffer.from(`{${space}"events"${space}:${space}[`),
        ...parts,
        Buffer.from(`${space}]${space}}`),
      ]);
      const checked = await checkEvents(body, NOW_MS);
      if (!isJson(body)) {
        expect(checked).toBe(NOT_JSON);
        return;
      }
      // A change can turn one event into two, or let one swallow the next: then only acceptance can be compared.
      if (!list.every(isJson)) return;
      const paths = faultPathsOf(list);
      if (paths.length > 0) expect(checked).toMatchObject({ faults: paths.map((path) => ({ path })) });
      else expect(checked).toMatchObject({ count: list.length });
    }),
    { numRuns: 10_000 },
  );
});

test("the list that is kept of an accepted batch has the events of the body, element by element", async () => {
  const body = Buffer.from(`{"events":[1],"events": [ ${GOOD} ,\n${GOOD}]}`);
  const checked = await checkEvents(body, NOW_MS);
  if (checked === NOT_JSON || "faults" in checked) throw new Error("It is a right body");
  const list = new EventList(body, checked.start, checked.end);
  const found: string[] = [];
  while (list.next()) {
    const { start } = list;
    found.push(body.toString("utf8", start, list.skip()));
  }
  expect(found.map((text) => text.trim())).toEqual([GOOD, GOOD]);
  expect(list.end).toBe(checked.end);
});

test("a member beside the events is named, however its name is written", async () => {
  for (const [name, path] of [
    ["surprise", "surprise"],
    ["\\u0073urprise", "surprise"],
    ["__proto__", "__proto__"],
  ]) {
    const checked = await checkEvents(Buffer.from(`{"events":[${GOOD}],"${name}":{"a":[1,"]"]}}`), NOW_MS);
    expect(checked).toEqual({ faults: [{ path, message: `${path} is not a known field` }] });
  }
  expect(await checkEvents(Buffer.from(`{"\\u0065vents":[${GOOD}]}`), NOW_MS)).toMatchObject({ count: 1 });
});

test("what is longer than any event is refused without a look at what follows", async () => {
  const long = `"${"x".repeat(2_000_000)}"`;
  const tooLong = { path: "events[1]", message: "events[1] must have at most 1048576 bytes" };
  expect(await checkEvents(Buffer.from(`{"events":[${GOOD},{"eventName":${long}},{}]}`), NOW_MS)).toEqual({
    faults: [tooLong],
  });
  expect(await checkEvents(Buffer.from(`{"a":1,"b":[${long}],"events":[${GOOD}]}`), NOW_MS)).toMatchObject({
    faults: [{ path: "a" }, { path: "b" }],
  });
});

describe.each(notJson)("%s", (_, text) => {
  test("is no JSON, alone, within an event and within a batch", async () => {
    const within = Buffer.concat([
      Buffer.from('{"eventName":"a","externalCustomerId":"c","properties":{"p":'),
      text,
      Buffer.from("}}"),
    ]);
    const batch = Buffer.concat([Buffer.from(`{"events":[${GOOD},`), text, Buffer.from("]}")]);
    for (const bytes of [text, within, batch]) expect(isJson(bytes), bytes.toString()).toBe(false);
    expect(checkEvent(text, NOW_MS)).toBe(NOT_JSON);
    expect(checkEvent(within, NOW_MS)).toBe(NOT_JSON);
    expect(await checkEvents(batch, NOW_MS)).toBe(NOT_JSON);
  });
});
