// Days and times of the device's own clock.
import assert from "node:assert/strict";
import test from "node:test";
import { dayAfter, dayInWords, dayOf, moment } from "../../session/days.js";

/**
 * @param {string} zone
 * @param {() => void} act
 */
function inZone(zone, act) {
  const { TZ } = process.env;
  process.env.TZ = zone;
  try {
    act();
  } finally {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  }
}

test("a day is the day where the device is", () => {
  const instant = new Date("2026-06-01T22:30:00Z");
  inZone("Europe/London", () => assert.equal(dayOf(instant), "2026-06-01"));
  inZone("Pacific/Auckland", () => assert.equal(dayOf(instant), "2026-06-02"));
  inZone("Pacific/Honolulu", () => assert.equal(dayOf(new Date("2026-01-01T05:00:00Z")), "2025-12-31"));
});

test("a moment names its offset from UTC, to the minute, and is the same moment when it is read", () => {
  const instant = new Date("2026-06-01T17:30:05Z");
  const told = /** @type {const} */ ([
    ["Europe/London", "2026-06-01T18:30:05+01:00"],
    ["UTC", "2026-06-01T17:30:05+00:00"],
    ["Asia/Kolkata", "2026-06-01T23:00:05+05:30"],
    ["America/St_Johns", "2026-06-01T15:00:05-02:30"],
  ]);
  for (const [zone, text] of told) inZone(zone, () => assert.equal(moment(instant), text));
  for (const [, text] of told) assert.equal(new Date(text).getTime(), instant.getTime());
});

test("the day after crosses months, years and leap days, back as well, and no change of clocks moves it", () => {
  inZone("Europe/London", () => {
    assert.equal(dayAfter("2026-03-28"), "2026-03-29");
    assert.equal(dayAfter("2026-03-29"), "2026-03-30");
    assert.equal(dayAfter("2026-10-25"), "2026-10-26");
    assert.equal(dayAfter("2026-12-31"), "2027-01-01");
    assert.equal(dayAfter("2028-02-28"), "2028-02-29");
    assert.equal(dayAfter("2026-06-15", -1), "2026-06-14");
    assert.equal(dayAfter("2026-06-01", -1), "2026-05-31");
  });
});

test("a day in words is that day, wherever the device is, in the language of the page and in Latin digits", () => {
  for (const zone of ["Pacific/Auckland", "Pacific/Honolulu"]) {
    inZone(zone, () => assert.match(dayInWords("2026-06-01", "en-GB"), /^Monday,? 1 June$/));
  }
  assert.match(dayInWords("2026-06-01", "de-DE"), /^Montag, 1\. Juni$/);
  assert.match(dayInWords("2026-06-01", "ar-EG"), /1/);
});
