// An idle window looks whether another one changed its plan: only while it is seen, and while nothing of it is at work.
import assert from "node:assert/strict";
import test from "node:test";
import { EVERY_MS, lookElsewhere } from "../../planner/elsewhere.js";

test("it looks every few seconds while it is seen and at rest, at once when it is seen again, and stops", (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const seen = new EventTarget();
  const page = Object.assign(seen, { visibilityState: "visible" });
  Object.defineProperty(globalThis, "document", { configurable: true, value: page });
  let idle = true;
  let asked = 0;
  const stop = lookElsewhere(
    () => {
      asked += 1;
    },
    () => idle,
  );
  assert.ok(EVERY_MS <= 5000);
  t.mock.timers.tick(EVERY_MS);
  assert.equal(asked, 1);
  idle = false;
  t.mock.timers.tick(3 * EVERY_MS);
  assert.equal(asked, 1);
  idle = true;
  page.visibilityState = "hidden";
  t.mock.timers.tick(3 * EVERY_MS);
  assert.equal(asked, 1);
  page.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(asked, 2);
  stop();
  t.mock.timers.tick(3 * EVERY_MS);
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(asked, 2);
  Reflect.deleteProperty(globalThis, "document");
});
