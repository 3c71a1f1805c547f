// Drawing no more than is needed.
import assert from "node:assert/strict";
import test from "node:test";
import { grouped, whenNew } from "../../shared/draw.js";

test("things are drawn when they have changed, by what they hold and not by which object holds it", () => {
  /** @type {unknown[]} */
  const drawn = [];
  const draw = whenNew((/** @type {unknown} */ thing, /** @type {boolean} */ locked) => drawn.push([thing, locked]));
  draw({ a: 1 }, false);
  draw({ a: 1 }, false);
  draw({ a: 1 }, true);
  draw(null, true);
  assert.deepEqual(drawn, [
    [{ a: 1 }, false],
    [{ a: 1 }, true],
    [null, true],
  ]);
});

test("groups stand in the order of their first thing, and things in their own", () => {
  const groups = grouped([3, 10, 4, 11, 5], (n) => (n < 10 ? "small" : "large"));
  assert.deepEqual(
    [...groups],
    [
      ["small", [3, 4, 5]],
      ["large", [10, 11]],
    ],
  );
});
