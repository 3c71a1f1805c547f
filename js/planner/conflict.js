// Another hand changed the same thing. Both edits are kept; she chooses which goes on.
import { button, h } from "../shared/controls.js";

/** @import { Send } from "./hands.js" */
/** @import { Resolve, Work } from "./messages.js" */

/** @param {Send} send */
export function conflictPanel(send) {
  const title = h("h2", { tabindex: "-1" }, "This plan was changed elsewhere");
  const who = h("p", {});
  const yours = h("ul", { "aria-label": "In your edit" });
  const theirs = h("ul", { "aria-label": "In theirs" });
  /** @param {Resolve["choice"]} choice */
  const choose = (choice) => () => send({ do: "resolve", choice });
  const mine = button("Go on with mine", choose("mine"));
  const kept = "Nothing is thrown away: with yours, theirs is one Undo away; a copy is a plan of its own.";
  const node = h(
    "section",
    { class: "hs-panel hs-conflict", "aria-label": "Two edits", hidden: true },
    title,
    who,
    h(
      "div",
      { class: "hs-sides" },
      h("div", {}, h("h3", {}, "Yours"), yours),
      h("div", {}, h("h3", {}, "Theirs"), theirs),
    ),
    h(
      "div",
      { class: "hs-row" },
      button("Go on with theirs", choose("theirs"), { class: "hs-first" }),
      mine,
      button("Keep mine as a copy", choose("copy")),
    ),
    h("p", { class: "hs-quiet" }, kept),
  );
  let shown = false;
  /** @type {Element | null} */
  let from = null; // where the keyboard was when it came
  /** @param {Work} view */
  const draw = ({ conflict }) => {
    node.hidden = !conflict;
    if (conflict) {
      who.textContent = `${conflict.who} changed the same thing after you had opened it. Both edits are kept; yours is not in the plan yet.`;
      yours.replaceChildren(...conflict.yours.map((text) => h("li", {}, text)));
      theirs.replaceChildren(...conflict.theirs.map((text) => h("li", {}, text)));
      mine.hidden = !conflict.mine;
      if (!shown) from = document.activeElement;
      if (!shown) title.focus();
    } else if (shown && from instanceof HTMLElement) from.focus(); // where that is gone, the page finds a place
    shown = Boolean(conflict);
  };
  return { node, draw };
}
