// The library where there is no place for it beside the plan: a drawer that takes the plan's place while it is open.
// In a wide window its buttons are out of sight (narrow.css).
import { button } from "../shared/controls.js";

/**
 * @param {HTMLElement} body
 * @param {HTMLElement} library
 * @param {HTMLElement} board
 */
export function drawer(body, library, board) {
  /** @type {HTMLElement | null} */
  const search = library.querySelector('input[type="search"]');
  const put = (/** @type {boolean} */ is) => {
    body.dataset.library = is ? "open" : "";
    open.setAttribute("aria-expanded", String(is));
  };
  const close = () => {
    if (body.dataset.library !== "open") return false;
    put(false);
    if (open.getClientRects().length) open.focus({ preventScroll: true });
    return true;
  };
  const show = () => {
    put(true);
    search?.focus();
  };
  const open = button("+ Add", show, { class: "hs-to-library", "aria-expanded": "false" });
  const back = button("To the plan", close, { class: "hs-from-library", "data-reads": true });
  board.querySelector(".hs-board-head")?.append(open);
  library.prepend(back);
  return { close, show: () => (open.getClientRects().length ? show() : undefined) };
}
