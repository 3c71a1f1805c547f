// What she likes and does as a rule: the star of an exercise, and a dose that is her usual one.
import { button } from "../shared/controls.js";

/** @import { Send } from "./hands.js" */
/** @import { PanelCard } from "./messages.js" */

/**
 * The star of an exercise. It turns at once; a refusal is told beside, and the next drawing shows what is kept.
 * @param {Send} send
 */
export function starPart(send) {
  let id = "";
  const turn = () => {
    const on = node.getAttribute("aria-pressed") !== "true";
    send({ do: "favourite", exercise_id: id, on });
    set(on);
  };
  const node = button("☆", turn, { class: "hs-icon hs-star", "aria-pressed": "false", "aria-label": "Favourite" });
  /** @param {boolean} on */
  const set = (on) => {
    node.setAttribute("aria-pressed", String(on));
    node.textContent = on ? "★" : "☆";
    node.title = on ? "No favourite any more" : "Make it a favourite";
  };
  /** @param {Pick<PanelCard, "id" | "name" | "favourite">} exercise */
  const draw = (exercise) => {
    id = exercise.id;
    node.setAttribute("aria-label", `Favourite: ${exercise.name}`);
    set(exercise.favourite);
  };
  return { node, draw };
}

/**
 * Makes the dose and days of an item her usual ones, or says that they are.
 * @param {Send} send
 * @param {string} item_id
 * @param {string} whose
 */
export function usualPart(send, item_id, whose) {
  let on = false;
  const turn = () => send({ do: "usual_dose", item_id, on: !on });
  const node = button("", turn, { class: "hs-small hs-usual" });
  /** @param {boolean} is whether it has it */
  const draw = (is) => {
    on = is;
    node.textContent = on ? "★ My usual dose" : "Make this my usual dose";
    node.title = on ? "Press to have no usual dose of it any more" : "The next “Add” takes this dose and these days";
    node.setAttribute("aria-label", `${on ? "My usual dose, take it back" : node.textContent}, ${whose}`);
  };
  return { node, draw };
}
