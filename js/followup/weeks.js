// The weeks as bars, and where they lead.
import { h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";
import { whenNew } from "../shared/draw.js";
import { chartPanel, picture, sized, tableFold } from "./chart.js";
import { hatches } from "./hatch.js";

/** @import { Fill } from "./hatch.js" */
/** @import { Opens, Say } from "./hands.js" */
/** @import { WeeksShown, WeekShown } from "./messages.js" */

const HEIGHT = 206;
const TOP = 32; // for the percentages, and the version above them
const NARROWEST = 42; // pixels of a week, so that its numbers can be read
/** @type {readonly (readonly [Fill, string])[]} */
const FILLS = [
  ["done", "Done"],
  ["not_done", "Not done"],
  ["missing", "Not logged"],
];

/** @param {Opens} opens @param {Say} say */
export function weeksPanel(opens, say) {
  const panel = chartPanel("Weeks", say, "ms-weeks");
  const bars = h("div", { class: "ms-bars" });
  const below = h("div", { class: "ms-below" });
  const inner = h("div", { class: "ms-inner" }, bars, below);
  const legend = FILLS.map(([kind, text]) => h("li", {}, h("span", { class: `ms-swatch ms-swatch-${kind}` }), text));
  const brief = h("li", {}, "( ) a short week, not compared");
  panel.body.append(h("div", { class: "ms-across" }, inner), h("ul", { class: "hs-legend" }, ...legend, brief));
  const drawing = sized(bars);
  const draw = whenNew((/** @type {WeeksShown} */ { lines, trend, about, code }) => {
    panel.about.replaceChildren(h("b", {}, trend), ` ${about}`);
    panel.copy.draw(code);
    brief.hidden = !lines.some(({ short }) => short);
    inner.style.minWidth = `${lines.length * NARROWEST}px`;
    below.style.gridTemplateColumns = `repeat(${lines.length}, minmax(0, 1fr))`;
    below.replaceChildren(...lines.map((line) => weekLabel(line, opens)));
    drawing.draw((width) => weekBars(lines, width, `${trend}. ${about}`));
    panel.rest.replaceChildren(weekTable(lines, opens));
    inner.parentElement?.scrollTo({ left: inner.scrollWidth }); // the last weeks are what she comes for
    panel.node.classList.toggle("ms-empty", !lines.length);
  });
  return { node: panel.node, draw };
}

/** @param {WeekShown} line @param {Opens} opens */
function weekLabel(line, opens) {
  const { label, share, title, figure, short } = line;
  const words = `${title}${short ? ", a short week" : ""}`;
  return h("div", {}, h("span", { class: "hs-quiet" }, label), opens(figure, under(share), words));
}

/**
 * What stands under a bar, where there is place for a count alone: a dash where there is none; all is said in full on
 * pointing at it, to a screen reader, and in the table.
 * @param {string} share
 */
export function under(share) {
  return /\sof\s/.test(share) ? share.replace(/\sof\sabout\s/, "/~").replace(/\sof\s/, "/") : "–";
}

/**
 * Each bar by its parts, from below: `y` and `height` in pixels.
 * @param {readonly Pick<WeekShown, "done" | "not_done" | "missing" | "expected">[]} lines
 * @param {number} width
 * @param {number} height of the tallest bar
 */
export function barsOf(lines, width, height) {
  const most = Math.max(1, ...lines.map(({ done, not_done, missing }) => done + not_done + missing));
  const column = width / Math.max(lines.length, 1);
  const wide = Math.min(column * 0.62, 44);
  return lines.map((line, n) => {
    let up = 0;
    const parts = FILLS.flatMap(([kind]) => {
      const tall = (height * line[kind]) / most;
      up += tall;
      return tall > 0 ? [{ kind, y: height - up, height: tall }] : [];
    });
    return { x: n * column + (column - wide) / 2, left: n * column, width: wide, top: height - up, parts };
  });
}

/** @param {readonly WeekShown[]} lines @param {number} width @param {string} said */
function weekBars(lines, width, said) {
  const { defs, block } = hatches();
  const bars = barsOf(lines, width, HEIGHT - TOP);
  const kids = bars.flatMap(({ x, left, width: wide, top, parts }, n) => {
    const { percent, short, begins, version } = /** @type {WeekShown} */ (lines[n]);
    const blocks = parts.map(({ kind, y, height }) => block(kind, { x, y: y + TOP, width: wide, height }));
    const text = percent === null ? "" : short ? `(${Math.round(percent)})` : `${Math.round(percent)} %`;
    const mid = { x: x + wide / 2, "text-anchor": "middle" };
    const label = drawn("text", { class: "ms-text", y: top + TOP - 5, ...mid }, text);
    if (!begins) return [...blocks, label];
    const line = drawn("line", { class: "ms-change", x1: left, x2: left, y1: 0, y2: HEIGHT });
    return [...blocks, label, line, drawn("text", { class: "ms-text ms-strong", x: left + 4, y: 10 }, `v${version}`)];
  });
  const base = drawn("line", { class: "ms-base", x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT });
  return picture(width, HEIGHT + 1, "Sessions of each week", `${said} The numbers stand below.`, defs, ...kids, base);
}

/** @param {readonly WeekShown[]} lines @param {Opens} opens */
function weekTable(lines, opens) {
  const rows = lines.map((line) => [
    line.title,
    opens(line.figure, line.share, line.title),
    ...[line.not_done, line.missing].map((n) => String(Math.round(n * 10) / 10)),
    line.over,
  ]);
  return tableFold("Weeks", ["Week", "Done", "Not done", "Not logged", "Beyond"], rows);
}
