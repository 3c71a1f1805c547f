// What was typed and not acknowledged outlives the page, and nothing else does.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keptAnswers, keptPlace } from "../../followup/kept.js";

/** @returns {Storage} */
function tab() {
  /** @type {Map<string, string>} */
  const held = new Map();
  return /** @type {Storage} */ (
    /** @type {unknown} */ ({
      getItem: (/** @type {string} */ name) => held.get(name) ?? null,
      setItem: (/** @type {string} */ name, /** @type {string} */ text) => held.set(name, text),
      removeItem: (/** @type {string} */ name) => held.delete(name),
    })
  );
}

/** @param {string} text */
function typed(text) {
  const answer = { day: "2026-06-01", column: "status", text, was: "", item_id: "i1", side: "left", slot: 1 };
  return { do: /** @type {const} */ ("type"), code: "ABC", version: 1, by: "A. Physio", typed: [answer] };
}

test("what was not answered is left to the next page, in its order; what was answered is not", () => {
  const storage = tab();
  const page = keptAnswers(() => storage);
  assert.deepEqual(page.left(), []);
  page.sent(1, typed("done"));
  page.sent(2, typed("partial"));
  page.sent(3, typed("not_done"));
  page.sent(4, { do: "leave" });
  page.answered(1);
  page.answered(4);
  assert.deepEqual(keptAnswers(() => storage).left(), [typed("partial"), typed("not_done")]);
});

test("the next page keeps what it sends again until that is answered", () => {
  const storage = tab();
  keptAnswers(() => storage).sent(7, typed("done"));
  const next = keptAnswers(() => storage);
  for (const wish of next.left()) next.sent(1, wish);
  assert.equal(keptAnswers(() => storage).left().length, 1);
  next.answered(1);
  assert.deepEqual(keptAnswers(() => storage).left(), []);
});

test("the open sheet is known until it is left; a text that is none is nothing", () => {
  const storage = tab();
  const place = keptPlace(() => storage);
  place.at({ code: "ABC", version: 2 });
  assert.deepEqual(keptPlace(() => storage).last(), { code: "ABC", version: 2 });
  place.leave();
  assert.equal(keptPlace(() => storage).last(), null);
  storage.setItem("homestretch typed", "{");
  assert.deepEqual(keptAnswers(() => storage).left(), []);
});
