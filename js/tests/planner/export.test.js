// What the files of a handout are called.
import assert from "node:assert/strict";
import test from "node:test";
import { concerns, making, NAMES } from "../../planner/export.js";
import { nameOf as named, typeOf } from "../../shared/files.js";

/** @param {string} file */
const nameOf = (file) => named(file, NAMES);

test("each file of a handout has a name for people and a type for the browser", () => {
  const stem = "P-001-BCDFGHJF.v1";
  assert.deepEqual(
    [nameOf(`${stem}-handout.pdf`), typeOf(`${stem}-handout.pdf`)],
    ["Handout (PDF)", "application/pdf"],
  );
  assert.deepEqual(
    [nameOf(`${stem}-handout.csv`), typeOf(`${stem}-handout.csv`)],
    ["Handout as a table (CSV)", "text/csv"],
  );
  assert.deepEqual([nameOf(`${stem}-diary.csv`), typeOf(`${stem}-diary.csv`)], ["Diary to fill in (CSV)", "text/csv"]);
  assert.deepEqual(typeOf(`${stem}-session.html`), "text/html");
  assert.deepEqual(typeOf(`${stem}-calendar.ics`), "text/calendar");
});

test("a file of no known kind is called by its own name", () => {
  assert.equal(nameOf("notes.bin"), "notes.bin");
  assert.equal(typeOf("notes.bin"), "application/octet-stream");
  assert.equal(typeOf("notes"), "application/octet-stream");
});

test("what has come is handed over only while it is what is wanted", () => {
  let wanted = "one";
  const work = making(() => wanted);
  assert.equal(work.underway(), false);
  work.begin();
  assert.equal(work.underway(), true);
  assert.equal(work.end(), true);
  assert.equal(work.underway(), false);
  work.begin();
  wanted = "two";
  assert.equal(work.end(), false);
});

test("a refusal of a patient who was left ends nothing that is made for the next one", () => {
  const plan = { code: "BCDFGHJF", version: 1 };
  assert.deepEqual(
    ["", "BCDFGHJF 1", "BCDFGHJF 2", "KLMNPRTV 1"].map((about) => concerns(about, plan)),
    [true, true, false, false],
  );
  assert.deepEqual([concerns("", null), concerns("BCDFGHJF 1", null)], [true, false]);
});
