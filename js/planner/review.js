// The review of the plan: counts by level, every finding, highest first, and what it is not.
import { h } from "../shared/controls.js";
import { grouped, whenNew } from "../shared/draw.js";
import { countPill, pill } from "../shared/icons.js";
import { findingRow, rowsByKey } from "./finding.js";
import { recordPart } from "./record.js";

/** @import { FindingHands } from "./finding.js" */
/** @import { Me } from "./hands.js" */
/** @import { FindingShown, PlanShown, ReviewShown, Work } from "./messages.js" */
/** @typedef {FindingHands & { open: (id: string) => void }} ReviewHands */
/** @typedef {ReadonlyMap<string, string>} Names of the items, by id */

/**
 * What is to be looked at, and what is for information.
 * @param {readonly FindingShown[]} findings
 */
export function split(findings) {
  return {
    high: findings.filter((finding) => finding.level !== "INFO"),
    low: findings.filter((finding) => finding.level === "INFO"),
  };
}

/**
 * Findings of an exercise together, each of the whole plan by itself, in the order of the first.
 * @param {readonly FindingShown[]} findings
 */
export function groupsOf(findings) {
  return grouped(findings, ({ item, key }) => (item ? `item ${item}` : `plan ${key}`));
}

/** @param {ReviewHands} hands */
export function reviewPanel(hands) {
  const title = h("h2", { tabindex: "-1" }, "Review");
  const counts = h("span", { class: "hs-badges" });
  const spoken = h("div", { class: "hs-unseen", role: "status" });
  const holding = h("p", { class: "hs-quiet" });
  const nothing = h("p", {});
  const banner = h("p", { class: "hs-banner" });
  const list = h("ul", { class: "hs-findings", "aria-label": "Findings" });
  const info = h("ul", { class: "hs-findings", "aria-label": "For information" });
  const infoName = h("summary", {});
  const infos = h("details", { class: "hs-more" }, infoName, info);
  const record = recordPart(hands.send);
  const head = h("div", { class: "hs-head" }, title, counts);
  const named = { class: "hs-review", "aria-label": "Review" };
  const node = h("section", named, head, holding, nothing, list, infos, banner, record.node, spoken);
  const fill = reviewList(list, hands);
  const fillInfo = reviewList(info, hands);
  const drawCounts = whenNew((/** @type {ReviewShown["counts"]} */ all, /** @type {string} */ summary) => {
    counts.replaceChildren(...all.map(countPill));
    spoken.textContent = `Review: ${summary}`;
  });
  const known = whenNew((/** @type {Me} */ me) => Object.assign(hands.me, me)); // as the kernel keeps it
  /** @param {Work} view */
  const draw = ({ review, plan, me }) => {
    known(me);
    const { high, low } = split(review.findings);
    const names = namesOf(plan);
    drawCounts(review.counts, review.summary);
    holding.textContent = plan.draft ? review.holding : "";
    holding.hidden = !holding.textContent;
    nothing.hidden = review.counts.length > 0;
    nothing.textContent = review.summary;
    fill(high, names, !plan.draft);
    fillInfo(low, names, !plan.draft);
    list.hidden = !high.length;
    infos.hidden = !low.length;
    infoName.textContent = `For information: ${low.length}`;
    banner.textContent = review.banner;
    record.draw(review, !plan.draft);
  };
  const focus = () => {
    node.scrollIntoView({ block: "start" });
    title.focus({ preventScroll: true });
  };
  return { node, draw, focus };
}

/**
 * @param {Pick<PlanShown, "items">} plan
 * @returns {Names}
 */
export function namesOf({ items }) {
  return new Map(items.map((item, i) => [item.item_id, `${i + 1}. ${item.name}`]));
}

/**
 * Findings of the whole plan in full; those of an exercise together, as a way to its card.
 * @param {HTMLElement} list
 * @param {ReviewHands} hands
 */
function reviewList(list, hands) {
  const rows = rowsByKey(
    list,
    (/** @type {readonly FindingShown[]} */ group) => {
      const [first] = group;
      if (!first) throw new Error("A group without a finding.");
      return first.item ? link(first.item, hands.open) : whole(first, hands);
    },
    hands.code,
  );
  /** @param {readonly FindingShown[]} findings @param {Names} names @param {boolean} locked */
  return (findings, names, locked) => {
    const groups = [...groupsOf(findings)];
    for (const [i, row] of rows(groups).entries()) row.draw(groups[i]?.[1] ?? [], names, locked);
  };
}

/** @typedef {(group: readonly FindingShown[], names: Names, locked: boolean) => void} DrawGroup */

/**
 * @param {FindingShown} finding
 * @param {ReviewHands} hands
 * @returns {{ node: HTMLElement, draw: DrawGroup }}
 */
function whole(finding, hands) {
  const { node, draw } = findingRow(finding, "the plan", hands);
  return {
    node,
    draw: ([now], _, locked) => {
      if (now) draw(now, locked);
    },
  };
}

/**
 * @param {string} item
 * @param {(id: string) => void} open
 * @returns {{ node: HTMLElement, draw: DrawGroup }}
 */
function link(item, open) {
  const act = () => open(item);
  const go = h("button", { type: "button", class: "hs-go", title: "Go to the exercise", onclick: act });
  const draw = whenNew((/** @type {readonly FindingShown[]} */ group, /** @type {string} */ name) =>
    go.replaceChildren(...group.map((finding, i) => goLine(finding, i ? "" : name))),
  );
  return { node: h("li", {}, go), draw: (group, names) => draw(group, names.get(item) ?? "") };
}

/** @param {FindingShown} finding @param {string} name */
function goLine(finding, name) {
  const answered = finding.answer ? [pill("OK", "Answered")] : [];
  const badges = h("span", { class: "hs-badges" }, pill(finding.level), ...answered);
  const what = h("span", { class: "hs-go-what" }, finding.what);
  const why = h("span", { class: "hs-go-why" }, [finding.why, finding.mend].filter(Boolean).join(" "));
  const source = h("span", { class: "hs-quiet hs-go-why" }, `Source: ${finding.source}`);
  const named = name ? [h("b", {}, name)] : [];
  return h("span", { class: "hs-go-line" }, badges, h("span", {}, ...named, what, why, source));
}
