// Every day with a mark of its own outline, so that none hangs on a colour.
import { button, h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";
import { whenNew } from "../shared/draw.js";
import { chartPanel } from "./chart.js";

/** @import { Say } from "./hands.js" */
/** @import { CalendarDay, CalendarShown, CalendarWeek } from "./messages.js" */
/** @typedef {CalendarDay["day_is"]} DayIs */

const BOX = "M2.5 2.5h13v13h-13z";
/** @type {Record<DayIs, readonly [word: string, ...paths: (readonly [d: string, kind: string])[]]>} */
const MARKS = {
  done: ["Done", [BOX, "full"], ["M5.5 9.2l2.4 2.5 4.6-5.2", "on"]],
  partial: ["Partly done", [BOX, "line"], ["M2.5 15.5v-13h6.5v13z", "full"]],
  not_done: ["Not done", [BOX, "line"], ["M5.5 5.5l7 7m0-7l-7 7", "line"]],
  missing: ["Not logged", [BOX, "dash"]],
  rest: ["Nothing due", ["M6 9h6", "line"]],
  pause: ["Pause", ["M6.5 5v8m5-8v8", "line"]],
  ahead: ["Yet to come"],
};
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/** @type {Readonly<Record<string, number>>} */
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** @param {(figure: string, title: string) => void} show @param {Say} say */
export function calendarPanel(show, say) {
  const panel = chartPanel("Days", say, "ms-calendar");
  const legend = /** @type {DayIs[]} */ (Object.keys(MARKS))
    .filter((kind) => kind !== "ahead")
    .map((kind) => h("li", {}, mark(kind), MARKS[kind][0]));
  const place = h("div", { class: "ms-days" });
  panel.body.append(place, h("ul", { class: "hs-legend" }, ...legend));
  const draw = whenNew((/** @type {CalendarShown} */ { weeks, code }) => {
    panel.copy.draw(code);
    const head = h(
      "tr",
      {},
      h("th", { scope: "col" }, "From"),
      ...WEEKDAYS.map((day) => h("th", { scope: "col" }, day)),
    );
    const rows = weeks.map((week) => weekRow(week, show));
    const caption = h("caption", { class: "hs-unseen" }, "Each day of the plan. The arrow keys lead from day to day.");
    place.replaceChildren(h("table", {}, caption, h("thead", {}, head), h("tbody", {}, ...rows)));
    place.querySelector("button")?.setAttribute("tabindex", "0");
    place.scrollTop = place.scrollHeight; // the last weeks are what she comes for
  });
  place.addEventListener("keydown", (event) => step(event, place));
  return { node: panel.node, draw };
}

/** @param {CalendarWeek} week @param {(figure: string, title: string) => void} show */
function weekRow({ title, days }, show) {
  const cells = days.map((day, n) => h("td", { "data-n": n }, ...(day ? [dayCell(day, show)] : [])));
  return h("tr", {}, h("th", { scope: "row" }, title), ...cells);
}

/** @param {CalendarDay} day @param {(figure: string, title: string) => void} show */
function dayCell({ number, day_is, extra, spoken, begins, figure }, show) {
  const kids = [mark(day_is), h("span", { class: "ms-day-n" }, number)];
  if (extra) kids.push(h("span", { class: "ms-extra" }, "+"));
  if (begins) kids.push(h("span", { class: "ms-begins" }, `v${begins}`));
  const about = { class: `ms-day${begins ? " ms-new" : ""}`, title: spoken };
  if (!figure) return h("span", { ...about, role: "img", "aria-label": spoken }, ...kids);
  const open = button("", () => show(figure, spoken), {
    ...about,
    "data-key": figure,
    "aria-label": spoken,
    "aria-haspopup": "dialog",
    tabindex: "-1",
  });
  open.append(...kids);
  return open;
}

/** @param {DayIs} kind */
function mark(kind) {
  const [, ...paths] = MARKS[kind];
  const lines = paths.map(([d, how]) => drawn("path", { d, class: `ms-${how}` }));
  return drawn("svg", { viewBox: "0 0 18 18", "aria-hidden": "true", class: `ms-day-mark ms-is-${kind}` }, ...lines);
}

/**
 * The place of the next day with rows in the direction of a key; -1 where there is none.
 * @param {readonly number[]} places of the days with rows, counted from the first Monday
 * @param {number} at
 * @param {number} by
 */
export function nextDay(places, at, by) {
  const last = Math.max(...places, -1);
  for (let place = at + by; place >= 0 && place <= last; place += by) if (places.includes(place)) return place;
  return -1;
}

/** @param {KeyboardEvent} event @param {HTMLElement} place */
function step(event, place) {
  const by = STEPS[event.key];
  if (by === undefined || !(event.target instanceof HTMLElement)) return;
  const cells = [...place.querySelectorAll("td")];
  const places = cells.flatMap((cell, n) => (cell.querySelector("button") ? [n] : []));
  const to = nextDay(places, cells.indexOf(/** @type {HTMLTableCellElement} */ (event.target.closest("td"))), by);
  event.preventDefault();
  event.stopPropagation();
  const open = cells[to]?.querySelector("button");
  if (!open) return;
  event.target.setAttribute("tabindex", "-1");
  open.setAttribute("tabindex", "0");
  open.focus();
}
