// On which days: how a schedule is shown, what a choice begins with, one day put in or taken out.
import assert from "node:assert/strict";
import test from "node:test";
import { begun, modeOf, toggled } from "../../planner/days.js";
import { days } from "./toy.js";

const WEEK = begun("every").weekdays;

test("all seven days are every day, unless set days were chosen", () => {
  assert.equal(modeOf(days({ weekdays: WEEK }), null), "every");
  assert.equal(modeOf(days({ weekdays: WEEK }), "fixed"), "fixed");
  assert.equal(modeOf(days({ weekdays: ["mon"] }), "every"), "fixed");
  assert.equal(modeOf(days({ days_a_week: 3 }), "fixed"), "count");
});

test("what a choice begins with is shown as that choice", () => {
  for (const mode of /** @type {const} */ (["every", "count", "fixed"])) {
    const schedule = days(begun(mode));
    assert.equal(modeOf(schedule, mode), mode);
    assert.notEqual(schedule.weekdays === null, schedule.days_a_week === null);
  }
});

test("a day goes in at its place of the week, and out again", () => {
  assert.deepEqual(toggled(["mon", "fri"], "wed"), ["mon", "wed", "fri"]);
  assert.deepEqual(toggled(["mon", "wed", "fri"], "wed"), ["mon", "fri"]);
  assert.deepEqual(toggled(["sun"], "mon"), ["mon", "sun"]);
  assert.deepEqual(toggled(["mon"], "mon"), []);
});
