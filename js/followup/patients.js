// The list of patients: search, those whose diary is waited for, and a row for each plan.
import { button, field, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { numbered } from "../shared/numbers.js";

/** @import { Send } from "./hands.js" */
/** @import { Patients, PatientShown } from "./messages.js" */

/**
 * A plan by its patient, and by its label where that is another word.
 * @param {Pick<PatientShown, "plan_id" | "patient">} plan
 */
export function whose({ plan_id, patient }) {
  return [...new Set([patient, plan_id])].filter(Boolean).join(" · ");
}

/**
 * What the list says of itself.
 * @param {Patients} found
 * @param {boolean} waiting
 */
export function foundSaid({ rows, all }, waiting) {
  if (!all) return "No plan is in this workspace yet. Make one in the planner.";
  const n = numbered(rows.length, "plan");
  if (waiting) return rows.length ? `${n} whose diary is waited for` : "No diary is waited for.";
  return rows.length === all ? n : `${n} of ${all}`;
}

const CHOOSE = "Choose the patient";

/** @param {Send} send */
export function patientsPanel(send) {
  let waiting = false;
  const seek = () => send({ do: "find", words: words.value, waiting });
  const words = h("input", { type: "search", autocomplete: "off", oninput: seek });
  const only = button(
    "",
    () => {
      waiting = !waiting;
      only.setAttribute("aria-pressed", String(waiting));
      seek();
    },
    { class: "hs-chip", "aria-pressed": "false" },
  );
  const said = h("p", { class: "hs-quiet", role: "status" });
  const list = h("ul", { class: "fu-patients", "aria-label": "Patients" });
  const choose = (/** @type {string} */ code) => send({ do: "choose", code });
  const bar = h("div", { class: "hs-row fu-find" }, field("Find a patient by label, plan or code", words), only);
  const title = h("h2", {}, CHOOSE);
  const node = h("section", { class: "hs-panel", "aria-label": "Patients" }, title, bar, said, list);
  /** @param {boolean} is the patient of before is on the way, and nobody is to be chosen again meanwhile */
  const comes = (is) => {
    title.textContent = is ? "Your patient is coming back…" : CHOOSE;
    for (const part of [bar, said, list]) part.hidden = is;
  };
  node.addEventListener("keydown", (event) => step(event, words, list));
  const drawRows = whenNew((/** @type {readonly PatientShown[]} */ rows) =>
    list.replaceChildren(...rows.map((one) => patientRow(one, choose))),
  );
  /** @param {Patients} found */
  const draw = (found) => {
    only.textContent = `Waiting for ${numbered(found.waiting, "diary", "diaries")}`;
    only.hidden = !found.waiting && !waiting;
    said.textContent = foundSaid(found, waiting);
    drawRows(found.rows);
  };
  return { node, draw, comes, focus: () => words.focus() };
}

/** @param {PatientShown} one @param {(code: string) => void} choose */
function patientRow(one, choose) {
  const waits = one.waits ? h("span", { class: "fu-waits" }, `No diary since ${one.waits}`) : "";
  const name = h("span", { class: "fu-label" }, whose(one) || one.code);
  const about = h("span", { class: "hs-quiet" }, `${one.state} · last seen ${one.seen}`);
  const diary = h("span", { class: "hs-quiet" }, one.diary, " · code ", h("span", { class: "hs-code" }, one.code));
  const props = { type: "button", class: "fu-patient", onclick: () => choose(one.code) };
  return h("li", {}, h("button", props, name, waits, about, diary));
}

/**
 * Up and down lead through the list, from the search and back to it.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} words
 * @param {HTMLElement} list
 */
function step(event, words, list) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  /** @type {HTMLElement[]} */
  const stops = [words, ...list.querySelectorAll("button")];
  const at = stops.indexOf(/** @type {HTMLElement} */ (event.target));
  const to = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !to) return;
  event.preventDefault();
  event.stopPropagation();
  to.focus();
}
