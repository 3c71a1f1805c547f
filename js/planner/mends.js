// What would clear a finding, asked of the kernel when the finding is opened.

/** @import { Mending, Send } from "./hands.js" */
/** @import { MendsShown } from "./messages.js" */

/**
 * @param {Send} send
 * @returns {Mending & { heard: (told: MendsShown) => void }}
 */
export function mendsOf(send) {
  /** @type {Map<string, Set<(told: MendsShown) => void>>} */
  const waiting = new Map();
  return {
    ask: (key, tell) => {
      const asked = waiting.get(key);
      if (asked) asked.add(tell);
      else waiting.set(key, new Set([tell]));
      if (!asked) send({ do: "mends", key });
    },
    heard: (told) => {
      const asked = waiting.get(told.key);
      waiting.delete(told.key);
      for (const tell of asked ?? []) tell(told);
    },
  };
}
