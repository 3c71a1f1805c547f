// What is proposed for the next plan, each with its reason, and the way on to that plan in the planner. One press takes
// what is proposed into a draft; nothing happens by itself.
import { beside } from "../shared/beside.js";
import { button, h } from "../shared/controls.js";
import { grouped, whenNew } from "../shared/draw.js";
import { sourced } from "./source.js";

/** @import { Opens, Send } from "./hands.js" */
/** @import { DraftAt, NextShown, ProposalShown } from "./messages.js" */

const FIRST = { class: "hs-first" };
const STATES = { taken: "Taken into the draft", edited: "Edited otherwise in the draft", past: "As it was then" };

/** @param {Opens} opens @param {Send} send */
export function nextPanel(opens, send) {
  const list = h("ul", { class: "ms-proposals" });
  const note = h("p", { class: "ms-about" });
  const draft = h("p", { class: "ms-draft" });
  const planner = beside("plan.ipynb");
  const on = h("div", { class: "ms-ways", role: "group", "aria-label": "On to the next plan" });
  const node = h(
    "section",
    { class: "hs-panel ms-panel ms-next", "aria-labelledby": "ms-next" },
    h("div", { class: "ms-head" }, h("h3", { id: "ms-next", tabindex: "-1" }, "Next plan"), note, on),
    list,
    draft,
  );
  /** @param {string} item_id */
  const take = (item_id) => send({ do: "take", item_id });
  /** @param {string} item_id */
  const giveBack = (item_id) => send({ do: "give_back", item_id });
  /** @param {readonly string[]} items */
  const goOn = (items) => send({ do: "next_plan", items: [...items] });
  const draw = whenNew((/** @type {NextShown} */ shown) => {
    on.replaceChildren(...(planner && shown.opens ? waysOn(shown).map((way, n) => wayButton(way, goOn, !n)) : []));
    note.textContent = shown.note;
    draft.textContent = shown.draft;
    draft.hidden = !shown.draft;
    const groups = proposed(shown.proposals);
    list.replaceChildren(...groups.map((group) => proposalPart(group, opens, take, giveBack)));
  });
  /** @param {DraftAt} at the draft that was asked for */
  const lead = ({ code, version }) => {
    if (planner) window.location.assign(`${planner}?plan=${encodeURIComponent(code)}&version=${version}`);
  };
  return { node, draw, lead };
}

/**
 * The ways on to the planner, the first of them the one that is meant most often.
 * @param {Pick<NextShown, "version"> & { proposals: readonly Pick<ProposalShown, "state" | "item_id">[] }} shown
 * @returns {{ text: string, items: string[] }[]}
 */
export function waysOn({ version, proposals }) {
  const items = proposals.filter(({ state }) => state === "open").map(({ item_id }) => item_id);
  const draft = version ? `Open the draft of version ${version}` : "";
  if (!items.length) return [{ text: draft || "Make the next plan", items }];
  const more = proposals.some(({ state }) => state === "taken") ? "more " : "";
  const changes = items.length === 1 ? `1 ${more}change` : `${items.length} ${more}changes`;
  return [
    { text: `Next plan with ${changes}`, items },
    { text: draft || "Next plan without changes", items: [] },
  ];
}

/**
 * @param {{ text: string, items: readonly string[] }} way
 * @param {(items: readonly string[]) => void} goOn
 * @param {boolean} isFirst
 */
function wayButton({ text, items }, goOn, isFirst) {
  const title = "Opens the planner: a draft for you to review. Nothing is issued by itself.";
  return button(text, () => goOn(items), { title, "data-key": `on ${items.length > 0}`, ...(isFirst ? FIRST : {}) });
}

/**
 * Proposals that change nothing for one and the same reason stand together; each that changes something stands alone,
 * and before them.
 * @template {Pick<ProposalShown, "kind" | "why" | "state" | "item_id">} Proposal
 * @param {readonly Proposal[]} proposals
 * @returns {Proposal[][]}
 */
export function proposed(proposals) {
  const changing = proposals.filter(({ state }) => state !== "nothing");
  const kept = proposals.filter(({ state }) => state === "nothing");
  return [...changing.map((one) => [one]), ...grouped(kept, ({ kind, why }) => `${kind}\n${why}`).values()];
}

/**
 * @param {readonly ProposalShown[]} group
 * @param {Opens} opens
 * @param {(item_id: string) => void} take
 * @param {(item_id: string) => void} giveBack
 */
function proposalPart(group, opens, take, giveBack) {
  const [first] = group;
  if (!first) return h("li", {});
  const { kind, words, why, source, state, name } = first;
  const items = group.map((one) => h("li", {}, one.name, h("span", { class: "hs-quiet" }, ` ${one.words}`)));
  const about =
    state === "nothing" ? [h("ul", { class: "ms-names" }, ...items)] : [h("span", {}, name), h("b", {}, words)];
  const behind = group.find((one) => one.figure);
  const rows = behind ? opens(behind.figure, "rows", `${kind}, ${behind.name}`) : "";
  return h(
    "li",
    { class: `ms-proposal ms-${state}` },
    h("div", { class: "ms-what" }, h("span", { class: "ms-kind" }, kind), ...about),
    h("p", { class: "ms-why" }, why, " ", sourced(source), " ", rows),
    h("div", { class: "ms-act" }, actOf(first, take, giveBack)),
  );
}

/**
 * The button that takes it, or what became of it, with the way back.
 * @param {ProposalShown} one
 * @param {(item_id: string) => void} take
 * @param {(item_id: string) => void} giveBack
 */
function actOf({ item_id, name, words, state }, take, giveBack) {
  const key = { "data-key": `take ${item_id}` };
  if (state === "nothing") return "";
  if (state !== "open") {
    const said = h("span", { class: "ms-taken", tabindex: "-1", ...key }, STATES[state]);
    const back = { class: "hs-small", "aria-label": `Give back: ${name}, ${words}` };
    return state === "taken"
      ? h(
          "span",
          {},
          said,
          " ",
          button("Give back", () => giveBack(item_id), back),
        )
      : said;
  }
  const text = "Take into the next version";
  const props = { class: "hs-add ms-take", "aria-label": `${text}: ${name}, ${words}`, ...key };
  return button(text, () => take(item_id), props);
}
