// What a kernel's state means for the page.
import assert from "node:assert/strict";
import test from "node:test";
import { standing } from "../../app/connection.js";

test("a kernel that answers is ready, busy or not", () => {
  for (const status of ["idle", "busy"]) assert.equal(standing(status, "connected"), "ready");
});

test("a kernel that is gone, or behind a broken line, is lost", () => {
  for (const status of ["dead", "restarting", "autorestarting", "terminating", undefined]) {
    assert.equal(standing(status, "connected"), "lost");
  }
  for (const line of ["connecting", "disconnected", undefined]) assert.equal(standing("idle", line), "lost");
});

test("a kernel that is only beginning says nothing new", () => {
  for (const status of ["starting", "unknown"]) assert.equal(standing(status, "connected"), "wait");
});
