// An exercise of the library in one row: picture, name, what it is, what it would bring, star, and "Add".
import { button, h, once } from "../shared/controls.js";
import { pill } from "../shared/icons.js";
import { starPart } from "./mine.js";

/** @import { Hands, Send } from "./hands.js" */
/** @import { PanelCard } from "./messages.js" */
/**
 * `toRow` leads to a row of the plan by its number; `play` moves a picture while it is looked at.
 * @typedef {object} CardHands
 * @property {Send} send
 * @property {Hands["small"]} small
 * @property {(exercise: PanelCard) => void} add
 * @property {(number: number) => void} toRow
 * @property {{ watch: (row: HTMLElement, place: HTMLElement, id: string) => void }} play
 */

export const DRAGGED = "application/x-homestretch-exercise";

/**
 * @param {PanelCard} exercise
 * @param {boolean} mixed whether texts that are signed off stand beside others
 * @param {CardHands} hands
 */
export function cardRow(exercise, mixed, { send, small, add, toRow, play }) {
  const { id, name, open, kind, brings, why, in_plan: places } = exercise;
  const show = button(name, () => send({ do: "detail", exercise_id: id }), {
    class: "hs-plain hs-inline hs-details",
    "data-exercise": id,
    "aria-label": `${name}, show in full`,
    title: name,
  });
  const under = h("p", { class: "hs-card-under" });
  if (open.length) under.append(pill("CAUTION", "Needs a clinician"));
  else if (brings) {
    under.append(pill(brings), h("span", { class: "hs-unseen" }, why), h("span", { class: "hs-quiet" }, kind));
  } else under.append(h("span", { class: "hs-quiet" }, mixed && exercise.draft ? `${kind} · not signed off` : kind));
  if (why) under.title = why;
  const thumb = small(id);
  const star = starPart(send);
  star.draw(exercise);
  const row = h(
    "li",
    { class: "hs-card" },
    thumb,
    h("div", { class: "hs-card-text" }, h("h3", {}, show), under),
    star.node,
  );
  play.watch(row, thumb, id);
  const [place] = places;
  if (place !== undefined) {
    const text = `✓ No. ${places.join(", ")}`;
    const go = { class: "hs-in-plan", "aria-label": `${name} is number ${places.join(" and ")}, go to it` };
    row.append(button(text, () => toRow(place), go));
  } else if (!open.length) {
    row.append(
      button(
        "Add",
        once(() => add(exercise)),
        { class: "hs-add", "aria-label": `Add ${name}` },
      ),
    );
  }
  if (!open.length) draggable(row, id);
  return row;
}

/** @param {HTMLElement} row @param {string} id */
function draggable(row, id) {
  row.draggable = true;
  row.addEventListener("dragstart", (event) => {
    event.stopPropagation(); // JupyterLab would drag the cell
    if (!event.dataTransfer) return;
    event.dataTransfer.effectAllowed = "copy";
    event.dataTransfer.setData(DRAGGED, id);
  });
}

/**
 * Exercises of the library that are dropped on the plan come in where the mouse is.
 * @param {HTMLElement} board
 * @param {(exercise: string, at: number) => void} drop
 */
export function dropsOn(board, drop) {
  /** @param {number} y */
  const place = (y) => {
    const rows = [...board.querySelectorAll(".hs-item")];
    const at = rows.findIndex((row) => y < row.getBoundingClientRect().top + row.getBoundingClientRect().height / 2);
    return { rows, at: at < 0 ? rows.length : at };
  };
  const unmark = () => {
    for (const row of board.querySelectorAll(".hs-over, .hs-under")) row.classList.remove("hs-over", "hs-under");
  };
  board.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes(DRAGGED)) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = "copy";
    const { rows, at } = place(event.clientY);
    unmark();
    (rows[at] ?? rows.at(-1))?.classList.add(at < rows.length ? "hs-over" : "hs-under");
  });
  board.addEventListener("dragleave", unmark);
  board.addEventListener("drop", (event) => {
    const id = event.dataTransfer?.getData(DRAGGED);
    unmark();
    if (!id) return;
    event.preventDefault();
    event.stopPropagation();
    drop(id, place(event.clientY).at);
  });
}

/**
 * Leads to a row of the plan, which shows itself for a moment.
 * @param {HTMLElement} board
 * @param {number} n its number
 */
export function showRow(board, n) {
  const row = board.querySelectorAll(".hs-item")[n - 1];
  const name = row?.querySelector("h3 button") ?? row?.querySelector("h3");
  row?.scrollIntoView({ block: "nearest" });
  row?.classList.remove("hs-new");
  requestAnimationFrame(() => row?.classList.add("hs-new"));
  if (name instanceof HTMLElement) name.focus({ preventScroll: true });
}
