// A state put together from its changes.
import assert from "node:assert/strict";
import test from "node:test";
import { after, kept } from "../../shared/changed.js";

test("what changed is new, and all else is the very same thing", () => {
  const before = { title: "Knee", items: [{ n: 1 }, { n: 2 }], review: { counts: [3] } };
  const now = after(before, { within: { items: { within: { 1: { within: { n: { now: 5 } } } } } } });
  assert.deepEqual(now, { title: "Knee", items: [{ n: 1 }, { n: 5 }], review: { counts: [3] } });
  assert.equal(now.items[0], before.items[0]);
  assert.equal(now.review, before.review);
  assert.deepEqual(before.items, [{ n: 1 }, { n: 2 }]);
  assert.equal(after(before, { now: null }), null);
});

test("where a change is missing the whole is asked for, and nothing is put together until it is there", () => {
  /** @type {{ n: number }} */
  let state = { n: 1 };
  let asks = 0;
  const hear = kept({
    get: () => state,
    set: (now) => {
      state = now;
    },
    ask: () => {
      asks += 1;
    },
  });
  /** @param {number} n */
  const to = (n) => ({ within: { n: { now: n } } });
  hear(to(2), 7);
  hear(to(3), 8);
  hear(to(5), 10);
  hear(to(6), 11);
  assert.deepEqual([state, asks], [{ n: 3 }, 2]);
  hear({ now: { n: 7 } }, 12);
  hear(to(8), 13);
  assert.deepEqual([state, asks], [{ n: 8 }, 2]);
});
