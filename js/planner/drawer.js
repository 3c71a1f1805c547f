// The library, the plan and the panel beside it. Where there is no place for all, the library is a drawer, which takes
// the plan's place while it is open.
// In a wide window its buttons are out of sight (narrow.css).
import { button, h } from "../shared/controls.js";

/**
 * @param {{ node: HTMLElement, search: () => void }} library
 * @param {HTMLElement} board
 * @param {{ node: HTMLElement, close: () => boolean }} aside
 */
export function drawer(library, board, aside) {
  const node = h("div", { class: "hs-body" }, library.node, board, aside.node);
  const put = (/** @type {boolean} */ is) => {
    node.dataset.library = is ? "open" : "";
    open.setAttribute("aria-expanded", String(is));
  };
  const close = () => {
    if (node.dataset.library !== "open") return false;
    put(false);
    if (open.getClientRects().length) open.focus({ preventScroll: true });
    return true;
  };
  const show = () => {
    put(true);
    library.search();
  };
  const open = button("+ Add", show, { class: "hs-to-library", "aria-expanded": "false" });
  const back = button("To the plan", close, { class: "hs-from-library", "data-reads": true });
  board.querySelector(".hs-board-plain")?.append(open);
  library.node.prepend(back);
  /** Whatever stands in its place, a panel or the plan, makes way. */
  const search = () => {
    aside.close();
    if (open.getClientRects().length) show();
    else library.search();
  };
  /** The plan is in sight: what takes its place makes way, and what stands beside it stays. */
  const toPlan = () => {
    close();
    if (!board.getClientRects().length) aside.close();
  };
  return { node, close, left: () => put(false), search, toPlan };
}
