// What only a narrow page needs: panels of second rank fold, and a short list of the panels leads to each.
import { button, fresh, h } from "../shared/controls.js";

/**
 * Where the page is narrow, the panel waits behind a button in its head. The style sheet alone says what is narrow.
 * @param {HTMLElement} panel with a head of class ms-head
 * @param {string} name
 */
export function foldsNarrow(panel, name) {
  panel.id ||= `ms-fold-${fresh()}`;
  const act = button("", () => set(!panel.classList.contains("ms-folded")), {
    class: "hs-plain hs-small ms-unfold",
    "aria-controls": panel.id,
  });
  const set = (/** @type {boolean} */ folded) => {
    panel.classList.toggle("ms-folded", folded);
    act.textContent = folded ? "Show" : "Hide";
    act.setAttribute("aria-label", `${act.textContent}: ${name}`);
    act.setAttribute("aria-expanded", String(!folded));
  };
  panel.querySelector(".ms-head")?.append(act);
  set(true);
  panel.addEventListener("ms-unfold", () => set(false));
}

/**
 * Leads to the heading of each panel that is in sight, and opens it where it is folded.
 * @param {readonly (readonly [name: string, panel: HTMLElement])[]} panels
 */
export function jumpList(panels) {
  const items = panels.map(([name, panel]) => {
    const act = button(name, () => {
      panel.dispatchEvent(new CustomEvent("ms-unfold"));
      const heading = panel.querySelector("h2, h3");
      panel.scrollIntoView({ block: "start" });
      if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
    });
    act.className = "hs-small";
    return { panel, item: h("li", {}, act) };
  });
  const list = h("ul", {}, ...items.map(({ item }) => item));
  const node = h("nav", { class: "ms-jump", "aria-label": "On this page" }, list);
  const draw = () => {
    for (const { panel, item } of items) item.hidden = panel.hidden;
  };
  return { node, draw };
}
