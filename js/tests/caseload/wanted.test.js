// Which cases are shown, and what the page says in words.
import assert from "node:assert/strict";
import test from "node:test";
import { away, brief, said } from "../../caseload/days.js";
import { rowSaid } from "../../caseload/reasons.js";
import { CHIPS, fits, shownSaid, whose } from "../../caseload/wanted.js";
import { openVisit, planIn } from "../../followup/linked.js";
import { one, reason } from "./toy.js";

test("every word is looked for, in names, code and reasons", () => {
  const found = one({ plan_id: "knee", reasons: [reason("3 expected sessions were not done.")] });
  const wanted = (/** @type {string} */ words) => fits(found, { words, chips: new Set() });
  for (const words of ["", "p-001", "KNEE bcdf", "row expected"]) assert.ok(wanted(words), words);
  for (const words of ["p-002", "knee hip"]) assert.ok(!wanted(words), words);
});

test("all chips that are pressed have to hold", () => {
  const signed = one({ reasons: [reason("")], signs: 1 });
  const both = one({ reasons: [reason("")], signs: 1, overdue: true, review_due: true, draft: 2 });
  const names = CHIPS.map(({ name }) => name);
  assert.ok(fits(both, { words: "", chips: new Set(names) }));
  assert.ok(fits(signed, { words: "", chips: new Set(["reasons", "signs"]) }));
  assert.ok(!fits(signed, { words: "", chips: new Set(["signs", "overdue"]) }));
  for (const name of names) assert.ok(!fits(one(), { words: "", chips: new Set([name]) }), name);
});

test("the table says how many it shows", () => {
  assert.equal(shownSaid(0, 0, 9), "No plan is in force.");
  assert.equal(shownSaid(0, 3, 9), "None of 3 fits. Take a filter away.");
  assert.equal(shownSaid(2, 3, 9), "2 of 3 plans");
  assert.equal(shownSaid(1, 1, 9), "1 plan in force or over for less than four weeks");
  assert.equal(shownSaid(12, 300, 9), "12 of 300 plans, the first 9 shown");
});

test("a patient is named once", () => {
  assert.equal(whose(one()), "P-001");
  assert.equal(whose(one({ plan_id: "knee" })), "P-001 · knee");
  assert.equal(whose(one({ plan_id: "", patient: "" })), "BCDFGHJK");
});

test("days are said in words, near ones by how far they are", () => {
  assert.equal(said("2026-06-01"), "1 Jun 2026");
  assert.equal(said(""), "");
  assert.equal(brief("2026-06-01", "2026-12-31"), "1 Jun");
  assert.equal(brief("2026-06-01", "2027-01-01"), "1 Jun 2026");
  assert.equal(brief("", "2026-12-31"), "");
  const days = ["2026-06-01", "2026-06-02", "2026-05-31", "2026-07-01"].map((day) => away(day, "2026-06-01"));
  assert.deepEqual(days, ["today", "in 1 day", "1 day ago", "in 30 days"]);
  assert.equal(away("", "2026-06-01"), "");
});

test("a session behind a reason says its day, and whether anybody logged it", () => {
  assert.equal(rowSaid({ day: "2026-06-01", slot: 1, logged: true }), "1 Jun 2026");
  assert.equal(rowSaid({ day: "2026-06-01", slot: 2, logged: false }), "1 Jun 2026, session 2 (not logged)");
  assert.equal(rowSaid({ day: "", slot: null, logged: true }), "no day given");
});

test("a link names its plan", () => {
  assert.equal(planIn("http://localhost/doc/tree/adherence.ipynb?plan=BCDF&token=x"), "BCDF");
  assert.equal(planIn("http://localhost/doc/tree/adherence.ipynb"), "");
});

test("the visit of a tab is kept until it is left, and a browser that keeps nothing has none", () => {
  /** @type {Map<string, string>} */
  const held = new Map();
  const visit = openVisit(() => ({
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
  }));
  assert.equal(visit.last(), "");
  visit.keep("BCDFGHJK");
  assert.equal(visit.last(), "BCDFGHJK");
  visit.keep("");
  assert.equal(visit.last(), "");
  const refusing = openVisit(() => {
    throw new Error("no storage");
  });
  refusing.keep("BCDFGHJK");
  assert.equal(refusing.last(), "");
});
