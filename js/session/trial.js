// Tried in the planner, before it is handed over: nothing is kept, and Escape leads back.

/** @import { Store } from "./types.js" */
import { LEAVES, TRIAL } from "../shared/trial.js";

/** @param {Pick<Window, "name">} [frame] */
export function isTrial(frame = window) {
  return frame.name === TRIAL;
}

/**
 * What is written stays as long as the page.
 * @returns {Store}
 */
export function forNow() {
  /** @type {Map<string, string>} */
  const held = new Map();
  return {
    get length() {
      return held.size;
    },
    key: (n) => [...held.keys()][n] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
  };
}

/** Back to the page round the frame, unless a box of this page is open: that one closes first. */
export function leave() {
  if (!document.querySelector("dialog[open]")) parent.postMessage(LEAVES, "*");
}
