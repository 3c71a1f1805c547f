// Files beside the page in JupyterLab's address.
import assert from "node:assert/strict";
import test from "node:test";
import { beside } from "../../shared/beside.js";

test("a file stands beside the page, in each of JupyterLab's addresses, its name made safe", () => {
  assert.equal(beside("library.ipynb", "/doc/tree/plan.ipynb"), "/doc/tree/library.ipynb");
  assert.equal(beside("exercises/a b.toml", "/lab/tree/x/plan.ipynb"), "/lab/tree/x/exercises/a%20b.toml");
  assert.equal(beside("x.toml", "/u/lab/workspaces/w/tree/plan.ipynb"), "/u/lab/workspaces/w/tree/x.toml");
});

test("where the address shows no folder there is no link", () => {
  for (const page of ["/lab", "/doc/tree/plan.txt", "/tree/plan.ipynb", "/"]) assert.equal(beside("x", page), null);
});
