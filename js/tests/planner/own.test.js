// What a movement does: what most exercises do is in sight at once, and a word finds the rest.
import assert from "node:assert/strict";
import test from "node:test";
import { aboutDrawn } from "../../planner/owndrawn.js";
import { isShown } from "../../planner/owntags.js";

test("of drawn pictures it is said whose they are, and what stands in their place", () => {
  assert.equal(aboutDrawn("Bridge", false), "The pictures are those of Bridge. Take them away if your steps differ.");
  assert.equal(
    aboutDrawn("Bridge", true),
    "Your photo stands in the place of those of Bridge. Take it away, and they are back.",
  );
});

test("without words the unfolded rows are in sight, with words those that have them, folded or not", () => {
  assert.deepEqual([isShown("Sits on a chair", "", true), isShown("Sits on a chair", "", false)], [true, false]);
  for (const unfolded of [true, false]) {
    assert.ok(isShown("Sits on a Chair", "chair", unfolded));
    assert.ok(!isShown("Sits on a chair", "knee", unfolded));
  }
});
