// What became of a wish is told where it was asked: at the field, or in the form.
import { make } from "./dom.js";
import { grouped } from "./draw.js";
import { refuse, sentence, settle } from "./refused.js";

/** @import { Control, Told } from "./refused.js" */
/**
 * Who asked. `refused` says whether there is still a place to tell it.
 * @typedef {{ refused: (faults: readonly Told[]) => boolean, taken: () => void }} Asker
 */

/** The wishes on their way that somebody waits for, by their number. */
export function askers() {
  /** @type {Map<number, Asker>} */
  const waiting = new Map();
  return {
    /** @param {number} n @param {Asker} asker */
    sent: (n, asker) => {
      waiting.set(n, asker);
    },
    /**
     * Tells each asker what was refused, and gives what nobody could be told.
     * @template {Told & { n: number | null }} Fault
     * @param {readonly Fault[]} faults
     * @returns {Fault[]}
     */
    refuse: (faults) =>
      [...grouped(faults, (fault) => fault.n)].flatMap(([n, own]) => {
        const asker = waiting.get(n ?? 0);
        waiting.delete(n ?? 0);
        return asker?.refused(own) ? [] : own;
      }),
    /** @param {number} n */
    answered: (n) => {
      waiting.get(n)?.taken();
      waiting.delete(n);
    },
  };
}

/**
 * A field as one who asks.
 * @param {Control} control
 * @returns {Asker}
 */
export function atField(control) {
  return { refused: (faults) => refuse(control, faults), taken: () => settle(control) };
}

/**
 * A form as one who asks: `node` is where it tells what was refused, and `done` what follows when it was taken.
 * @param {Readonly<Record<string, string>>} names what it calls the fields that a fault can be of
 * @param {() => void} done
 */
export function atForm(names, done) {
  const node = make("div", { class: "hs-fault", role: "alert" });
  const clear = () => node.replaceChildren();
  /** @type {Asker} */
  const asker = {
    refused: (faults) => {
      node.replaceChildren(...faults.map((fault) => make("p", {}, inForm(fault, names))));
      return node.isConnected;
    },
    taken: () => {
      clear();
      done();
    },
  };
  return { node, clear, asker };
}

/**
 * A fault with the name of its field, where it is of one.
 * @param {Told & { where?: string }} fault
 * @param {Readonly<Record<string, string>>} names
 */
export function inForm({ where = "", what, mend }, names) {
  const name = names[where];
  return sentence({ what: name ? `${name} ${what}` : what, mend });
}
