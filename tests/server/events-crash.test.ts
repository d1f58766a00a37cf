// Accepted usage through the death of any process on its way.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { type EventPipeline, openEventPipeline, type PipelineCaller } from "../support/event-pipeline";
import { FORMS, type ReadBack, SentLedger } from "../support/sent-ledger";
import { UsageSender } from "../support/usage-sender";

const ROUNDS = Number(process.env.MINTKEY_TEST_CRASH_ROUNDS ?? 6);
/** Then everything is read back, and another organization begins: what is lost early must not be hidden by later versions. */
const CHAPTER_ROUNDS = 20;
const SENDERS = 4;
const LIFE_MS_MAX = 1_000;
const DAY_MS = 86_400_000;
const SLICES = 8;

const sentProperties = z.strictObject({ version: z.number(), form: z.enum(FORMS) });
type Stored = ReadBack & z.output<typeof sentProperties>;

let pipeline: EventPipeline;

beforeAll(async () => {
  pipeline = await openEventPipeline();
});
afterAll(() => pipeline?.close());

test(
  `after ${ROUNDS} SIGKILLs of API server and ClickHouse every acknowledged event counts exactly once, in its last version`,
  async () => {
    for (let left = ROUNDS; left > 0; left -= CHAPTER_ROUNDS) await killAndCount(Math.min(left, CHAPTER_ROUNDS));
  },
  60_000 + ROUNDS * 10_000,
);

async function killAndCount(rounds: number): Promise<void> {
  const caller = await pipeline.join();
  const now = new Date();
  const ledger = new SentLedger();
  const senders = Array.from({ length: SENDERS }, (_, at) => new UsageSender(`sender ${at}`, caller, ledger, now));
  const sending = Promise.all(senders.map((sender) => sender.run()));
  for (let round = 0; round < rounds; round++) await killSome(() => ledger.count("accepted"));
  for (const sender of senders) sender.stop();
  await sending;
  await Promise.all([pipeline.server.whenServing(), pipeline.clickHouse.whenServing()]);
  await caller.drained();
  const listed = await listedIn(caller, now);
  const rejected = (await caller.rejected()).map(({ idempotencyKey }) => idempotencyKey);
  expect(ledger.faultsOf(listed, rejected)).toEqual([]);
  expect([...pipeline.server.faults, ...pipeline.clickHouse.faults]).toEqual([]);
  await expectSums(caller, now, listed);
  // Else there was nothing to lose.
  expect(ledger.count("accepted")).toBeGreaterThan(rounds);
}

/** One process or both, at any moment: mostly once both serve and accept again, at times while they start. */
async function killSome(accepted: () => number): Promise<void> {
  const { server, clickHouse } = pipeline;
  const before = accepted();
  if (Math.random() < 0.8) {
    await Promise.all([server.whenServing(), clickHouse.whenServing()]);
    await vi.waitUntil(() => accepted() > before, { timeout: 30_000, interval: 5 });
  }
  await sleep(Math.random() * LIFE_MS_MAX);
  const chance = Math.random();
  if (chance < 0.7) server.kill();
  if (chance > 0.4) clickHouse.kill();
}

async function listedIn(caller: PipelineCaller, now: Date): Promise<Stored[]> {
  const starts = Array.from(
    { length: SLICES + 1 },
    (_, at) => new Date(now.getTime() - DAY_MS + (at * DAY_MS) / SLICES),
  );
  const pages = await Promise.all(
    starts.map((start) => caller.events(start, new Date(start.getTime() + DAY_MS / SLICES))),
  );
  return pages.flat().map(({ idempotencyKey, properties }) => ({
    key: idempotencyKey,
    ...sentProperties.parse(properties),
  }));
}

/** What is summed up is what is listed, as a whole and by the form that it came in. */
async function expectSums(caller: PipelineCaller, now: Date, listed: readonly Stored[]): Promise<void> {
  const start = new Date(now.getTime() - 2 * DAY_MS).toISOString();
  const end = new Date(now.getTime() + DAY_MS).toISOString();
  const { totalCount, breakdown } = await caller.usage(`start=${start}&end=${end}&window=DAY&groupBy=form`);
  expect(totalCount).toBe(listed.length);
  for (const form of FORMS) {
    const counted = breakdown.filter(({ group }) => group.form === form).reduce((sum, { count }) => sum + count, 0);
    expect([form, counted]).toEqual([form, listed.filter((event) => event.form === form).length]);
  }
}
