// What became of a wish is told where it was asked: at the field, or in the form.
import { make } from "./dom.js";
import { grouped } from "./draw.js";
import { refuse, sentence, settle } from "./refused.js";

/** @import { Control, Told } from "./refused.js" */
/**
 * Who asked. `refused` says whether there is still a place to tell it.
 * @typedef {{ refused: (faults: readonly (Told & { where?: string })[]) => boolean, taken: () => void }} Asker
 */

const MARKS = ["aria-invalid", "aria-describedby"];
let made = 0;

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
 * @param {Readonly<Record<string, Control>>} [fields] these fields; one of no field of theirs is of the first
 */
export function atForm(names, done, fields = {}) {
  made += 1;
  const node = make("div", { class: "hs-fault", role: "alert", id: `hs-form-fault-${made}` });
  const marks = marked(node.id);
  const clear = () => {
    node.replaceChildren();
    marks.clear();
  };
  const [first] = Object.values(fields);
  for (const control of Object.values(fields)) {
    // What was said of a field is not said of what is typed there after it.
    control.addEventListener("input", () => control.hasAttribute("aria-invalid") && clear());
  }
  /** @type {Asker} */
  const asker = {
    refused: (faults) => {
      marks.put(faults.map(({ where = "" }) => fields[where] ?? first));
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
 * Fields that say that they were not taken, and why: in the part of the page with this id.
 * @param {string} id
 */
export function marked(id) {
  /** @type {readonly Control[]} */
  let now = [];
  const clear = () => {
    for (const control of now) for (const name of MARKS) control.removeAttribute(name);
    now = [];
  };
  /** @param {readonly (Control | undefined)[]} controls */
  const put = (controls) => {
    clear();
    now = controls.filter((control) => control !== undefined);
    for (const control of now) {
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", id);
    }
  };
  return { put, clear };
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
