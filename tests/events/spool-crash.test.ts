// A process is killed while it appends. What it reported is there; what it did not is there whole or not at all.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openSpool } from "@/lib/events/spool";
import { SpoolReader } from "@/lib/events/spool-reader";
import { bundleTestProgram, type TestProgram } from "../support/test-program";

const ROUNDS = 12;
const KILLED_AFTER_MS_MAX = 120;

let directory: string;
let program: TestProgram;

beforeAll(async () => {
  program = await bundleTestProgram("tests/support/spool-appender.ts");
  directory = mkdtempSync(join(tmpdir(), "mintkey-crash-"));
});
afterAll(() => {
  program.remove();
  rmSync(directory, { recursive: true, force: true });
});

const report = z.object({ requestId: z.string() });

/** What the process reported as accepted before it was killed. */
async function killedWhileAppending(round: number): Promise<string[]> {
  const child: ChildProcess = fork(program.path, [directory, String(round)]);
  const accepted: string[] = [];
  child.on("message", (message) => void accepted.push(report.parse(message).requestId));
  await once(child, "message");
  await sleep(Math.random() * KILLED_AFTER_MS_MAX);
  child.kill("SIGKILL");
  await once(child, "close");
  return accepted;
}

test("after a kill every reported batch is there, and no batch is there in part", { timeout: 60_000 }, async () => {
  const reported: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    reported.push(...(await killedWhileAppending(round)));
    const spool = openSpool(directory);
    const reader = new SpoolReader(directory);
    const waiting = reader.oldest(Number.MAX_SAFE_INTEGER);
    const found = new Set(waiting.map(({ batch }) => batch.requestId));
    expect(reported.filter((requestId) => !found.has(requestId))).toEqual([]);
    for (const { batch } of waiting) {
      // Each body repeats one letter, as often as its request id says.
      const [, letter, length] = batch.requestId.split(":");
      expect(batch.body.length).toBe(Number(length));
      expect(batch.body.every((byte) => byte === letter?.charCodeAt(0))).toBe(true);
    }
    expect(spool.backlog().events).toBe(waiting.reduce((sum, { batch }) => sum + batch.eventCount, 0));
    await reader.remove(waiting.slice(0, waiting.length / 2).map(({ key }) => key));
    const removed = new Set(waiting.slice(0, waiting.length / 2).map(({ batch }) => batch.requestId));
    reported.splice(0, reported.length, ...reported.filter((requestId) => !removed.has(requestId)));
    await reader.close();
    await spool.close();
  }
  expect(reported.length).toBeGreaterThan(0);
});
