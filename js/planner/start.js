// The page without a plan: what to go on with, the patients, ways to start.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { offersPart } from "./offers.js";
import { rosterPart } from "./roster.js";

/** @import { Hands } from "./hands.js" */
/** @import { GoOn, Start } from "./messages.js" */

/** @param {Pick<Hands, "send" | "small">} hands */
export function startPanel(hands) {
  const onward = onwardPart(hands);
  const roster = rosterPart(hands.send);
  const offers = offersPart(hands);
  const care = h("div", { class: "hs-start-main" }, onward.node, roster.node);
  const node = h("div", { class: "hs-start" }, care, offers.node);
  /** @param {Start} view */
  const draw = (view) => {
    onward.draw(view.go_on);
    roster.draw(view);
    offers.draw(view);
  };
  return { node, draw, focus: roster.focus };
}

/** @param {Pick<Hands, "send" | "small">} hands */
function onwardPart({ send, small }) {
  const node = h("section", { class: "hs-panel hs-onward", "aria-label": "Go on with", hidden: true });
  const draw = whenNew((/** @type {GoOn | null} */ one) => {
    node.hidden = !one;
    if (!one) return;
    const open = () => send({ do: "open", code: one.code, version: one.version });
    const named = { class: "hs-first", "aria-label": `Go on with ${one.plan_id}` };
    const name = one.patient || one.plan_id;
    const rest = [name.startsWith(one.plan_id) ? "" : one.plan_id, one.what].filter(Boolean);
    const whom = h("p", {}, h("b", {}, name), ...rest.map((said) => ` · ${said}`));
    const text = h("div", { class: "hs-offer-text" }, whom, h("p", { class: "hs-quiet" }, one.about));
    const picture = one.picture ? [small(one.picture)] : [];
    const card = h("div", { class: "hs-onward-card" }, ...picture, text, button("Go on", open, named));
    node.replaceChildren(h("h2", {}, "Go on with"), card);
  });
  return { node, draw };
}
