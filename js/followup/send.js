// The wishes on their way, numbered; those that change something are waited for.

/** @import { askers } from "../shared/asked.js" */
/** @import { Model } from "../shared/widget.js" */
/** @import { FollowUp, Send } from "./hands.js" */
/** @import { keptAnswers } from "./kept.js" */

/** @type {ReadonlySet<string>} */
const ASKS = new Set([
  ...["find", "choose", "leave", "show", "bring_in"], // nothing that was typed hangs on these
  ...["look", "refresh", "rows", "picture", "report"],
]);

/**
 * @param {Model<FollowUp>} model
 * @param {(n: number) => void} waits
 * @param {ReturnType<typeof askers>} asked
 * @param {ReturnType<typeof keptAnswers>} kept
 * @returns {Send}
 */
export function numbered(model, waits, asked, kept) {
  let sent = 0;
  return (wish, asker, buffers = []) => {
    sent += 1;
    if (!ASKS.has(wish.do)) waits(sent);
    kept.sent(sent, wish); // before it goes: a kernel that is gone may refuse to be told
    if (asker) asked.sent(sent, asker);
    try {
      model.send({ ...wish, n: sent }, undefined, buffers);
    } catch {
      // The kernel is gone: it is told in the band, and what was typed is kept until there is another.
    }
  };
}
