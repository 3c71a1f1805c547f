// Nothing is put into a field under the fingers of the one who types.
import assert from "node:assert/strict";
import test from "node:test";
import { typesIn } from "../../shared/fingers.js";

test("somebody types from the first letter until the field is left, also where a part was told", () => {
  const field = new EventTarget();
  const at = [typesIn(field)];
  for (const event of ["focus", "input", "change", "input", "blur", "focus", "input"]) {
    field.dispatchEvent(new Event(event));
    at.push(typesIn(field));
  }
  assert.deepEqual(at, [false, false, true, true, true, false, false, true]);
});

test("each field has its own fingers", () => {
  const [one, other] = [new EventTarget(), new EventTarget()];
  typesIn(one);
  typesIn(other);
  one.dispatchEvent(new Event("input"));
  assert.deepEqual([typesIn(one), typesIn(other)], [true, false]);
});
