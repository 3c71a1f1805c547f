// The other pages of the kit, as links in the head of a page. From the planner they open beside the plan in hand.
import { beside } from "./beside.js";
import { button, h } from "./controls.js";

const PAGES = /** @type {const} */ ({
  "plan.ipynb": "Planner",
  "library.ipynb": "Library",
  "adherence.ipynb": "Follow-up",
  "caseload.ipynb": "Caseload",
});

/**
 * Nothing where the page's own address shows no folder.
 * @param {keyof typeof PAGES} own
 * @param {{ aside?: boolean }} [how] `aside`: in a new tab
 */
export function neighbours(own, { aside = false } = {}) {
  const target = aside ? { target: "_blank", rel: "noopener" } : {};
  const links = Object.entries(PAGES).flatMap(([file, text]) => {
    const href = file === own ? null : beside(file);
    return href === null ? [] : [h("a", { class: "hs-link", href, ...target }, text)];
  });
  return links.length ? [h("nav", { class: "hs-neighbours", "aria-label": "Other pages" }, ...links, ...menus())] : [];
}

/** JupyterLab's menus stand aside for a page; this shows them and takes them away again. */
function menus() {
  if (!document.body.classList.contains("hs-page")) return [];
  const toggle = () => document.dispatchEvent(new CustomEvent("hs-menus"));
  return [button("Menus", toggle, { class: "hs-menus", "data-reads": true, title: "Show or hide JupyterLab’s menus" })];
}
