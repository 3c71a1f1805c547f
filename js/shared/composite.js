// A list or a toolbar as one stop of the Tab key: the arrows go from row to row, and along the controls of a row.

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
  if (key === "End") return [last, last ? 0 : (rows[0] ?? 1) - 1];
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
  return roving(
    [list],
    () => [...list.querySelectorAll(row)].map((one) => controlsOf(one)).filter((controls) => controls.length > 0),
    (key, [at, along], rows) => {
      if (key === "ArrowUp" && at === 0 && above) above();
      else return led(key, [at, along], rows);
      return [at, along];
    },
  );
}

/**
 * Makes the controls of these parts one toolbar: one stop of the Tab key, left and right go along it. What comes and
 * goes in `around` is seen by itself.
 * @param {HTMLElement} around
 * @param {readonly HTMLElement[]} parts in their order
 */
export function toolbar(around, parts) {
  const bar = roving(
    parts,
    () => [parts.flatMap((part) => controlsOf(part)).filter((control) => control.checkVisibility())],
    (key, from, rows) => (key === "ArrowUp" || key === "ArrowDown" ? null : led(key, from, rows)),
  );
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      bar.refresh(); // just before the picture: what is in sight is worked out then anyway
    });
  };
  const watcher = new MutationObserver(soon);
  watcher.observe(around, { childList: true, subtree: true, attributeFilter: ["hidden", "disabled"] });
  bar.refresh();
  return bar;
}

/**
 * One of the controls is the stop of the Tab key: the one that had the keyboard last.
 * @param {readonly HTMLElement[]} parts
 * @param {() => HTMLElement[][]} grid
 * @param {typeof led} lead
 */
function roving(parts, grid, lead) {
  /** @param {HTMLElement[]} all @param {HTMLElement} chosen */
  const hold = (all, chosen) => {
    for (const control of all) control.tabIndex = control === chosen ? 0 : -1;
  };
  const refresh = () => {
    const all = grid().flat();
    const first = all.find((control) => control.tabIndex === 0) ?? all[0];
    if (first) hold(all, first);
  };
  const focus = () => grid()[0]?.[0]?.focus();
  /** @param {FocusEvent} event */
  const onFocus = ({ target }) => {
    const all = grid().flat();
    if (target instanceof HTMLElement && all.includes(target)) hold(all, target);
  };
  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(target instanceof HTMLElement) || own(target, key)) return;
    const rows = grid();
    const at = rows.findIndex((controls) => controls.includes(target));
    if (at < 0) return;
    const along = rows[at]?.indexOf(target) ?? 0;
    const to = lead(
      key,
      [at, along],
      rows.map((controls) => controls.length),
    );
    if (!to) return;
    event.preventDefault();
    if (to[0] !== at || to[1] !== along) rows[to[0]]?.[to[1]]?.focus();
  };
  for (const part of parts) {
    part.addEventListener("focusin", onFocus);
    part.addEventListener("keydown", onKey);
  }
  return { refresh, focus };
}

/**
 * Whether a key means something to the control itself: text is gone through, a choice changes up and down.
 * @param {HTMLElement} control
 * @param {string} key
 */
function own(control, key) {
  if (control instanceof HTMLSelectElement) return key !== "ArrowLeft" && key !== "ArrowRight";
  return control instanceof HTMLInputElement && control.type !== "checkbox";
}

/** @param {Element} part @returns {HTMLElement[]} */
function controlsOf(part) {
  /** @type {NodeListOf<HTMLElement & { disabled?: boolean }>} */
  const controls = part.querySelectorAll('button, a[href], select, input[type="checkbox"]');
  return [...controls].filter((control) => !control.disabled && !control.closest("[hidden]"));
}
