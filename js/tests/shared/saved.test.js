// "Saved" is promised when the kernel has answered the last wish, and never again once an answer is overdue.
import assert from "node:assert/strict";
import test from "node:test";
import { savedState } from "../../shared/saved.js";

/** @param {import("node:test").TestContext} t */
function watched(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const said = [];
  const state = savedState({ say: (word) => said.push(word), late: () => said.push("(late)") }, 4000);
  return { state, said, pass: (/** @type {number} */ ms) => t.mock.timers.tick(ms) };
}

test("a wish is being saved until its own answer comes, and not at that of an earlier one", (t) => {
  const { state, said } = watched(t);
  state.sent(1);
  state.sent(2);
  state.heard(1);
  assert.deepEqual(said, ["Saving…", "Saving…"]);
  state.heard(2);
  assert.deepEqual(said.at(-1), "Saved");
});

test("what is typed is not saved before it is sent", (t) => {
  const { state, said } = watched(t);
  state.sent(1);
  state.typing();
  state.heard(1);
  assert.equal(said.at(-1), "Saving…");
  state.sent(2);
  state.heard(2);
  assert.equal(said.at(-1), "Saved");
});

test("without an answer for 4 s after the first open wish all is stopped, and nothing is promised again", (t) => {
  const { state, said, pass } = watched(t);
  state.sent(1);
  pass(3000);
  state.sent(2);
  pass(999);
  assert.ok(!said.includes("(late)"));
  pass(1);
  assert.deepEqual(said.slice(-2), ["Not saved", "(late)"]);
  state.heard(2);
  state.sent(3);
  state.heard(3);
  pass(60_000);
  assert.deepEqual(said.slice(-2), ["Not saved", "(late)"]);
  assert.equal(said.filter((word) => word === "(late)").length, 1);
});

test("each wait begins anew after an answer, and a page that goes waits no more", (t) => {
  const { state, said, pass } = watched(t);
  for (const n of [1, 2, 3]) {
    state.sent(n);
    pass(3900);
    state.heard(n);
  }
  state.sent(4);
  state.drop();
  pass(60_000);
  assert.ok(!said.includes("(late)"));
});

test("who types faster than it is kept loses nothing as long as answers come", (t) => {
  const { state, said, pass } = watched(t);
  for (const n of [1, 2, 3, 4]) state.sent(n);
  for (const n of [1, 2, 3, 4]) {
    pass(3900);
    state.heard(n);
  }
  assert.equal(said.at(-1), "Saved");
  state.sent(5);
  state.sent(6);
  state.heard(5);
  pass(4000);
  assert.deepEqual(said.slice(-2), ["Not saved", "(late)"]);
});

test("an answer without a number that is awaited changes nothing", (t) => {
  const { state, said } = watched(t);
  state.sent(5);
  state.heard(4);
  assert.deepEqual(said, ["Saving…"]);
});

test("while the kernel cannot be reached nothing is promised and nothing is late, and after it all goes on", (t) => {
  const { state, said, pass } = watched(t);
  state.sent(1);
  state.cut();
  assert.equal(said.at(-1), "Not connected");
  state.sent(2);
  pass(60_000);
  assert.equal(said.at(-1), "Not connected");
  state.mended();
  assert.equal(said.at(-1), "Saving…");
  state.heard(2);
  assert.equal(said.at(-1), "Saved");
  pass(60_000);
  assert.ok(!said.includes("(late)"));
});

test("while two edits stand against each other nothing is called saved; after the choice it is", (t) => {
  const { state, said } = watched(t);
  state.sent(1);
  state.asks(true);
  state.heard(1);
  assert.equal(said.at(-1), "Choose which edit goes on");
  state.cut();
  state.mended();
  assert.equal(said.at(-1), "Choose which edit goes on");
  state.sent(2);
  state.heard(2);
  assert.equal(said.at(-1), "Choose which edit goes on");
  state.asks(false);
  assert.equal(said.at(-1), "Saved");
});
