import assert from "node:assert/strict";
import test from "node:test";
import { columns, inWords } from "../../followup/behind.js";
import { nextDay } from "../../followup/calendar.js";
import { sorted } from "../../followup/exercises.js";
import { barAt } from "../../followup/headline.js";
import { proposed, waysOn } from "../../followup/next.js";
import { scales, spaced, told } from "../../followup/pain.js";
import { kindOf, monthBefore } from "../../followup/period.js";
import { allUnbroken } from "../../followup/unbroken.js";
import { barsOf, under } from "../../followup/weeks.js";

/** @import { PainPointShown } from "../../followup/messages.js" */

test("a bar is as long as its share, and what is not logged goes on from there", () => {
  const at = barAt({ recorded: 0.5, upper: 0.75, low: 0.25, high: 0.6 }, 102);
  assert.deepEqual(at, { recorded: 51, upper: 76, mark: 81, interval: [26, 61] });
  assert.equal(barAt({ recorded: 0.5, upper: 0.5, low: null, high: null }, 102).interval, null);
});

test("the parts of a week stand on each other: done, not done, not logged", () => {
  const [full, half] = barsOf(
    [
      { done: 4, not_done: 2, missing: 2, expected: 8 },
      { done: 0, not_done: 0, missing: 4, expected: 4 },
    ],
    200,
    80,
  );
  assert.deepEqual(full?.parts, [
    { kind: "done", y: 40, height: 40 },
    { kind: "not_done", y: 20, height: 20 },
    { kind: "missing", y: 0, height: 20 },
  ]);
  assert.deepEqual(half?.parts, [{ kind: "missing", y: 40, height: 40 }]);
  assert.deepEqual([full?.left, half?.left, full?.top, half?.top], [0, 100, 0, 40]);
  assert.deepEqual(barsOf([], 200, 80), []);
});

test("the arrows lead from day to day with rows, and past those without", () => {
  const places = [3, 4, 6, 11];
  assert.equal(nextDay(places, 3, 1), 4);
  assert.equal(nextDay(places, 4, 1), 6);
  assert.equal(nextDay(places, 4, 7), 11);
  assert.equal(nextDay(places, 3, -1), -1);
  assert.equal(nextDay([], 0, 1), -1);
});

test("a table is sorted by number, what nobody told last, ties by the plan", () => {
  const none = { sort_share: null, sort_dose: null, sort_volume: null, sort_reasons: 0, sort_pain: null };
  const lines = [
    { ...none, place: 1, sort_pain: null },
    { ...none, place: 2, sort_pain: 4 },
    { ...none, place: 3, sort_pain: 6 },
    { ...none, place: 4, sort_pain: 4 },
  ];
  /** @param {boolean} down */
  const places = (down) => sorted(lines, "sort_pain", down).map(({ place }) => place);
  assert.deepEqual(places(false), [2, 4, 3, 1]);
  assert.deepEqual(places(true), [3, 2, 4, 1]);
  assert.deepEqual(
    lines.map(({ place }) => place),
    [1, 2, 3, 4],
  );
});

/** @param {Partial<PainPointShown>} of @returns {PainPointShown} */
function point(of) {
  const scores = { before: null, worst: null, after: null, morning: null, effort: null };
  return { at: 0, said: "", advice: "", figure: "", ...scores, ...of };
}

test("what is high, or not settled by morning, stands out; what has no day is in no line", () => {
  const points = [
    point({ at: 0, before: 3, worst: 5, morning: 3 }),
    point({ at: 1, before: 3, worst: 6, morning: 4 }),
    point({ at: 2, morning: 3 }),
    point({ at: null, worst: 9 }),
  ];
  const out = (/** @type {"worst" | "morning" | "before"} */ score) =>
    told(points, score).map(({ at, stands_out }) => [at, stands_out]);
  assert.deepEqual(out("worst"), [
    [0, false],
    [1, true],
  ]);
  assert.deepEqual(out("morning"), [
    [0, false],
    [1, true],
    [2, true],
  ]);
  assert.deepEqual(out("before"), [
    [0, false],
    [1, false],
  ]);
});

test("more pain is higher up, later is further right, each score in a strip of its own", () => {
  const { x, y } = scales(10, 622);
  assert.deepEqual([x(0), x(9)], [137, 587]);
  assert.deepEqual([y(0, 0), y(10, 0), y(10, 1)], [72, 22, 84]);
});

test("names of days are thinned out evenly where there is no room", () => {
  assert.deepEqual(spaced([1, 2, 3, 4, 5], 5), [1, 2, 3, 4, 5]);
  assert.deepEqual(spaced([1, 2, 3, 4, 5], 3), [1, 3, 5]);
  assert.deepEqual(spaced([1, 2, 3], 0.5), [1]);
});

test("what changes something stands alone and first; what stays for one reason stands together", () => {
  const of = (/** @type {string} */ item_id, /** @type {"open" | "nothing"} */ state, kind = "Stay", why = "a") => ({
    item_id,
    state,
    kind,
    why,
  });
  const groups = proposed([
    of("i1", "nothing"),
    of("i2", "open", "More"),
    of("i3", "nothing"),
    of("i4", "nothing", "Stay", "b"),
  ]);
  assert.deepEqual(
    groups.map((group) => group.map(({ item_id }) => item_id)),
    [["i2"], ["i1", "i3"], ["i4"]],
  );
});

test("the last four weeks are 28 days, over the end of a month and of a year", () => {
  assert.equal(monthBefore("2026-06-28"), "2026-06-01");
  assert.equal(monthBefore("2026-01-05"), "2025-12-09");
  assert.equal(kindOf({ since: "", weeks_ago: "2026-06-01" }), "all");
  assert.equal(kindOf({ since: "2026-06-01", weeks_ago: "2026-06-01" }), "month");
  assert.equal(kindOf({ since: "2026-06-02", weeks_ago: "2026-06-01" }), "since");
});

test("the rows behind a number in words", () => {
  assert.equal(inWords(1, 0, []), "1 diary row.");
  assert.equal(inWords(400, 20, []), "420 diary rows. The first 400 are shown.");
  assert.equal(
    inWords(0, 0, ["13 June 2026", "14 June 2026"]),
    "No diary row. Due, and nothing logged: 13 June 2026; 14 June 2026.",
  );
});

test("a column that is empty, or that the title says, is left out", () => {
  const row = {
    when: "1 June",
    exercise: "Bridge",
    side: "left",
    status: "done",
    amounts: "",
    pain: "",
    note: "",
    source: "",
  };
  const names = (/** @type {string} */ title) =>
    columns([row, { ...row, when: "2 June" }], title).map(([name]) => name);
  assert.deepEqual(names("Bridge, left: 2 of 2"), ["when", "status"]);
  assert.deepEqual(names("Done: 2"), ["when", "exercise", "side", "status"]);
});

test("no line ends within a number and its unit, and keys go back as they came", () => {
  const sent = { figure: "sign 3 s", lines: [{ said: "76 % (32 of 42), stay at 3 × 30 s", key: "a 5 %", sort: 0.5 }] };
  const drawn = allUnbroken(sent);
  assert.deepEqual(drawn, {
    figure: "sign 3 s",
    lines: [{ said: "76\u00a0% (32\u00a0of 42), stay at 3\u00a0×\u00a030\u00a0s", key: "a 5 %", sort: 0.5 }],
  });
  assert.deepEqual(allUnbroken({ said: "5 sessions, 3 steps, 2 of them" }), { said: "5 sessions, 3 steps, 2 of them" });
  assert.equal(allUnbroken(null), null);
});

test("under a bar stands a count, or a dash where there is none to give", () => {
  const said = ["6 of 7", "6 of\u00a0about\u00a07", "6\u00a0of\u00a07", "not logged", "nothing due"].map(under);
  assert.deepEqual(said, ["6/7", "6/~7", "6/7", "–", "–"]);
});

test("there is always a way on to the next plan; what is taken over is what stands open, and can be left", () => {
  /** @param {number} version @param {readonly ("open" | "taken" | "nothing" | "past")[]} states */
  const ways = (version, ...states) =>
    waysOn({ version, proposals: states.map((state, n) => ({ state, item_id: `i${n}` })) }).map((way) => [
      way.text,
      ...way.items,
    ]);
  assert.deepEqual(ways(0, "nothing"), [["Make the next plan"]]);
  assert.deepEqual(ways(0, "past"), [["Make the next plan"]]);
  assert.deepEqual(ways(0, "open", "nothing", "open"), [
    ["Next plan with 2 changes", "i0", "i2"],
    ["Next plan without changes"],
  ]);
  assert.deepEqual(ways(2, "taken", "open"), [["Next plan with 1 more change", "i1"], ["Open the draft of version 2"]]);
  assert.deepEqual(ways(2, "taken", "taken"), [["Open the draft of version 2"]]);
});
