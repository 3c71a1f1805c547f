// How completely the plan says what it is, and the fields for what only the clinician knows.
import { atField } from "../shared/asked.js";
import { choices, field, h, line, show } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { typed } from "../shared/typed.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Control } from "../shared/refused.js" */
/** @import { Send } from "./hands.js" */
/** @import { Report, ReviewShown, ScoreShown } from "./messages.js" */

/** @type {readonly (readonly [Report["field"], string, (readonly Choice[])?])[]} */
const RECORD = [
  ["provider", "Therapist and qualification"],
  ["setting", "Where it is done"],
  ["supervision", "How it is supervised"],
  [
    "group",
    "Alone or in a group",
    [
      ["alone", "Alone"],
      ["group", "In a group"],
    ],
  ],
  [
    "tailoring",
    "Generic or tailored",
    [
      ["", "Not said"],
      ["generic", "Generic"],
      ["tailored", "Tailored to the patient"],
    ],
  ],
  ["tailored_how", "How it was tailored"],
  ["start_rule", "How the starting dose was found"],
  ["progression_rule", "When it will be made harder"],
  ["advice", "Advice beside the exercises, or “none”"],
];

/** @param {Send} send */
export function recordPart(send) {
  const fields = RECORD.map(([name, text, options]) => {
    /** @param {string} value @param {number} [typing] */
    const tell = (value, typing) =>
      send({ do: "report", field: name, value, ...(typing && { typing }) }, atField(control));
    const select = (/** @type {readonly Choice[]} */ pairs) => {
      const made = h("select", { onchange: () => tell(made.value) }, ...choices(pairs));
      return made;
    };
    /** @type {Control} */
    const control = options ? select(options) : typed(line(), tell);
    return { name, text, control };
  });
  const score = h("span", { class: "hs-line" });
  const missing = h("div", { class: "hs-missing" });
  const node = h(
    "details",
    { class: "hs-more" },
    h("summary", {}, h("span", {}, "For the record: how completely the plan says what it is"), score),
    missing,
    h("div", { class: "hs-fields hs-told" }, ...fields.map(({ text, control }) => field(text, control))),
  );
  const drawScores = whenNew((/** @type {ScoreShown} */ cert, /** @type {ScoreShown} */ fittVp) => {
    const scores = [cert, fittVp];
    score.textContent = scores.map(({ name, said }) => `${name} ${said}`).join(" · ");
    missing.replaceChildren(...scores.map(missingPart));
  });
  /** @param {ReviewShown} review @param {boolean} locked */
  const draw = ({ cert, fitt_vp, reporting }, locked) => {
    drawScores(cert, fitt_vp);
    for (const { name, control } of fields) {
      show(control, reporting[name] ?? "");
      control.disabled = locked;
    }
  };
  return { node, draw };
}

/** @param {ScoreShown} score */
function missingPart({ name, said, missing }) {
  const rows = missing.map((one) => h("li", {}, one.name, " ", h("span", { class: "hs-quiet" }, one.mend)));
  const body = rows.length ? h("ul", {}, ...rows) : h("p", { class: "hs-quiet" }, "Nothing is missing.");
  return h("div", {}, h("h3", {}, `${name}: ${said} said`), body);
}
