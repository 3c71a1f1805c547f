// What a search says of itself.
import assert from "node:assert/strict";
import test from "node:test";
import { counted } from "../../shared/search.js";

test("a search says how many, of how many, and how many it shows", () => {
  assert.equal(counted(53, 53, 53), "53 exercises");
  assert.equal(counted(4, 53, 4), "4 of 53 exercises");
  assert.equal(counted(200, 300, 60), "200 of 300 exercises, the first 60 shown");
});
