// The fields of the activities, held against the plan.
import assert from "node:assert/strict";
import test from "node:test";
import { isHeld } from "../../planner/activities.js";

/** @param {string[]} values */
const fields = (...values) => values.map((value) => ({ value }));

test("a field that is empty in between is left as it is, and spaces make no other text", () => {
  assert.equal(isHeld(fields("", "Stairs", ""), ["Stairs"]), true);
  assert.equal(isHeld(fields(" Walking  to the shop ", "", "Stairs"), ["Walking to the shop", "Stairs"]), true);
  assert.equal(isHeld(fields("", "", ""), []), true);
});

test("what the plan holds otherwise is shown", () => {
  assert.equal(isHeld(fields("Stairs", "", ""), []), false);
  assert.equal(isHeld(fields("Stairs", "Running", ""), ["Running", "Stairs"]), false);
  assert.equal(isHeld(fields("", "", ""), ["Stairs"]), false);
});
