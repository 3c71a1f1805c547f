// A movement goes forth and back.
import assert from "node:assert/strict";
import test from "node:test";
import { turned } from "../../planner/movement.js";

test("pictures take turns to the last and back to the first, each end once", () => {
  let now = { at: 0, by: 1 };
  const seen = [];
  for (let i = 0; i < 8; i += 1) {
    now = turned(now, 4);
    seen.push(now.at);
  }
  assert.deepEqual(seen, [1, 2, 3, 2, 1, 0, 1, 2]);
});

test("two pictures change places", () => {
  assert.deepEqual(turned({ at: 0, by: 1 }, 2), { at: 1, by: 1 });
  assert.deepEqual(turned({ at: 1, by: 1 }, 2), { at: 0, by: -1 });
});
