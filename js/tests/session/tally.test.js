// What was done, by the player's clock.
import assert from "node:assert/strict";
import test from "node:test";
import { stepsOf, toAllow } from "../../session/steps.js";
import { kilos, whole, worked } from "../../session/tally.js";
import { facts, lift, stretch, walk } from "./toy.js";

/** @import { Item } from "../../session/facts.js" */

/**
 * The steps of one exercise, and the seconds of each as if all had run.
 * @param {Item} item
 */
function full(item) {
  const steps = stepsOf([item], facts);
  return { steps, spent: steps.map((step) => step.end_s - step.start_s) };
}

test("steps touch from one exercise to the next, and keep what the plan says of each", () => {
  const steps = stepsOf([walk, lift], facts);
  assert.deepEqual(steps.slice(1, 3), [
    { start_s: 5, end_s: 65, kind: "move", item: "i2", set: 1, rep: 1, side: null },
    { start_s: 65, end_s: 70, kind: "setup", item: "i3", set: 1, rep: null, side: null },
  ]);
  assert.ok(steps.slice(1).every((step, n) => step.start_s === steps[n]?.end_s));
  assert.deepEqual(stepsOf([], facts), []);
});

test("a rest between two exercises belongs to the one that comes", () => {
  const steps = stepsOf([walk, lift], { rest_ex_s: 20 });
  assert.deepEqual(steps.slice(1, 4), [
    { start_s: 5, end_s: 65, kind: "move", item: "i2", set: 1, rep: 1, side: null },
    { start_s: 65, end_s: 85, kind: "between", item: "i3", set: 1, rep: null, side: null },
    { start_s: 85, end_s: 90, kind: "setup", item: "i3", set: 1, rep: null, side: null },
  ]);
  assert.equal(steps.filter((step) => step.kind === "between").length, 1);
});

test("the time to allow has the session, the rests and the ways from place to place of those that are chosen", () => {
  const rested = { ...facts, rest_ex_s: 20 };
  assert.equal(toAllow([stretch, walk, lift], facts), 115 + 65 + 17 + 30 + 5);
  assert.equal(toAllow([stretch, lift], facts), 115 + 17 + 30);
  assert.equal(toAllow([walk], rested), 65);
  assert.equal(toAllow([stretch, walk, lift], rested), 115 + 65 + 17 + 30 + 5 + 2 * 20);
  assert.equal(toAllow([], rested), 0);
});

test("all of it is what was prescribed: the last set and the seconds where the dose has them", () => {
  assert.deepEqual(whole(stretch), {
    status: "done",
    sets_done: "2",
    reps_done: "2",
    reps_last_set: "2",
    hold_done_s: "10",
  });
  assert.deepEqual(whole(walk), { status: "done", sets_done: "1", reps_done: "1", hold_done_s: "60" });
  assert.deepEqual(whole(lift), { status: "done", sets_done: "1", reps_done: "3" });
});

test("seconds for which the diary has no room are left out", () => {
  assert.equal(whole({ ...walk, duration_s: 10_000 }).hold_done_s, "10000");
  assert.equal(whole({ ...walk, duration_s: 10_800 }).hold_done_s, "");
});

test("whoever let every step run did all of it, on each side", () => {
  for (const item of [stretch, walk, lift]) {
    const { steps, spent } = full(item);
    for (const side of item.sides) assert.deepEqual(worked(item, side, steps, spent), whole(item));
  }
});

test("a tenth of a second that the clock has not seen is no missing repetition, more is", () => {
  const { steps, spent } = full(stretch);
  const short = steps.findIndex((step) => step.kind === "hold" && step.side === "right");
  spent[short] = 9.91;
  assert.equal(worked(stretch, "right", steps, spent).status, "done");
  spent[short] = 9.89;
  assert.equal(worked(stretch, "right", steps, spent).status, "partial");
  assert.equal(worked(stretch, "left", steps, spent).status, "done");
});

test("whoever did no work did nothing, however long the breaks", () => {
  const { steps, spent } = full(stretch);
  const idle = spent.map((seconds, n) => (steps[n]?.kind === "hold" ? 0 : seconds));
  assert.deepEqual(worked(stretch, "left", steps, idle), { status: "not_done" });
});

test("a side that was never reached is not done, while the other one is", () => {
  const { steps, spent } = full(stretch);
  const left = spent.map((seconds, n) => (steps[n]?.side === "right" ? 0 : seconds));
  assert.equal(worked(stretch, "left", steps, left).status, "done");
  assert.deepEqual(worked(stretch, "right", steps, left), { status: "not_done" });
});

test("in part: sets with a full repetition, the fewest before the last set, those of the last, the longest hold", () => {
  const { steps, spent } = full(stretch);
  // Left: both of set 1, the first one of set 2, and half of the second.
  const part = spent.map((seconds, n) => {
    const step = steps[n];
    return step?.side === "left" && step.set === 2 && step.rep === 2 ? 5.5 : seconds;
  });
  assert.deepEqual(worked(stretch, "left", steps, part), {
    status: "partial",
    sets_done: "2",
    reps_done: "2",
    reps_last_set: "1",
    hold_done_s: "10",
  });
});

test("repetitions done are the fewest of the sets before the last", () => {
  /** @type {Item} */
  const item = {
    ...lift,
    sets: 3,
    reps: 2,
    steps: [1, 2, 3].flatMap((set) => [
      ["move", 4, set, 1, null],
      ["move", 4, set, 2, null],
    ]),
  };
  const { steps } = full(item);
  const { sets_done, reps_done, reps_last_set } = worked(item, "both", steps, [4, 4, 4, 1, 4, 4]);
  assert.deepEqual([sets_done, reps_done, reps_last_set], ["3", "1", "2"]);
});

test("a set that was not begun is no set, and the last set is the last with anything full", () => {
  const { steps, spent } = full(stretch);
  const first = spent.map((seconds, n) => (steps[n]?.set === 2 ? 0 : seconds));
  assert.deepEqual(worked(stretch, "left", steps, first), {
    status: "partial",
    sets_done: "1",
    reps_done: "2",
    reps_last_set: "2",
    hold_done_s: "10",
  });
});

test("work without one full repetition is in part: no set, no repetition, the seconds that it took", () => {
  const { steps, spent } = full(walk);
  assert.deepEqual(worked(walk, "both", steps, [5, 42.95]), {
    status: "partial",
    sets_done: "0",
    reps_done: "0",
    hold_done_s: "43",
  });
  assert.equal(worked(walk, "both", steps, [5, 42.5]).hold_done_s, "42");
  assert.equal(worked(walk, "both", steps, spent).status, "done");
});

test("repetitions without a hold have no seconds to tell", () => {
  const { steps } = full(lift);
  assert.deepEqual(worked(lift, "both", steps, [5, 4, 4, 1]), { status: "partial", sets_done: "1", reps_done: "2" });
});

test("a repetition of a movement and a hold is full when both are", () => {
  /** @type {Item} */
  const item = {
    ...lift,
    reps: 1,
    hold_s: 3,
    steps: [
      ["move", 4, 1, 1, null],
      ["hold", 3, 1, 1, null],
    ],
  };
  const { steps } = full(item);
  assert.deepEqual(worked(item, "both", steps, [4, 3]), whole(item));
  for (const spent of [
    [4, 1],
    [1, 3],
  ]) {
    const { status, sets_done, hold_done_s } = worked(item, "both", steps, spent);
    assert.deepEqual([status, sets_done, hold_done_s], ["partial", "0", `${spent[1]}`]);
  }
});

test("of two exercises each counts its own steps", () => {
  const steps = stepsOf([walk, lift], facts);
  const spent = steps.map((step) => (step.item === "i3" ? step.end_s - step.start_s : 0));
  assert.equal(worked(walk, "both", steps, spent).status, "not_done");
  assert.equal(worked(lift, "both", steps, spent).status, "done");
});

test("a load is kilograms with a point or a comma, up to 500; anything else is no answer", () => {
  for (const [typed, read] of /** @type {const} */ ([
    ["5", "5"],
    [" 2,5 ", "2.5"],
    ["0", "0"],
    ["500", "500"],
    ["1.123456", "1.123456"],
    ["500.5", ""],
    ["1.1234567", ""],
    ["1,000.5", ""],
    ["-5", ""],
    ["5 kg", ""],
    ["1e2", ""],
    ["", ""],
  ])) {
    assert.equal(kilos(typed), read, typed);
  }
});
