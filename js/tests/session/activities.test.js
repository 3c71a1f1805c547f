// When the page asks how well the activities go.
import assert from "node:assert/strict";
import test from "node:test";
import { isAsking } from "../../session/activities.js";
import { Diary } from "../../session/diary.js";
import { diaryCsv, mergeCsv } from "../../session/table.js";
import { facts, memory } from "./toy.js";

/** @import { Row } from "../../session/types.js" */

const FIRST = { day: "2026-06-01", week: 1, number: 1 };

/** @param {Partial<Row>[]} rows */
function diaryOf(...rows) {
  const diary = new Diary(facts, memory());
  diary.rows = rows.map((more) => {
    return { item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status: "done", ...more };
  });
  return diary;
}

test("a session of a week that asks does, and one of another week or of none does not", () => {
  assert.equal(isAsking(facts, diaryOf(), FIRST), true);
  assert.equal(isAsking(facts, diaryOf(), { ...FIRST, day: "2026-06-08", week: 2 }), false);
  assert.equal(isAsking(facts, diaryOf(), { ...FIRST, day: "2026-06-20", week: null }), false);
  assert.equal(isAsking({ ...facts, activities: [] }, diaryOf(), FIRST), false);
});

test("once it is told, no other session of the week asks; a 0 is told", () => {
  const later = { day: "2026-06-03", week: 1, number: 1 };
  assert.equal(isAsking(facts, diaryOf({ activity_2: "0" }), later), false);
  assert.equal(isAsking(facts, diaryOf({ activity_1: "" }), later), true);
  assert.equal(isAsking(facts, diaryOf({ activity_1: "4", week: 3, date: "2026-06-15" }), later), true);
});

test("a session that is told anew asks again", () => {
  assert.equal(isAsking(facts, diaryOf({ activity_1: "4" }), FIRST), true);
});

test("the numbers go into the file and come back", () => {
  const text = diaryCsv(facts, diaryOf({ activity_1: "0", activity_2: "10" }));
  assert.ok(text.split("\r\n")[1]?.endsWith(",0,10,"));
  const back = diaryOf();
  assert.deepEqual(mergeCsv(facts, back, text), { taken: 1, kept: 0, refused: 0 });
  assert.deepEqual([back.rows[0]?.activity_1, back.rows[0]?.activity_2], ["0", "10"]);
  const wrong = diaryOf();
  assert.deepEqual(mergeCsv(facts, wrong, text.replace(",0,10,", ",0,11,")), { taken: 0, kept: 0, refused: 1 });
});
