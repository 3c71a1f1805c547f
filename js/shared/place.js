// What is pressed may go away, and what stands below it come up under the mouse: a second press would then be of another
// button. So a part that shrinks at a press keeps its place until the mouse has left it.
import { h } from "./controls.js";

/**
 * The place of a part, as high as the part was when something in it was pressed by mouse or finger.
 * @param {HTMLElement} part
 */
export function keptHeight(part) {
  const node = h("div", { class: "hs-place" }, part);
  /** @param {number | null} height */
  const hold = (height) => {
    node.style.minHeight = height === null ? "" : `${height}px`;
  };
  node.addEventListener("click", ({ detail }) => detail && hold(node.offsetHeight), { capture: true });
  node.addEventListener("pointerleave", () => hold(null));
  return node;
}
