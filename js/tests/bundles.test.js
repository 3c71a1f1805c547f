// The bundles in the kit.
import assert from "node:assert/strict";
import test from "node:test";
import { bundle, PAGES, standing } from "../build.js";

for (const page of PAGES) {
  test(`kit/${page.target} is what "npm run build" makes of the sources`, async () => {
    assert.equal(standing(page), await bundle(page));
  });
}
