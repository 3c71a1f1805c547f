// In which order the cases stand.
import assert from "node:assert/strict";
import test from "node:test";
import { COLUMNS, FIRST, ordered, pressed } from "../../caseload/order.js";
import { one } from "./toy.js";

const week = (/** @type {number | null} */ done) => ({ said: "", done, missing: 0 });
const CASES = [
  one({ patient: "P-10", place: 0, weight: 5, now: week(0.2), change: -0.5, last_day: "2026-06-02" }),
  one({ patient: "p-2", place: 1, weight: 9, now: week(null), change: 0, review_on: "2026-06-20" }),
  one({
    patient: "P-1",
    place: 2,
    weight: 5,
    now: week(1),
    change: 0.5,
    last_day: "2026-06-01",
    review_on: "2026-06-10",
  }),
];
const names = (/** @type {string} */ column, falls = false) => ordered(CASES, { column, falls }).map((c) => c.patient);

test("at first it is the kernel's order", () => {
  assert.deepEqual(names(FIRST.column, FIRST.falls), ["P-10", "p-2", "P-1"]);
});

test("each column orders both ways; labels count as people count", () => {
  assert.deepEqual(names("patient"), ["P-1", "p-2", "P-10"]);
  assert.deepEqual(names("patient", true), ["P-10", "p-2", "P-1"]);
  assert.deepEqual(names("change"), ["P-10", "p-2", "P-1"]);
  for (const { name } of COLUMNS) assert.equal(names(name).length, CASES.length);
});

test("what is not known stands last whichever way; what is alike stays as the kernel has it", () => {
  assert.deepEqual(names("now"), ["P-10", "P-1", "p-2"]);
  assert.deepEqual(names("now", true), ["P-1", "P-10", "p-2"]);
  assert.deepEqual(names("review"), ["P-1", "p-2", "P-10"]);
  assert.deepEqual(names("weight", true), ["p-2", "P-10", "P-1"]);
  assert.deepEqual(names("weight"), ["P-10", "P-1", "p-2"]);
});

test("a plan without a diary is the longest without one", () => {
  assert.deepEqual(names("diary"), ["p-2", "P-1", "P-10"]);
});

test("a second press turns the order, and the cases given stay as they are", () => {
  assert.deepEqual(pressed(FIRST, "weight"), { column: "weight", falls: true });
  assert.deepEqual(pressed({ column: "weight", falls: true }, "weight"), { column: "weight", falls: false });
  assert.deepEqual(pressed(FIRST, "patient"), { column: "patient", falls: false });
  const before = CASES.map((c) => c.patient);
  names("patient");
  assert.deepEqual(
    CASES.map((c) => c.patient),
    before,
  );
});
