// Plans to go on with, and to open.
import assert from "node:assert/strict";
import test from "node:test";
import { actOf, countSaid, versionsOf, whose } from "../../planner/roster.js";

test("a plan is opened at its draft, or else at its newest version; the others stand beside it", () => {
  assert.deepEqual(versionsOf({ draft: 3, issued: [1, 2] }), { newest: 3, older: [1, 2] });
  assert.deepEqual(versionsOf({ draft: null, issued: [1, 2] }), { newest: 2, older: [1] });
  assert.deepEqual(versionsOf({ draft: 1, issued: [] }), { newest: 1, older: [] });
});

test("a patient's label is named where it says more than the plan's", () => {
  assert.equal(whose({ plan_id: "P-001", patient: "Anna" }), "P-001 · Anna");
  assert.equal(whose({ plan_id: "P-001", patient: "P-001" }), "P-001");
  assert.equal(whose({ plan_id: "P-001", patient: "" }), "P-001");
});

test("how many plans there are, how many have the words, and how many are seen", () => {
  assert.equal(countSaid({ found: 1, plans: 1, shown: 1 }), "1 plan");
  assert.equal(countSaid({ found: 3, plans: 12, shown: 3 }), "3 of 12 plans");
  assert.equal(countSaid({ found: 300, plans: 300, shown: 60 }), "300 plans, the first 60 shown");
});

test("a draft is gone on with, today's version is corrected, and an older one is followed by the next", () => {
  assert.equal(actOf({ draft: 2, issued_today: true }), "Go on");
  assert.equal(actOf({ draft: null, issued_today: true }), "Correct…");
  assert.equal(actOf({ draft: null, issued_today: false }), "Next version");
});
