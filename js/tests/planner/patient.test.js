// What the patient panel shows.
import assert from "node:assert/strict";
import test from "node:test";
import { shown } from "../../planner/patient.js";

test("no support is another thing than none known, and 0 years is an age", () => {
  const patient = {
    age: 0,
    minutes_a_day: null,
    goal: "",
    gets_off_floor: null,
    support: /** @type {boolean | null} */ (false),
  };
  assert.deepEqual([shown(patient, "age"), shown(patient, "minutes_a_day"), shown(patient, "goal")], [0, "", ""]);
  const told = [true, false, null].map((support) => shown({ ...patient, support }, "support"));
  assert.deepEqual(told, ["yes", "no", ""]);
});
