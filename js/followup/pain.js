// Pain of each session as lines, with the borders of the pain rule and the days on which the plan changed.
import { button, h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";
import { whenNew } from "../shared/draw.js";
import { chartPanel, picture, sized, tableFold } from "./chart.js";

/** @import { Opens, Say } from "./hands.js" */
/** @import { PainPointShown, PainShown } from "./messages.js" */
/** @typedef {"before" | "worst" | "after" | "morning"} Score */

const HEIGHT = 210;
const EDGE = { left: 26, right: 10, top: 16, bottom: 22 };
const WORST = 10;
/** @type {Record<Score, readonly [name: string, point: string]>} */
const SERIES = {
  worst: ["Worst", "M-3.5-3.5h7v7h-7z"],
  before: ["Before", "M0-3.6a3.6 3.6 0 1 0 .01 0z"],
  after: ["After", "M0-4.2L4.2 3.4H-4.2z"],
  morning: ["Next morning", "M0-4.4L4.4 0 0 4.4-4.4 0z"],
};
const SCORES = /** @type {Score[]} */ (Object.keys(SERIES));

/** @param {Opens} opens @param {Say} say @param {(figure: string, title: string) => void} show */
export function painPanel(opens, say, show) {
  const panel = chartPanel("Pain", say, "ms-pain");
  const place = h("div", {});
  const facts = h("dl", { class: "ms-facts" });
  /** @type {Set<Score>} */
  const off = new Set();
  /** @type {PainShown | null} */
  let last = null;
  const again = () => {
    const shown = last;
    if (shown) drawing.draw((width) => painLines(shown, width, off, show));
  };
  const keys = SCORES.map((score) => keyOf(score, off, again));
  panel.body.append(place, h("div", { class: "ms-lines" }, ...keys), facts);
  const drawing = sized(place);
  const draw = whenNew((/** @type {PainShown} */ shown) => {
    last = shown;
    panel.copy.draw(shown.code);
    panel.about.textContent = shown.points.length
      ? "0 to 10. Lines at 2 and 5: the borders of the pain rule."
      : "No score.";
    for (const part of [place, ...keys]) part.hidden = !shown.points.length;
    facts.replaceChildren(
      ...shown.facts.map(({ name, said, figure }) =>
        h("div", {}, h("dt", {}, name), h("dd", {}, opens(figure, said, name))),
      ),
    );
    again();
    panel.rest.replaceChildren(painTable(shown.points, opens));
    panel.rest.hidden = !shown.points.length;
  });
  return { node: panel.node, draw };
}

/** A line that is shown or not. @param {Score} score @param {Set<Score>} off @param {() => void} again */
function keyOf(score, off, again) {
  const [name, d] = SERIES[score];
  const line = drawn("path", { class: `ms-line ms-line-${score}`, d: "M0 8h30" });
  const point = drawn("path", { class: `ms-point ms-point-${score}`, d, transform: "translate(15 8)" });
  const act = () => {
    if (!off.delete(score)) off.add(score);
    key.setAttribute("aria-pressed", String(!off.has(score)));
    again();
  };
  const key = button("", act, { class: "ms-line-key", "aria-pressed": "true" });
  key.append(drawn("svg", { viewBox: "0 0 30 16", width: 30, height: 16, "aria-hidden": "true" }, line, point), name);
  return key;
}

/**
 * Where a day and a score stand, in pixels.
 * @param {number} days of the chart
 * @param {number} width
 */
export function scales(days, width) {
  const wide = width - EDGE.left - EDGE.right;
  const tall = HEIGHT - EDGE.top - EDGE.bottom;
  return {
    /** @param {number} day */
    x: (day) => Math.round((EDGE.left + ((day + 0.5) / Math.max(days, 1)) * wide) * 10) / 10,
    /** @param {number} score */
    y: (score) => Math.round((EDGE.top + (1 - score / WORST) * tall) * 10) / 10,
  };
}

/**
 * The sessions that tell a score and have a day, in order.
 * @param {readonly PainPointShown[]} points
 * @param {Score} score
 * @returns {{ at: number, value: number, point: PainPointShown }[]}
 */
export function told(points, score) {
  return points.flatMap((point) => {
    const value = point[score];
    return point.at === null || value === null ? [] : [{ at: point.at, value, point }];
  });
}

/**
 * @param {PainShown} shown
 * @param {number} width
 * @param {ReadonlySet<Score>} off
 * @param {(figure: string, title: string) => void} show
 */
function painLines({ points, days, ticks, marks, guides, facts }, width, off, show) {
  const { x, y } = scales(days, width);
  /** @type {SVGElement[]} */
  const kids = [...gridOf(width, guides, y)];
  for (const [at, label] of ticks)
    kids.push(drawn("text", { class: "ms-text", x: x(at), y: HEIGHT - 5, "text-anchor": "middle" }, label));
  for (const { at, label } of marks) {
    const left = x(at - 0.5);
    kids.push(drawn("line", { class: "ms-change", x1: left, x2: left, y1: 0, y2: HEIGHT - EDGE.bottom }));
    kids.push(drawn("text", { class: "ms-text ms-strong", x: left + 4, y: 10 }, label));
  }
  for (const score of SCORES.filter((one) => !off.has(one)).reverse()) {
    const its = told(points, score);
    const d = its.map(({ at, value }, n) => `${n ? "L" : "M"}${x(at)} ${y(value)}`).join("");
    if (d) kids.push(drawn("path", { class: `ms-line ms-line-${score}`, d }));
    const [name, shape] = SERIES[score];
    for (const { at, value, point } of its) {
      const props = { class: `ms-point ms-point-${score}`, d: shape, transform: `translate(${x(at)} ${y(value)})` };
      const open = () => show(point.figure, `Pain, ${point.said}`);
      kids.push(drawn("path", { ...props, onclick: open }, drawn("title", {}, `${point.said}: ${name} ${value}`)));
    }
  }
  const said = facts.map(({ name, said: words }) => `${name}: ${words}.`).join(" ");
  return picture(width, HEIGHT, "Pain of each session, 0 to 10", said, ...kids);
}

/** @param {number} width @param {readonly number[]} guides @param {(score: number) => number} y */
function gridOf(width, guides, y) {
  return [0, ...guides, WORST].flatMap((score) => {
    const name = guides.includes(score) ? "ms-guide" : "ms-base";
    const line = drawn("line", { class: name, x1: EDGE.left, x2: width - EDGE.right, y1: y(score), y2: y(score) });
    const text = { class: "ms-text", x: EDGE.left - 8, y: y(score) + 4, "text-anchor": "end" };
    return [line, drawn("text", text, String(score))];
  });
}

/** @param {readonly PainPointShown[]} points @param {Opens} opens */
function painTable(points, opens) {
  /** @param {number | null} score */
  const cell = (score) => (score === null ? "–" : String(score));
  const rows = points.map((point) => {
    const { said, before, worst, after, morning, effort, advice, figure } = point;
    return [opens(figure, said, "Pain"), ...[before, worst, after, morning, effort].map(cell), advice];
  });
  return tableFold("Pain", ["Session", "Before", "Worst", "After", "Next morning", "Effort", "Pain rule"], rows);
}
