// The time in the foot, the week's cells, and who answers a finding.
import assert from "node:assert/strict";
import test from "node:test";
import { asWhom } from "../../planner/answering.js";
import { dayInWords, filled } from "../../planner/foottime.js";
import { canMend } from "../../planner/mending.js";
import { mendsOf } from "../../planner/mends.js";
import { cellInWords } from "../../planner/week.js";
import { shelf } from "../../session/storage.js";
import { forNow, isTrial } from "../../session/trial.js";
import { TRIAL } from "../../shared/trial.js";
import { finding } from "./toy.js";

test("the fullest day stands against the minutes that the patient has, where that is said", () => {
  assert.equal(dayInWords({ day: 23, limit: 20 }), "Allow 23 of 20 min a day");
  assert.equal(dayInWords({ day: 23, limit: null }), "Allow 23 min a day");
  assert.deepEqual(
    [5, 20, 60].map((day) => filled({ day, limit: 20 })),
    [25, 100, 100],
  );
  assert.equal(filled({ day: 20, limit: null }), 0);
});

test("a cell of the week names its day and its exercise, and a proposed day says that it is one", () => {
  assert.equal(cellInWords("Bridge", "mon", { days: ["mon"], choice: "" }), "Mon, Bridge");
  assert.equal(cellInWords("Bridge", "mon", { days: ["mon"], choice: "3 of 7" }), "proposed");
  assert.equal(cellInWords("Bridge", "tue", { days: ["mon"], choice: "3 of 7" }), "");
});

test("who answers is said with the role only where a role is asked for", () => {
  const me = { name: "A. Physio", role: "Physiotherapist" };
  assert.equal(asWhom(me, false), "as A. Physio");
  assert.equal(asWhom(me, true), "as A. Physio, Physiotherapist");
  assert.equal(asWhom({ name: "A. Physio", role: "" }, true), "as A. Physio");
});

test("only an open finding of an exercise that is more than information is asked about", () => {
  const of = finding({ item: "i1", level: "AVOID" });
  const answer = { said: "", by: "A. Physio", on: "1 June 2026", role: "", carried_from: null };
  assert.ok(canMend(of));
  for (const not of [{ item: null }, { level: /** @type {const} */ ("INFO") }, { answer }]) {
    assert.ok(!canMend(finding({ item: "i1", level: "AVOID", ...not })));
  }
});

test("two who ask about one finding send one wish, and both are told once", () => {
  /** @type {unknown[]} */
  const sent = [];
  /** @type {string[]} */
  const told = [];
  let code = "A";
  const mends = mendsOf(
    (wish) => sent.push(wish),
    () => code,
  );
  mends.ask("AVOID a i1", () => told.push("one"));
  mends.ask("AVOID a i1", () => told.push("two"));
  assert.deepEqual(sent, [{ do: "mends", key: "AVOID a i1" }]);
  const answer = { code: "A", key: "AVOID a i1", mends: [], swaps: [], none: "" };
  mends.heard(answer);
  mends.heard(answer);
  assert.deepEqual(told, ["one", "two"]);
  mends.ask("AVOID a i1", () => told.push("left"));
  code = "B";
  mends.ask("AVOID a i1", () => told.push("hers"));
  assert.equal(sent.length, 3); // the same finding of another patient is asked about for itself
  mends.heard({ ...answer, code: "B" });
  assert.deepEqual(told, ["one", "two", "hers"]);
});

test("a trial keeps its diary as long as the page, and says nothing of a browser that does not", () => {
  assert.ok(isTrial({ name: TRIAL }) && !isTrial({ name: "" }));
  const held = forNow();
  const place = shelf("diary", () => held);
  assert.ok(place.write("one") && place.kept);
  assert.equal(place.read(), "one");
  place.clear();
  assert.equal(place.read(), null);
});
