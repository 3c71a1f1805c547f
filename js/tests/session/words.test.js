// Sentences, and what is told of a step.
import assert from "node:assert/strict";
import test from "node:test";
import { statusOf } from "../../session/book.js";
import { learn, say } from "../../session/say.js";
import { aloud, clockText, inWords } from "../../session/telling.js";
import { plainText, TEXT_MAX } from "../../session/text.js";
import { stretch } from "./toy.js";

/** @import { Step } from "../../session/types.js" */

/** @type {Step} */
const HOLD = { start_s: 5, end_s: 15, kind: "hold", item: "i1", set: 1, rep: 2, side: "left" };
const ITEM = { name: "Glute stretch", timed: false, sets: 2, reps: 3, turns: true };

learn({
  "side.left": "left",
  "side.right": "right",
  "page.player.setup": "Get ready",
  "page.player.rest": "Rest",
  "page.player.switch": "Change sides",
  "page.player.hold": "Hold",
  "page.player.move": "Move slowly",
  "page.player.going": "Keep going",
  "page.player.side": "Your {side} side",
  "page.player.side_first": "Start with your {side} side",
  "page.player.side_now": "Now your {side} side",
  "page.player.set": "Set {number} of {of}",
  "page.player.rep": "Repeat {number} of {of}",
  "page.player.seconds": "{number} seconds",
  "page.player.then": "Next: {text}",
});

test("a sentence has its blanks filled in, once; a blank without a value stays", () => {
  assert.equal(say("page.player.set", { number: 1, of: 2 }), "Set 1 of 2");
  assert.equal(say("page.player.set", { number: 1 }), "Set 1 of {of}");
  assert.equal(say("page.player.then", { text: "{text} $& $1" }), "Next: {text} $& $1");
});

test("a sentence that the page does not have is told by its key", () => {
  assert.throws(() => say("page.save"), new Error("The page has no sentence page.save."));
});

test("a step is told by its deed, its side, its set and its repetition", () => {
  assert.deepEqual(inWords(HOLD, ITEM), {
    what: "Hold",
    side: "Your left side",
    counts: ["Set 1 of 2", "Repeat 2 of 3"],
  });
  assert.equal(inWords({ ...HOLD, kind: "switch", side: "right" }, ITEM).side, "Now your right side");
  assert.equal(inWords({ ...HOLD, kind: "rest", side: null }, ITEM).side, "");
});

test("getting ready has a side to start with and no set", () => {
  const setup = /** @type {const} */ ({ ...HOLD, kind: "setup", rep: null });
  assert.deepEqual(inWords(setup, ITEM), { what: "Get ready", side: "Start with your left side", counts: [] });
  assert.equal(inWords(setup, { ...ITEM, turns: false }).side, "Your left side");
});

test("one set and one repetition are not counted, and a timed exercise goes on", () => {
  const once = { ...ITEM, timed: true, sets: 1, reps: 1 };
  assert.deepEqual(inWords({ ...HOLD, kind: "move", side: null }, once), { what: "Keep going", side: "", counts: [] });
  assert.equal(inWords({ ...HOLD, kind: "move" }, ITEM).what, "Move slowly");
});

test("said aloud, a step has all of it and its seconds; getting ready has the name first", () => {
  assert.equal(aloud(HOLD, ITEM), "Hold. Your left side. Set 1 of 2 · Repeat 2 of 3. 10 seconds");
  const setup = /** @type {const} */ ({ ...HOLD, kind: "setup", rep: null, side: null });
  assert.equal(aloud(setup, ITEM), "Glute stretch. Get ready. 10 seconds");
});

test("short repetitions after the first are counted, short holds told by their deed alone", () => {
  const short = { ...HOLD, end_s: 9 };
  assert.equal(aloud({ ...short, kind: "move" }, ITEM), "2");
  assert.equal(aloud(short, ITEM), "Hold");
  assert.equal(
    aloud({ ...short, kind: "move", rep: 1, side: null }, ITEM),
    "Move slowly. Set 1 of 2 · Repeat 1 of 3. 4 seconds",
  );
  assert.equal(
    aloud({ ...HOLD, end_s: 10, kind: "move", side: null }, ITEM),
    "Move slowly. Set 1 of 2 · Repeat 2 of 3. 5 seconds",
  );
});

test("a clock shows whole seconds that are still to come, from a minute on with minutes", () => {
  const shown = [0, 0.2, 1, 1.0000001, 59.1, 60, 61, 125, -3].map(clockText);
  assert.deepEqual(shown, ["0", "1", "1", "1", "1:00", "1:00", "1:01", "2:05", "0"]);
});

test("a typed text is one line without what cannot be seen, and not longer than a note may be", () => {
  assert.equal(plainText("  a\n\tb \u200b\u202ec\u0000 "), "a b c");
  assert.equal(plainText("膝 😀"), "膝 😀");
  assert.equal(plainText("x".repeat(TEXT_MAX + 5)).length, TEXT_MAX);
});

test("an exercise has the status of its sides, and is in part where they differ", () => {
  /** @param {("done" | "not_done" | "")[]} told */
  const of = (...told) =>
    statusOf(
      stretch,
      told.map((status) => ({ item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status })),
    );
  assert.deepEqual(
    [of("done", "done"), of("done", "not_done"), of("not_done"), of("done", ""), of()],
    ["done", "partial", "not_done", "done", undefined],
  );
});
