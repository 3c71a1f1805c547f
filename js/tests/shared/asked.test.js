// What became of a wish is told to whoever asked.
import assert from "node:assert/strict";
import test from "node:test";
import { askers, inForm, marked } from "../../shared/asked.js";
import { sentence } from "../../shared/refused.js";

/** @param {number | null} n */
const fault = (n, what = "it is wrong.") => ({ n, what, mend: "Correct it." });

/** @param {boolean} isThere */
function asker(isThere = true) {
  /** @type {string[]} */
  const heard = [];
  return {
    heard,
    refused: (/** @type {readonly { what: string }[]} */ faults) => {
      heard.push(...faults.map(({ what }) => what));
      return isThere;
    },
    taken: () => {
      heard.push("taken");
    },
  };
}

test("a refusal goes to whoever asked, once and as a whole, and all else is left", () => {
  const [asked, one, two] = [askers(), asker(), asker()];
  asked.sent(1, one);
  asked.sent(2, two);
  const others = asked.refuse([fault(1, "a"), fault(null, "b"), fault(1, "c"), fault(7, "d")]);
  assert.deepEqual(
    others.map(({ what }) => what),
    ["b", "d"],
  );
  asked.answered(1);
  asked.answered(2);
  assert.deepEqual([one.heard, two.heard], [["a", "c"], ["taken"]]);
});

test("what has no place any more is left for the page", () => {
  const [asked, gone] = [askers(), asker(false)];
  asked.sent(1, gone);
  assert.equal(asked.refuse([fault(1)]).length, 1);
});

test("a fault is a sentence with a capital, and its mend behind it", () => {
  assert.equal(sentence({ what: "the year 0026 cannot be right.", mend: "" }), "The year 0026 cannot be right.");
  assert.equal(sentence(fault(1)), "It is wrong. Correct it.");
});

test("in a form a fault names its field, and any other one stands alone", () => {
  const empty = { what: "is empty.", mend: "Write it." };
  assert.equal(inForm({ where: "by", ...empty }, { by: "Your name" }), "Your name is empty. Write it.");
  assert.equal(inForm({ where: "plan", ...empty }, { by: "Your name" }), "Is empty. Write it.");
});

test("fields that were not taken say so and where it is told, until others do", () => {
  /** @returns {any} */
  const control = () => {
    const held = new Map();
    return {
      held,
      setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => held.set(name, value),
      removeAttribute: (/** @type {string} */ name) => held.delete(name),
    };
  };
  const [one, two] = [control(), control()];
  const marks = marked("there");
  marks.put([one, undefined]);
  assert.deepEqual([...one.held.entries()].sort(), [
    ["aria-describedby", "there"],
    ["aria-invalid", "true"],
  ]);
  marks.put([two]);
  assert.deepEqual([one.held.size, two.held.size], [0, 2]);
  marks.clear();
  assert.equal(two.held.size, 0);
});
