// What the patient panel and the strip show.
import assert from "node:assert/strict";
import test from "node:test";
import { shown } from "../../planner/patient.js";
import { short, supportOf } from "../../planner/strip.js";

test("no support is another thing than none known, and 0 years is an age", () => {
  const patient = { age: 0, goal: "", gets_off_floor: null };
  assert.deepEqual([shown(patient, "age"), shown(patient, "gets_off_floor"), shown(patient, "goal")], [0, "", ""]);
  const told = [true, false, null].map((support) => supportOf({ support }));
  assert.deepEqual(told, ["yes", "no", ""]);
});

test("a name in the strip ends before its first bracket, comma or stroke", () => {
  const names = ["Total knee replacement", "Total hip replacement, posterior approach (in force)", "BPPV / vertigo"];
  assert.deepEqual(names.map(short), ["Total knee replacement", "Total hip replacement", "BPPV"]);
  assert.equal(short("Tennis elbow (note)"), "Tennis elbow (note)");
});
