// What matters to the patient: where a drawing puts its parts, which scores are new, which field a fault belongs to.
import assert from "node:assert/strict";
import test from "node:test";
import { bandSaid, placed, spanOf } from "../../followup/score_line.js";
import { byField } from "../../followup/told_where.js";
import { aboutOf } from "../../followup/totals.js";
import { newScores } from "../../followup/visit.js";

/** @import { Line } from "../../followup/messages.js" */

/** @param {readonly (readonly [string, number])[]} scores @param {Partial<Line>} [more] @returns {Line} */
function line(scores, more = {}) {
  const points = scores.map(([day, value]) => ({ day, label: day, value }));
  return { name: "Stairs", about: "", said: "", low: 0, high: 10, band: 3, points, ...more };
}

test("points stand by their day, from low at the foot to high at the top", () => {
  const at = placed(
    line([
      ["2026-06-01", 0],
      ["2026-06-08", 10],
      ["2026-06-29", 5],
    ]),
  );
  assert.ok(at);
  const [first, second, third] = at.dots;
  assert.ok(first && second && third);
  assert.equal(second.x - first.x, (third.x - first.x) / 4);
  assert.deepEqual([first.y, second.y, third.y], [at.ticks[0]?.y, at.ticks[2]?.y, at.ticks[1]?.y]);
  assert.ok(first.y > second.y);
  assert.deepEqual(at.ends, ["2026-06-01", "2026-06-29"]);
});

test("the band lies round the first score and ends where the score does", () => {
  const [high, low] = [line([["2026-06-01", 5]]), line([["2026-06-01", 1]])].map((one) => placed(one));
  assert.ok(high?.band && low?.band);
  const ten = (high.ticks[0]?.y ?? 0) - (high.ticks[2]?.y ?? 0);
  assert.ok(Math.abs(high.band.height - ten * 0.6) < 1e-9);
  assert.ok(Math.abs(low.band.height - ten * 0.4) < 1e-9);
  assert.equal(low.band.y + low.band.height, low.ticks[0]?.y);
});

test("one score stands in the middle with its day alone; without a score or a range nothing is drawn", () => {
  const at = placed(line([["2026-06-01", 5]]));
  assert.equal(at?.ends.length, 1);
  assert.ok(at?.dots[0] && at.dots[0].x > at.left && at.dots[0].x < at.right);
  assert.equal(placed(line([])), null);
  assert.equal(placed(line([["2026-06-01", 5]], { low: null, high: null, band: null })), null);
  assert.equal(placed(line([["2026-06-01", 5]], { band: null }))?.band, null);
});

test("drawings one below the other show the same days", () => {
  const [one, two] = [
    line([["2026-06-01", 5]]),
    line([
      ["2026-06-15", 4],
      ["2026-06-29", 6],
    ]),
  ];
  const span = spanOf([one, two]);
  assert.deepEqual(
    span?.map((point) => point.day),
    ["2026-06-01", "2026-06-29"],
  );
  const [early, late] = [placed(one, span)?.dots[0]?.x, placed(two, span)?.dots[0]?.x];
  assert.ok(early !== undefined && late !== undefined && early < late);
  assert.equal(spanOf([line([])]), null);
});

test("the shaded part is said, where there is one", () => {
  assert.equal(bandSaid(line([["2026-06-01", 5]])), "Shaded: less than 3 points from the first score.");
  assert.equal(bandSaid(line([["2026-06-01", 5]], { band: null })), "");
  assert.equal(bandSaid(line([])), "");
});

test("only what is new is kept, with what stood there", () => {
  const asked = [
    { column: "activity_1", name: "Stairs", was: "4" },
    { column: "activity_2", name: "Walking", was: "" },
    { column: "activity_3", name: "Garden", was: "7" },
  ];
  const texts = [" 4 ", "6", ""];
  const typed = newScores(
    "2026-06-20",
    asked.map((one, n) => ({ asked: one, text: texts[n] ?? "" })),
  );
  const place = { day: "2026-06-20", item_id: "", side: "", slot: 1 };
  assert.deepEqual(typed, [
    { ...place, column: "activity_2", text: "6", was: "" },
    { ...place, column: "activity_3", text: "", was: "7" },
  ]);
});

test("each fault goes to its field, in the order in which the fields are told of", () => {
  const faults = ["score, day", "score, LEFS", "score, day"].map((where) => ({ where }));
  const found = byField(faults, (where) => (where === "score, day" ? "day" : "total"));
  assert.deepEqual(
    [...found].map(([field, own]) => [field, own.length]),
    [
      ["day", 2],
      ["total", 1],
    ],
  );
});

test("a score says its range; one of another name has none", () => {
  const offered = [{ key: "lefs", name: "LEFS", about: "0 to 80, higher is better" }];
  assert.equal(aboutOf(offered, "lefs"), "0 to 80, higher is better.");
  assert.match(aboutOf(offered, ""), /^Any total, by a name of your own\./);
});
