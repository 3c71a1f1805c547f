// What is kept in the window while the kernel is gone.
import assert from "node:assert/strict";
import test from "node:test";
import { comeback, toldAgain, unanswered } from "../../shared/comeback.js";

function shelf() {
  /** @type {Map<string, string>} */
  const held = new Map();
  return {
    getItem: (/** @type {string} */ key) => held.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => held.set(key, value),
    removeItem: (/** @type {string} */ key) => held.delete(key),
  };
}

test("a note is there once, for its own page alone, and not after it was dropped", () => {
  const storage = /** @type {Storage} */ (/** @type {unknown} */ (shelf()));
  const note = { where: "BCDFGHJF", wishes: [{ do: "adjust" }] };
  comeback("planner", () => storage).leave(note);
  assert.equal(comeback("follow-up", () => storage).take(), null);
  assert.deepEqual(comeback("planner", () => storage).take(), note);
  assert.equal(comeback("planner", () => storage).take(), null);
  comeback("planner", () => storage).leave(note);
  comeback("planner", () => storage).drop();
  assert.equal(comeback("planner", () => storage).take(), null);
});

test("a browser that keeps nothing hinders nothing", () => {
  const refuse = () => {
    throw new Error("no storage");
  };
  const kept = comeback("planner", () => ({ getItem: refuse, setItem: refuse, removeItem: refuse }));
  kept.leave({ where: "", wishes: [] });
  assert.equal(kept.take(), null);
});

test("what was answered is told no more, the rest in its order", () => {
  const open = unanswered();
  open.sent(1, { do: "adjust" });
  open.sent(2, { do: "add" });
  open.sent(3, { do: "describe" });
  open.heard(1);
  assert.deepEqual(open.all(), [{ do: "add" }, { do: "describe" }]);
});

test("what said twice might be done twice is not told again, and it is known that something is left", () => {
  const wishes = [{ do: "adjust" }, { do: "add" }, { do: "describe" }];
  const safe = new Set(["adjust", "describe"]);
  assert.deepEqual(toldAgain(wishes, safe), { again: [{ do: "adjust" }, { do: "describe" }], left: true });
  assert.deepEqual(toldAgain(wishes.slice(0, 1), safe), { again: [{ do: "adjust" }], left: false });
});
