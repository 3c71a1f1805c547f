// Whether another window has changed the plan in hand: asked while the page is looked at and nobody is at work in it.

/** @import { Send } from "./hands.js" */

export const EVERY_MS = 4000;

/**
 * Gives the way to stop. `may` says whether there is a plan, and nothing of it is typed or on its way.
 * @param {Send} send
 * @param {() => boolean} may
 */
export function lookElsewhere(send, may) {
  const look = () => {
    if (document.visibilityState === "visible" && may()) send({ do: "look" });
  };
  const timer = setInterval(look, EVERY_MS);
  document.addEventListener("visibilitychange", look);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
