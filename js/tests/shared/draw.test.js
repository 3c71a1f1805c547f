// Drawing no more than is needed.
import assert from "node:assert/strict";
import test from "node:test";
import { grouped, holdOnly, whenNew } from "../../shared/draw.js";

test("things are drawn when they have changed, by what they hold and not by which object holds it", () => {
  /** @type {unknown[]} */
  const drawn = [];
  const draw = whenNew((/** @type {unknown} */ thing, /** @type {boolean} */ locked) => drawn.push([thing, locked]));
  draw({ a: 1 }, false);
  draw({ a: 1 }, false);
  draw({ a: 1 }, true);
  draw(null, true);
  assert.deepEqual(drawn, [
    [{ a: 1 }, false],
    [{ a: 1 }, true],
    [null, true],
  ]);
});

test("groups stand in the order of their first thing, and things in their own", () => {
  const groups = grouped([3, 10, 4, 11, 5], (n) => (n < 10 ? "small" : "large"));
  assert.deepEqual(
    [...groups],
    [
      ["small", [3, 4, 5]],
      ["large", [10, 11]],
    ],
  );
});

/** A list of the least that a page's own has; `moved` are the nodes that were put in or taken out. */
class List {
  /** @param {readonly string[]} names */
  constructor(names) {
    /** @type {Node[]} */
    this.children = [];
    /** @type {string[]} */
    this.moved = [];
    for (const name of names) this.insertBefore(new Node(this, name), null);
    this.moved = [];
  }
  get firstElementChild() {
    return this.children[0] ?? null;
  }
  /** @param {Node} node @param {Node | null} there */
  insertBefore(node, there) {
    this.children = this.children.filter((one) => one !== node);
    this.children.splice(there ? this.children.indexOf(there) : this.children.length, 0, node);
    this.moved.push(node.name);
  }
}

class Node {
  /** @param {List} list @param {string} name */
  constructor(list, name) {
    this.list = list;
    this.name = name;
  }
  /** @returns {Node | null} */
  get nextElementSibling() {
    return this.list.children[this.list.children.indexOf(this) + 1] ?? null;
  }
  remove() {
    this.list.children = this.list.children.filter((one) => one !== this);
    this.list.moved.push(this.name);
  }
}

test("a list holds the nodes it is given, in their order, and those that stand right are not touched", () => {
  for (const [before, after, moved] of [
    ["abcd", "abcd", ""],
    ["abcd", "acd", "b"],
    ["abcd", "axbcd", "x"],
    ["abcd", "xy", "abcdxy"],
    ["abcd", "", "abcd"],
    ["", "ab", "ab"],
    ["abcd", "dabc", "d"],
    ["abcd", "bcde", "ae"],
  ]) {
    const list = new List([...(before ?? "")]);
    const known = new Map(list.children.map((node) => [node.name, node]));
    const nodes = [...(after ?? "")].map((name) => known.get(name) ?? new Node(list, name));
    holdOnly(/** @type {any} */ (list), /** @type {any} */ (nodes));
    assert.deepEqual(list.children, nodes);
    assert.equal(list.moved.join(""), moved);
  }
});
