// Pain of each session as lines, with the borders of the pain rule and the days on which the plan changed.
import { h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";
import { whenNew } from "../shared/draw.js";
import { chartPanel, picture, sized, tableFold } from "./chart.js";

/** @import { Opens, Say } from "./hands.js" */
/** @import { PainPointShown, PainShown } from "./messages.js" */
/** @typedef {"before" | "worst" | "after" | "morning"} Score */

const STRIP = { height: 62, top: 6, tall: 50 }; // pixels of one kind of score
const NARROWEST = 58; // pixels from one day's name to the next
const EDGE = { left: 112, right: 10, above: 16, below: 20 };
const LABEL = 84; // of a version
const WORST = 10;
/** @type {readonly (readonly [Score, string])[]} */
const SERIES = [
  ["before", "Before"],
  ["worst", "Worst"],
  ["after", "After"],
  ["morning", "Next morning"],
];
const HEIGHT = EDGE.above + SERIES.length * STRIP.height + EDGE.below;

/** @param {Opens} opens @param {Say} say @param {(figure: string, title: string) => void} show */
export function painPanel(opens, say, show) {
  const panel = chartPanel("Pain", say, "ms-pain");
  const place = h("div", {});
  const facts = h("dl", { class: "ms-facts" });
  const key = h("p", { class: "hs-quiet ms-pain-key" }, "● above 5, or not settled by the next morning  ○ all others");
  panel.body.append(place, key, facts);
  const drawing = sized(place);
  const draw = whenNew((/** @type {PainShown} */ shown) => {
    const has = shown.points.length > 0;
    panel.copy.draw(shown.code);
    panel.about.textContent = has ? "0 to 10; the lines at 2 and 5 are the borders of the pain rule." : "No score.";
    for (const part of [place, key, panel.rest]) part.hidden = !has;
    facts.replaceChildren(
      ...shown.facts.map(({ name, said, figure }) =>
        h("div", {}, h("dt", {}, name), h("dd", {}, opens(figure, said, name))),
      ),
    );
    drawing.draw((width) => painLines(shown, width, show));
    panel.rest.replaceChildren(painTable(shown.points, opens));
  });
  return { node: panel.node, draw };
}

/**
 * Where a day and a score stand, in pixels.
 * @param {number} days of the chart
 * @param {number} width
 */
export function scales(days, width) {
  const wide = width - EDGE.left - EDGE.right;
  /** @param {number} number */
  const round = (number) => Math.round(number * 10) / 10;
  return {
    /** @param {number} day */
    x: (day) => round(EDGE.left + ((day + 0.5) / Math.max(days, 1)) * wide),
    /** @param {number} score @param {number} strip counted from 0 */
    y: (score, strip) => round(EDGE.above + strip * STRIP.height + STRIP.top + (1 - score / WORST) * STRIP.tall),
  };
}

/**
 * As many of the ticks as there is room for, evenly.
 * @template Tick
 * @param {readonly Tick[]} ticks
 * @param {number} room how many fit
 */
export function spaced(ticks, room) {
  const every = Math.max(1, Math.ceil(ticks.length / Math.max(1, Math.floor(room))));
  return ticks.filter((_, n) => n % every === 0);
}

/**
 * The sessions that tell a score and have a day, in order. `stands_out`: it is counted as high, or as not settled.
 * @param {readonly PainPointShown[]} points
 * @param {Score} score
 */
export function told(points, score) {
  return points.flatMap((point) => {
    const value = point[score];
    if (point.at === null || value === null) return [];
    const limit = score === "morning" ? (point.before ?? 2) : score === "before" ? WORST : 5;
    return [{ at: point.at, value, point, stands_out: value > limit }];
  });
}

/**
 * @param {PainShown} shown
 * @param {number} width
 * @param {(figure: string, title: string) => void} show
 */
function painLines({ points, days, ticks, marks, guides, facts }, width, show) {
  const { x, y } = scales(days, width);
  const foot = HEIGHT - EDGE.below;
  /** @type {SVGElement[]} */
  const kids = [];
  for (const [at, label] of spaced(ticks, (width - EDGE.left) / NARROWEST)) {
    kids.push(drawn("text", { class: "ms-text", x: x(at), y: HEIGHT - 5, "text-anchor": "middle" }, label));
  }
  for (const { at, label } of marks) {
    kids.push(drawn("line", { class: "ms-change", x1: x(at - 0.5), x2: x(at - 0.5), y1: 0, y2: foot }));
    const late = x(at - 0.5) > width - LABEL; // it would run over the edge
    const place = late ? { x: x(at - 0.5) - 4, "text-anchor": "end" } : { x: x(at - 0.5) + 4 };
    kids.push(drawn("text", { class: "ms-text ms-strong", ...place, y: 10 }, label));
  }
  SERIES.forEach(([score, name], strip) => {
    kids.push(...gridOf(width, guides, name, (value) => y(value, strip)));
    const its = told(points, score);
    const d = its.map(({ at, value }, n) => `${n ? "L" : "M"}${x(at)} ${y(value, strip)}`).join("");
    if (d) kids.push(drawn("path", { class: "ms-line", d }));
    for (const { at, value, point, stands_out } of its) {
      const props = { class: `ms-point${stands_out ? " ms-stands-out" : ""}`, cx: x(at), cy: y(value, strip) };
      const open = () => show(point.figure, `Pain, ${point.said}`);
      const title = drawn("title", {}, `${point.said}: ${name} ${value}`);
      kids.push(drawn("circle", { ...props, r: stands_out ? 3.6 : 2.4, onclick: open }, title));
    }
  });
  const said = facts.map(({ name, said: words }) => `${name}: ${words}.`).join(" ");
  return picture(width, HEIGHT, "Pain of each session, 0 to 10", said, ...kids);
}

/** @param {number} width @param {readonly number[]} guides @param {string} name @param {(score: number) => number} y */
function gridOf(width, guides, name, y) {
  const title = drawn("text", { class: "ms-text ms-strong", x: 0, y: y(5) + 4 }, name);
  const lines = [0, ...guides].flatMap((score) => {
    const kind = guides.includes(score) ? "ms-guide" : "ms-base";
    const line = drawn("line", { class: kind, x1: EDGE.left, x2: width - EDGE.right, y1: y(score), y2: y(score) });
    const text = { class: "ms-text ms-small", x: EDGE.left - 5, y: y(score) + 4, "text-anchor": "end" };
    return score ? [line, drawn("text", text, String(score))] : [line];
  });
  return [title, ...lines];
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
