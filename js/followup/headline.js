// How much was done, how sure that is, and how much was logged at all.
import { h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";
import { whenNew } from "../shared/draw.js";
import { picture, sized } from "./chart.js";
import { hatches } from "./hatch.js";

/** @import { Opens } from "./hands.js" */
/** @import { HeadlineShown } from "./messages.js" */

const MARK = 0.8;
const BAR = { top: 24, height: 20 };

/** @param {Opens} opens */
export function headlinePanel(opens) {
  const first = h("p", { class: "ms-first" });
  const rest = h("div", { class: "ms-more" });
  const counts = h("ul", { class: "ms-counts" });
  const bar = h("div", { class: "ms-bar" });
  const key = h("ul", { class: "hs-legend ms-key" });
  const badge = h("span", { class: "ms-badge" });
  const rule = h("p", { class: "hs-quiet" });
  const simple = h("p", {});
  const caveat = h("p", {});
  const fold = h("details", { class: "ms-fold" }, h("summary", {}, "How sure this is"), caveat, simple);
  const node = h(
    "section",
    { class: "hs-panel ms-panel ms-headline", "aria-labelledby": "ms-headline" },
    h("div", { class: "ms-head" }, h("h3", { id: "ms-headline", tabindex: "-1" }, "What was done"), badge),
    ...[first, bar, key, counts, rest, rule, fold],
  );
  const drawing = sized(bar);
  const draw = whenNew((/** @type {HeadlineShown} */ shown) => {
    const [lead = "", ...more] = shown.sentences;
    first.textContent = lead;
    rest.replaceChildren(...more.map((text) => h("p", {}, text)));
    badge.textContent = shown.badge;
    badge.hidden = !shown.badge;
    counts.replaceChildren(
      ...shown.counts.map(({ name, said, figure }) =>
        h("li", {}, h("span", { class: "hs-quiet" }, name), " ", opens(figure, said, name)),
      ),
    );
    rule.textContent = shown.rule;
    caveat.textContent = shown.caveat;
    simple.textContent = shown.comparison && `For comparison: ${shown.comparison}`;
    for (const part of [bar, key, counts]) part.hidden = shown.recorded === null;
    key.replaceChildren(...keysOf(shown));
    drawing.draw((width) => barOf(shown, width));
  });
  return { node, draw };
}

/** @param {HeadlineShown} shown */
function keysOf({ recorded, upper, low }) {
  /** @type {[string, string][]} */
  const keys = [["done", "Recorded as done"]];
  if (low !== null) keys.push(["interval", "Interval of 95 %"]);
  if (recorded !== upper) keys.push(["upper", "If all that was not logged had been done"]);
  return keys.map(([kind, text]) => h("li", {}, h("span", { class: `ms-swatch ms-swatch-${kind}` }), text));
}

/**
 * Where the parts of the bar begin and end, in pixels.
 * @param {Pick<HeadlineShown, "recorded" | "upper" | "low" | "high">} shown
 * @param {number} width
 */
export function barAt({ recorded, upper, low, high }, width) {
  /** @param {number | null} share */
  const at = (share) => Math.round((share ?? 0) * (width - 2)) + 1;
  return {
    recorded: at(recorded),
    upper: at(Math.max(upper ?? 0, recorded ?? 0)),
    mark: at(MARK),
    interval: low === null || high === null ? null : /** @type {const} */ ([at(low), at(high)]),
  };
}

/** @param {HeadlineShown} shown @param {number} width */
function barOf(shown, width) {
  const { recorded, upper, mark, interval } = barAt(shown, width);
  const { defs, block } = hatches();
  const box = { y: BAR.top, height: BAR.height };
  const end = BAR.top + BAR.height;
  const parts = [
    defs,
    drawn("rect", { class: "ms-track", x: 0.5, width: width - 1, ...box }),
    block("missing", { x: recorded, width: upper - recorded, ...box }),
    block("done", { x: 0.5, width: Math.max(recorded - 0.5, 0), ...box }),
    drawn("line", { class: "ms-mark", x1: mark, x2: mark, y1: BAR.top - 6, y2: end + 6 }),
    drawn("text", { class: "ms-text", x: mark, y: BAR.top - 10, "text-anchor": "middle" }, "80 %"),
  ];
  if (interval) {
    const [low, high] = interval;
    const d = `M${low} ${end + 6}v10M${low} ${end + 11}H${high}M${high} ${end + 6}v10`;
    parts.push(drawn("path", { class: "ms-interval", d }));
  }
  return picture(width, end + 20, "Share of the sessions done", shown.sentences.join(" "), ...parts);
}
