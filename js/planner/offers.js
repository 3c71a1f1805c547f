// What a new plan can begin with: her own templates first, which she can rename and take away, then the ready-made ones.
import { atForm } from "../shared/asked.js";
import { composite } from "../shared/composite.js";
import { button, field, h, once, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { Hands } from "./hands.js" */
/** @import { Offer, RemovedShown, Start } from "./messages.js" */

const MANY = 8; // ready-made plans from which on a field to find one is shown

/** @param {Pick<Hands, "send" | "small">} hands */
export function offersPart({ send, small }) {
  const list = h("ul", { class: "hs-offers", "aria-label": "Ready-made plans" });
  const sought = h("input", {
    type: "search",
    autocomplete: "off",
    placeholder: "Problem or exercise",
    "aria-label": "Find a ready-made plan by problem or exercise",
    oninput: () => send({ do: "find_templates", words: sought.value }),
  });
  const none = h("p", { class: "hs-quiet" }, "No ready-made plan is for this.");
  const back = h("div", { class: "hs-asked", role: "status" });
  const blank = button(
    "Empty plan",
    once(() => send({ do: "blank" })),
    { class: "hs-first" },
  );
  const node = h(
    "section",
    { class: "hs-panel hs-new-plan", "aria-label": "New plan" },
    h("div", { class: "hs-start-head" }, h("h2", {}, "New plan"), blank),
    sought,
    back,
    list,
    none,
  );
  const arrows = composite(list, "li", () => sought.focus());
  sought.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    arrows.focus();
  });
  const drawOffers = whenNew((/** @type {readonly Offer[]} */ all) => {
    const held = list.contains(document.activeElement);
    list.replaceChildren(...all.map((one) => offerRow(one, { send, small })));
    arrows.refresh();
    if (held) arrows.focus();
  });
  const drawBack = whenNew((/** @type {RemovedShown | null} */ one) => {
    back.replaceChildren();
    if (!one) return;
    const bring = () => send({ do: "bring_back_template", template: one.id });
    back.append(h("p", {}, `“${one.name}” is taken away.`), button("Bring it back", bring, { class: "hs-small" }));
  });
  /** @param {Start} view */
  const draw = (view) => {
    drawOffers(view.offers);
    drawBack(view.removed);
    show(sought, view.sought);
    sought.hidden = view.ready <= MANY;
    none.hidden = view.offers.length > 0;
  };
  return { node, draw };
}

/** @param {Offer} one @param {Pick<Hands, "send" | "small">} hands */
function offerRow(one, { send, small }) {
  const star = one.mine ? [h("span", { class: "hs-star", "aria-hidden": "true" }, "★ ")] : [];
  const whose = one.mine ? "My template · " : "";
  const text = h(
    "div",
    { class: "hs-offer-text" },
    h("h3", {}, ...star, one.name),
    h("p", { class: "hs-quiet" }, whose + one.about),
  );
  const use = () => send({ do: "template", template: one.id });
  const named = { class: "hs-add", "aria-label": `Use this plan: ${one.name}`, title: one.summary };
  const node = h("li", {}, small(one.picture), text, button("Use", once(use), named));
  if (one.mine) node.append(...mineOf(one, send));
  return node;
}

/**
 * A template of her own is called otherwise, or taken away.
 * @param {Offer} one
 * @param {Hands["send"]} send
 */
function mineOf(one, send) {
  const name = h("input", { type: "text", autocomplete: "off", value: one.name });
  const told = atForm({ template: "", "template, name": "The name" }, () => {}, { template: name });
  const rename = () => send({ do: "rename_template", template: one.id, name: name.value }, told.asker);
  const away = () => send({ do: "remove_template", template: one.id });
  const form = h(
    "form",
    {
      class: "hs-offer-form",
      hidden: true,
      onsubmit: (event) => {
        event.preventDefault();
        rename();
      },
    },
    field("Name", name),
    h(
      "div",
      { class: "hs-tools" },
      button("Rename", rename, { class: "hs-small", "aria-label": `Rename ${one.name}` }),
      button("Delete", once(away), { class: "hs-small", "aria-label": `Delete ${one.name}` }),
    ),
    told.node,
  );
  const unfold = () => {
    form.hidden = !form.hidden;
    told.clear();
    toggle.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) name.focus();
  };
  const said = { "aria-expanded": "false", "aria-label": `Change ${one.name}`, title: "Rename, delete" };
  const toggle = button("…", unfold, { class: "hs-icon", ...said });
  return [toggle, form];
}
