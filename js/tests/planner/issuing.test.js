// The way to paper: what the one button says, and when pages are asked for.
import assert from "node:assert/strict";
import test from "node:test";
import { pagesState } from "../../planner/pages.js";
import { primaryName } from "../../planner/primary.js";
import { inOrder } from "../../planner/question.js";

test("the one button opens the panel, issues in it, and prints what is issued", () => {
  assert.deepEqual(
    [primaryName(true, false), primaryName(true, true), primaryName(false, false), primaryName(false, true)],
    ["Issue and print", "Issue and print now", "Print again", "Print again"],
  );
});

test("the signs that concern the plan come first, in their order, those of another age last; none is left out", () => {
  const flags = ["a", "b", "c", "d", "e"].map((name) => ({ name, anywhere: name > "b" }));
  const { near, anywhere, elsewhere, aged } = inOrder(flags, { first: ["d", "b"], last: ["c"] });
  assert.deepEqual(
    [near, anywhere, elsewhere, aged].map((group) => group.map(({ name }) => name)),
    [["d", "b"], ["e"], ["a"], ["c"]],
  );
});

function listening() {
  /** @type {(string | number)[]} */
  const heard = [];
  const state = pagesState({ ask: (turn) => heard.push(turn), say: (word) => heard.push(word) }, 5);
  return { heard, state };
}

/** @param {number} ms */
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

test("pages are asked for once the edits rest, and old ones say so meanwhile", async () => {
  const { heard, state } = listening();
  state.want("one");
  await wait(10);
  assert.deepEqual(heard.splice(0), ["making", "making", 1]);
  state.heard(1, () => heard.push("taken"));
  assert.deepEqual(heard.splice(0), ["taken", "shown"]);
  state.want("two");
  state.want("three");
  assert.deepEqual(heard.splice(0), ["old", "old"]);
  await wait(20);
  assert.deepEqual(heard.splice(0), ["making", 2]);
  state.want("four");
  state.heard(2, () => heard.push("taken"));
  await wait(20);
  assert.deepEqual(heard.splice(0), ["old", "taken", "old", "making", 3]);
  state.stop();
});

test("pages of another plan come too late, and are not shown", async () => {
  const { heard, state } = listening();
  state.want("one");
  await wait(10);
  state.forget();
  heard.splice(0);
  state.heard(1, () => heard.push("taken"));
  assert.deepEqual(heard, []);
});
