// The question how well each activity goes that matters to the patient.

/** @import { Facts } from "./facts.js" */
/** @import { Answers } from "./types.js" */
import { make } from "../shared/dom.js";
import { ACTIVITIES } from "./activities.js";
import { scale } from "./forms.js";
import { say } from "./say.js";

/**
 * A scale for each activity; those that stay open are no answers.
 * @param {Facts} facts
 */
export function activityFields(facts) {
  const scales = facts.activities.map((name) => scale(name, say("activities.low"), say("activities.high")));
  const nodes = [
    make("h2", {}, say("activities.title")),
    make("p", {}, say("activities.how")),
    ...scales.map((part) => part.node),
  ];
  /** @returns {Answers} */
  const answers = () => Object.fromEntries(scales.map((part, n) => [ACTIVITIES[n], part.value]));
  return { nodes, answers };
}
