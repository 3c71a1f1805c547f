// What is proposed for the next plan, each with its reason. One press takes one into a draft; nothing happens by itself.
import { beside } from "../shared/beside.js";
import { button, h } from "../shared/controls.js";
import { grouped, whenNew } from "../shared/draw.js";
import { sourced } from "./source.js";

/** @import { Opens, Send } from "./hands.js" */
/** @import { NextShown, ProposalShown } from "./messages.js" */

const STATES = { taken: "Taken into the draft", edited: "Edited otherwise in the draft", past: "As it was then" };

/** @param {Opens} opens @param {Send} send */
export function nextPanel(opens, send) {
  const list = h("ul", { class: "ms-proposals" });
  const note = h("p", { class: "ms-about" });
  const draft = h("span", {});
  const planner = beside("plan.ipynb");
  const link = h("a", { class: "hs-link" }, "Open it in the planner");
  const begun = h("p", { class: "ms-draft" }, draft, " ", link);
  const node = h(
    "section",
    { class: "hs-panel ms-panel ms-next", "aria-labelledby": "ms-next" },
    h("div", { class: "ms-head" }, h("h3", { id: "ms-next", tabindex: "-1" }, "Next plan"), note),
    list,
    begun,
  );
  /** @param {string} item_id */
  const take = (item_id) => send({ do: "take", item_id });
  /** @param {string} item_id */
  const giveBack = (item_id) => send({ do: "give_back", item_id });
  const draw = whenNew((/** @type {NextShown} */ shown) => {
    link.hidden = !planner || !shown.code;
    link.href = planner ? `${planner}?plan=${encodeURIComponent(shown.code)}&version=${shown.version}` : "";
    note.textContent = shown.note;
    draft.textContent = shown.draft;
    begun.hidden = !shown.draft;
    const groups = proposed(shown.proposals);
    list.replaceChildren(...groups.map((group) => proposalPart(group, opens, take, giveBack)));
  });
  return { node, draw };
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
