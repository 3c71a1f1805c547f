// A list as one stop of the Tab key. Inside it the arrow keys go from row to row and from control to control.

const TAKES = "button, a[href]";

/**
 * @param {HTMLElement} list its rows are its children, and may be replaced at any time
 * @returns {() => void} the way to stop
 */
export function composite(list) {
  /** @type {Element | null} */
  let last = null;
  const set = () => {
    const all = [...list.querySelectorAll(TAKES)];
    const stop = (last && all.includes(last) && last) || all[0];
    for (const one of all) one.setAttribute("tabindex", one === stop ? "0" : "-1");
  };
  list.addEventListener("focusin", ({ target }) => {
    last = /** @type {Element} */ (target);
    set();
  });
  list.addEventListener("keydown", (event) => {
    const next = moved(list, /** @type {Element} */ (event.target), event.key);
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    next.focus();
  });
  const watcher = new MutationObserver(set);
  watcher.observe(list, { childList: true });
  set();
  return () => watcher.disconnect();
}

/**
 * @param {HTMLElement} list
 * @param {Element} from
 * @param {string} key
 * @returns {HTMLElement | undefined}
 */
function moved(list, from, key) {
  const rows = [...list.children];
  const row = rows.findIndex((one) => one.contains(from));
  const inside = controls(rows[row]);
  const at = inside.indexOf(/** @type {HTMLElement} */ (from));
  const to = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: rows.length - 1 }[key];
  if (to !== undefined) {
    const there = controls(rows[to]);
    return there[Math.min(Math.max(at, 0), there.length - 1)];
  }
  const beside = { ArrowRight: at + 1, ArrowLeft: at - 1 }[key];
  return beside === undefined ? undefined : inside[beside];
}

/** @param {Element | undefined} row @returns {HTMLElement[]} */
function controls(row) {
  return row ? [...row.querySelectorAll(TAKES)].filter((one) => one instanceof HTMLElement) : [];
}
