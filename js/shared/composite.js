// A list as one stop of the Tab key: the arrows go from row to row, and along the controls of a row.

const MOVES = /** @type {const} */ ({
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [8, 0],
  PageUp: [-8, 0],
});

/**
 * Where a key leads in a list of rows with so many controls each; null where it is none of ours.
 * @param {string} key
 * @param {readonly [row: number, at: number]} from
 * @param {readonly number[]} rows
 * @returns {[row: number, at: number] | null}
 */
export function led(key, [row, at], rows) {
  const last = rows.length - 1;
  if (key === "Home") return [0, 0];
  if (key === "End") return [last, 0];
  const move = MOVES[/** @type {keyof typeof MOVES} */ (key)];
  if (!move) return null;
  const [down, along] = move;
  const to = Math.min(Math.max(row + down, 0), last);
  return [to, Math.min(Math.max(at + along, 0), (rows[to] ?? 1) - 1)];
}

/**
 * Makes the rows of `list` one composite. Call `refresh` whenever rows were drawn.
 * @param {HTMLElement} list
 * @param {string} row a selector
 * @param {() => void} [above] what the arrow up does in the first row
 */
export function composite(list, row, above) {
  /** @returns {HTMLElement[][]} */
  const grid = () =>
    [...list.querySelectorAll(row)].map((one) => controlsOf(one)).filter((controls) => controls.length > 0);
  /** @param {HTMLElement} chosen */
  const hold = (chosen) => {
    for (const control of grid().flat()) control.tabIndex = control === chosen ? 0 : -1;
  };
  const refresh = () => {
    const all = grid().flat();
    const first = all.find((control) => control.tabIndex === 0) ?? all[0];
    if (first) hold(first);
  };
  const focus = () => grid()[0]?.[0]?.focus();
  list.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement && grid().flat().includes(target)) hold(target);
  });
  list.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(target instanceof HTMLElement) || target instanceof HTMLInputElement) return;
    const rows = grid();
    const at = rows.findIndex((controls) => controls.some((control) => control === target));
    if (at < 0) return;
    const along = rows[at]?.findIndex((control) => control.contains(target)) ?? 0;
    const to = led(
      key,
      [at, along],
      rows.map((controls) => controls.length),
    );
    if (!to) return;
    event.preventDefault();
    if (key === "ArrowUp" && at === 0 && above) above();
    else rows[to[0]]?.[to[1]]?.focus();
  });
  return { refresh, focus };
}

/** @param {Element} row @returns {HTMLElement[]} */
function controlsOf(row) {
  /** @type {NodeListOf<HTMLElement>} */
  const controls = row.querySelectorAll("button, a[href]");
  return [...controls].filter((control) => !control.closest("[hidden]"));
}
