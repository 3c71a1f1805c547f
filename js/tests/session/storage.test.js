// The browser's storage, and what lies in it.
import assert from "node:assert/strict";
import test from "node:test";
import { Diary } from "../../session/diary.js";
import { shelf } from "../../session/storage.js";
import { facts, memory } from "./toy.js";

/** @import { Store } from "../../session/types.js" */

/** @returns {Store & { held: Map<string, string> }} */
function storage() {
  const held = new Map();
  return {
    held,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
  };
}

/** @returns {never} */
function refuse() {
  throw new Error("The browser refuses.");
}

test("a shelf reads what was written under its own name, and clears that alone", () => {
  const store = storage();
  const [own, other] = [shelf("own", () => store), shelf("other", () => store)];
  assert.equal(own.read(), null);
  assert.equal(own.write("text"), true);
  other.write("theirs");
  assert.equal(own.read(), "text");
  own.clear();
  assert.deepEqual([...store.held], [["other", "theirs"]]);
  assert.equal(own.kept, true);
});

test("a browser that refuses to read, write or clear is told by `kept`, for good, and raises nothing", () => {
  for (const barred of /** @type {const} */ (["getItem", "setItem", "removeItem"])) {
    const store = storage();
    const place = shelf("own", () => ({ ...store, [barred]: refuse }));
    place.read();
    assert.equal(place.write("text"), barred === "removeItem");
    place.clear();
    assert.equal(place.kept, false, barred);
    assert.equal(place.write("again"), false);
  }
});

test("a browser that has no storage at all is one that refuses", () => {
  const place = shelf("own", refuse);
  assert.deepEqual([place.read(), place.write("text"), place.kept], [null, false, false]);
});

test("a diary comes back as it was kept: rows, the session that is open, and the choices", () => {
  const place = memory();
  const diary = new Diary(facts, place);
  diary.choices.voice = true;
  diary.rows.push({ item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status: "done" });
  diary.save();
  const again = new Diary(facts, memory(place.text));
  assert.deepEqual([again.rows, again.open, again.choices], [diary.rows, null, { voice: true }]);
  assert.equal(JSON.parse(place.text ?? "").format, 1);
});

test("a text that is not ours under our name is an empty diary", () => {
  for (const text of ["", "no", "[]", "null", '{"rows": 5}', "{", '"rows"']) {
    const diary = new Diary(facts, memory(text));
    assert.deepEqual([diary.rows, diary.open, diary.choices], [[], null, {}], text);
  }
});

test("a diary that is deleted is gone from the place too, and the choices of the device stay", () => {
  const place = memory();
  const diary = new Diary(facts, place);
  diary.choices.sound = false;
  diary.rows.push({ item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status: "done" });
  diary.clear();
  assert.deepEqual([diary.rows, diary.open, place.text, diary.choices], [[], null, null, { sound: false }]);
});
