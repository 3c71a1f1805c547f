// What a row of the plan reads from keys and letters.
import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "../../planner/board.js";
import { changesOf } from "../../planner/bulk.js";
import { pressed, still } from "../../planner/chosen.js";
import { daysOf, pickOf, picks } from "../../planner/dayspick.js";
import { loadOf } from "../../planner/loading.js";
import { minutes, often } from "../../planner/row.js";
import { deedOf } from "../../planner/rowkeys.js";
import { asWritten, timeText, writtenDose, writtenNumber, writtenSeconds } from "../../planner/shorthand.js";
import { days, dose } from "./toy.js";

test("a dose is read as people write it", () => {
  for (const text of ["3x10", "3 x 10", " 3X10 ", "3×10", "3*10"]) {
    assert.deepEqual(writtenDose(text), { sets: 3, reps: 10, hold_s: null }, text);
  }
  for (const text of ["3x8 h5", "3x8h5", "3 x 8, hold 5 s", "3x8x5", "3 × 8 × 5 s"]) {
    assert.deepEqual(writtenDose(text), { sets: 3, reps: 8, hold_s: 5 }, text);
  }
  for (const text of ["2x30s", "2 x 30 s", "2×30sec"]) {
    assert.deepEqual(writtenDose(text), { sets: null, reps: 2, hold_s: 30 }, text);
  }
  assert.deepEqual(writtenDose("2 x 5 min"), { sets: null, reps: 2, hold_s: 300 });
});

test("what is no whole dose is none", () => {
  for (const text of [
    "",
    "3",
    "3x",
    "x10",
    "3x8 h",
    "3x8h5h5",
    "3x-1",
    "2.5x10",
    "3x10kg",
    "three x 10",
    "3x10\u0000",
  ]) {
    assert.equal(writtenDose(text), null, text);
  }
});

test("a dose that stands is written so that it reads back as itself", () => {
  assert.deepEqual(asWritten(dose({ sets: 3, reps: 8, hold_s: 5 })), writtenDose("3x8 h5"));
  assert.deepEqual(asWritten(dose({ sets: 2, reps: 1, hold_s: 0, duration_s: 300 })), writtenDose("2x5min"));
});

test("a number is a whole number, a dash is none", () => {
  assert.deepEqual(["12", " 7 ", "–", "-", "2.5", "", "1e3", "-4"].map(writtenNumber), [
    12,
    7,
    0,
    0,
    null,
    null,
    null,
    -4,
  ]);
});

test("a time reads in seconds, minutes and as a clock, and shows itself shortly", () => {
  assert.deepEqual(
    ["90", "90 s", "2 min", "1:30", "soon", "–"].map((text) => writtenSeconds(text, "s")),
    [90, 90, 120, 90, null, 0],
  );
  assert.equal(writtenSeconds("10", "min"), 600);
  assert.deepEqual([60, 90, 120, 600, 601].map(timeText), ["60 s", "90 s", "2 min", "10 min", "601 s"]);
  for (const n of [1, 59, 60, 61, 120, 3600]) assert.equal(writtenSeconds(timeText(n), "s"), n);
  assert.deepEqual([5, 65, 600].map(minutes), ["0:05", "1:05", "10:00"]);
});

test("a range is from the last row pressed to this one, either way, and becomes as this one is", () => {
  const order = ["a", "b", "c", "d"];
  const one = pressed(new Set(), order, { id: "b", on: true, range: true, last: null });
  assert.deepEqual([...one], ["b"]);
  assert.deepEqual([...pressed(one, order, { id: "d", on: true, range: true, last: "b" })].sort(), ["b", "c", "d"]);
  assert.deepEqual([...pressed(one, order, { id: "a", on: true, range: true, last: "c" })].sort(), ["a", "b", "c"]);
  assert.deepEqual([...pressed(new Set(order), order, { id: "c", on: false, range: true, last: "b" })], ["a", "d"]);
  assert.deepEqual([...pressed(one, order, { id: "d", on: true, range: true, last: "gone" })].sort(), ["b", "d"]);
  assert.deepEqual([...still(new Set(["d", "gone", "a"]), order)], ["a", "d"]);
});

test("days as one choice", () => {
  const fixed = days({ weekdays: ["mon", "fri"] });
  assert.deepEqual([days({ days_a_week: 3 }), fixed, daysOf("7")].map(pickOf), ["3", "fixed", "7"]);
  assert.deepEqual(picks(fixed).at(-1), ["fixed", "Mon, Fri"]);
  assert.equal(picks(days({ days_a_week: 3 })).at(-1)?.[1], "Set days…");
  for (const [pick] of picks(fixed)) assert.equal(pickOf(daysOf(pick)), pick);
});

test("what is typed for all rows is a number or a whole dose", () => {
  assert.deepEqual(changesOf("sets", "4"), { sets: 4 });
  assert.deepEqual(changesOf("rest_s", "1 min"), { rest_s: 60 });
  assert.deepEqual(changesOf("reps", "3x10"), { dose: { sets: 3, reps: 10, hold_s: null } });
  assert.equal(changesOf("hold_s", "long"), null);
});

test("a load has a point or a comma; what is no number goes to the plan to be refused", () => {
  assert.deepEqual(["2,5", "2.5 kg", "", "heavy", "-1"].map(loadOf), [2.5, 2.5, null, "heavy", "-1"]);
});

test("how many more fit is told before there is no room", () => {
  assert.deepEqual(
    [0, 1, 49, 50, 59, 60].map((n) => counted(n, 60)),
    [
      "0 exercises",
      "1 exercise",
      "49 exercises",
      "50 exercises · 10 more fit",
      "59 exercises · 1 more fit",
      "60 exercises · no more fit",
    ],
  );
});

test("letters are the list's on a name alone, arrows on buttons too; in a field only Alt with an arrow, and Esc", () => {
  const key = (/** @type {string} */ name, parts = {}) => ({
    key: name,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...parts,
  });
  const own = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "x", "E", "Delete", "Escape"];
  const meant = /** @param {import("../../planner/rowkeys.js").On} on */ (on) =>
    own.filter((name) => deedOf(key(name), on));
  assert.deepEqual(meant("name"), own);
  assert.deepEqual(meant("button"), ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Escape"]);
  assert.deepEqual(meant("choice"), ["ArrowLeft", "ArrowRight", "Escape"]); // up and down choose
  assert.deepEqual(meant("field"), ["Escape"]);
  assert.ok(deedOf(key("ArrowUp", { altKey: true }), "field"));
  assert.ok(deedOf(key("a", { ctrlKey: true }), "name"));
  const left = ["x", "z", "ArrowUp", "ArrowRight"].map((name) => key(name, { ctrlKey: true }));
  for (const other of [...left, key("Enter"), key("Tab"), key("b")]) {
    assert.equal(deedOf(other, "name"), null, other.key);
  }
});

test("a row says how often a day where it is more than once", () => {
  const at = (/** @type {number} */ times_a_day) => ({ schedule: days({ times_a_day }) });
  assert.deepEqual([often(at(1)), often(at(3))], ["", "3× a day · "]);
});
