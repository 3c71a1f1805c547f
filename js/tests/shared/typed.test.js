// Text is kept while it is typed.
import assert from "node:assert/strict";
import test from "node:test";
import { PAUSE_MS, tellAll, typed, visit } from "../../shared/typed.js";

class Field extends EventTarget {
  value = "";

  /** @param {string} text */
  type(text) {
    this.value += text;
    this.dispatchEvent(new Event("input"));
  }

  /** @param {string} name */
  does(name) {
    this.dispatchEvent(new Event(name));
  }
}

/** @param {import("node:test").TestContext} t */
function field(t) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {[string, number][]} */
  const told = [];
  const control = typed(new Field(), (value, typing) => told.push([value, typing]));
  control.does("focus");
  return { control, told, pass: (/** @type {number} */ ms) => t.mock.timers.tick(ms) };
}

test("it is told once, a moment after the last letter", (t) => {
  const { control, told, pass } = field(t);
  control.type("A");
  pass(PAUSE_MS - 1);
  control.type("n");
  pass(PAUSE_MS - 1);
  assert.equal(told.length, 0);
  pass(1);
  assert.deepEqual(
    told.map(([value]) => value),
    ["An"],
  );
  pass(60_000);
  assert.equal(told.length, 1);
});

test("it is told at once when the field is left or the page goes, and then no more", (t) => {
  const { control, told, pass } = field(t);
  control.type("A");
  control.does("change");
  control.type("n");
  tellAll();
  tellAll();
  control.does("change");
  pass(60_000);
  assert.deepEqual(
    told.map(([value]) => value),
    ["A", "An"],
  );
});

test("what is told in one visit bears one number, and the next visit a higher one", (t) => {
  const { control, told } = field(t);
  for (const text of ["A", "n"]) {
    control.type(text);
    tellAll();
  }
  control.does("focus");
  control.type("!");
  tellAll();
  const [first, second, third] = told.map(([, typing]) => typing);
  assert.equal(first, second);
  assert.ok(Number(third) > Number(first));
});

test("after a reload no number of a visit comes again", () => {
  assert.ok(visit() > Date.now() - 60_000);
  assert.notEqual(visit(), visit());
});

test("each letter is told to the page at once, so that it does not say that all is saved", (t) => {
  const { control } = field(t);
  let heard = 0;
  control.addEventListener("hs-typing", () => {
    heard += 1;
  });
  control.type("A");
  control.type("n");
  assert.equal(heard, 2);
  tellAll();
});
