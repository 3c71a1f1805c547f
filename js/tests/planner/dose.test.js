// Numbers of a dose: what one press does, and which of them mean something.
import assert from "node:assert/strict";
import test from "node:test";
import { AMOUNTS, nudged } from "../../planner/dose.js";
import { dose } from "./toy.js";

test("a press stays within the range, and a field without a number counts from 0", () => {
  const range = { min: 1, max: 10 };
  assert.equal(nudged(9, 1, range), 10);
  assert.equal(nudged(10, 1, range), 10);
  assert.equal(nudged(1, -1, range), 1);
  assert.equal(nudged(Number.NaN, 5, range), 5);
  assert.equal(nudged(Number.NaN, -5, range), 1);
});

/** @param {Parameters<typeof dose>[0]} parts */
const fitting = (parts) => AMOUNTS.filter(({ fits }) => fits(dose(parts))).map(({ name }) => name);

test("a held dose has a hold and no moving time; a moved one has both", () => {
  assert.deepEqual(fitting({}), ["sets", "reps", "hold_s", "rest_rep_s"]);
  assert.deepEqual(fitting({ hold_s: 0, tempo_s: 4 }), ["sets", "reps", "hold_s", "tempo_s", "rest_rep_s"]);
  assert.deepEqual(fitting({ hold_s: 0 }), ["sets", "reps", "hold_s", "tempo_s", "rest_rep_s"]);
});

test("a timed dose has its time alone, and a rest needs two things to stand between", () => {
  assert.deepEqual(fitting({ duration_s: 600, reps: 1, hold_s: 0 }), ["sets", "duration_s"]);
  assert.deepEqual(fitting({ sets: 2, reps: 1 }), ["sets", "reps", "hold_s", "rest_set_s"]);
});
