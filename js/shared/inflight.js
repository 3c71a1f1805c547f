// A view answers the deeds that the kernel had heard. One that is older than her last deed would take back on the page
// what she has just done, a tick or a number, until the next view comes: it is left undrawn, and the newest is drawn
// once all is answered.

/**
 * @param {{ draw: () => void, refill: () => void }} acts `draw` shows the newest view, `refill` puts what is kept back
 *   into the fields after a refusal
 */
export function inFlight({ draw, refill }) {
  /** @type {Set<number>} */
  const waited = new Set();
  /** @type {Set<() => void>} */
  const later = new Set();
  let unasked = false;
  /** @param {() => void} act */
  const once = (act) => () => {
    if (waited.size > (unasked ? 0 : 1)) later.add(act);
    else act();
  };
  return {
    /** @param {number} n the number of a deed that went out */
    sent: (n) => {
      waited.add(n);
    },
    /** Whether no deed is out. */
    idle: () => waited.size === 0,
    view: once(draw),
    /** @param {() => void} bring it brings a view that answers no deed */
    unasked: (bring) => {
      unasked = true;
      bring();
      unasked = false;
    },
    refused: once(refill),
    /** @param {number} n the number of a deed that was answered; its view came before */
    heard: (n) => {
      waited.delete(n);
      if (waited.size) return;
      for (const act of [draw, refill]) if (later.delete(act)) act();
    },
  };
}
