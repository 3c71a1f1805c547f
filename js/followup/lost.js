// The follow-up without its kernel, and how it comes back: the patient in hand, and what was typed and not yet answered.
import { comeback, toldAgain, unanswered } from "../shared/comeback.js";
import { connection } from "../shared/connection.js";

/** @import { Model } from "../shared/widget.js" */
/** @import { FollowUp, Send } from "./hands.js" */
/** @import { Wish } from "./messages.js" */

/** What was typed names its box and what stood there: said twice it is the same. @type {ReadonlySet<string>} */
const REPEATABLE = new Set(["type"]);

/**
 * @param {Model<FollowUp>} model
 * @param {{ cut: () => void, mended: () => void }} saved
 */
export function lostPart(model, saved) {
  const open = unanswered();
  /** @type {ReturnType<typeof comeback<string>>} */
  const kept = comeback("follow-up");
  let flush = () => {};
  const cut = () => {
    flush();
    saved.cut();
    const { chosen } = model.get("view");
    if (chosen) kept.leave({ where: chosen.code, wishes: open.all() });
  };
  const mended = () => {
    kept.drop();
    saved.mended();
  };
  const line = connection({ cut, mended });
  /**
   * @param {HTMLElement} page
   * @param {HTMLElement} body
   * @param {{ send: Send, flush: () => void, say: (words: string) => void }} acts
   */
  const watch = (page, body, { send, flush: tell, say }) => {
    flush = tell;
    line.watch(page, body);
    const note = kept.take();
    if (!note || model.get("view").chosen) return;
    const { again, left } = toldAgain(note.wishes, REPEATABLE);
    send({ do: "choose", code: note.where });
    for (const wish of again) send(/** @type {Wish} */ (wish));
    say(`Connected again.${left ? " Look whether your last step was kept; if not, do it again." : ""}`);
  };
  return { node: line.node, watch, sent: open.sent, heard: open.heard };
}
