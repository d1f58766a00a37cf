import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSpool, type Spool, SpoolAway } from "@/lib/events/spool";
import { SpoolReader } from "@/lib/events/spool-reader";
import { arrivalMsOf, type NewBatch } from "@/lib/events/spooled-batch";

let directory: string;
let spool: Spool;
let reader: SpoolReader;

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "mintkey-spool-")), "spool");
  spool = openSpool(directory);
  reader = new SpoolReader(directory);
});
afterEach(async () => {
  await reader.close();
  await spool.close();
  rmSync(join(directory, ".."), { recursive: true });
});

const batchOf = (requestId: string, body = "{}", eventCount = 1): NewBatch => ({
  organizationId: "5c1e0000-0000-4000-8000-000000000001",
  requestId,
  kind: "batch",
  idempotencyKey: null,
  eventCount,
  body: Buffer.from(body),
});
const waiting = () => reader.oldest(1_000_000_000).map(({ batch }) => batch.requestId);

async function reopen(segmentBytesMax?: number): Promise<void> {
  await reader.close();
  await spool.close();
  spool = openSpool(directory, segmentBytesMax);
  reader = new SpoolReader(directory);
}

test("batches wait in the order in which they were accepted, each microsecond once", async () => {
  const before = Date.now();
  const accepted = await Promise.all(["a", "b", "c", "d"].map((id) => spool.append(batchOf(id))));
  expect(new Set(accepted).size).toBe(4);
  expect(accepted).toEqual([...accepted].sort((one, other) => one - other));
  expect(waiting()).toEqual(["a", "b", "c", "d"]);
  const [first] = reader.oldest(1);
  expect(first?.batch.acceptedUs).toBe(accepted[0]);
  expect(first && arrivalMsOf(first.batch)).toBeGreaterThanOrEqual(before);
});

test("what was appended is there after reopening, and later batches come after it", async () => {
  const first = await spool.append(batchOf("first", "x".repeat(100_000)));
  await reopen();
  const second = await spool.append(batchOf("second"));
  expect(second).toBeGreaterThan(first);
  expect(waiting()).toEqual(["first", "second"]);
});

test("the oldest are given out up to the bytes asked for, and one at least", async () => {
  for (const id of ["a", "b", "c"]) await spool.append(batchOf(id, "x".repeat(10_000)));
  expect(reader.oldest(1)).toHaveLength(1);
  expect(reader.oldest(25_000)).toHaveLength(2);
});

test("a removed batch is gone, also after reopening", async () => {
  for (const id of ["a", "b", "c"]) await spool.append(batchOf(id));
  await reader.remove(
    reader
      .oldest(1_000)
      .slice(0, 2)
      .map(({ key }) => key),
  );
  expect(waiting()).toEqual(["c"]);
  await reopen();
  expect(waiting()).toEqual(["c"]);
});

test("the backlog says how many events and bytes wait, and since when", async () => {
  expect(spool.backlog()).toEqual({ events: 0, bytes: 0, oldestAcceptedUs: null });
  const accepted: number[] = [];
  for (const [id, count] of [
    ["a", 1],
    ["b", 20],
    ["c", 300],
  ] as const)
    accepted.push(await spool.append(batchOf(id, "x".repeat(1_000), count)));
  expect(spool.backlog()).toMatchObject({ events: 321, oldestAcceptedUs: accepted[0] });
  expect(spool.backlog().bytes).toBeGreaterThan(3_000);
  await reader.remove(reader.oldest(1).map(({ key }) => key));
  expect(spool.backlog()).toMatchObject({ events: 320, oldestAcceptedUs: accepted[1] });
  expect(reader.backlog()).toEqual(spool.backlog());
  await reopen();
  expect(spool.backlog()).toMatchObject({ events: 320, oldestAcceptedUs: accepted[1] });
  await reader.remove(reader.oldest(1_000_000).map(({ key }) => key));
  expect(spool.backlog()).toEqual({ events: 0, bytes: 0, oldestAcceptedUs: null });
});

test("a spool that is open has one owner", () => {
  expect(() => openSpool(directory)).toThrow(/uses the event spool/);
});

test("a closed spool accepts nothing", async () => {
  await spool.close();
  await expect(spool.append(batchOf("late"))).rejects.toThrow(SpoolAway);
  expect(await spool.isUp()).toBe(false);
  spool = openSpool(directory);
  expect(waiting()).toEqual([]);
});

test("nobody else on the machine can look into a spool", () => {
  expect(statSync(directory).mode & 0o077).toBe(0);
});
