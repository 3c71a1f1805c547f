// What is new since the version before, with the way back for an exercise.
import { button, fresh, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { Send } from "./hands.js" */
/** @import { ChangeShown, Work } from "./messages.js" */

/** @param {Send} send */
export function sincePart(send) {
  const title = h("h3", { tabindex: "-1", id: `hs-since-${fresh()}` });
  const list = h("ul", { class: "hs-changes" });
  const none = h("p", { class: "hs-quiet" }, "Nothing yet.");
  const node = h("section", { class: "hs-since", "aria-labelledby": title.id }, title, list, none);
  /** @param {ChangeShown} change */
  const row = ({ text, item_id, back }) => {
    const act = () => {
      send({ do: "back", item_id });
      title.focus({ preventScroll: true }); // the row is about to go
    };
    const way = back ? [button(back, act, { class: "hs-small", "aria-label": `${back}: ${text}` })] : [];
    return h("li", {}, h("span", {}, text), ...way);
  };
  const fill = whenNew((/** @type {readonly ChangeShown[]} */ changes) => list.replaceChildren(...changes.map(row)));
  /** @param {Work} view */
  const draw = ({ plan, to_issue: { since, changes } }) => {
    node.hidden = !plan.draft || since === null;
    title.textContent = `Changed since version ${since}`;
    fill(changes);
    none.hidden = changes.length > 0;
  };
  return { node, draw };
}
