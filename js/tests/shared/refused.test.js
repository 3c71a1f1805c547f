import assert from "node:assert/strict";
import { test } from "node:test";

import { place } from "../../shared/refused.js";

test("where a fault is, is told without a word of the machine", () => {
  const told = ["patient, minutes_a_day", "patient, unlisted.2", "plan P-001, item i1", "start"].map(place);
  assert.deepEqual(told, ["patient, minutes a day", "patient, unlisted 3", "plan P-001, item i1", "start"]);
});
