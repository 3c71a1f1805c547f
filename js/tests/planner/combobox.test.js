// Conditions found by typing: the kernel says which, the list offers them.
import assert from "node:assert/strict";
import test from "node:test";
import { offered } from "../../planner/combobox.js";

const OPTIONS = [
  { id: "osteoporosis", name: "Osteoporosis" },
  { id: "dvt_suspected", name: "Suspected deep vein thrombosis" },
  { id: "bppv", name: "BPPV / vertigo" },
];

test("what the kernel found is offered in its order, and the words themselves last", () => {
  const answer = { words: "dizzy", ids: ["bppv", "dvt_suspected"] };
  assert.deepEqual(offered(OPTIONS, answer), { places: [2, 1], keep: "dizzy" });
});

test("what the page does not know is left out; words are kept without the spaces around and between them", () => {
  assert.deepEqual(offered(OPTIONS, { words: "  tennis   elbow ", ids: ["gone"] }), {
    places: [],
    keep: "tennis elbow",
  });
});

test("no words are nothing to keep", () => {
  assert.equal(offered(OPTIONS, { words: "  ", ids: [] }).keep, "");
});
