// What matters to the patient: how well each of her activities goes, with the band that a change has to leave.
import { h } from "../shared/controls.js";
import { drawn } from "../shared/dom.js";
import { whenNew } from "../shared/draw.js";
import { chartPanel, picture, sized, tableFold } from "./chart.js";

/** @import { Opens, Say } from "./hands.js" */
/** @import { ActivityShown, MattersShown } from "./messages.js" */

const BEST = 10;
const BOX = { height: 92, left: 26, right: 30, top: 10, bottom: 20 };

/** @param {Opens} opens @param {Say} say */
export function mattersPanel(opens, say) {
  const panel = chartPanel("What matters to the patient", say, "ms-matters");
  const list = h("div", { class: "ms-activities" });
  const mean = h("p", {});
  const title = h("h4", {}, "Other scores");
  const scores = h("ul", {});
  panel.body.append(list, mean, title, scores);
  const draw = whenNew((/** @type {MattersShown} */ shown) => {
    const { activities, days, ends, asked } = shown;
    panel.node.hidden = !activities.length && !shown.scores.length && !asked;
    panel.copy.draw(shown.code);
    const key = activities.length ? " 0 cannot do it, 10 as well as before. The band: no change that matters." : "";
    panel.about.textContent = `${asked}${key}`;
    list.replaceChildren(...activities.map((one) => activityPart(one, days, ends, opens)));
    mean.textContent = shown.mean;
    title.hidden = scores.hidden = !shown.scores.length;
    scores.replaceChildren(...shown.scores.map((text) => h("li", {}, text)));
    panel.rest.replaceChildren(...(activities.length ? [activityTable(activities)] : []));
  });
  return { node: panel.node, draw };
}

/** @param {ActivityShown} one @param {number} days @param {readonly [string, string]} ends @param {Opens} opens */
function activityPart(one, days, ends, opens) {
  const place = h("div", {});
  sized(place).draw((width) => activityLine(one, days, ends, width));
  const said = h("p", {}, opens(one.figure, one.said, one.name));
  return h("div", { class: "ms-activity" }, h("h4", {}, `“${one.name}”`), place, said);
}

/**
 * Where a day and a number stand, in pixels.
 * @param {number} days
 * @param {number} width
 */
export function activityScales(days, width) {
  const [wide, tall] = [width - BOX.left - BOX.right, BOX.height - BOX.top - BOX.bottom];
  return {
    /** @param {number} day */
    x: (day) => Math.round(BOX.left + (day / Math.max(days - 1, 1)) * wide),
    /** @param {number} value */
    y: (value) => Math.round(BOX.top + (1 - value / BEST) * tall),
  };
}

/** @param {ActivityShown} one @param {number} days @param {readonly [string, string]} ends @param {number} width */
function activityLine({ name, points, band, said }, days, ends, width) {
  const { x, y } = activityScales(days, width);
  const right = width - BOX.right;
  const [low, high] = band;
  /** @type {SVGElement[]} */
  const kids = [
    drawn("rect", { class: "ms-band", x: BOX.left, width: right - BOX.left, y: y(high), height: y(low) - y(high) }),
  ];
  for (const value of [0, BEST]) {
    kids.push(drawn("line", { class: "ms-base", x1: BOX.left, x2: right, y1: y(value), y2: y(value) }));
    const text = { class: "ms-text ms-small", x: BOX.left - 6, y: y(value) + 4, "text-anchor": "end" };
    kids.push(drawn("text", text, String(value)));
  }
  const d = points.map(([at, value], n) => `${n ? "L" : "M"}${x(at)} ${y(value)}`).join("");
  kids.push(drawn("path", { class: "ms-line", d }));
  for (const [at, value, day] of points) {
    kids.push(
      drawn("circle", { class: "ms-dotted", cx: x(at), cy: y(value), r: 3.6 }, drawn("title", {}, `${day}: ${value}`)),
    );
    const over = value > BEST - 2 ? 16 : -8;
    kids.push(
      drawn(
        "text",
        { class: "ms-text ms-strong", x: x(at), y: y(value) + over, "text-anchor": "middle" },
        String(value),
      ),
    );
  }
  const foot = { class: "ms-text", y: BOX.height - 4 };
  kids.push(
    drawn("text", { ...foot, x: BOX.left }, ends[0]),
    drawn("text", { ...foot, x: right, "text-anchor": "end" }, ends[1]),
  );
  return picture(width, BOX.height, `How well it goes: ${name}`, said, ...kids);
}

/** @param {readonly ActivityShown[]} activities */
function activityTable(activities) {
  const rows = activities.flatMap(({ name, points }) => points.map(([, value, day]) => [name, day, String(value)]));
  return tableFold("Activities", ["Activity", "Day", "0 to 10"], rows);
}
