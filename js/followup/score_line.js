// A score over its days as a small drawing: the line, and shaded the change round the first score that is not yet one
// that matters. The same stands in words and in a table, so nothing hangs on the drawing.
import { fresh, h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";

/** @import { Line, Point } from "./messages.js" */
/** @typedef {readonly [from: Point, to: Point]} Span of days that a drawing shows */

const [WIDE, HIGH] = [340, 128];
const ROOM = { left: 30, right: 2, top: 14, below: 24 };
const INSET = 16; // of the first and the last point, whose number stands clear of the axis
const TOLD = 8; // points; of more, only the first and the last have their number written beside them
const NEAR_TOP = 18; // above, a number stands below its point

/**
 * The days of all these lines, so that drawings one below the other can be compared; null where there is none.
 * @param {readonly Line[]} lines
 * @returns {Span | null}
 */
export function spanOf(lines) {
  const points = lines.flatMap((line) => line.points).sort((a, b) => a.day.localeCompare(b.day));
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? [first, last] : null;
}

/**
 * Where everything stands; null where there is no score, or nobody knows its range.
 * @param {Line} line
 * @param {Span | null} [span]
 */
export function placed({ low, high, band, points }, span = null) {
  const [first, last] = [points[0], points.at(-1)];
  if (low === null || high === null || !first || !last) return null;
  const [from, to] = span ?? [first, last];
  const days = Date.parse(to.day) - Date.parse(from.day);
  const [across, down] = [WIDE - ROOM.left - ROOM.right - 2 * INSET, HIGH - ROOM.top - ROOM.below];
  const x = (/** @type {string} */ day) =>
    ROOM.left + INSET + (days ? ((Date.parse(day) - Date.parse(from.day)) / days) * across : across / 2);
  const y = (/** @type {number} */ value) => ROOM.top + ((high - value) / (high - low)) * down;
  const edges = band === null ? null : [Math.min(high, first.value + band), Math.max(low, first.value - band)];
  return {
    dots: points.map(({ day, value }) => ({ x: x(day), y: y(value), value })),
    band: edges ? { y: y(edges[0] ?? high), height: y(edges[1] ?? low) - y(edges[0] ?? high) } : null,
    ticks: [low, (low + high) / 2, high].map((value) => ({ value, y: y(value) })),
    ends: days ? [from.label, to.label] : [from.label],
    left: ROOM.left,
    right: WIDE - ROOM.right,
  };
}

/**
 * A score with its drawing, its words and its table. Level 3 is its heading.
 * @param {Line} line
 * @param {Span | null} [span]
 */
export function scoreLine(line, span = null) {
  const at = placed(line, span);
  return h(
    "article",
    { class: "mt-line" },
    h("h3", {}, line.name),
    ...(line.about ? [h("p", { class: "hs-quiet" }, line.about)] : []),
    ...(at ? [drawing(line, at)] : []),
    h("p", { class: "mt-said" }, line.said),
    ...(line.points.length ? [table(line)] : []),
  );
}

/** @param {Line} line @param {NonNullable<ReturnType<typeof placed>>} at */
function drawing(line, at) {
  const id = `mt-${fresh()}`;
  const title = drawn("title", { id: `${id}t` }, `${line.name}, ${line.low} to ${line.high}`);
  const desc = drawn("desc", { id: `${id}d` }, [line.said, bandSaid(line)].filter(Boolean).join(" "));
  const props = {
    viewBox: `0 0 ${WIDE} ${HIGH}`,
    role: "img",
    "aria-labelledby": `${id}t`,
    "aria-describedby": `${id}d`,
    class: "mt-svg",
  };
  const path = at.dots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return drawn(
    "svg",
    props,
    title,
    desc,
    ...bandPart(at),
    ...at.ticks.flatMap(({ value, y }) => tick(value, y, at)),
    drawn("polyline", { points: path, class: "mt-path" }),
    ...at.dots.map(({ x, y }) => drawn("circle", { cx: x, cy: y, r: 3.5, class: "mt-dot" })),
    ...at.dots.filter(isTold).map(numberAt),
    ...at.ends.map((label, n) => dayAt(label, n, at)),
  );
}

/**
 * What the shaded part means, for who does not see it.
 * @param {Line} line
 */
export function bandSaid({ band, points }) {
  return band === null || !points.length ? "" : `Shaded: less than ${band} points from the first score.`;
}

/** @param {unknown} _ @param {number} n @param {readonly unknown[]} dots */
function isTold(_, n, dots) {
  return dots.length <= TOLD || n === 0 || n === dots.length - 1;
}

/** @param {NonNullable<ReturnType<typeof placed>>} at */
function bandPart({ band, left, right }) {
  if (!band) return [];
  return [drawn("rect", { x: left, y: band.y, width: right - left, height: band.height, class: "mt-band" })];
}

/** @param {number} value @param {number} y @param {{ left: number, right: number }} at */
function tick(value, y, { left, right }) {
  const text = drawn("text", { x: left - 7, y: y + 4, "text-anchor": "end", class: "mt-text" }, `${value}`);
  return [drawn("line", { x1: left, x2: right, y1: y, y2: y, class: "mt-rule" }), text];
}

/** @param {{ x: number, y: number, value: number }} dot */
function numberAt({ x, y, value }) {
  const props = { x, y: y < ROOM.top + NEAR_TOP ? y + 17 : y - 8, "text-anchor": "middle", class: "mt-number" };
  return drawn("text", props, `${value}`);
}

/** @param {string} label @param {number} n @param {{ ends: readonly string[], left: number, right: number }} at */
function dayAt(label, n, { ends, left, right }) {
  const [x, anchor] = ends.length < 2 ? [(left + right) / 2, "middle"] : n ? [right, "end"] : [left, "start"];
  return drawn("text", { x, y: HIGH - 6, "text-anchor": anchor, class: "mt-text" }, label);
}

/** @param {Line} line */
function table({ name, points }) {
  const head = h("tr", {}, h("th", { scope: "col" }, "Day"), h("th", { scope: "col" }, "Score"));
  const rows = points.map(({ label, value }) => h("tr", {}, h("td", {}, label), h("td", {}, `${value}`)));
  const whole = h("table", { class: "mt-table", "aria-label": name }, h("thead", {}, head), h("tbody", {}, ...rows));
  return h("details", { class: "fu-part" }, h("summary", { "aria-label": `${name}: as a table` }, "As a table"), whole);
}
