// A row as one stop of the Tab key: its name, or where the keyboard was in it last. Its other fields are in the way
// once the keyboard is in one of them, or while the row is open.

const ALL = "button, input, select";

/**
 * @param {HTMLElement} line
 * @param {HTMLElement} name
 */
export function rowStops(line, name) {
  let mine = false; // it is the row in hand
  let within = false;
  let open = false;
  /** @type {Element} */
  let last = name;
  const draw = () => {
    const stop = mine && last !== name && isThere(last) ? last : name;
    /** @type {NodeListOf<HTMLElement>} */
    const all = line.querySelectorAll(ALL);
    for (const one of all) {
      const place = mine && (within || open || one === stop || areOne(one, stop)) ? 0 : -1;
      if (one.tabIndex !== place) one.tabIndex = place; // set to what it is, it has the browser lay out the page at once
    }
  };
  line.addEventListener("focusin", ({ target }) => {
    last = /** @type {Element} */ (target);
    within = last !== name;
    draw();
  });
  line.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && line.contains(relatedTarget)) return;
    within = false;
    draw();
  });
  draw();
  return {
    /** @param {boolean} is */
    inHand: (is) => {
      if (is === mine) return;
      mine = is;
      if (!is) last = name;
      draw();
    },
    /** @param {boolean} is */
    opened: (is) => {
      open = is;
      draw();
    },
  };
}

/**
 * The control of a row that an arrow leads to from another; the radios of a side are gone through by their own arrows.
 * @param {Element} line
 * @param {Element} from
 * @param {number} by
 */
export function beside(line, from, by) {
  /** @type {NodeListOf<HTMLElement>} */
  const all = line.querySelectorAll(ALL);
  const there = [...all].filter((one) => one === from || (isThere(one) && !isRadio(one)));
  return there[there.indexOf(/** @type {HTMLElement} */ (from)) + by];
}

/** @param {Element} one */
function isThere(one) {
  return one.getClientRects().length > 0 && !one.matches(":disabled");
}

/** @param {Element} one @returns {one is HTMLInputElement} */
function isRadio(one) {
  return one instanceof HTMLInputElement && one.type === "radio";
}

/** The radios of one choice are one stop. @param {Element} one @param {Element} other */
function areOne(one, other) {
  return isRadio(one) && isRadio(other) && one.name === other.name;
}
