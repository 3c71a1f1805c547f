// The planner without its kernel, and how it comes back: the plan in hand, the open panel, and what was typed and not
// yet answered.
import { comeback, toldAgain, unanswered } from "../shared/comeback.js";
import { connection } from "../shared/connection.js";
import { tellAll } from "../shared/typed.js";

/** @import { Model } from "../shared/widget.js" */
/** @import { Note } from "../shared/comeback.js" */
/** @import { Planner, Send } from "./hands.js" */
/** @import { Wish } from "./messages.js" */
/** @import { asidePart, PanelName } from "./shell.js" */
/** @typedef {{ code: string, version: number, panel: PanelName | "" }} Where */

/** Said twice these are the same as said once. @type {ReadonlySet<string>} */
const REPEATABLE = new Set([
  ...["adjust", "arc", "schedule", "describe", "activities", "report", "answer"],
  ...["patient", "thing", "change_condition", "end_tag", "flag", "screened"],
]);

/**
 * @param {Model<Planner>} model
 * @param {{ cut: () => void, mended: () => void }} saved
 */
export function lostPart(model, saved) {
  const open = unanswered();
  /** @type {ReturnType<typeof comeback<Where>>} */
  const kept = comeback("planner");
  /** @type {() => PanelName | ""} */
  let panel = () => "";
  let redraw = () => {};
  const cut = () => {
    tellAll();
    saved.cut();
    const { plan } = model.get("view");
    if (plan) kept.leave({ where: { code: plan.code, version: plan.version, panel: panel() }, wishes: open.all() });
  };
  const mended = () => {
    kept.drop();
    saved.mended();
    redraw();
  };
  const line = connection({ cut, mended });
  /**
   * @param {HTMLElement} page
   * @param {HTMLElement} body
   * @param {{ send: Send, aside: ReturnType<typeof asidePart>, draw: () => void, say: (words: string) => void }} acts
   */
  const watch = (page, body, { send, aside, draw, say }) => {
    panel = aside.now;
    redraw = draw;
    line.watch(page, body);
    const note = kept.take();
    if (note && !model.get("view").plan) resume(note, { send, aside, say });
  };
  return { node: line.node, watch, sent: open.sent, heard: open.heard };
}

/**
 * The plan as it was in hand, then what nobody had answered, in its order.
 * @param {Note<Where>} note
 * @param {{ send: Send, aside: ReturnType<typeof asidePart>, say: (words: string) => void }} acts
 */
function resume({ where: { code, version, panel }, wishes }, { send, aside, say }) {
  const { again, left } = toldAgain(wishes, REPEATABLE);
  const there = () => {
    if (panel) aside.open(panel);
    for (const wish of again) send(/** @type {Wish} */ (wish));
    say(`Connected again.${left ? " Look whether your last step is in the plan; if not, do it again." : ""}`);
  };
  send({ do: "open", code, version }, { refused: () => false, taken: () => queueMicrotask(there) });
}
