// diary.csv: as the kit writes it, and read back.
import assert from "node:assert/strict";
import test from "node:test";
import { csvLine, csvRecords, safeCell, unsafeCell } from "../../session/csv.js";
import { Diary } from "../../session/diary.js";
import { diaryCsv, mergeCsv } from "../../session/table.js";
import { facts, memory } from "./toy.js";

/** @import { Row } from "../../session/types.js" */

const STARTS = facts.formula_starts;
const HEAD = facts.columns.join(",");

/** @param {Row[]} [rows] */
function diaryOf(rows = []) {
  const diary = new Diary(facts, memory());
  diary.rows = rows;
  return diary;
}

/**
 * @param {Partial<Row>} [more]
 * @returns {Row}
 */
function row(more = {}) {
  return { item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, status: "done", ...more };
}

/**
 * A file with one line of the plan.
 * @param {Record<string, string>} cells
 * @param {string} [separator]
 */
function file(cells, separator = ",") {
  const told = {
    plan_code: "BCDFGHJK",
    plan_version: "1",
    item_id: "i1",
    week: "1",
    date: "2026-06-01",
    slot: "1",
    side: "left",
    ...cells,
  };
  return `${Object.keys(told).join(separator)}\n${Object.values(told).join(separator)}\n`;
}

test("a line quotes what has a comma, a quotation mark or a line's end, and doubles the mark", () => {
  assert.equal(csvLine(["a", "b,c", 'd"e', "f\ng", ""]), 'a,"b,c","d""e","f\ng",\r\n');
});

test("records of any line ending are what was written, with the separator of the first line", () => {
  const cells = ["a", "b,c", 'd"e"', "f\ng;", ""];
  assert.deepEqual(csvRecords(`\ufeff${csvLine(["v", "w", "x", "y", "z"])}${csvLine(cells)}`), [
    ["v", "w", "x", "y", "z"],
    cells,
  ]);
  assert.deepEqual(csvRecords('a;b\n1,5;"2;3"\n'), [
    ["a", "b"],
    ["1,5", "2;3"],
  ]);
  assert.deepEqual(csvRecords("a,b\r1,2\r\n\n3,4"), [
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
  ]);
});

test("a line of one cell is no record, and an empty file has none", () => {
  assert.deepEqual(csvRecords("a,b\nalone\n\n1,2\n"), [
    ["a", "b"],
    ["1", "2"],
  ]);
  assert.deepEqual(csvRecords(""), []);
});

test("a quotation mark within a cell is that mark", () => {
  assert.deepEqual(csvRecords('a,b\n5" wide,x\n'), [
    ["a", "b"],
    ['5" wide', "x"],
  ]);
});

test("a cell that a spreadsheet could run is text, and each text comes back", () => {
  for (const text of ["=1+1", "+1", "-1", "@x", "\t=1", "'=1", "''=1", "'quoted", "plain", "", "5-3"]) {
    const cell = safeCell(text, STARTS);
    assert.ok(!STARTS.some((start) => cell.startsWith(start)), text);
    assert.equal(unsafeCell(cell, STARTS), text);
  }
  assert.equal(safeCell("=1", STARTS), "'=1");
  assert.equal(safeCell("'=1", STARTS), "''=1");
  assert.equal(safeCell("5-3", STARTS), "5-3");
});

test("an untouched diary has a line for each side of each planned item, and no answers", () => {
  const lines = diaryCsv(facts, diaryOf()).split("\r\n");
  assert.equal(lines[0], `\ufeff${HEAD}`);
  const blank = ",".repeat(facts.answers.length);
  assert.equal(lines[1], `BCDFGHJK,P-001,1,i1,1,2026-06-01,1,glute_stretch,Glute stretch,left,"2 x 2, 10 s"${blank}`);
  assert.equal(lines[3], `BCDFGHJK,P-001,1,i3,1,2026-06-01,1,lift,"'=Lift, both",both,3 x${blank}`);
  assert.equal(lines[4], `BCDFGHJK,P-001,1,i2,1,2026-06-02,1,march,March,both,60 s${blank}`);
  assert.equal(lines.length, 1 + 4 * 3 + 4 + 1);
});

test("answers stand in the line of their session; what was done on another day has a line at the end", () => {
  const diary = diaryOf([
    row({ pain_worst: "0", note: '=a "b"' }),
    row({ item: "i2", side: "both", date: "2026-06-05" }),
    row({ item: "i2", side: "both", date: "2026-06-04" }),
  ]);
  const lines = diaryCsv(facts, diary).split("\r\n");
  assert.ok(lines[1]?.endsWith(`,done,,,,,,,0,,,,,,,,"'=a ""b""",,,`));
  assert.ok(lines[11]?.startsWith("BCDFGHJK,P-001,1,i2,1,2026-06-05,1,march,March,both,60 s,done"));
  assert.ok(lines[17]?.startsWith("BCDFGHJK,P-001,1,i2,1,2026-06-04,1,march,March,both,60 s,done"));
  assert.equal(lines.length, 19);
});

test("a session beyond what was planned has a line at the end, and an item that is none has no line", () => {
  const lines = diaryCsv(facts, diaryOf([row({ slot: 7 }), row({ item: "i9" })])).split("\r\n");
  assert.equal(lines.length, 19);
  assert.ok(lines[17]?.startsWith("BCDFGHJK,P-001,1,i1,1,2026-06-01,7,"));
});

test("what goes out comes back the same into an empty diary", () => {
  const rows = [
    row({
      pain_before: "0",
      pain_worst: "10",
      reason: "",
      note: "'quoted, and -1",
      load_kg: "2.5",
      started_at: "2026-06-01T10:00:00+01:00",
    }),
    row({ side: "right", status: "partial", sets_done: "1", reps_done: "2" }),
    row({ item: "i2", side: "both", date: "2026-06-05", slot: 2, status: "not_done" }),
    row({ slot: 7, week: 1 }),
  ];
  const text = diaryCsv(facts, diaryOf(rows));
  const diary = diaryOf();
  assert.deepEqual(mergeCsv(facts, diary, text), { taken: 4, kept: 0, refused: 0 });
  assert.equal(diaryCsv(facts, diary), text);
  assert.deepEqual(mergeCsv(facts, diary, text), { taken: 0, kept: 4, refused: 0 });
});

test("what is here stays as it is, whatever a file says", () => {
  const diary = diaryOf([row()]);
  assert.deepEqual(mergeCsv(facts, diary, file({ status: "x" })), { taken: 0, kept: 1, refused: 0 });
  assert.deepEqual(diary.rows, [row()]);
});

test("a line that is told twice in a file is taken once", () => {
  const text = file({ status: "done" });
  const diary = diaryOf();
  assert.deepEqual(mergeCsv(facts, diary, text + text.split("\n")[1]), { taken: 1, kept: 1, refused: 0 });
});

test("a status is read in every spelling that the kit reads, and no other", () => {
  for (const [spelled, status] of /** @type {const} */ ([
    ["Done", "done"],
    ["✓\ufe0e", "done"],
    ["Not_Done ", "not_done"],
    ["not - done", "not_done"],
    ["X", "not_done"],
  ])) {
    const diary = diaryOf();
    mergeCsv(facts, diary, file({ status: spelled }));
    assert.equal(diary.rows[0]?.status, status, spelled);
  }
  for (const spelled of ["1", "maybe", "toString", "__proto__"]) {
    assert.deepEqual(mergeCsv(facts, diaryOf(), file({ status: spelled })), { taken: 0, kept: 0, refused: 1 }, spelled);
  }
});

test("a line without an answer is passed over, and one with any answer is not", () => {
  assert.deepEqual(mergeCsv(facts, diaryOf(), file({ status: "", note: "" })), { taken: 0, kept: 0, refused: 0 });
  const diary = diaryOf();
  assert.deepEqual(mergeCsv(facts, diary, file({ status: "", note: "sore" })), { taken: 1, kept: 0, refused: 0 });
  assert.deepEqual(diary.rows, [{ item: "i1", side: "left", date: "2026-06-01", week: 1, slot: 1, note: "sore" }]);
});

test("a line of another plan, version, item or side, or with a number that is none, is refused", () => {
  for (const cells of [
    { plan_code: "KJHGFDCB" },
    { plan_version: "2" },
    { item_id: "i9" },
    { side: "both" },
    { date: "1.6.2026" },
    { date: "2026-99-99" },
    { slot: "0" },
    { slot: "100" },
    { pain_worst: "11" },
    { effort: "3.5" },
    { pain_before: "-1" },
  ]) {
    const told = mergeCsv(facts, diaryOf(), file({ status: "done", ...cells }));
    assert.deepEqual(told, { taken: 0, kept: 0, refused: 1 }, JSON.stringify(cells));
  }
});

test("a line that names no week is of none", () => {
  const diary = diaryOf();
  mergeCsv(facts, diary, file({ status: "done", week: "" }));
  assert.equal(diary.rows[0]?.week, null);
});

test("semicolons, a byte order mark and cells of a spreadsheet are read too", () => {
  const diary = diaryOf();
  const text = `\ufeff${file({ status: "yes", pain_worst: "10", note: "'=a  b" }, ";")}`;
  assert.deepEqual(mergeCsv(facts, diary, text), { taken: 1, kept: 0, refused: 0 });
  assert.deepEqual([diary.rows[0]?.note, diary.rows[0]?.pain_worst], ["=a b", "10"]);
});

test("a note that is read holds nothing that cannot be seen", () => {
  const diary = diaryOf();
  mergeCsv(facts, diary, file({ status: "done", note: "a\u202eb\u0007c" }));
  assert.equal(diary.rows[0]?.note, "abc");
});

test("what was taken in is kept", () => {
  const place = memory();
  const diary = new Diary(facts, place);
  mergeCsv(facts, diary, file({ status: "done" }));
  assert.equal(JSON.parse(place.text ?? "").rows.length, 1);
});

test("a file that is no diary gives nothing and breaks nothing", () => {
  for (const text of ["", "\ufeff", "hello", "a,b\n1,2\n", "\u0000\u0001"]) {
    assert.deepEqual(mergeCsv(facts, diaryOf(), text), { taken: 0, kept: 0, refused: 0 }, text);
  }
});

test("what is copied into a message is what was told, and takes the same way back", () => {
  const rows = [row({ note: "calf" }), row({ slot: 7, status: "", help_sign: "yes" })];
  const text = diaryCsv(facts, diaryOf(rows), true);
  assert.equal(csvRecords(text).length, 1 + rows.length);
  const again = diaryOf();
  assert.deepEqual(mergeCsv(facts, again, text), { taken: 2, kept: 0, refused: 0 });
});
