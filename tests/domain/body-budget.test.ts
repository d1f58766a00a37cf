import { expect, test } from "vitest";
import { BodyBudget } from "@/lib/api/body-budget";

/** Whether the promise, if there is one, has been kept by now. */
async function isThrough(taking: void | Promise<void>): Promise<boolean> {
  const pending = Symbol("pending");
  return (await Promise.race([taking, Promise.resolve().then(() => pending)])) !== pending;
}

test("what fits is given at once, and what is released is there again", async () => {
  const budget = new BodyBudget(100);
  const one = budget.open();
  const other = budget.open();
  expect([one.take(60), other.take(40)]).toEqual([undefined, undefined]);
  expect(budget.usedBytes).toBe(100);
  const waiting = other.take(1);
  expect(await isThrough(waiting)).toBe(false);
  one.release();
  expect(await isThrough(waiting)).toBe(true);
  expect(budget.usedBytes).toBe(41);
  other.release();
  expect(budget.usedBytes).toBe(0);
});

test("the request that began first goes on above the bound, so that somebody always does", async () => {
  const budget = new BodyBudget(100);
  const [first, second, third] = [budget.open(), budget.open(), budget.open()];
  void second.take(50);
  void third.take(50);
  const waiting = [second.take(10), third.take(10)];
  expect(await isThrough(first.take(500))).toBe(true);
  expect(await Promise.all(waiting.map(isThrough))).toEqual([false, false]);
  first.release();
  expect(await Promise.all(waiting.map(isThrough))).toEqual([true, false]);
  second.release();
  expect(await Promise.all(waiting.map(isThrough))).toEqual([true, true]);
});

test("nobody overtakes who waits", async () => {
  const budget = new BodyBudget(100);
  const [first, second, third] = [budget.open(), budget.open(), budget.open()];
  void first.take(95);
  const large = second.take(50);
  const small = third.take(1);
  expect(await Promise.all([large, small].map(isThrough))).toEqual([false, false]);
  first.release();
  expect(await Promise.all([large, small].map(isThrough))).toEqual([true, true]);
});

test("a share that was given back twice counts once, and one that waits no longer counts at all", async () => {
  const budget = new BodyBudget(100);
  const [first, second] = [budget.open(), budget.open()];
  void first.take(100);
  void second.take(10);
  second.release();
  first.release();
  first.release();
  expect(budget.usedBytes).toBe(0);
});
