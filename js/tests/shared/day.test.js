// A year that is typed digit by digit.
import assert from "node:assert/strict";
import test from "node:test";
import { halfTyped } from "../../shared/day.js";

test("the years 2, 20 and 202 wait for the next digit; a whole year and no day do not", () => {
  const days = ["0002-09-30", "0020-09-30", "0202-09-30", "2026-09-30", "1026-09-30", ""];
  assert.deepEqual(days.map(halfTyped), [true, true, true, false, false, false]);
});
