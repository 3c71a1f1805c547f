// Which notebooks are pages.
import assert from "node:assert/strict";
import test from "node:test";
import { isPage, ours } from "../../app/notebook.js";

test("a notebook is a page when its note says so, and whatever else a note holds makes it none", () => {
  assert.equal(isPage({ app: true }), true);
  for (const note of [undefined, null, {}, { app: false }, "app", 1, []]) assert.equal(isPage(note), false);
});

test("in a JupyterLab of somebody else only the kit's own lines run by themselves", () => {
  assert.equal(ours(["import kit\n\nkit.planner()\n"]), true);
  for (const other of ["import kit\n\nkit.planner()\nprint(1)", "import os", ""]) assert.equal(ours([other]), false);
});
