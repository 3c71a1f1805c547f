// What the head of the plan offers: the list or the week, the order by position, and the session as it is played.
import { button, h } from "../shared/controls.js";
import { words } from "../shared/dom.js";

/** @import { Send } from "./hands.js" */
/** @import { Work } from "./messages.js" */

/**
 * @param {Send} send
 * @param {{ play: () => void, week: (is: boolean) => void }} acts
 */
export function boardTools(send, { play, week }) {
  const list = button("List", () => see(false), { class: "hs-small", "aria-pressed": "true" });
  const days = button("Week", () => see(true), { class: "hs-small", "aria-pressed": "false" });
  /** @param {boolean} is */
  const see = (is) => {
    week(is);
    list.setAttribute("aria-pressed", String(!is));
    days.setAttribute("aria-pressed", String(is));
  };
  const saves = h("span", { class: "hs-quiet" });
  const order = button("", () => send({ do: "order" }), {
    class: "hs-small hs-order",
    title: "Puts together what is done in one place; one step back undoes it",
  });
  order.append("Fewer changes of position ", saves);
  const plays = button("▶", play, { class: "hs-small", title: "The session as the patient will play it" });
  plays.append(h("span", { class: "hs-play-word" }, " Play"));
  const views = h("div", { class: "hs-views", role: "group", "aria-label": "View of the plan" }, list, days);
  const bar = { class: "hs-board-tools", role: "toolbar", "aria-label": "View of the plan" };
  const node = h("div", bar, order, views, plays);
  /** @param {Work} view */
  const draw = ({ plan }) => {
    node.hidden = !plan.items.length;
    const held = document.activeElement === order;
    order.hidden = !plan.time.saves;
    if (held && order.hidden) (list.getAttribute("aria-pressed") === "true" ? list : days).focus();
    words(saves, `saves ${plan.time.saves}`);
  };
  see(false);
  return { node, draw };
}
