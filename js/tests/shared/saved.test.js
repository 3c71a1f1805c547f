// "Saved" is promised when the kernel has answered the last wish; a slow kernel is told as slow, and waited for.
import assert from "node:assert/strict";
import test from "node:test";
import { savedState } from "../../shared/saved.js";

/** @param {import("node:test").TestContext} t */
function watched(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const said = [];
  const state = savedState(
    { say: (word) => said.push(word), pace: (now) => said.push(`(${now})`) },
    { slow: 4000, overdue: 60_000 },
  );
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

test("without an answer for 4 s it is slow, then overdue, and a late answer ends both", (t) => {
  const { state, said, pass } = watched(t);
  state.sent(1);
  pass(3000);
  state.sent(2);
  pass(999);
  assert.deepEqual(said, ["Saving…", "Saving…"]);
  pass(1);
  state.sent(3);
  assert.deepEqual(said.slice(2), ["Still saving…", "(slow)", "Still saving…"]);
  state.heard(1);
  assert.deepEqual(said.slice(-2), ["(in time)", "Saving…"]);
  pass(60_000);
  assert.deepEqual(said.slice(-4), ["Still saving…", "(slow)", "Not saved yet", "(overdue)"]);
  state.heard(3);
  assert.deepEqual(said.slice(-2), ["(in time)", "Saved"]);
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
  assert.ok(!said.includes("(slow)"));
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
  assert.deepEqual(said.slice(-2), ["Still saving…", "(slow)"]);
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
  assert.ok(!said.includes("(slow)"));
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
