// Nothing is put into a field under the fingers of the one who types.
import assert from "node:assert/strict";
import test from "node:test";
import { sentOf, typesIn, untoldFields } from "../../shared/fingers.js";
import { tellAll, typed } from "../../shared/typed.js";

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

test("what was sent is emptied only as long as it stands there", () => {
  const field = { value: "My knee" };
  const sent = sentOf(field);
  assert.equal(sent.stands(), true);
  field.value = "My knee stretches";
  assert.equal(sent.stands(), false);
});

test("a field holds what nobody heard of from each letter until it is told", () => {
  const field = Object.assign(new EventTarget(), { value: "" });
  typed(field, () => {});
  const at = [untoldFields.has(field)];
  field.dispatchEvent(new Event("input"));
  at.push(untoldFields.has(field));
  tellAll();
  at.push(untoldFields.has(field));
  field.dispatchEvent(new Event("input"));
  at.push(untoldFields.has(field));
  tellAll();
  assert.deepEqual(at, [false, true, false, true]);
});
