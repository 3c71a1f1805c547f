// A form whose faults are told each at its own field.
import { refuse, settle } from "../shared/refused.js";

/** @import { Asker } from "../shared/asked.js" */
/** @import { Control } from "../shared/refused.js" */
/** @import { Notice } from "./messages.js" */

/**
 * The faults by the field that each belongs to.
 * @template {{ where: string }} Fault
 * @template Field
 * @param {readonly Fault[]} faults
 * @param {(where: string) => Field} fieldOf
 * @returns {Map<Field, Fault[]>}
 */
export function byField(faults, fieldOf) {
  /** @type {Map<Field, Fault[]>} */
  const found = new Map();
  for (const fault of faults) {
    const field = fieldOf(fault.where);
    found.set(field, [...(found.get(field) ?? []), fault]);
  }
  return found;
}

/**
 * @param {{
 *   controls: () => readonly Control[],
 *   fieldOf: (where: string) => Control,
 *   refused: () => void,
 *   taken: () => void,
 * }} form `fieldOf` gives the field that a fault of this place belongs to
 * @returns {Asker}
 */
export function atFields({ controls, fieldOf, refused, taken }) {
  const clear = () => controls().forEach(settle);
  return {
    refused: (faults) => {
      clear();
      const found = byField(/** @type {readonly Notice[]} */ (faults), fieldOf);
      const isTold = [...found].map(([control, own]) => refuse(control, own)).every(Boolean);
      [...found.keys()][0]?.focus();
      refused();
      return isTold;
    },
    taken: () => {
      clear();
      taken();
    },
  };
}
