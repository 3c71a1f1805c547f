// No view older than the last deed is drawn; the newest is, once all is answered.
import assert from "node:assert/strict";
import test from "node:test";
import { inFlight } from "../../shared/inflight.js";

function watched() {
  /** @type {string[]} */
  const done = [];
  const flight = inFlight({ draw: () => done.push("draw"), refill: () => done.push("refill") });
  return { done, flight };
}

test("the view of one deed, or of none, is drawn at once", () => {
  const { done, flight } = watched();
  flight.view();
  flight.sent(1);
  flight.view();
  flight.heard(1);
  assert.deepEqual(done, ["draw", "draw"]);
});

test("the view of an earlier deed is not drawn while a later one waits", () => {
  const { done, flight } = watched();
  flight.sent(1);
  flight.sent(2);
  flight.view();
  flight.heard(1);
  assert.deepEqual(done, []);
  flight.view();
  assert.deepEqual(done, ["draw"]);
});

test("where the last deed brings no view of its own, the one left out is drawn with its answer", () => {
  const { done, flight } = watched();
  flight.sent(1);
  flight.sent(2);
  flight.view();
  flight.refused();
  flight.heard(1);
  flight.heard(2);
  assert.deepEqual(done, ["draw", "refill"]);
  flight.sent(3);
  flight.heard(3);
  assert.deepEqual(done, ["draw", "refill"]);
});

test("a refusal of an earlier deed puts nothing back into the fields before the later one is answered", () => {
  const { done, flight } = watched();
  flight.sent(1);
  flight.sent(2);
  flight.refused();
  flight.heard(1);
  assert.deepEqual(done, []);
  flight.heard(2);
  assert.deepEqual(done, ["refill"]);
});

test("a view that answers no deed waits for the only deed that is out", () => {
  const { done, flight } = watched();
  flight.unasked(flight.view);
  assert.deepEqual(done, ["draw"]);
  flight.sent(1);
  flight.unasked(flight.view);
  assert.deepEqual(done, ["draw"]);
  flight.heard(1);
  assert.deepEqual(done, ["draw", "draw"]);
  flight.sent(2);
  flight.view();
  assert.deepEqual(done, ["draw", "draw", "draw"]);
});
