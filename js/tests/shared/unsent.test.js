import assert from "node:assert/strict";
import { test } from "node:test";

import { unsent } from "../../shared/unsent.js";

function shelf() {
  /** @type {Map<string, string>} */
  const held = new Map();
  return {
    getItem: (/** @type {string} */ key) => held.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void held.set(key, value),
    removeItem: (/** @type {string} */ key) => void held.delete(key),
  };
}

/** @param {ReturnType<typeof shelf>} store */
function opened(store) {
  const form = new EventTarget();
  const fields = { name: { type: "text", value: "" }, sides: { type: "checkbox", value: "on", checked: false } };
  return { form, fields, draft: unsent(form, fields, () => store) };
}

test("what was typed is there again after a reload, for its own subject alone, until it is sent", () => {
  const store = shelf();
  const before = opened(store);
  assert.equal(before.draft.about("A"), false);
  before.fields.name.value = "knee “膝”";
  before.fields.sides.checked = true;
  before.form.dispatchEvent(new Event("input"));

  const after = opened(store);
  assert.equal(after.draft.about("B"), false);
  assert.deepEqual([after.fields.name.value, after.fields.sides.checked], ["", false]);
  assert.equal(after.draft.about("A"), true);
  assert.deepEqual([after.fields.name.value, after.fields.sides.checked], ["knee “膝”", true]);
  after.draft.drop();
  assert.equal(opened(store).draft.about("A"), false);
});

test("what somebody else wrote there is no fault", () => {
  const store = shelf();
  for (const strange of ["7", '"text"', "{", "[]", '{"sides": "yes"}']) {
    store.setItem("homestretch unsent A", strange);
    const { draft, fields } = opened(store);
    draft.about("A");
    assert.deepEqual([fields.name.value, fields.sides.checked], ["", false]);
  }
});
