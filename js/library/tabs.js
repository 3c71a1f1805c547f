// Tabs by the usual keys: arrows, Home, End.
import { button, fresh, h } from "../shared/controls.js";

/**
 * The tab that a key leads to, or none. The ends are joined.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | undefined}
 */
export function reached(key, at, count) {
  const last = count - 1;
  /** @type {Record<string, number>} */
  const places = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last };
  return places[key];
}

/** @param {readonly (readonly [name: string, node: HTMLElement])[]} pairs */
export function tabs(pairs) {
  const id = fresh();
  const heads = pairs.map(([name], i) =>
    button(name, () => choose(i), { role: "tab", id: `bs-tab-${id}-${i}`, "aria-controls": `bs-page-${id}-${i}` }),
  );
  const pages = pairs.map(([, node], i) => {
    const named = { role: "tabpanel", id: `bs-page-${id}-${i}`, "aria-labelledby": `bs-tab-${id}-${i}` };
    return h("div", { ...named, tabindex: "0", class: "bs-page" }, node);
  });
  /** @param {number} n */
  const choose = (n) => {
    for (const [i, head] of heads.entries()) {
      head.setAttribute("aria-selected", String(i === n));
      head.tabIndex = i === n ? 0 : -1;
    }
    for (const [i, page] of pages.entries()) page.hidden = i !== n;
  };
  const bar = h("div", { role: "tablist", class: "bs-tabs", "aria-label": "Parts of the exercise" }, ...heads);
  bar.addEventListener("keydown", (e) => {
    const at = e.target instanceof HTMLButtonElement ? heads.indexOf(e.target) : -1;
    const to = reached(e.key, at, heads.length);
    if (to === undefined || at < 0) return;
    e.preventDefault();
    e.stopPropagation();
    choose(to);
    heads[to]?.focus();
  });
  choose(0);
  return { node: h("div", {}, bar, ...pages) };
}
