// What the page does while its kernel does not hear it: it says so, takes nothing in, and can be read on. The kernel's
// state is told by the notebook around it (js/app).
import { button, h } from "./controls.js";

const READS = "[aria-expanded], [aria-haspopup], [data-reads]"; // what opens and closes something is for reading

/** @typedef {"lost" | "again" | "ready"} Standing "again": a new kernel is there, and the page is being made anew */

const WORDS = /** @type {const} */ ({
  lost: [
    "Not connected.",
    " All up to the last “Saved” is kept, and what you typed after it is remembered in this window. You can read on; the page comes back by itself as soon as the program answers. If it was ended, start it again.",
  ],
  again: ["Connected again.", " Your page is coming back…"],
});

/**
 * @param {{ cut: () => void, mended: () => void }} acts `cut` comes before anything is locked, so that what is half
 *   typed can be told
 */
export function connection({ cut, mended }) {
  const again = button("Reconnect", () => ask(), { class: "hs-first" });
  const text = h("p", { tabindex: "-1" });
  const node = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
  /** @type {Element | null} */
  let from = null;
  let open = () => {};
  const ask = () => {
    again.textContent = "Reconnecting…";
    node.dispatchEvent(new CustomEvent("hs-reconnect", { bubbles: true }));
  };
  /** @param {HTMLElement} body @param {Standing} now */
  const hear = (body, now) => {
    if (now === "ready") {
      node.hidden = true;
      open();
      mended();
      if (node.contains(document.activeElement) || document.activeElement === document.body) giveBack(from);
      return;
    }
    const [first, rest] = WORDS[now];
    again.textContent = "Reconnect";
    text.replaceChildren(h("b", {}, first), rest);
    again.hidden = now === "again";
    if (!node.hidden) return;
    from = document.activeElement;
    if (from instanceof HTMLElement && body.contains(from)) from.blur(); // a field tells what is in it
    cut();
    open = locked(body);
    node.hidden = false;
    node.replaceChildren(text, again);
    // Not to the button: a space of who types on would press it.
    if (from && body.contains(from)) text.focus({ preventScroll: true });
  };
  /** @param {HTMLElement} page @param {HTMLElement} body what is locked */
  const watch = (page, body) =>
    page.addEventListener("hs-kernel", (event) => hear(body, /** @type {CustomEvent<Standing>} */ (event).detail));
  return { node, watch };
}

/** @param {Element | null} from */
function giveBack(from) {
  if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
}

/**
 * Takes no more in; what can be read can still be read, scrolled and unfolded. Gives the way back.
 * @param {HTMLElement} body
 */
function locked(body) {
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement | HTMLButtonElement>} */
  const controls = body.querySelectorAll(`:is(input, select, textarea, button):not(${READS})`);
  const open = [...controls].filter((control) => !control.disabled);
  for (const control of open) control.disabled = true;
  const lists = [...body.querySelectorAll(".hs-scroll:not([tabindex])")]; // the keyboard scrolls what holds no button now
  for (const list of lists) list.setAttribute("tabindex", "0");
  body.classList.add("hs-locked");
  return () => {
    for (const control of open) control.disabled = false;
    for (const list of lists) list.removeAttribute("tabindex");
    body.classList.remove("hs-locked");
  };
}
