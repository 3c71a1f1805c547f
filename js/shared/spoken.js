// What a screen reader speaks of what was done: the last of it, also where it is the same words again.
import { make } from "./dom.js";

export function spokenPart() {
  const node = make("div", { class: "hs-unseen", role: "status" });
  /** @param {string} text */
  const say = (text) => node.replaceChildren(...(text ? [make("span", {}, text)] : [])); // a new part is spoken anew
  return { node, say };
}
