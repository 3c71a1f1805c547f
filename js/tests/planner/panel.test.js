// What Enter adds, and what is added at once.
import assert from "node:assert/strict";
import test from "node:test";
import { allOf, marked, placesOf } from "../../planner/panel.js";
import { inCommon } from "../../planner/presets.js";

/** @import { Found, PanelCard } from "../../planner/messages.js" */

/** @param {string} id @param {Partial<PanelCard>} [more] @returns {PanelCard} */
function card(id, more) {
  const plain = { id, name: id, patient_name: id, about: [], position: "", draft: true, open: [], kind: "" };
  return { ...plain, favourite: false, in_plan: [], brings: null, why: "", ...more };
}

/** @param {string} words @param {PanelCard[]} cards @param {number} [count] @returns {Found} */
function found(words, cards, count = cards.length) {
  return { words, count, all: 53, drafts: 0, cards, instead: [] };
}

test("Enter adds the best hit that is finished and not in the plan, and nothing where no word is typed", () => {
  const cards = [card("a", { in_plan: [1] }), card("b", { open: ["feel"] }), card("c"), card("d")];
  assert.equal(marked(found("hip", cards))?.id, "c");
  assert.equal(marked(found(" ", cards)), undefined);
  assert.equal(marked(found("hip", cards.slice(0, 2))), undefined);
});

test("all are added at once where some words find two to eight", () => {
  const cards = ["a", "b", "c"].map((id) => card(id));
  const ids = (/** @type {Found} */ now) => allOf(now).map(({ id }) => id);
  assert.deepEqual(ids(found("hip", cards)), ["a", "b", "c"]);
  assert.deepEqual(ids(found("hip", cards, 8)), ["a", "b", "c"]);
  assert.deepEqual(ids(found("hip", cards, 9)), []);
  assert.deepEqual(ids(found("", cards)), []);
  assert.deepEqual(ids(found("hip", cards.slice(0, 1))), []);
});

test("an exercise in the plan has the numbers of all its rows, and none without a plan", () => {
  const items = ["bridge", "clamshell", "bridge"].map((exercise_id) => ({ exercise_id }));
  assert.deepEqual(placesOf({ items }, "bridge"), [1, 3]);
  assert.deepEqual(placesOf({ items }, "walking"), []);
  assert.deepEqual(placesOf(null, "bridge"), []);
});

test("only what fits every chosen exercise is offered to all of them", () => {
  assert.deepEqual(inCommon([["3 × 10"], ["3 × 10"]]), ["3 × 10"]);
  assert.deepEqual(inCommon([["3 × 10"], ["2 × 30 s"]]), []);
  assert.deepEqual(inCommon([["3 × 10"], []]), []);
  assert.deepEqual(inCommon([]), []);
});
