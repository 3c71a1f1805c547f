// The table: each case is drawn once, the first ones of the order at once. Rows stand on their own where the page is narrow.
import { button, choices, field, h } from "../shared/controls.js";
import { away, brief } from "./days.js";
import { COLUMNS, FIRST, ordered, pressed } from "./order.js";
import { reasonsOf } from "./reasons.js";
import { fits, shownSaid, whose } from "./wanted.js";
import { weekOf } from "./week.js";

/** @import { Kid } from "../shared/dom.js" */
/** @import { Order, Wanted } from "./hands.js" */
/** @import { CaseShown, View } from "./messages.js" */

const MOST = 100; // rows that are drawn at once

/**
 * @param {(code: string) => string | null} addressOf of the follow-up of a plan
 * @param {(words: string) => void} say
 */
export function caseTable(addressOf, say) {
  /** @type {Order} */
  let order = FIRST;
  /** @type {Wanted} */
  let wanted = { words: "", chips: new Set() };
  /** @type {readonly CaseShown[]} */
  let cases = [];
  /** @type {(one: CaseShown) => HTMLElement} */
  let rowOnce = () => h("tr");
  let most = MOST;
  const body = h("tbody", { role: "rowgroup" });
  const status = h("p", { class: "hs-quiet", role: "status" });
  const heads = headsOf((name) => put(pressed(order, name)));
  const pick = pickOf((column) => put(column === order.column ? order : pressed(order, column)));
  const turn = button("", () => put({ ...order, falls: !order.falls }), { class: "cl-turn" });
  const narrow = h("div", { class: "cl-narrow" }, pick.node, turn);
  const arrange = () => {
    const found = ordered(cases, order).filter((one) => fits(one, wanted));
    body.replaceChildren(...found.slice(0, most).map(rowOnce));
    table.hidden = !found.length;
    status.textContent = shownSaid(found.length, cases.length, most);
    more.hidden = found.length <= most;
    more.textContent = `Show the other ${found.length - most}`;
  };
  const more = button("", () => {
    const next = most;
    most = Number.POSITIVE_INFINITY;
    arrange();
    body.querySelectorAll("tr")[next]?.querySelector("a")?.focus();
  });
  const told = () => {
    heads.draw(order);
    pick.control.value = order.column;
    turn.textContent = order.falls ? "↓ Falling" : "↑ Rising";
  };
  /** @param {Order} next */
  const put = (next) => {
    order = next;
    told();
    arrange();
    say(`Ordered by ${titleOf(order.column)}, ${order.falls ? "falling" : "rising"}.`);
  };
  const table = h("table", { role: "table", class: "cl-table" }, h("caption", { class: "hs-unseen" }, "Caseload"));
  table.append(h("thead", { role: "rowgroup" }, heads.node), body);
  table.addEventListener("keydown", step);
  told();
  return {
    node: h("div", { class: "cl-cases" }, status, narrow, table, more),
    /** @param {View} view */
    draw: (view) => {
      cases = view.cases;
      most = MOST;
      rowOnce = onceEach((one) => rowOf(one, view.as_of, addressOf(one.code)));
      arrange();
    },
    /** @param {Wanted} next */
    want: (next) => {
      wanted = next;
      arrange();
    },
  };
}

/**
 * Draws each case once, when it is first asked for.
 * @param {(one: CaseShown) => HTMLElement} draw
 */
function onceEach(draw) {
  /** @type {Map<string, HTMLElement>} */
  const drawn = new Map();
  return (/** @type {CaseShown} */ one) => {
    const row = drawn.get(one.code) ?? draw(one);
    drawn.set(one.code, row);
    return row;
  };
}

/** @param {(name: string) => void} press */
function headsOf(press) {
  const cells = COLUMNS.map(({ name, title, about }) => {
    const mark = h("span", { class: "cl-mark", "aria-hidden": "true" });
    const act = h(
      "button",
      { type: "button", onclick: () => press(name), ...(about ? { title: about } : {}) },
      title,
      mark,
    );
    return { name, mark, cell: h("th", { role: "columnheader", scope: "col", class: `cl-${name}` }, act) };
  });
  /** @param {Order} order */
  const draw = (order) => {
    for (const { name, mark, cell } of cells) {
      const isIt = name === order.column;
      cell.setAttribute("aria-sort", isIt ? (order.falls ? "descending" : "ascending") : "none");
      mark.textContent = isIt ? (order.falls ? "↓" : "↑") : "";
    }
  };
  return { node: h("tr", { role: "row" }, ...cells.map(({ cell }) => cell)), draw };
}

/** @param {(column: string) => void} choose */
function pickOf(choose) {
  const control = h("select", { onchange: () => choose(control.value) });
  control.append(...choices(COLUMNS.map(({ name, title }) => [name, title])));
  return { node: field("Order by", control), control };
}

/** @param {string} column */
function titleOf(column) {
  return COLUMNS.find(({ name }) => name === column)?.title ?? "";
}

/**
 * @param {CaseShown} one
 * @param {string} asOf
 * @param {string | null} address
 */
function rowOf(one, asOf, address) {
  const name = one.patient || one.plan_id || one.code;
  const link = address
    ? h("a", { class: "cl-open", href: address, "aria-label": `Open the follow-up of ${whose(one)}` }, name)
    : h("b", {}, name);
  const plan = one.plan_id && one.plan_id !== name ? `Plan ${one.plan_id}, version` : "Version";
  const draft = one.draft === null ? "" : `, draft of version ${one.draft}`;
  const who = h("th", { role: "rowheader", scope: "row", class: "cl-patient" }, link);
  who.append(quiet(`${plan} ${one.version}${draft}`));
  const diary = one.last_day ? [brief(one.last_day, asOf), quiet(away(one.last_day, asOf))] : ["No diary yet"];
  const review = one.review_on ? [brief(one.review_on, asOf), quiet(away(one.review_on, asOf))] : ["None set"];
  return h(
    "tr",
    { role: "row", ...(one.signs ? { class: "cl-alarm" } : {}) },
    who,
    cell("why", "Why a call", reasonsOf(one, name)),
    cell("now", "Last 7 days", weekOf(one.now)),
    cell("before", "The 7 before", weekOf(one.before)),
    cell("change", "Week over week", one.compared),
    cell("diary", "Diary up to", ...diary),
    cell("review", "Review", ...review),
    cell("weight", "Order", `${one.weight}`),
  );
}

/** @param {string} name @param {string} title said where the heads are out of sight @param {...Kid} kids */
function cell(name, title, ...kids) {
  const label = h("span", { class: "cl-label", "aria-hidden": "true" }, title);
  return h("td", { role: "cell", class: `cl-${name}` }, label, ...kids);
}

/** @param {string} text */
function quiet(text) {
  return h("span", { class: "hs-quiet" }, text);
}

/**
 * Up and down lead from patient to patient.
 * @param {KeyboardEvent} event
 */
function step(event) {
  const { currentTarget, target, key } = event;
  if ((key !== "ArrowDown" && key !== "ArrowUp") || !(currentTarget instanceof HTMLElement)) return;
  const links = [...currentTarget.querySelectorAll("a.cl-open")];
  const row = target instanceof Element ? target.closest("tbody tr") : null;
  const at = links.findIndex((link) => link.closest("tr") === row);
  const to = links[at + (key === "ArrowDown" ? 1 : -1)];
  if (!(to instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
}
