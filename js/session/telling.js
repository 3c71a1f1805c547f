// What to do in a step, in words.

/** @import { Side } from "./facts.js" */
/** @import { Step } from "./types.js" */
import { say } from "./say.js";

/** Repetitions shorter than this are told by their number alone. */
export const SHORT_S = 5;

/** @typedef {{ name: string, timed: boolean, sets: number, reps: number, turns: boolean }} Told what is told of an exercise; `turns`: on one side, then on the other */

/**
 * What to do in a step: the deed, the side, which set and repetition.
 * @param {Step} step
 * @param {Told} item
 */
export function inWords(step, item) {
  const counts = [];
  if (item.sets > 1 && step.kind !== "setup" && step.kind !== "between")
    counts.push(say("page.player.set", { number: step.set, of: item.sets }));
  if (step.rep && item.reps > 1) counts.push(say("page.player.rep", { number: step.rep, of: item.reps }));
  return { what: deed(step, item), side: step.side ? sideOf(step, step.side, item) : "", counts };
}

/**
 * A step for whoever cannot look, told once. Short repetitions are counted, since a sentence would outlast them.
 * @param {Step} step
 * @param {Told} item
 */
export function aloud(step, item) {
  const { what, side, counts } = inWords(step, item);
  const seconds = step.end_s - step.start_s;
  if (step.rep && step.rep > 1 && seconds < SHORT_S) return step.kind === "move" ? `${step.rep}` : what;
  const name = step.kind === "setup" ? item.name : "";
  return [name, what, side, counts.join(" · "), say("page.player.seconds", { number: seconds })]
    .filter(Boolean)
    .join(". ");
}

/**
 * Seconds as a clock shows them; below a minute the number alone.
 * @param {number} seconds
 */
export function clockText(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return whole < 60 ? `${whole}` : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * @param {Step} step
 * @param {Told} item
 */
function deed(step, item) {
  switch (step.kind) {
    case "setup":
      return say("page.player.setup");
    case "rest":
    case "between":
      return say("page.player.rest");
    case "switch":
      return say("page.player.switch");
    case "hold":
      return say("page.player.hold");
    case "move":
      return item.timed ? say("page.player.going") : say("page.player.move");
  }
}

/**
 * @param {Step} step
 * @param {Side} at
 * @param {Told} item
 */
function sideOf(step, at, { turns }) {
  const side = at === "left" ? say("side.left") : say("side.right");
  if (step.kind === "setup" && turns) return say("page.player.side_first", { side });
  if (step.kind === "switch") return say("page.player.side_now", { side });
  return say("page.player.side", { side });
}
