// What the page says of patients, files and boxes.
import assert from "node:assert/strict";
import test from "node:test";
import { boxAt } from "../../followup/boxes.js";
import { tooLarge } from "../../followup/drop.js";
import { signOf, spoken } from "../../followup/marks.js";
import { foundSaid, whose } from "../../followup/patients.js";
import { sheet } from "./toy.js";

const ROW = { code: "BCDFGHJK", plan_id: "P-001", patient: "P-001", state: "", seen: "", diary: "", waits: "" };

test("a patient is named once", () => {
  assert.equal(whose(ROW), "P-001");
  assert.equal(whose({ plan_id: "knee", patient: "P-001" }), "P-001 · knee");
});

test("the list says how many it shows, and what to do where there is nothing", () => {
  const found = { rows: [ROW], all: 3, waiting: 1 };
  assert.equal(foundSaid(found, false), "1 plan of 3");
  assert.equal(foundSaid({ ...found, all: 1 }, false), "1 plan");
  assert.equal(foundSaid(found, true), "1 plan whose diary is waited for");
  assert.equal(foundSaid({ ...found, rows: [] }, true), "No diary is waited for.");
  assert.equal(
    foundSaid({ rows: [], all: 0, waiting: 0 }, false),
    "No plan is in this workspace yet. Make one in the planner.",
  );
});

test("what is too large for the browser is named, with the way that it goes", () => {
  const files = [
    { name: "a.csv", size: 8_000_000 },
    { name: "b.csv", size: 1 },
  ];
  assert.equal(tooLarge(files.slice(0, 1)), "");
  assert.equal(tooLarge(files), "a.csv, b.csv: more than 8 MB at once. Bring it in with: kit diary import");
});

test("a box says its day, its exercise and its mark; blank, rest, corrected and closed are told apart", () => {
  const of = sheet({ closed: { "2026-06-02": "yet to come" }, rest: (line, day) => line === 0 && day === 2 });
  const said = [0, 1, 2].map((day) => {
    const box = boxAt(of, { week: 0, line: 0, day });
    assert.ok(box);
    return [signOf(box, day ? "" : "partial"), spoken(box, day ? "" : "partial", day ? "" : "done")];
  });
  assert.deepEqual(said, [
    ["P", "Mon 06-01, i1, left: partly done, corrected, was done"],
    ["", "Tue 06-02, i1, left: blank, yet to come"],
    ["", "Wed 06-03, i1, left: nothing planned"],
  ]);
});
