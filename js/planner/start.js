// The empty page: what to go on with, how it goes, ways to start, plans to open.
import { button, field, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { Send } from "./hands.js" */
/** @import { KeptShown, Offer, Start } from "./messages.js" */

const MANY = 8; // plans, kept or ready-made, from which on a field to find one is shown
const HOW = [
  ["Choose", " a ready-made plan, or add exercises from the list."],
  ["Set", " sides, dose and days. The time of a session follows at once."],
  ["Review", " what does not fit the patient: swap it, or give your reason."],
  ["Issue", " the plan in your name, and make the handout. Every change is kept as you make it."],
];

/**
 * A plan by its label, and by its patient where that is another word.
 * @param {Pick<KeptShown, "plan_id" | "patient">} plan
 */
export function whose({ plan_id, patient }) {
  return [plan_id, patient !== plan_id ? patient : ""].filter(Boolean).join(" · ");
}

/**
 * The version to open first, and the others.
 * @param {Pick<KeptShown, "draft" | "issued">} plan
 */
export function versionsOf({ draft, issued }) {
  const newest = draft ?? issued.at(-1) ?? 1;
  return { newest, older: issued.filter((version) => version !== newest) };
}

/** @param {Send} send */
export function startPanel(send) {
  /** @param {KeptShown} plan @param {number} version */
  const open = (plan, version) => send({ do: "open", code: plan.code, version });
  const onward = onwardPart(open);
  const kept = keptPart(send, open);
  const offers = h("ul", { class: "hs-offers", "aria-label": "Ready-made plans" });
  const seek = () => send({ do: "find_templates", words: sought.value });
  const sought = h("input", { type: "search", autocomplete: "off", oninput: seek });
  const seeking = field("Find a ready-made plan by problem or exercise", sought);
  const none = h("p", { class: "hs-quiet" }, "No ready-made plan is for this.");
  const how = HOW.map(([name, rest]) => h("li", {}, h("b", {}, name ?? ""), rest ?? ""));
  const node = h(
    "section",
    { class: "hs-panel hs-start", "aria-label": "Start" },
    onward.node,
    h("h2", {}, "Start a plan"),
    h("ol", { class: "hs-how" }, ...how),
    kept.node,
    h(
      "div",
      { class: "hs-head" },
      h("h3", { class: "hs-item-name" }, "Ready-made plans"),
      button("Start with an empty plan", () => send({ do: "blank" })),
    ),
    seeking,
    offers,
    none,
  );
  /** @param {Offer} one @param {number} i */
  const offer = (one, i) => {
    const first = i === 0 && onward.node.hidden;
    const props = { class: first ? "hs-first" : "", "aria-label": `Use this plan: ${one.name}` };
    const about = h("p", { class: "hs-quiet" }, one.about);
    return h(
      "li",
      {},
      h("div", {}, h("h3", {}, one.name), h("p", {}, one.summary), about),
      button("Use this plan", () => send({ do: "template", template: one.id }), props),
    );
  };
  const drawOffers = whenNew((/** @type {readonly Offer[]} */ all) => offers.replaceChildren(...all.map(offer)));
  /** @param {Start} view */
  const draw = (view) => {
    onward.draw(view.go_on);
    drawOffers(view.offers);
    seeking.hidden = view.ready <= MANY;
    none.hidden = view.offers.length > 0;
    kept.draw(view);
  };
  return { node, draw };
}

/** @param {(plan: KeptShown, version: number) => void} open */
function onwardPart(open) {
  const node = h("div", { class: "hs-onward", hidden: true });
  const draw = whenNew((/** @type {KeptShown | null} */ one) => {
    node.hidden = !one;
    if (!one) return;
    const version = versionsOf(one).newest;
    const title = h("h2", { class: "hs-item-name" }, `You were at work on ${whose(one)}`);
    const go = button(`Go on with ${one.plan_id}`, () => open(one, version), { class: "hs-first" });
    const about = `Version ${version}, draft, last changed ${one.changed}. All of it was kept.`;
    node.replaceChildren(h("div", { class: "hs-head" }, title, go), h("p", { class: "hs-quiet" }, about));
  });
  return { node, draw };
}

/**
 * The plans of this workspace, and where there are many, a field to find one.
 * @param {Send} send
 * @param {(plan: KeptShown, version: number) => void} open
 */
function keptPart(send, open) {
  const list = h("ul", { class: "hs-kept", "aria-label": "Plans of this workspace" });
  const find = () => send({ do: "find_plans", words: words.value });
  const words = h("input", { type: "search", autocomplete: "off", oninput: find });
  const finding = field("Find a plan by patient, id or code", words);
  const none = h("p", { class: "hs-quiet" }, "No plan has these words.");
  const node = h("div", {}, h("h3", {}, "Open a plan"), finding, list, none);
  /** @param {KeptShown} one */
  const row = (one) => {
    const { newest, older } = versionsOf(one);
    const state = `version ${newest} · ${one.draft ? "draft" : "issued"}`;
    const code = h("span", { class: "hs-code" }, one.code);
    const others = older.map((version) => {
      const props = { class: "hs-small", "aria-label": `Open ${whose(one)}, version ${version}` };
      return button(`Version ${version}`, () => open(one, version), props);
    });
    return h(
      "li",
      {},
      button([whose(one), state].join(" · "), () => open(one, newest)),
      h("span", { class: "hs-quiet" }, one.changed, " · code ", code),
      ...others,
    );
  };
  const drawRows = whenNew((/** @type {readonly KeptShown[]} */ rows) => list.replaceChildren(...rows.map(row)));
  /** @param {Start} view */
  const draw = ({ plans, kept }) => {
    node.hidden = !plans;
    finding.hidden = plans <= MANY;
    drawRows(kept);
    none.hidden = kept.length > 0;
  };
  return { node, draw };
}
