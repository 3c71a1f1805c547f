// What would clear a finding, asked of the kernel when the finding is opened.

/** @import { Mending, Send } from "./hands.js" */
/** @import { MendsShown } from "./messages.js" */

/**
 * @param {Send} send
 * @param {() => string} code of the plan in hand
 * @returns {Mending & { heard: (told: MendsShown) => void }}
 */
export function mendsOf(send, code) {
  /** @type {Map<string, Set<(told: MendsShown) => void>>} by plan and finding: another patient may have one of its key */
  const waiting = new Map();
  return {
    ask: (key, tell) => {
      const of = `${code()} ${key}`;
      const asked = waiting.get(of);
      if (asked) asked.add(tell);
      else waiting.set(of, new Set([tell]));
      if (!asked) send({ do: "mends", key });
    },
    heard: (told) => {
      const of = `${told.code} ${told.key}`;
      const asked = waiting.get(of);
      waiting.delete(of);
      for (const tell of asked ?? []) tell(told);
    },
  };
}
