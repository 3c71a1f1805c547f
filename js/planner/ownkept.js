// What is half typed in the form of an exercise of her own, kept in this window until it is in the library: it outlives
// a closed panel, a reload, and a kernel that went away.
import { comeback } from "../shared/comeback.js";

/** @import { OwnForm } from "./messages.js" */
/** @typedef {{ exercise_id: string, copy: boolean }} Subject which form: an empty one, a copy, or an exercise of hers */
/** @typedef {{ form: OwnForm, was: string }} Typed the form, and what it rests on: the exercise as it was when it was opened */

const LAST = "own exercise, last";

/** @param {Subject} subject */
function noteOf({ exercise_id, copy }) {
  /** @type {ReturnType<typeof comeback<Typed>>} */
  const note = comeback(`own exercise ${copy ? "copy of " : ""}${exercise_id}`);
  return note;
}

/** @returns {ReturnType<typeof comeback<Subject>>} */
const last = () => comeback(LAST);

/** @param {Subject} subject @param {Typed} typed */
export function keep({ exercise_id, copy }, typed) {
  noteOf({ exercise_id, copy }).leave({ where: typed, wishes: [] });
  last().leave({ where: { exercise_id, copy }, wishes: [] });
}

/** @param {Subject} subject @returns {Typed | null} */
export function kept(subject) {
  return looked(noteOf(subject));
}

/** @returns {Subject | null} the form that was typed in last */
export function keptLast() {
  return looked(last());
}

/** @param {Subject} subject */
export function drop(subject) {
  noteOf(subject).drop();
  last().drop();
}

/**
 * @template Where
 * @param {ReturnType<typeof comeback<Where>>} note
 * @returns {Where | null}
 */
function looked(note) {
  const found = note.take();
  if (found) note.leave(found);
  return found?.where ?? null;
}
