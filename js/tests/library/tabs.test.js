// Tabs by the usual keys.
import assert from "node:assert/strict";
import test from "node:test";
import { reached } from "../../library/tabs.js";

test("arrows go round the tabs, Home and End to their ends, and any other key nowhere", () => {
  assert.deepEqual(
    [0, 1, 2].map((at) => reached("ArrowRight", at, 3)),
    [1, 2, 0],
  );
  assert.deepEqual(
    [0, 1, 2].map((at) => reached("ArrowLeft", at, 3)),
    [2, 0, 1],
  );
  assert.deepEqual([reached("Home", 2, 3), reached("End", 0, 3)], [0, 2]);
  for (const key of ["Enter", "a", "Tab"]) assert.equal(reached(key, 1, 3), undefined);
});
