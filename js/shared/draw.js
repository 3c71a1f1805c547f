// Drawing no more than is needed.

/**
 * Draws again only when what it draws has changed.
 * @template {readonly unknown[]} Given
 * @param {(...given: Given) => void} draw
 * @returns {(...given: Given) => void}
 */
export function whenNew(draw) {
  let last = "";
  return (...given) => {
    const now = JSON.stringify(given);
    if (now === last) return;
    last = now;
    draw(...given);
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
