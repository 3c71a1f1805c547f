// The player over the page.
import assert from "node:assert/strict";
import test from "node:test";
import { meant } from "../../planner/player.js";

test("a session that was asked for at a patient who was left is shown to nobody else", () => {
  assert.equal(meant("BCDFGHJK", "BCDFGHJK"), true);
  assert.equal(meant("BCDFGHJK", "KJHGFDCB"), false);
  assert.equal(meant("BCDFGHJK", ""), false); // no plan in hand
  assert.equal(meant("BCDFGHJK", false), false); // the player was closed
});
