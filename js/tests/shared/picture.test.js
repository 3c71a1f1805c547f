// What a picture is known by.
import assert from "node:assert/strict";
import test from "node:test";
import { keyOf } from "../../shared/picture.js";

test("the picture of an issued version is another one than the library's, and than that of another version", () => {
  const keys = [null, { code: "A", version: 1 }, { code: "A", version: 2 }, { code: "B", version: 1 }];
  assert.equal(new Set(keys.map((issued) => keyOf("bridge", issued))).size, keys.length);
  assert.equal(keyOf("bridge", null), "bridge");
});
