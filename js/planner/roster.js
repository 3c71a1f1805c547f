// The patients as a table: who, for what, the last visit, the next review, and one press to go on.
import { beside } from "../shared/beside.js";
import { composite } from "../shared/composite.js";
import { button, h, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { numbered } from "../shared/numbers.js";

/** @import { Send } from "./hands.js" */
/** @import { KeptShown, Start } from "./messages.js" */

const HEADS = ["Patient", "For", "Last visit", "Next review", ""];
const HOW = [
  ["Choose", " a ready-made plan on this page, or an empty one."],
  ["Set", " sides, dose and days; the time of a session follows at once."],
  ["Issue and print.", " The patient then stands here, with the next review."],
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

/**
 * How many plans there are, and how many of them are seen.
 * @param {Pick<Start, "found" | "plans"> & { shown: number }} counts
 */
export function countSaid({ found, plans, shown }) {
  const all = found === plans ? numbered(plans, "plan") : `${found} of ${numbered(plans, "plan")}`;
  return found > shown ? `${all}, the first ${shown} shown` : all;
}

/** @param {Send} send */
export function rosterPart(send) {
  const find = (all = false) => send({ do: "find_plans", words: words.value, ...(all && { all }) });
  const words = h("input", {
    type: "search",
    autocomplete: "off",
    placeholder: "Label, id, code, condition",
    "aria-label": "Find a patient by label, id, code or condition",
    oninput: () => find(),
  });
  const count = h("span", { class: "hs-quiet", role: "status" });
  const drawCount = whenNew((/** @type {string} */ said) => count.replaceChildren(said));
  const more = button("Show all", () => find(true), { class: "hs-plain hs-small" });
  const body = h("tbody", { role: "rowgroup" });
  const names = HEADS.map((name) =>
    h("th", { role: "columnheader", scope: "col" }, name || h("span", { class: "hs-unseen" }, "To do")),
  );
  const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...names));
  const table = h("table", { class: "hs-roster", role: "grid", "aria-label": "Patients" }, head, body);
  const none = h("p", { class: "hs-quiet" }, "No patient has these words.");
  const how = h(
    "ol",
    { class: "hs-how" },
    ...HOW.map(([name, rest]) => h("li", {}, h("b", {}, name ?? ""), rest ?? "")),
  );
  const title = h("h2", { tabindex: "-1" }, "Patients");
  const node = h(
    "section",
    { class: "hs-panel hs-patients-part", "aria-label": "Patients" },
    h("div", { class: "hs-start-head" }, title, h("span", { class: "hs-count-of" }, count, more), words),
    how,
    table,
    none,
  );
  const list = composite(body, "tr", () => words.focus());
  words.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") list.focus();
    else if (event.key === "Enter") open(rows[0]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  /** @type {readonly KeptShown[]} */
  let rows = [];
  /** @param {KeptShown | undefined} one */
  const open = (one) => one && send({ do: "open", code: one.code, version: versionsOf(one).newest });
  const drawRows = whenNew((/** @type {readonly KeptShown[]} */ kept) => {
    rows = kept;
    const held = document.activeElement instanceof HTMLElement && body.contains(document.activeElement);
    body.replaceChildren(...kept.map((one) => row(one, send)));
    list.refresh();
    if (held) list.focus();
  });
  /** @param {Start} view */
  const draw = ({ kept, found, plans, words: asked }) => {
    drawRows(kept);
    how.hidden = plans > 0;
    table.hidden = !kept.length;
    none.hidden = !plans || found > 0;
    words.hidden = count.hidden = !plans;
    drawCount(countSaid({ found, plans, shown: kept.length }));
    more.hidden = found <= kept.length;
    show(words, asked);
  };
  return { node, draw, focus: () => title.focus({ preventScroll: true }) };
}

/** @param {KeptShown} one @param {Send} send */
function row(one, send) {
  const { newest, older } = versionsOf(one);
  const state = one.draft ? `version ${newest}, not issued` : `version ${newest}`;
  const name = one.patient || one.plan_id;
  const under = [name.startsWith(one.plan_id) ? "" : one.plan_id, state].filter(Boolean).join(" · ");
  const open = () => send({ do: "open", code: one.code, version: newest });
  const opens = button(name, open, { class: "hs-plain hs-inline", "aria-label": `${name}, open ${one.plan_id}` });
  const rest = versionsPart(one, older, send);
  const acts = h("div", { class: "hs-roster-acts" }, ...actsOf(one, newest, send), ...(rest ? [rest.toggle] : []));
  return h(
    "tr",
    { role: "row" },
    cell("", h("b", {}, opens), h("span", { class: "hs-quiet" }, under)),
    cell("For", one.conditions || one.area, one.conditions ? h("span", { class: "hs-quiet" }, one.area) : ""),
    cell("Last visit", one.last, one.waiting ? h("span", { class: "hs-waiting" }, "Diary waiting") : ""),
    cell("Next review", h("span", { class: `hs-due hs-due-${one.due || "none"}` }, one.review)),
    h("td", { role: "gridcell" }, acts, ...(rest ? [rest.node] : [])),
  );
}

/** @param {string} named for where the heads of the table are out of sight @param {...(Node | string)} kids */
function cell(named, ...kids) {
  const word = named ? [h("span", { class: "hs-roster-word", "aria-hidden": "true" }, named)] : [];
  return h("td", { role: "gridcell" }, h("div", { class: "hs-roster-cell" }, ...word, ...kids));
}

/**
 * What is done next: go on with the draft, or follow the plan up and begin its next version.
 * @param {KeptShown} one
 * @param {number} newest
 * @param {Send} send
 */
function actsOf(one, newest, send) {
  const said = whose(one);
  const open = () => send({ do: "open", code: one.code, version: newest });
  const presses = one.waiting || one.due === "today" || one.due === "overdue";
  const page = one.issued.length ? beside("adherence.ipynb") : null;
  const link = { class: presses ? "hs-link hs-pressing" : "hs-link", target: "_blank", rel: "noopener" };
  const href = page ? `${page}?plan=${encodeURIComponent(one.code)}` : "";
  const follow = page ? [h("a", { ...link, href, "aria-label": `Follow-up, ${said}, in a new tab` }, "Follow-up")] : [];
  const act = actOf(one);
  const next = () => send({ do: "next_version", code: one.code });
  const look = {
    class: act === "Go on" && !presses ? "hs-pressing" : "",
    "aria-label": `${act.replace("…", "")}, ${said}`,
  };
  return [...follow, button(act, act === "Next version" ? next : open, look)];
}

/**
 * What is done next with a plan. Of today's version the page itself offers both ways on: the correction that counts
 * today, and the next one.
 * @param {Pick<KeptShown, "draft" | "issued_today">} one
 */
export function actOf({ draft, issued_today }) {
  if (draft) return "Go on";
  return issued_today ? "Correct…" : "Next version";
}

/**
 * The older versions, which unfold below the row's own buttons.
 * @param {KeptShown} one
 * @param {readonly number[]} older
 * @param {Send} send
 */
function versionsPart(one, older, send) {
  if (!older.length) return null;
  const buttons = older.map((version) => {
    const open = () => send({ do: "open", code: one.code, version });
    return button(`Version ${version}`, open, { "aria-label": `Version ${version}, ${whose(one)}` });
  });
  const node = h("div", { class: "hs-roster-acts hs-roster-older", hidden: true }, ...buttons);
  const unfold = () => {
    node.hidden = !node.hidden;
    toggle.setAttribute("aria-expanded", String(!node.hidden));
  };
  const named = { "aria-expanded": "false", "aria-label": `Older versions, ${whose(one)}`, title: "Older versions" };
  const toggle = button("…", unfold, { class: "hs-icon", ...named });
  return { node, toggle };
}
