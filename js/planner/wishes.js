// The wishes on their way to the kernel: each has a number, and those that change something are waited for.

/** @import { askers } from "../shared/asked.js" */
/** @import { Model } from "../shared/widget.js" */
/** @import { Planner, Send } from "./hands.js" */
/** @import { Wish } from "./messages.js" */

/** @type {ReadonlySet<Wish["do"]>} */
const ASKS = new Set([
  "search",
  "find_conditions",
  "detail",
  "picture",
  "frames",
  "unfold",
  "find_plans",
  "find_templates",
  "export",
  "preview",
  "mends",
  "play",
  "whole",
  "look",
  "own",
  "own_preview",
  "own_photo",
]); // these change nothing that is kept

/**
 * @param {Model<Planner>} model
 * @param {(n: number, wish: Wish) => void} waits
 * @param {ReturnType<typeof askers>} asked
 * @returns {Send}
 */
export function numbered(model, waits, asked) {
  let sent = 0;
  return (wish, asker, content) => {
    sent += 1;
    if (!ASKS.has(wish.do)) waits(sent, wish);
    if (asker) asked.sent(sent, asker);
    try {
      model.send({ ...wish, n: sent }, undefined, content);
    } catch {
      // The kernel is gone: it is told in the band, and the wish is kept until there is another.
    }
  };
}
