// What a key means, and where it is only text.
import assert from "node:assert/strict";
import test from "node:test";
import { meant } from "../../planner/keys.js";

/** @param {string} key @param {Partial<KeyboardEvent>} [held] */
function pressed(key, held = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...held };
}

test("single letters act outside fields alone", () => {
  for (const [key, what] of [
    ["/", "search"],
    ["?", "map"],
    ["f", "findings"],
  ]) {
    assert.equal(meant(pressed(key ?? ""), ""), what);
    for (const inside of /** @type {const} */ (["text", "field"])) assert.equal(meant(pressed(key ?? ""), inside), "");
  }
});

test("the way back is the plan's, but in a text the text's own", () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
    assert.equal(meant(pressed("z", held), "field"), "undo");
    assert.equal(meant(pressed("Z", { ...held, shiftKey: true }), ""), "redo");
    assert.equal(meant(pressed("y", held), ""), "redo");
    assert.equal(meant(pressed("z", held), "text"), "");
  }
});

test("Ctrl+S, Ctrl+Enter and Esc act everywhere, and Alt leaves a key to the browser", () => {
  for (const inside of /** @type {const} */ (["text", "field", ""])) {
    assert.equal(meant(pressed("s", { ctrlKey: true }), inside), "keep");
    assert.equal(meant(pressed("Enter", { ctrlKey: true }), inside), "primary");
    assert.equal(meant(pressed("Escape"), inside), "shut");
    assert.equal(meant(pressed("s", { ctrlKey: true, altKey: true }), inside), "");
  }
});

test("the key to paper does one thing, however long it is held", () => {
  const held = { ctrlKey: true };
  assert.equal(meant(pressed("Enter", held), ""), "primary");
  for (const inside of /** @type {const} */ (["", "text", "field"])) {
    assert.equal(meant(pressed("Enter", { ...held, repeat: true }), inside), "held");
  }
});
