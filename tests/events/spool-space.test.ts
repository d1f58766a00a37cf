// What the spool takes of the disk, and what happens where there is no more of it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { openSpool } from "@/lib/events/spool";
import { SpoolReader } from "@/lib/events/spool-reader";
import type { NewBatch } from "@/lib/events/spooled-batch";
import { bundleTestProgram } from "../support/test-program";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "mintkey-space-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const MEBIBYTE = 1_048_576;
const batchOf = (requestId: string, bytes: number): NewBatch => ({
  organizationId: "5c1e0000-0000-4000-8000-000000000001",
  requestId,
  kind: "lines",
  idempotencyKey: null,
  eventCount: 1,
  body: Buffer.alloc(bytes, "x"),
});
const segments = (path = directory) => readdirSync(path).filter((name) => /^\d+$/.test(name));
const bytesOnDisk = () =>
  segments().reduce((sum, name) => sum + statSync(join(directory, name, "data.mdb")).blocks * 512, 0);

test("a backlog is kept in segments, and what is shipped gives its room back", async () => {
  const spool = openSpool(directory, MEBIBYTE);
  const reader = new SpoolReader(directory);
  for (let at = 0; at < 40; at++) await spool.append(batchOf(String(at), 200_000));
  // An append waits for a change of segments that the one before it began.
  await spool.append(batchOf("40", 10));
  expect(segments().length).toBeGreaterThan(3);
  expect(reader.oldest(Number.MAX_SAFE_INTEGER).map(({ batch }) => batch.requestId)).toEqual(
    Array.from({ length: 41 }, (_, at) => String(at)),
  );
  const full = bytesOnDisk();
  while (reader.backlog().events > 0) await reader.remove(reader.oldest(500_000).map(({ key }) => key));
  expect(segments()).toHaveLength(1);
  expect(bytesOnDisk()).toBeLessThan(full / 4);
  await spool.append(batchOf("later", 10));
  expect(spool.backlog()).toMatchObject({ events: 1 });
  expect(reader.oldest(1).map(({ batch }) => batch.requestId)).toEqual(["later"]);
  await reader.close();
  await spool.close();
});

test("shipped without a pause, a spool stays as small as what waits in it", async () => {
  const spool = openSpool(directory, 64 * MEBIBYTE);
  const reader = new SpoolReader(directory);
  for (let at = 0; at < 200; at++) {
    await spool.append(batchOf(String(at), 200_000));
    await reader.remove(reader.oldest(MEBIBYTE).map(({ key }) => key));
  }
  expect(bytesOnDisk()).toBeLessThan(4 * MEBIBYTE);
  await reader.close();
  await spool.close();
});

test("a piece that was seen empty and has been filled since is not taken for drained, and is read", async () => {
  const spool = openSpool(directory, MEBIBYTE);
  const reader = new SpoolReader(directory);
  await spool.append(batchOf("first", MEBIBYTE));
  while (segments().length < 2) await setImmediate();
  // As long as its turn lasts a thread sees what it saw first; the end of a turn is a timer to it.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const [first] = reader.oldest(Number.MAX_SAFE_INTEGER);
    await spool.append(batchOf("second", MEBIBYTE));
    while (segments().length < 3) await setImmediate();
    await reader.remove(first ? [first.key] : []);
    expect(reader.backlog()).toMatchObject({ events: 1 });
    expect(reader.oldest(1).map(({ batch }) => batch.requestId)).toEqual(["second"]);
  } finally {
    vi.useRealTimers();
  }
  await reader.close();
  await spool.close();
});

test("a deletion that a crash interrupted is finished when the spool is opened", async () => {
  mkdirSync(join(directory, "000000000007.drained"));
  writeFileSync(join(directory, "000000000007.drained", "data.mdb"), "half");
  const spool = openSpool(directory);
  expect(readdirSync(directory).filter((name) => name.endsWith(".drained"))).toEqual([]);
  await spool.close();
});

test("a segment that a crash left empty and without a file is used, and nothing before it is lost", async () => {
  const spool = openSpool(directory);
  await spool.append(batchOf("kept", 10));
  await spool.close();
  mkdirSync(join(directory, "000000000002"));
  const again = openSpool(directory);
  await again.append(batchOf("next", 10));
  const reader = new SpoolReader(directory);
  expect(reader.oldest(Number.MAX_SAFE_INTEGER).map(({ batch }) => batch.requestId)).toEqual(["kept", "next"]);
  expect(again.backlog().events).toBe(2);
  await reader.close();
  await again.close();
});

const filled = z.object({
  accepted: z.array(z.string()),
  whenFull: z.array(z.string()),
  backlogWhenFull: z.number(),
  atLast: z.array(z.string()),
  backlogAtLast: z.number(),
});

test("without room on the disk a batch is refused whole, and taken again once there is room", async () => {
  const program = await bundleTestProgram("tests/support/spool-filler.ts");
  // To the process, a limit on the size of files is a disk that is full. Ignored, its signal becomes the error of a write.
  const limited = 'trap \'\' XFSZ; ulimit -f 8192; exec "$0" "$@"';
  const child = spawn("bash", ["-c", limited, process.execPath, program.path, directory], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const [message] = await Promise.race([once(child, "message"), once(child, "exit")]);
  const { accepted, whenFull, backlogWhenFull, atLast, backlogAtLast } = filled.parse(message);
  expect(accepted.length).toBeGreaterThan(3);
  expect(whenFull).toEqual(accepted);
  expect(backlogWhenFull).toBe(accepted.length);
  expect(atLast).toEqual([...accepted.slice(2), "again"]);
  expect(backlogAtLast).toBe(accepted.length - 1);
  program.remove();
});
