// Nothing is put into a field under the fingers of the one who types.
import assert from "node:assert/strict";
import test from "node:test";
import { typesIn } from "../../shared/fingers.js";

for (const end of ["change", "blur"]) {
  test(`somebody types from the first letter until "${end}", and again with the next letter`, () => {
    const field = new EventTarget();
    const at = [typesIn(field)];
    for (const event of ["focus", "input", "input", end, "focus", "input"]) {
      field.dispatchEvent(new Event(event));
      at.push(typesIn(field));
    }
    assert.deepEqual(at, [false, false, true, true, false, false, true]);
  });
}

test("each field has its own fingers", () => {
  const [one, other] = [new EventTarget(), new EventTarget()];
  typesIn(one);
  typesIn(other);
  one.dispatchEvent(new Event("input"));
  assert.deepEqual([typesIn(one), typesIn(other)], [true, false]);
});
