// The diary's rows: which session they belong to, and what is asked of them.
import assert from "node:assert/strict";
import test from "node:test";
import { agenda, missedDay, sitting } from "../../session/agenda.js";
import { Diary, keyOf } from "../../session/diary.js";
import { facts, lift, memory, stretch, walk } from "./toy.js";

/** @import { Item, Status } from "../../session/facts.js" */
/** @import { Answers, Part } from "../../session/types.js" */

/**
 * All sides of an item with one status.
 * @param {Item} item
 * @param {Status} [status]
 * @returns {Part[]}
 */
function parts(item, status = "done") {
  return item.sides.map((side) => [item, side, { status }]);
}

/**
 * Write one session down on a day, as the last screen does.
 * @param {Diary} diary
 * @param {string} day
 * @param {Part[]} told
 * @param {Answers} [head]
 */
function log(diary, day, told, head = {}) {
  diary.log(agenda(facts, diary, day), told, { logged_at: `${day}T10:00:00+01:00`, ...head });
}

function fresh() {
  return new Diary(facts, memory());
}

test("a day asks for its first session that has no entry, and afterwards for none", () => {
  const diary = fresh();
  const before = agenda(facts, diary, "2026-06-03");
  assert.deepEqual([before.state, before.week, before.times, before.due, before.number], ["open", 1, 2, true, 1]);
  assert.deepEqual(before.items, [stretch, lift]);
  log(diary, "2026-06-03", [...parts(stretch), ...parts(lift)]);
  assert.equal(agenda(facts, diary, "2026-06-03").number, 2);
  log(diary, "2026-06-03", parts(stretch, "not_done"));
  const after = agenda(facts, diary, "2026-06-03");
  assert.deepEqual([after.due, after.items, after.times, after.number], [false, [], 2, 3]);
});

test("a session counts as told by its status alone: a blank row leaves it open", () => {
  const diary = fresh();
  log(diary, "2026-06-01", [[stretch, "left", { status: "" }]]);
  assert.equal(agenda(facts, diary, "2026-06-01").due, true);
});

test("before the plan, after it and in its breaks nothing is asked for, of free choice neither; else it is offered", () => {
  const states = ["2026-05-31", "2026-06-15", "2026-06-10"].map((day) => agenda(facts, fresh(), day));
  assert.deepEqual(
    states.map(({ state, free, due }) => [state, free, due]),
    [
      ["early", [], false],
      ["over", [], false],
      ["paused", [], false],
    ],
  );
  for (const day of ["2026-06-01", "2026-06-14"]) {
    const { state, free } = agenda(facts, fresh(), day);
    assert.deepEqual([state, free], ["open", [walk]]);
  }
});

test("the last planned day without an entry is missed; today, days without a session and proposed days are not", () => {
  const diary = fresh();
  assert.equal(missedDay(facts, diary, "2026-06-01"), null);
  assert.equal(missedDay(facts, diary, "2026-06-02"), "2026-06-01");
  assert.equal(missedDay(facts, diary, "2026-06-05"), "2026-06-03");
  assert.equal(missedDay(facts, diary, "2026-06-07"), "2026-06-03");
  log(diary, "2026-06-03", parts(stretch, "not_done"));
  assert.equal(missedDay(facts, diary, "2026-06-05"), null);
});

test("a sitting has what the day asks for beside what was chosen", () => {
  const chosen = sitting(agenda(facts, fresh(), "2026-06-01"), [walk]);
  assert.deepEqual(chosen, { day: "2026-06-01", week: 1, number: 1, planned: ["i1", "i3"], items: [walk] });
});

test("the first row of a session alone says what belongs to the whole of it", () => {
  const diary = fresh();
  log(diary, "2026-06-01", parts(stretch), { pain_worst: "0", note: "fine" });
  const [head, second] = diary.rows;
  assert.deepEqual(
    [head?.pain_worst, head?.note, second?.pain_worst, second?.logged_at],
    ["0", "fine", undefined, undefined],
  );
  assert.deepEqual(diary.sessions(), [head]);
  assert.deepEqual(diary.ofSession(/** @type {NonNullable<typeof head>} */ (head)), diary.rows);
});

test("a session that is told again replaces what was told, and no other one", () => {
  const diary = fresh();
  log(diary, "2026-06-01", parts(stretch));
  diary.log({ day: "2026-06-01", week: 1, number: 1 }, parts(stretch, "partial"), { logged_at: "later" });
  assert.deepEqual(
    diary.rows.map((row) => row.status),
    ["partial", "partial"],
  );
  log(diary, "2026-06-03", parts(stretch));
  assert.equal(diary.rows.length, 4);
});

test("whoever writes a session down has no open one any more, and it is kept at once", () => {
  const place = memory();
  const diary = new Diary(facts, place);
  const day = "2026-06-01";
  diary.open = {
    day,
    sitting: { day, week: 1, number: 1, planned: [] },
    items: [],
    before: "",
    started: "",
    spent: [],
    index: 0,
    reasons: {},
  };
  log(diary, day, parts(stretch));
  assert.equal(diary.open, null);
  assert.equal(JSON.parse(place.text ?? "").rows.length, 2);
});

test("on a proposed day free choice is what the day asks for, and is not offered once more", () => {
  const { items, free, due, number } = agenda(facts, fresh(), "2026-06-02");
  assert.deepEqual([items, free, due, number], [[walk], [], true, 1]);
});

test("free choice counts for its week on whichever day it is done", () => {
  const diary = fresh();
  for (const day of ["2026-06-02", "2026-06-04", "2026-06-06", "2026-06-09"]) log(diary, day, parts(walk));
  assert.deepEqual(
    diary.rows.map((row) => [row.date, row.week, row.slot]),
    [
      ["2026-06-02", 1, 1],
      ["2026-06-04", 1, 1],
      ["2026-06-06", 1, 1],
      ["2026-06-09", 2, 1],
    ],
  );
  assert.deepEqual([diary.freeDone(walk, 1), diary.freeDone(walk, 2)], [3, 1]);
});

test("done alone on a day with sessions that do not ask for it, it is a session of its own, and they are still due", () => {
  const diary = fresh();
  log(diary, "2026-06-03", parts(walk));
  assert.deepEqual(
    diary.rows.map((row) => row.slot),
    [3],
  );
  assert.deepEqual([agenda(facts, diary, "2026-06-03").number, agenda(facts, diary, "2026-06-03").due], [1, true]);
  log(diary, "2026-06-03", parts(walk));
  assert.equal(diary.rows[1]?.slot, 4);
});

test("beside planned items, free choice is part of their session", () => {
  const diary = fresh();
  log(diary, "2026-06-01", [...parts(walk), ...parts(stretch)]);
  assert.deepEqual(
    diary.rows.map((row) => [row.item, row.slot]),
    [
      ["i2", 1],
      ["i1", 1],
      ["i1", 1],
    ],
  );
  const [head] = diary.sessions();
  assert.equal(head && diary.ofSession(head).length, 3);
});

test("two sessions of a day are two, each with its rows", () => {
  const diary = fresh();
  log(diary, "2026-06-03", parts(stretch));
  log(diary, "2026-06-03", parts(stretch));
  for (const head of diary.sessions()) {
    const rows = diary.ofSession(head);
    assert.deepEqual(
      rows.map((row) => row.slot),
      [head.slot, head.slot],
    );
  }
});

test("what counts for the week are the sessions of that item and week, whatever the number of its sides", () => {
  const each = /** @type {Item} */ ({ ...walk, sides: ["left", "right"] });
  const diary = fresh();
  log(diary, "2026-06-01", [...parts(stretch), ...parts(each)]);
  log(diary, "2026-06-09", parts(each));
  assert.deepEqual([diary.freeDone(each, 1), diary.freeDone(each, 2), diary.freeDone(lift, 1)], [1, 1, 0]);
});

test("a session that was not done at all does not count for the week", () => {
  const diary = fresh();
  log(diary, "2026-06-02", parts(walk, "not_done"));
  assert.equal(diary.freeDone(walk, 1), 0);
});

test("a further session of a day gets the number after all that are planned or written", () => {
  const diary = fresh();
  assert.equal(diary.nextNumber("2026-06-04", []), 1);
  assert.equal(diary.nextNumber("2026-06-03", [1, 2]), 3);
  log(diary, "2026-06-04", parts(stretch));
  assert.equal(diary.nextNumber("2026-06-04", []), 2);
});

test("sessions stand with the one that was written down last on top", () => {
  const diary = fresh();
  log(diary, "2026-06-03", parts(stretch), { logged_at: "2026-06-03T10:00:00+01:00" });
  log(diary, "2026-06-01", parts(stretch), { logged_at: "2026-06-04T10:00:00+01:00" });
  log(diary, "2026-06-08", parts(stretch), { logged_at: "2026-06-03T12:00:00+01:00" });
  assert.deepEqual(
    diary.sessions().map((head) => head.date),
    ["2026-06-01", "2026-06-08", "2026-06-03"],
  );
});

test("the next morning is asked for once, of the last session before today in which anything was done", () => {
  const diary = fresh();
  log(diary, "2026-06-01", parts(stretch));
  assert.equal(diary.waitingForMorning("2026-06-01"), null);
  log(diary, "2026-06-03", parts(stretch, "not_done"));
  const head = diary.waitingForMorning("2026-06-04");
  assert.equal(head?.date, "2026-06-01");
  if (head) head.pain_next_morning = "0";
  assert.equal(diary.waitingForMorning("2026-06-04"), null);
});

test("a session done in part is one that the next morning is asked for", () => {
  const diary = fresh();
  log(diary, "2026-06-01", [...parts(stretch), ...parts(lift, "not_done")]);
  assert.equal(diary.waitingForMorning("2026-06-02")?.date, "2026-06-01");
});

test("whoever does not know how the morning was is not asked again", () => {
  const diary = fresh();
  log(diary, "2026-06-01", parts(stretch));
  const head = diary.waitingForMorning("2026-06-02");
  if (head) head.asked = true;
  assert.ok(head);
  assert.equal(diary.waitingForMorning("2026-06-02"), null);
});

test("a row is about a day, a session of it, an item and a side", () => {
  const row = { date: "2026-06-02", slot: 1, item: "i2", side: /** @type {const} */ ("both") };
  assert.equal(keyOf(row), keyOf({ ...row }));
  for (const other of [{ date: "2026-06-05" }, { slot: 2 }, { item: "i1" }, { side: /** @type {const} */ ("left") }]) {
    assert.notEqual(keyOf(row), keyOf({ ...row, ...other }));
  }
});

test("what is told of a day alone, a warning sign above all, is no session and is never written over by one", () => {
  const diary = fresh();
  log(diary, "2026-06-01", [[stretch, "left", {}]], { help_sign: "yes: calf" });
  assert.equal(agenda(facts, diary, "2026-06-01").due, true);
  log(diary, "2026-06-01", [...parts(stretch), ...parts(lift)]);
  assert.equal(diary.openSigns().length, 1);
  assert.equal(diary.sessions().length, 2);
});

test("a row of which nothing is said is not done: no next morning is asked for, no day of free choice is used", () => {
  const diary = fresh();
  log(diary, "2026-06-02", [[walk, "both", {}]], { note: "rain" });
  assert.equal(diary.freeDone(walk, 1), 0);
  assert.equal(diary.waitingForMorning("2026-06-03"), null);
});
