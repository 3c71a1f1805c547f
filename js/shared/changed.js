// The state of a page, put together again from what has changed of it; what has not stays the very same thing.

/** @typedef {{ now?: unknown, within?: { [part: string]: Changed } }} Changed as in kit/ui/changed.py */

/**
 * @template State
 * @param {State} before
 * @param {Changed} change
 * @returns {State}
 */
export function after(before, { now, within }) {
  if (!within) return /** @type {State} */ (now);
  const made = /** @type {{ [part: string]: unknown }} */ (Array.isArray(before) ? [...before] : { ...before });
  for (const [part, inner] of Object.entries(within)) made[part] = after(made[part], inner);
  return /** @type {State} */ (made);
}

/**
 * Keeps a state up to date by numbered changes. Where one is missing, the whole is asked for; it comes as a change too.
 * @template State
 * @param {{ get: () => State, set: (now: State) => void, ask: () => void }} acts
 */
export function kept({ get, set, ask }) {
  let last = 0;
  /** @param {Changed} change @param {number} turn */
  return (change, turn) => {
    const missed = last > 0 && turn !== last + 1 && Boolean(change.within);
    if (missed) ask();
    else {
      last = turn;
      set(after(get(), change));
    }
  };
}
