// Typing a paper diary in: few keys, each answer once, and nothing that nobody wrote.
import assert from "node:assert/strict";
import test from "node:test";
import { beginning, paper } from "../../followup/boxes.js";
import { atWork, sheet } from "./toy.js";

test("four weeks of four exercises with a pain score a day take at most 130 keys, and all of it is kept", () => {
  const { press, kept, presses, hand } = atWork(sheet({ weeks: 4, items: 4 }));
  for (let day = 0; day < 28; day += 1) press("a", `${day % 10}`, "ArrowRight");
  hand.finish();
  const all = kept.flat();
  assert.ok(presses() <= 130, `${presses()} keys`);
  assert.equal(presses(), 84);
  assert.equal(all.filter(({ column, text }) => column === "status" && text === "done").length, 224);
  assert.equal(all.filter(({ column }) => column === "pain_worst").length, 28);
  assert.equal(new Set(all.map((one) => JSON.stringify([one.day, one.column, one.item_id, one.side]))).size, 252);
});

test("a diary with exceptions stays within 130 keys: parts, days off, days without a word", () => {
  const { press, kept, presses, hand } = atWork(sheet({ weeks: 4, items: 4 }));
  for (let day = 0; day < 28; day += 1) {
    if (day % 7 === 3) press("ArrowUp", "ArrowUp", "p", "ArrowDown"); // the last one partly, and back to the pain
    if (day % 7 === 6)
      press("ArrowRight"); // nothing is written on Sundays
    else press(day % 7 === 5 ? "n" : "a", "3", "ArrowRight");
  }
  hand.finish();
  const all = kept.flat();
  assert.ok(presses() <= 130, `${presses()} keys`);
  const count = (/** @type {string} */ text) =>
    all.filter((one) => one.column === "status" && one.text === text).length;
  assert.deepEqual(["done", "partial", "not_done"].map(count), [5 * 4 * 8 - 4, 4, 4 * 8]);
  assert.ok(!all.some(({ day }) => new Date(day).getUTCDay() === 0));
});

test("one key is one mark, and goes on to the next box of the day", () => {
  const { press, kept, hand } = atWork(sheet());
  press("d", "p", "x", " ");
  assert.deepEqual(
    kept.map(([one]) => [one?.item_id, one?.side, one?.text, one?.was]),
    [
      ["i1", "left", "done", ""],
      ["i1", "right", "partial", ""],
      ["i2", "left", "not_done", ""],
      ["i2", "right", "done", ""],
    ],
  );
  assert.equal(hand.box()?.column, "pain_before");
});

test("a whole day is one message, fills what is blank alone, and leaves rest days and closed days", () => {
  const closed = { "2026-06-02": "yet to come" };
  const { press, kept, said } = atWork(sheet({ closed, rest: (line, day) => line === 3 && day === 0 }));
  press("x", "a");
  assert.deepEqual(
    kept.map((typed) => typed.map((one) => `${one.item_id} ${one.side} ${one.text}`)),
    [["i1 left not_done"], ["i1 right done", "i2 left done"]],
  );
  press("ArrowRight", "a", "3", "ArrowLeft", "a");
  assert.equal(kept.length, 2);
  assert.deepEqual(said.slice(1), [
    "Nothing can be written here: yet to come.",
    "Nothing can be written here: yet to come.",
    "No blank box to fill on this day.",
  ]);
});

test("the same as the day before copies its marks, also over the end of a week, and no score", () => {
  const { press, kept } = atWork(sheet({ weeks: 2 }));
  press("End", "d", "x", "Enter", "p", "ArrowDown", "3", "ArrowRight", "s");
  assert.deepEqual(
    kept.at(-1)?.map((one) => [one.day, one.item_id, one.side, one.text]),
    [
      ["2026-06-08", "i1", "left", "done"],
      ["2026-06-08", "i1", "right", "not_done"],
      ["2026-06-08", "i2", "right", "partial"],
    ],
  );
});

test("a score is kept when its box is left: 1 and 0 are 10, another digit takes the place of the one before", () => {
  const { press, kept, hand } = atWork(sheet());
  press("a", "1", "0", "ArrowDown", "3", "5", "Enter", "7");
  assert.deepEqual(
    kept.slice(1).map(([one]) => [one?.column, one?.text]),
    [
      ["pain_worst", "10"],
      ["pain_next_morning", "5"],
    ],
  );
  hand.flush(); // a pause in the typing
  assert.deepEqual(
    kept.at(-1)?.map((one) => [one.column, one.text, one.was]),
    [["effort", "7", ""]],
  );
});

test("what is typed again is nothing new; a change says what stood there; blank takes back", () => {
  const { press, kept } = atWork(sheet());
  press("d", "ArrowUp", "d", "ArrowUp", "p", "ArrowUp", "Delete");
  assert.deepEqual(
    kept.flat().map(({ text, was }) => [text, was]),
    [
      ["done", ""],
      ["partial", "done"],
      ["", "partial"],
    ],
  );
});

test("letters are text in the box of the note, and are asked for with what stands there", () => {
  const { press, notes, hand, kept } = atWork(sheet());
  press("ArrowUp"); // from the first box there is no way up
  assert.equal(hand.at().line, 0);
  for (let n = 0; n < 8; n += 1) press("ArrowDown");
  press("a", "3", "F2");
  assert.deepEqual(notes, ["a", "3", ""]);
  hand.noted("knee stiff");
  assert.deepEqual(
    kept.flat().map(({ column, text, item_id }) => [column, text, item_id]),
    [["note", "knee stiff", ""]],
  );
});

test("it begins at the first box that is due and blank", () => {
  const of = sheet({ closed: { "2026-06-01": "version 2 is in force" }, rest: (line) => line === 0 });
  const on = paper({ said: { "2026-06-02 i1 right 1": "done" }, was: {} });
  assert.deepEqual(beginning(of, on), { week: 0, day: 1, line: 2 });
});
