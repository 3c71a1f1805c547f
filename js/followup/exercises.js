// Each exercise in a line: how often, which side, how much, why not, and pain after it. Its heads sort.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { chartPanel } from "./chart.js";

/** @import { Opens, Say } from "./hands.js" */
/** @import { ExerciseShown, ExercisesShown } from "./messages.js" */
/** @typedef {"place" | "sort_share" | "sort_dose" | "sort_volume" | "sort_reasons" | "sort_pain"} By */

const NONE = "–"; // where nothing is told
/** @type {readonly (readonly [text: string, by: By | null, about: string])[]} */
const HEADS = [
  ["Exercise", "place", "by place in the plan"],
  ["Sessions", "sort_share", "by sessions done"],
  ["Sides", null, ""],
  ["Dose", "sort_dose", "by share of the dose, what is beyond the plan left out"],
  ["Volume", "sort_volume", "by volume, what is beyond the plan counted"],
  ["Left out because", "sort_reasons", "by number of reasons"],
  ["Pain after", "sort_pain", "by median pain after"],
];

/**
 * In the order of one number, upwards or downwards; what nobody told comes last, and ties stay in the plan's order.
 * @template {Pick<ExerciseShown, By>} Line
 * @param {readonly Line[]} lines
 * @param {By} by
 * @param {boolean} down
 */
export function sorted(lines, by, down) {
  return [...lines].sort((one, other) => {
    const [a, b] = [one[by], other[by]];
    if (a === b) return one.place - other.place;
    if (a === null || b === null) return a === null ? 1 : -1;
    return down ? b - a : a - b;
  });
}

/** @param {Opens} opens @param {Say} say @param {(id: string) => HTMLElement} small */
export function exercisesPanel(opens, say, small) {
  const panel = chartPanel("Exercises", say, "ms-exercises");
  const body = h("tbody", {});
  /** @type {By} */
  let by = "place";
  let down = false;
  /** @type {readonly ExerciseShown[]} */
  let lines = [];
  const fill = () => {
    body.replaceChildren(...sorted(lines, by, down).map((line) => exerciseRow(line, opens, small)));
    for (const { cell, of } of heads) {
      if (of) cell.setAttribute("aria-sort", of !== by ? "none" : down ? "descending" : "ascending");
    }
  };
  const heads = HEADS.map(([text, of, about]) => {
    if (!of) return { cell: h("th", { scope: "col" }, text), of };
    const act = () => {
      down = of === by ? !down : of !== "place" && of !== "sort_share";
      by = of;
      fill();
      say(`Sorted ${about}`);
    };
    return { cell: h("th", { scope: "col" }, button(text, act, { class: "ms-sort", title: `Sort ${about}` })), of };
  });
  const head = h("tr", {}, ...heads.map(({ cell }) => cell));
  panel.body.append(h("table", { class: "ms-exercise-table" }, h("thead", {}, head), body));
  const draw = whenNew((/** @type {ExercisesShown} */ shown) => {
    lines = shown.lines;
    panel.copy.draw(shown.code);
    fill();
    panel.node.hidden = !lines.length;
  });
  return { node: panel.node, draw };
}

/** @param {ExerciseShown} line @param {Opens} opens @param {(id: string) => HTMLElement} small */
function exerciseRow(line, opens, small) {
  const { name, place, share, sort_share, interval, sides, is_gap, dose, volume, is_over, reasons, pain, figure } =
    line;
  const bar = h("span", { class: "ms-mini", "aria-hidden": "true" }, h("span", {}));
  bar.style.setProperty("--share", `${(sort_share ?? 0) * 100}%`);
  const rate = h("div", { class: "ms-rate" }, opens(figure, share, name), bar);
  const range = interval ? h("span", { class: "hs-quiet" }, `between ${interval.replace(" to ", " and ")}`) : "";
  const sided = sides.map((one) =>
    h("span", { class: "ms-side" }, `${one.name} `, opens(one.figure, one.said, `${name}, ${one.name}`)),
  );
  const first = h("th", { scope: "row" }, small(line.exercise_id), h("span", {}, `${place}. ${name}`));
  /** @param {number} n @param {...(Node | string)} kids */
  const cell = (n, ...kids) => {
    const none = kids[0] === NONE ? { class: "ms-none" } : {};
    return h("td", { "data-label": HEADS[n]?.[0] ?? "", ...none }, h("div", {}, ...kids));
  };
  /** @param {string} text @param {string} about @param {string} [of] */
  const number = (text, about, of = figure) => (text ? opens(of, text, `${name}, ${about}`) : NONE);
  return h(
    "tr",
    {},
    first,
    cell(1, rate, range),
    cell(2, ...(sided.length ? sided : [NONE]), flag(is_gap, "The sides differ")),
    cell(3, number(dose, "dose")),
    cell(4, number(volume, "volume"), flag(is_over, "more than planned")),
    cell(5, number(reasons, "reasons")),
    cell(6, number(pain, "median pain after", line.sessions_figure)),
  );
}

/** @param {boolean} is @param {string} text */
function flag(is, text) {
  return is ? h("span", { class: "ms-flag" }, text) : "";
}
