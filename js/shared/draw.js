// Drawing no more than is needed.

/**
 * Draws again only when what it draws has changed. What is the very same thing as before is not looked at.
 * @template {readonly unknown[]} Given
 * @param {(...given: Given) => void} draw
 * @returns {(...given: Given) => void}
 */
export function whenNew(draw) {
  /** @type {Given | null} */
  let last = null;
  /** @type {string[]} */
  let said = [];
  return (...given) => {
    const before = last;
    const now = given.map((one, i) => (before && one === before[i] ? (said[i] ?? "") : JSON.stringify(one)));
    const same = before?.length === given.length && now.every((one, i) => one === said[i]);
    last = given;
    said = now;
    if (!same) draw(...given);
  };
}

/**
 * Things by key, each key in the order of its first thing.
 * @template Thing, Key
 * @param {readonly Thing[]} things
 * @param {(thing: Thing) => Key} keyOf
 * @returns {Map<Key, Thing[]>}
 */
export function grouped(things, keyOf) {
  /** @type {Map<Key, Thing[]>} */
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

/**
 * These nodes, in this order, are all that `list` holds. Those that stand there stay in the page: what is taken out and
 * put back is laid out anew.
 * @param {Element} list
 * @param {readonly Element[]} nodes
 */
export function holdOnly(list, nodes) {
  const now = new Set(nodes);
  for (const old of [...list.children]) if (!now.has(old)) old.remove();
  let there = list.firstElementChild;
  for (const node of nodes) {
    if (node === there) there = node.nextElementSibling;
    else list.insertBefore(node, there);
  }
}
