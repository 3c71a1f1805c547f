// Where keys lead: through the weeks without an end of the line, and down a day to the next one.
import assert from "node:assert/strict";
import test from "node:test";
import { after, deedOf, moved } from "../../followup/keys.js";

const SHAPE = { weeks: 2, lines: 3 };

test("arrows go on into the week before and after, and stop at the ends", () => {
  /** @type {[string, [number, number, number], [number, number, number] | null][]} */
  const ways = [
    ["ArrowRight", [0, 1, 6], [1, 1, 0]],
    ["ArrowLeft", [1, 1, 0], [0, 1, 6]],
    ["ArrowDown", [0, 2, 4], [1, 0, 4]],
    ["ArrowUp", [1, 0, 4], [0, 2, 4]],
    ["ArrowRight", [1, 1, 6], null],
    ["ArrowUp", [0, 0, 3], null],
    ["Home", [1, 2, 3], [1, 2, 0]],
    ["End", [1, 2, 3], [1, 2, 6]],
    ["PageDown", [0, 2, 3], [1, 2, 3]],
    ["PageUp", [0, 2, 3], null],
    ["q", [0, 0, 0], null],
  ];
  for (const [key, [week, line, day], to] of ways) {
    const found = moved({ week, line, day }, key, SHAPE);
    assert.deepEqual(found && [found.week, found.line, found.day], to, `${key} from ${week} ${line} ${day}`);
  }
});

test("on down the day passes what is no box, and ends where the sheet does", () => {
  const isBox = (/** @type {{ line: number }} */ { line }) => line !== 1;
  assert.deepEqual(after({ week: 0, line: 0, day: 6 }, SHAPE, isBox), { week: 0, line: 2, day: 6 });
  assert.deepEqual(after({ week: 0, line: 2, day: 6 }, SHAPE, isBox), { week: 1, line: 0, day: 0 });
  assert.equal(after({ week: 1, line: 2, day: 6 }, SHAPE, isBox), null);
});

test("a key writes what its box takes, and nothing else", () => {
  assert.deepEqual(deedOf("D", "mark"), { do: "mark", text: "done" });
  assert.equal(deedOf("d", "score"), null);
  assert.equal(deedOf("3", "mark"), null);
  assert.deepEqual(deedOf("3", "score"), { do: "digit", text: "3" });
  assert.deepEqual(deedOf("Backspace", "score"), { do: "mark", text: "" });
  assert.deepEqual(deedOf("s", "score"), { do: "fill", with: "before" });
  assert.deepEqual(deedOf("s", "note"), { do: "write", text: "s" });
  for (const kind of /** @type {const} */ (["mark", "score", "note"])) assert.equal(deedOf("Tab", kind), null);
});
