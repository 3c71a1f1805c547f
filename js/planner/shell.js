// The window of the planner: bands from top to bottom. Only the library, the plan and the panel beside it scroll.
import { button, fresh, h } from "../shared/controls.js";

/** @typedef {"patient" | "findings" | "issue" | "about" | "own"} PanelName */
/** @typedef {{ title: string, node: HTMLElement, wide?: boolean }} Panel what stands beside the plan when it is asked for */

const LOW_PX = 560; // below it (a page at 200 %) the window is one page that scrolls, and only the foot stays in sight
const LEAST_PX = 420;

/**
 * One panel at a time stands beside the plan. It is not modal: the keyboard goes to its title, and back to the button
 * that opened it.
 * @param {Record<PanelName, Panel>} panels
 * @param {(name: PanelName | "") => void} changed
 */
export function asidePart(panels, changed) {
  const title = h("h2", { tabindex: "-1", id: `hs-aside-${fresh()}` });
  const shut = button("✕", () => close(), {
    class: "hs-icon",
    "data-reads": true,
    "aria-label": "Close the panel",
    title: "Close (Esc)",
  });
  const names = /** @type {PanelName[]} */ (Object.keys(panels));
  const body = h("div", { class: "hs-aside-body" }, ...names.map((name) => panels[name].node));
  const node = h(
    "aside",
    { class: "hs-aside", "aria-labelledby": title.id, hidden: true },
    h("div", { class: "hs-aside-head" }, title, shut),
    body,
  );
  /** @type {PanelName | ""} */
  let now = "";
  /** @type {Element | null} */
  let from = null;
  /** @param {PanelName} name @param {{ focus?: boolean }} [how] */
  const open = (name, { focus = true } = {}) => {
    if (!node.contains(document.activeElement)) from = document.activeElement;
    const other = now !== name;
    now = name;
    for (const one of names) panels[one].node.hidden = one !== name;
    title.textContent = panels[name].title;
    node.hidden = false;
    node.dataset.panel = name;
    if (other) body.scrollTop = 0;
    changed(name);
    if (focus) title.focus({ preventScroll: true });
  };
  /** Gives whether it was open. */
  const close = () => {
    if (!now) return false;
    const inside = node.contains(document.activeElement);
    now = "";
    node.hidden = true;
    changed("");
    if (inside && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    return true;
  };
  /** @param {PanelName} name */
  const toggle = (name) => {
    if (now === name) close();
    else open(name);
  };
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    close();
  });
  return { node, open, close, toggle, now: () => now };
}

/**
 * Scrolls the panel, and nothing around it, to a part of it: the window of the planner itself never moves.
 * @param {HTMLElement} part
 */
export function scrollTo(part) {
  const body = part.closest(".hs-aside-body");
  if (!body) return;
  if (body.closest(".hs-low")) part.scrollIntoView({ block: "start" });
  else body.scrollTop += part.getBoundingClientRect().top - body.getBoundingClientRect().top - 8;
}

/**
 * The same where the beginning of the part is out of sight: what can be read does not jump.
 * @param {HTMLElement} part
 */
export function reveal(part) {
  const body = part.closest(".hs-aside-body");
  if (!body) return;
  const [{ top }, { top: from, height }] = [part.getBoundingClientRect(), body.getBoundingClientRect()];
  if (top < from || top > from + height / 2) scrollTo(part);
}

const WINDOWED = "hs-windowed"; // a notebook all of which is the page

/**
 * Gives the page the height of what it stands in: JupyterLab's own scrolling part, or the browser's window. A notebook
 * that is shown as a page gives it all of its place.
 * @param {HTMLElement} page
 */
export function fitted(page) {
  /** @type {Element | null} */
  let around = null;
  /** @type {Element | null} */
  let notebook = null;
  const fit = () => {
    if (!around && page.isConnected) {
      around = page.closest(".jp-WindowedPanel-outer, .jp-Notebook") ?? document.documentElement;
      watcher.observe(around);
      notebook = page.closest(".hs-app");
      notebook?.classList.add(WINDOWED);
    }
    const high = around?.clientHeight || window.innerHeight;
    page.style.setProperty("--hs-height", `${Math.max(high, LEAST_PX)}px`);
    page.classList.toggle("hs-low", high < LOW_PX);
  };
  const watcher = new ResizeObserver(fit); // its first call comes once the page stands in the notebook
  watcher.observe(page);
  return () => {
    watcher.disconnect();
    notebook?.classList.remove(WINDOWED);
  };
}

/**
 * The way to the plan and to its end, for who does not use a mouse; out of sight until the keyboard is there.
 * @param {readonly (readonly [text: string, go: () => void])[]} ways
 */
export function skips(ways) {
  return h("div", { class: "hs-skips" }, ...ways.map(([text, go]) => button(text, go, { class: "hs-skip" })));
}
