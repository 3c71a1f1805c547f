// What a handout is made with: the patient's name, which is kept in this open page alone, its form, the diary for a pen, language, paper,
// pictures, size of print.
import { choices, field, h, line } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";

/** @import { Choice } from "../shared/controls.js" */
/** @import { Export, Work } from "./messages.js" */
/** @typedef {Omit<Export, "do" | "n">} Form */

/** @type {Record<string, string>} */
const PALETTE_NAMES = { day: "Colour", grey: "Grey, for print" };
/** @type {readonly Choice[]} */
const PAPERS = [
  ["a4", "A4"],
  ["letter", "Letter"],
];

/**
 * @param {readonly string[]} palettes
 * @param {() => void} changed something else is chosen
 */
export function formPart(palettes, changed) {
  const told = { onchange: () => changed() };
  const name = line();
  name.addEventListener("input", () => changed());
  const form = h("select", told);
  const diary = h("select", told);
  const paper = h("select", told);
  const language = h("select", told);
  const pictures = palettes.map((key) => /** @type {const} */ ([key, PALETTE_NAMES[key] ?? `Colour, ${key}`]));
  const palette = h("select", told, ...choices(pictures));
  const large = h("input", { type: "checkbox", ...told });
  const node = h(
    "div",
    { class: "hs-form" },
    field("Patient’s name, only on what you hand over", name),
    field("Form", form),
    field("Diary for a pen", diary),
    field("Language", language),
    field("Paper", paper),
    field("Pictures", palette),
    h("label", { class: "hs-check" }, large, h("span", {}, "Large print")),
  );
  const offer = whenNew((/** @type {readonly Choice[]} */ languages, /** @type {string} */ own) => {
    const others = PAPERS.filter(([, text]) => text !== own);
    const papers = [/** @type {const} */ (["", `${own}, as the clinic has set`]), ...others];
    paper.replaceChildren(...choices(papers));
    language.replaceChildren(...choices(languages));
  });
  const offerForms = whenNew((/** @type {readonly Choice[]} */ forms) => form.replaceChildren(...choices(forms)));
  const offerDiaries = whenNew((/** @type {readonly Choice[]} */ diaries) =>
    diary.replaceChildren(...choices(diaries)),
  );
  /** @type {string | null} */
  let whose = null;
  /** @type {Map<string, string>} */
  const names = new Map(); // by patient, until the page is closed: it is written nowhere
  name.addEventListener("input", () => whose !== null && names.set(whose, name.value));
  /** @param {Work} view */
  const draw = ({ plan, to_issue: { languages, forms, diaries, paper: own, last } }) => {
    offer(languages, own);
    offerForms(forms);
    offerDiaries(diaries);
    const now = `${plan.code} ${plan.patient}`;
    if (whose !== now) {
      name.value = names.get(now) ?? ""; // a name belongs to one patient, and so do language and size of print
      const kept = [last?.form, last?.diary, last?.paper, last?.language, last?.palette];
      for (const [at, select] of [form, diary, paper, language, palette].entries()) put(select, kept[at] ?? "");
      large.checked = last?.large ?? false;
    }
    whose = now;
  };
  /** @returns {Form} */
  const chosen = () => ({
    name: name.value,
    paper: /** @type {Form["paper"]} */ (paper.value),
    palette: palette.value,
    large: large.checked,
    language: language.value,
    form: /** @type {NonNullable<Form["form"]>} */ (form.value),
    diary: /** @type {NonNullable<Form["diary"]>} */ (diary.value),
  });
  return { node, draw, chosen };
}

/**
 * Chooses a value, or the first one where it is not offered any more.
 * @param {HTMLSelectElement} select
 * @param {string} value
 */
function put(select, value) {
  const at = [...select.options].findIndex((option) => option.value === value);
  select.selectedIndex = Math.max(at, 0);
}
