import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AuditEntry,
  auditEntryText,
  CHAIN_START,
  canonicalJson,
  differenceOf,
  type Json,
} from "@/lib/domain/audit";

const json = fc.jsonValue({ maxDepth: 4 }).map((value): Json => JSON.parse(JSON.stringify(value)));
const object = fc.dictionary(fc.string({ maxLength: 6 }), json, { maxKeys: 8, noNullPrototype: true });

/** The same value with the members of each object in another order. */
function reordered(value: Json, seed: number): Json {
  if (value === null || typeof value !== "object") return value;
  if (isList(value)) return value.map((item) => reordered(item, seed));
  const members = Object.entries(value).map(([name, member]) => [name, reordered(member, seed)] as const);
  return Object.fromEntries(
    seed % 2 === 0 ? members.reverse() : members.sort(([one], [other]) => (one < other ? 1 : -1)),
  );
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const entry: AuditEntry = {
  organizationId: "org-1",
  sequence: 7,
  id: "entry-7",
  occurredAt: new Date("2026-11-22T10:00:00.123Z"),
  action: "api_key.revoked",
  actor: { kind: "member", name: "Ada" },
  target: { id: "key-1", name: "ci" },
  before: null,
  after: { revokedAt: "2026-11-22T10:00:00.123Z" },
  details: null,
  previousHash: CHAIN_START,
};

test("equal facts give equal texts, whatever the order of members", () => {
  fc.assert(
    fc.property(json, fc.nat(1), (value, seed) => {
      expect(canonicalJson(reordered(value, seed))).toBe(canonicalJson(value));
    }),
  );
});

test("the canonical text reads back as the same value, so different facts have different texts", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(value);
    }),
  );
});

test("the order of a list counts", () => {
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test("each fact of an entry is in the text it is hashed over", () => {
  const texts = [
    entry,
    { ...entry, organizationId: "org-2" },
    { ...entry, sequence: 8 },
    { ...entry, id: "entry-8" },
    { ...entry, occurredAt: new Date("2026-11-22T10:00:00.124Z") },
    { ...entry, action: "api_key.created" },
    { ...entry, actor: { kind: "member", name: "Bob" } },
    { ...entry, target: { id: "key-2", name: "ci" } },
    { ...entry, before: {} },
    { ...entry, after: null },
    { ...entry, details: { note: "" } },
    { ...entry, previousHash: "1".repeat(64) },
  ].map(auditEntryText);
  expect(new Set(texts).size).toBe(texts.length);
});

test("the instant of an entry is told in UTC to the millisecond", () => {
  expect(auditEntryText(entry)).toContain('"occurredAt":"2026-11-22T10:00:00.123Z"');
});

test("a difference holds exactly the members that changed, with both values", () => {
  fc.assert(
    fc.property(object, object, (before, after) => {
      const difference = differenceOf(before, after);
      for (const [name, value] of Object.entries(after)) {
        const was = Object.hasOwn(before, name) ? (before[name] ?? null) : null;
        const changed = canonicalJson(was) !== canonicalJson(value);
        expect(Object.hasOwn(difference.after, name)).toBe(changed);
        if (changed) expect([difference.before[name], difference.after[name]]).toEqual([was, value]);
      }
      expect(Object.keys(difference.before)).toEqual(Object.keys(difference.after));
    }),
  );
});

test("two states with equal facts have no difference", () => {
  fc.assert(
    fc.property(object, fc.nat(1), (state, seed) => {
      const same = Object.fromEntries(Object.entries(state).map(([name, value]) => [name, reordered(value, seed)]));
      expect(differenceOf(state, same)).toEqual({ before: {}, after: {} });
    }),
  );
});
