// Dose against plan, time of day, runs and gaps, and when the diary was written.
import { h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { chartPanel } from "./chart.js";
import { foldsNarrow } from "./narrow.js";

/** @import { Opens, Say } from "./hands.js" */
/** @import { BarShown, HabitsShown } from "./messages.js" */

/** @param {Opens} opens @param {Say} say */
export function habitsPanel(opens, say) {
  const panel = chartPanel("How it is done", say, "ms-habits");
  const facts = h("dl", { class: "ms-facts" });
  const clock = h("dl", { class: "ms-clock" });
  const title = h("h4", {}, "Time of day");
  panel.body.append(facts, title, clock);
  foldsNarrow(panel.node, "How it is done");
  const draw = whenNew((/** @type {HabitsShown} */ shown) => {
    panel.copy.draw(shown.code);
    facts.replaceChildren(
      ...shown.facts.map(({ name, said, figure }) =>
        h("div", {}, h("dt", {}, name), h("dd", {}, opens(figure, said, name))),
      ),
    );
    title.hidden = !shown.clock.length;
    clock.replaceChildren(...shown.clock.map((bar) => clockBar(bar, shown.clock, opens)));
  });
  return { node: panel.node, draw };
}

/** @param {BarShown} bar @param {readonly BarShown[]} all @param {Opens} opens */
function clockBar({ name, sessions, said, figure }, all, opens) {
  const bar = h("span", { class: "ms-mini", "aria-hidden": "true" }, h("span", {}));
  bar.style.setProperty("--share", `${(100 * sessions) / Math.max(...all.map((one) => one.sessions))}%`);
  return h("div", {}, h("dt", {}, name), h("dd", {}, bar, opens(figure, said, name)));
}
