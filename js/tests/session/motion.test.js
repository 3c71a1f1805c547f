// Where in its movement a body is, and the way of a movement into the page.
import assert from "node:assert/strict";
import test from "node:test";
import { deflateSync } from "node:zlib";
import { placeIn, swinging, unpacked } from "../../session/motion.js";

/** @import { Kind } from "../../session/facts.js" */
/** @import { Step } from "../../session/types.js" */

/**
 * @param {Kind} kind
 * @returns {Step}
 */
const step = (kind) => ({ start_s: 10, end_s: 14, kind, item: "i1", set: 1, rep: 1, side: null });
const FREE = { holds: false, timed: false, before: step("setup") };
const HOLDS = { ...FREE, holds: true };

/**
 * Places at the start, the middle and the end of a step of four seconds.
 * @param {Kind} kind
 * @param {typeof FREE} how
 */
function places(kind, how) {
  return [0, 2, 4].map((at_s) => {
    const place = placeIn(step(kind), at_s, how);
    return place === null ? null : Math.round(place * 1000) / 1000;
  });
}

test("a repetition goes there and back within its time", () => {
  assert.deepEqual(places("move", FREE), [0, 1, 0]);
});

test("what is held is held at the end, and the way there begins where the body is", () => {
  assert.deepEqual(places("hold", HOLDS), [1, 1, 1]);
  assert.deepEqual(places("move", HOLDS), [0, 0.5, 1]);
  assert.deepEqual(places("move", { ...HOLDS, before: step("hold") }), [1, 0, 1]);
});

test("at rest and between sides the body is back at the start", () => {
  for (const kind of /** @type {const} */ (["rest", "between", "switch"]))
    assert.deepEqual(places(kind, HOLDS), [0, 0, 0]);
});

test("before an exercise, and where only the time counts, the movement swings by itself", () => {
  assert.deepEqual(places("setup", FREE), [null, null, null]);
  assert.deepEqual(places("move", { ...FREE, timed: true }), [null, null, null]);
  assert.deepEqual(
    [0, 0.75, 1.5, 3, 4.5].map((at) => Math.round(swinging(at) * 100) / 100),
    [0, 0.5, 1, 0, 1],
  );
});

test("no place lies outside of the movement, whatever a clock says", () => {
  for (const at of [-0.0001, 0, 3.9999, 4.2]) {
    for (const how of [FREE, HOLDS, { ...HOLDS, before: step("hold") }]) {
      const place = placeIn(step("move"), at, how) ?? -1;
      assert.ok(place >= 0 && place <= 1, `${at} ${place}`);
    }
    assert.ok(swinging(at) >= 0 && swinging(at) <= 1);
  }
});

test("a movement comes out as it was packed; none, or a browser that cannot unpack, shows none", async () => {
  const movement = { box: "0 0 8 6", placed: "scale(2)", shapes: [{ d: "M0 0" }], frames: [[0], []] };
  const packed = deflateSync(JSON.stringify(movement)).toString("base64");
  assert.deepEqual(await unpacked(packed), movement);
  assert.equal(await unpacked(""), null);
  const own = globalThis.DecompressionStream;
  Reflect.deleteProperty(globalThis, "DecompressionStream");
  assert.equal(await unpacked(packed), null);
  globalThis.DecompressionStream = own;
});
