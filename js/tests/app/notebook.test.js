// Which notebooks are pages.
import assert from "node:assert/strict";
import test from "node:test";
import { isPage } from "../../app/notebook.js";

test("a notebook is a page when its note says so, and whatever else a note holds makes it none", () => {
  assert.equal(isPage({ app: true }), true);
  for (const note of [undefined, null, {}, { app: false }, "app", 1, []]) assert.equal(isPage(note), false);
});
