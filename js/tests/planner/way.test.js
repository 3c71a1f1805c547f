// What the form of an item offers.
import assert from "node:assert/strict";
import test from "node:test";
import { answeredBy } from "../../planner/finding.js";
import { arcOf, surfacesOf } from "../../planner/way.js";
import { way } from "./toy.js";

test("the surface that holds for this patient is named, and a bed stands there only where one does", () => {
  const both = surfacesOf(way({ surfaces: ["floor", "bed"], surface_now: "bed" }));
  assert.deepEqual(both, [
    ["", "Default: firm bed"],
    ["floor", "Floor"],
    ["bed", "Firm bed"],
  ]);
  const floor = surfacesOf(way({ surfaces: ["floor"], surface_now: "floor" }));
  assert.deepEqual(floor, [
    ["", "Default: floor"],
    ["floor", "Floor"],
  ]);
});

test("where somebody chose, the default is not named: nobody knows it", () => {
  const [first] = surfacesOf(way({ surfaces: ["floor", "bed"], surface: "floor", surface_now: "floor" }));
  assert.deepEqual(first, ["", "Default"]);
});

test("an arc is sent whole, or taken away whole; one end waits for the other", () => {
  assert.deepEqual(arcOf(90, 45), { from_deg: 90, to_deg: 45 });
  assert.deepEqual(arcOf(0, 45), { from_deg: 0, to_deg: 45 });
  assert.deepEqual(arcOf(Number.NaN, Number.NaN), { from_deg: null, to_deg: null });
  assert.deepEqual([arcOf(90, Number.NaN), arcOf(Number.NaN, 45)], [null, null]);
});

test("an answer says who gave it, in which role, and from which version it was carried", () => {
  const answer = { said: "", by: "A. Physio", on: "1 June 2026", role: "", carried_from: null };
  assert.equal(answeredBy({ asks: "reason", answer }), "Kept by A. Physio, 1 June 2026.");
  assert.equal(
    answeredBy({ asks: "reason", answer: { ...answer, carried_from: 1 } }),
    "Kept by A. Physio, 1 June 2026, carried from version 1.",
  );
  const signed = { ...answer, role: "Physiotherapist" };
  assert.equal(
    answeredBy({ asks: "sign-off", answer: signed }),
    "Signed off by A. Physio, Physiotherapist, 1 June 2026.",
  );
  assert.equal(answeredBy({ asks: "confirmation", answer }), "Confirmed by A. Physio, 1 June 2026.");
});
