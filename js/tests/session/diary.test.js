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

test("before the plan, after it and in its breaks nothing is asked for, of free choice neither", () => {
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

test("the last planned day without an entry is missed, today and days without a session are not", () => {
  const diary = fresh();
  assert.equal(missedDay(facts, diary, "2026-06-01"), null);
  assert.equal(missedDay(facts, diary, "2026-06-02"), "2026-06-01");
  assert.equal(missedDay(facts, diary, "2026-06-05"), "2026-06-03");
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

test("sessions of free choice take the printed numbers of their week, whatever the day, then further ones", () => {
  const diary = fresh();
  for (const day of ["2026-06-02", "2026-06-04", "2026-06-05", "2026-06-09"]) log(diary, day, parts(walk));
  assert.deepEqual(
    diary.rows.map((row) => [row.week, row.slot, row.free]),
    [
      [1, 1, true],
      [1, 2, true],
      [1, 3, true],
      [2, 1, true],
    ],
  );
  assert.deepEqual([diary.freeDone(walk, 1), diary.freeDone(walk, 2)], [3, 1]);
});

test("alone on a day with planned sessions, free choice takes a number that none of them has", () => {
  const diary = fresh();
  log(diary, "2026-06-03", parts(walk));
  const [row] = diary.rows;
  assert.deepEqual([row?.slot, row?.part], [3, 3]);
  assert.equal(agenda(facts, diary, "2026-06-03").number, 1);
});

test("beside planned items, free choice is part of their session, under a number of its own", () => {
  const diary = fresh();
  log(diary, "2026-06-01", [...parts(walk), ...parts(stretch)]);
  assert.deepEqual(
    diary.rows.map((row) => [row.item, row.slot, row.part]),
    [
      ["i1", 1, 1],
      ["i1", 1, 1],
      ["i2", 1, 1],
    ],
  );
  const [head] = diary.sessions();
  assert.equal(head && diary.ofSession(head).length, 3);
});

test("of several printed sessions of the week free choice takes the smallest that holds all that was done", () => {
  const other = { ...walk, item: "i4" };
  const groups = [[0, 2], [1, 3], [1]];
  const slots = /** @type {typeof facts.slots} */ ([
    [1, "", 1, 1],
    [1, "", 2, 2],
  ]);
  const diary = new Diary({ ...facts, items: [...facts.items, other], groups, slots }, memory());
  const week = { day: "2026-06-02", week: 1, number: 1 };
  diary.log(week, [...parts(walk), ...parts(other, "not_done")], {});
  assert.deepEqual(
    diary.rows.map((row) => row.slot),
    [2, 2],
  );
  diary.log({ ...week, day: "2026-06-04" }, [...parts(walk), ...parts(other)], {});
  assert.deepEqual(
    diary.rows.slice(2).map((row) => row.slot),
    [1, 1],
  );
});

test("of what was done together, no printed session that lacks a part of it is taken", () => {
  const other = { ...walk, item: "i4" };
  const groups = [[0, 2], [1, 3], [1]];
  const slots = /** @type {typeof facts.slots} */ ([
    [1, "", 2, 2],
    [1, "", 1, 1],
  ]);
  const diary = new Diary({ ...facts, items: [...facts.items, other], groups, slots }, memory());
  diary.log({ day: "2026-06-02", week: 1, number: 1 }, [...parts(walk), ...parts(other)], {});
  assert.deepEqual(
    diary.rows.map((row) => row.slot),
    [1, 1],
  );
});

test("of printed sessions that fit as well, the one with the lowest number is taken", () => {
  const slots = /** @type {typeof facts.slots} */ ([
    [1, "", 2, 1],
    [1, "", 1, 1],
  ]);
  const diary = new Diary({ ...facts, slots }, memory());
  diary.log({ day: "2026-06-02", week: 1, number: 1 }, parts(walk), {});
  assert.equal(diary.rows[0]?.slot, 1);
});

test("a session of another week is none of this one, however well it fits", () => {
  const other = { ...walk, item: "i4" };
  const slots = /** @type {typeof facts.slots} */ ([
    [1, "", 2, 2],
    [2, "", 1, 1],
  ]);
  const diary = new Diary({ ...facts, items: [...facts.items, other], groups: [[0, 2], [1, 3], [1]], slots }, memory());
  diary.log({ day: "2026-06-09", week: 2, number: 1 }, parts(walk), {});
  assert.equal(diary.rows[0]?.slot, 1);
});

test("in a week without a printed session of free choice, numbers begin at 1, whatever other weeks have", () => {
  const slots = facts.slots.filter(([week, date]) => week === 1 || date);
  const diary = new Diary({ ...facts, slots }, memory());
  diary.log({ day: "2026-06-09", week: 2, number: 1 }, [...parts(stretch), ...parts(walk)], {});
  assert.equal(diary.rows.find((row) => row.free)?.slot, 1);
});

test("rows from a file, which know their number alone, belong to the session of that day and number", () => {
  const diary = fresh();
  log(diary, "2026-06-03", parts(stretch));
  log(diary, "2026-06-03", parts(stretch));
  for (const row of diary.rows) delete row.part;
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
  assert.deepEqual([diary.freeDone(each, 1), diary.freeDone(each, 2), diary.freeDone(stretch, 1)], [1, 1, 0]);
});

test("a session that was not done at all does not count for the week", () => {
  const diary = fresh();
  log(diary, "2026-06-02", parts(walk, "not_done"));
  assert.equal(diary.freeDone(walk, 1), 0);
});

test("a further session of a day gets the number after all that are planned or written", () => {
  const diary = fresh();
  assert.equal(diary.nextNumber("2026-06-02", []), 1);
  assert.equal(diary.nextNumber("2026-06-03", [1, 2]), 3);
  log(diary, "2026-06-02", parts(stretch));
  assert.equal(diary.nextNumber("2026-06-02", []), 2);
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

test("a row is about a day, or of free choice about a week: the day it was done on changes nothing", () => {
  const row = { free: true, week: 1, date: "2026-06-02", slot: 1, item: "i2", side: /** @type {const} */ ("both") };
  assert.equal(keyOf(row), keyOf({ ...row, date: "2026-06-05" }));
  assert.notEqual(keyOf(row), keyOf({ ...row, week: 2 }));
  assert.notEqual(keyOf({ ...row, free: false }), keyOf({ ...row, free: false, date: "2026-06-05" }));
  assert.equal(keyOf({ ...row, free: false }), keyOf({ ...row, free: false, week: 2 }));
  for (const other of [{ slot: 2 }, { item: "i1" }, { side: /** @type {const} */ ("left") }]) {
    assert.notEqual(keyOf(row), keyOf({ ...row, ...other }));
  }
});
