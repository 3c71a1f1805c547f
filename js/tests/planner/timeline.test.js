// The session as a bar.
import assert from "node:assert/strict";
import test from "node:test";
import { blocksOf, inWords, share, spans } from "../../planner/timeline.js";

test("items stand where their time begins, and without rests between them fill the bar", () => {
  const placed = spans([
    { rest_s: 0, seconds: 170 },
    { rest_s: 0, seconds: 10 },
    { rest_s: 0, seconds: 500 },
  ]);
  assert.deepEqual(placed, [
    { start: 0, end: 170 },
    { start: 170, end: 180 },
    { start: 180, end: 680 },
  ]);
  const widths = placed.map(({ start, end }) => share(start, end, 680).width);
  assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 100) < 1e-9);
});

test("a part has its share of the whole, and a session without time no width that is no number", () => {
  assert.deepEqual(share(170, 340, 680), { left: 25, width: 25 });
  assert.deepEqual(share(0, 0, 0), { left: 0, width: 0 });
});

test("the bar in words names the total and each exercise, and an empty one says so", () => {
  const items = [
    { name: "Bridge", time: "2 min" },
    { name: "Plank", time: "30 s" },
  ];
  assert.equal(inWords({ total: "2 min 30 s", items }), "2 min 30 s in all. Bridge: 2 min; Plank: 30 s.");
  assert.equal(inWords({ total: "0 s", items: [] }), "No exercises yet.");
});

test("of a long session a block is an exercise, with the rest before it, and as long", () => {
  const steps = [
    { kind: "between", seconds: 30, text: "Rest before it" },
    { kind: "setup", seconds: 5, text: "" },
    { kind: "hold", seconds: 25, text: "" },
  ];
  const item = /** @type {Parameters<typeof blocksOf>[0]} */ ({ steps, seconds: 30, time: "30 s" });
  assert.equal(blocksOf(item, true), steps);
  assert.deepEqual(blocksOf(item, false), [steps[0], { kind: "hold", seconds: 30, text: "30 s" }]);
  const moved = { ...item, steps: [{ kind: /** @type {const} */ ("move"), seconds: 30, text: "" }] };
  assert.deepEqual(blocksOf(moved, false), [{ kind: "move", seconds: 30, text: "30 s" }]);
});
