// Findings of the review: their keys, their groups, who answered.
import assert from "node:assert/strict";
import test from "node:test";
import { answeredBy, keyed } from "../../planner/finding.js";
import { stays } from "../../planner/mending.js";
import { groupsOf, namesOf, split } from "../../planner/review.js";
import { finding, item } from "./toy.js";

test("two findings of one key have keys of their own, and the first keeps its key when the second comes", () => {
  const [a, b] = [finding({ key: "a" }), finding({ key: "b" })];
  assert.deepEqual(
    keyed([a, b, a]).map(([key]) => key),
    ["1 a", "1 b", "2 a"],
  );
  assert.deepEqual(keyed([a])[0], ["1 a", a]);
});

test("findings of one exercise stand together at the place of the first; of the plan each by itself", () => {
  const found = [
    finding({ key: "a", item: "i2" }),
    finding({ key: "b" }),
    finding({ key: "c", item: "i2" }),
    finding({ key: "d" }),
  ];
  const groups = [...groupsOf(found)].map(([key, all]) => [key, all.map((one) => one.key)]);
  assert.deepEqual(groups, [
    ["item i2", ["a", "c"]],
    ["plan b", ["b"]],
    ["plan d", ["d"]],
  ]);
});

test("only what is for information is folded away, and the order stays", () => {
  const found = [finding({ level: "AVOID" }), finding({ level: "INFO" }), finding({ level: "STOP" })];
  const { high, low } = split(found);
  assert.deepEqual(
    high.map(({ level }) => level),
    ["AVOID", "STOP"],
  );
  assert.deepEqual(low.length, 1);
});

test("an exercise is called by its place and its name", () => {
  const names = namesOf({ items: [item({ item_id: "i4", name: "Plank" }), item({ item_id: "i1", name: "Bridge" })] });
  assert.deepEqual(
    [...names],
    [
      ["i4", "1. Plank"],
      ["i1", "2. Bridge"],
    ],
  );
});

test("a reason keeps an exercise, a sign-off signs it off", () => {
  const answer = { said: "", by: "A. Physio", on: "1 June 2026", role: "", carried_from: null };
  assert.equal(answeredBy({ asks: "reason", answer }), "Kept by A. Physio, 1 June 2026.");
  assert.equal(answeredBy({ asks: "sign-off", answer }), "Signed off by A. Physio, 1 June 2026.");
});

test("what swaps leave as it is is said once, or of each where they differ", () => {
  const [one, two] = [
    { said: "Bridge", about: "It keeps the days." },
    { said: "Clamshell", about: "It keeps the left side and the days." },
  ];
  assert.equal(stays([]), "");
  assert.equal(stays([one, { ...two, about: one.about }]), "It keeps the days.");
  assert.equal(stays([one, two]), "Bridge: it keeps the days. Clamshell: it keeps the left side and the days.");
});
