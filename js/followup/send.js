// The wishes on their way, numbered; those that change something are waited for.

/** @import { askers } from "../shared/asked.js" */
/** @import { Model } from "../shared/widget.js" */
/** @import { FollowUp, Send } from "./hands.js" */

/** @type {ReadonlySet<string>} */
const ASKS = new Set([
  ...["find", "choose", "leave", "show", "bring_in"], // nothing that was typed hangs on these
  ...["look", "refresh", "rows", "picture", "report"],
]);

/**
 * @param {Model<FollowUp>} model
 * @param {(n: number) => void} waits
 * @param {ReturnType<typeof askers>} asked
 * @returns {Send}
 */
export function numbered(model, waits, asked) {
  let sent = 0;
  return (wish, asker, buffers = []) => {
    sent += 1;
    if (!ASKS.has(wish.do)) waits(sent);
    if (asker) asked.sent(sent, asker);
    model.send({ ...wish, n: sent }, undefined, buffers);
  };
}
