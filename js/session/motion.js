// A movement as the page brings it along: unpacked, drawn, and where in it the body is.

/** @import { Movement } from "./facts.js" */
/** @import { Step } from "./types.js" */
import { drawn } from "../shared/dom.js";

/** Forth and back, where no step says how fast. */
const ROUND_S = 3;

/**
 * The movement in a packed text; null where there is none, or where the browser is too old to unpack it.
 * @param {string} packed
 * @returns {Promise<Movement | null>}
 */
export async function unpacked(packed) {
  if (!packed || !("DecompressionStream" in globalThis)) return null;
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

/**
 * The picture of a movement, and the way to show it at any place from 0, the start, to 1, the end.
 * @param {Movement} movement
 */
export function picture({ box, placed, shapes, frames }) {
  const paths = shapes.map((shape) => drawn("path", shape));
  const within = drawn("g", { transform: placed });
  const node = drawn("svg", { viewBox: box, "aria-hidden": "true" }, within);
  let shown = -1;
  /** @param {number} place */
  const show = (place) => {
    const now = Math.round(place * (frames.length - 1));
    if (now === shown) return;
    shown = now;
    within.replaceChildren(...(frames[now] ?? []).flatMap((n) => paths[n] ?? []));
  };
  return { node, show };
}

/**
 * The place in a movement that goes forth and back by itself.
 * @param {number} at_s
 */
export function swinging(at_s) {
  return smooth(1 - Math.abs(1 - (((2 * at_s) / ROUND_S) % 2)));
}

/**
 * The place in the movement `at_s` seconds into a step; null where the step leaves it to swing by itself.
 *
 * What is held is held at the end. On the way to a hold the body goes there, by way of the start if it comes from one.
 * @param {Step} step
 * @param {number} at_s
 * @param {{ holds: boolean, timed: boolean, before: Step | undefined }} how
 */
export function placeIn(step, at_s, { holds, timed, before }) {
  if (step.kind === "setup" || (step.kind === "move" && timed)) return null;
  if (step.kind === "hold") return 1;
  if (step.kind !== "move") return 0;
  const share = Math.min(1, at_s / (step.end_s - step.start_s));
  if (!holds) return smooth(1 - Math.abs(1 - 2 * share));
  return smooth(before?.kind === "hold" ? Math.abs(1 - 2 * share) : share);
}

/**
 * Slowly off and slowly there, as a body moves.
 * @param {number} share
 */
function smooth(share) {
  return (1 - Math.cos(Math.PI * share)) / 2;
}
