// What a tab keeps over a reload: one note a name.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tabNote } from "../../shared/tab.js";

/** @returns {Storage} */
function shelf() {
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

test("what is written is read by the next page, under its own name alone, until it is dropped", () => {
  const storage = shelf();
  const note = tabNote("one", () => storage);
  assert.equal(note.read(), null);
  note.write({ code: "BCDFGHJK", said: "“膝”" });
  assert.deepEqual(tabNote("one", () => storage).read(), { code: "BCDFGHJK", said: "“膝”" });
  assert.equal(tabNote("two", () => storage).read(), null);
  note.drop();
  assert.equal(note.read(), null);
});

test("a text that is no note is nothing, and a browser that keeps nothing hinders nothing", () => {
  const storage = shelf();
  storage.setItem("homestretch one", "{");
  assert.equal(tabNote("one", () => storage).read(), null);
  const refusing = tabNote("one", () => {
    throw new Error("no storage");
  });
  refusing.write("kept");
  refusing.drop();
  assert.equal(refusing.read(), null);
});
