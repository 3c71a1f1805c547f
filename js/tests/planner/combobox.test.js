// Conditions found by typing.
import assert from "node:assert/strict";
import test from "node:test";
import { matches } from "../../planner/combobox.js";

const OPTIONS = [
  { name: "Osteoporosis", about: "Bones break easily; no bending under load." },
  { name: "Low back pain", about: "Bending may hurt." },
  { name: "Bending pain of the spine", about: "" },
];

test("every word has to be there, in whatever order and case, and all of them in the name come first", () => {
  assert.deepEqual(matches(OPTIONS, "bending"), [2, 0, 1]);
  assert.deepEqual(matches(OPTIONS, "PAIN  bend"), [2, 1]);
  assert.deepEqual(matches(OPTIONS, "bending nowhere"), []);
});

test("without a word all are offered in their order", () => {
  assert.deepEqual(matches(OPTIONS, "  "), [0, 1, 2]);
});
