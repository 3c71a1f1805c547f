// That the kernel is at work, said once it takes longer than a moment.
import { h } from "../shared/controls.js";

const PATIENCE_MS = 400;

/** @param {number} [patience] milliseconds */
export function busySign(patience = PATIENCE_MS) {
  const node = h("p", { class: "hs-quiet fu-working", "aria-hidden": "true" });
  /** @type {Set<number>} */
  const open = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tell = () => {
    node.textContent = open.size ? "Working…" : "";
  };
  return {
    node,
    /** @param {number} n the number of a wish that went out */
    sent: (n) => {
      open.add(n);
      clearTimeout(timer);
      timer = setTimeout(tell, patience);
    },
    /** @param {number} n the number of a wish that was answered */
    heard: (n) => {
      open.delete(n);
      if (open.size) return;
      clearTimeout(timer);
      tell();
    },
  };
}
