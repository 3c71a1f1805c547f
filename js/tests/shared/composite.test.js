// The arrows in a list that is one stop of the Tab key.
import assert from "node:assert/strict";
import test from "node:test";
import { led } from "../../shared/composite.js";

test("the arrows go from row to row in their column, and along a row, and stay inside", () => {
  const rows = [3, 2, 3];
  assert.deepEqual(led("ArrowDown", [0, 1], rows), [1, 1]);
  assert.deepEqual(led("ArrowDown", [0, 2], rows), [1, 1]); // the row below has two
  assert.deepEqual(led("ArrowDown", [2, 0], rows), [2, 0]);
  assert.deepEqual(led("ArrowUp", [0, 1], rows), [0, 1]);
  assert.deepEqual(led("ArrowRight", [1, 1], rows), [1, 1]);
  assert.deepEqual(led("ArrowLeft", [1, 1], rows), [1, 0]);
  assert.deepEqual(led("PageDown", [0, 0], rows), [2, 0]);
  assert.deepEqual(led("Home", [2, 2], rows), [0, 0]);
  assert.deepEqual(led("End", [0, 2], rows), [2, 0]);
  assert.deepEqual(led("End", [0, 0], [4]), [0, 3]); // of a toolbar
});

test("any other key is left alone", () => {
  for (const key of ["Enter", "a", "Tab", " "]) assert.equal(led(key, [0, 0], [1]), null);
});
