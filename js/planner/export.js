// The handout: made by the kernel, handed to the browser as files to download.
import { button, choices, field, h, line } from "../shared/controls.js";
import { fileLinks } from "../shared/files.js";

/** @import { Send } from "./hands.js" */
/** @import { Export, Made, Work } from "./messages.js" */

/** @type {Record<string, string>} */
export const NAMES = {
  "handout.pdf": "Handout (PDF)",
  "handout.csv": "Handout as a table (CSV)",
  "diary.csv": "Diary to fill in (CSV)",
  "session.html": "Page that plays the session (HTML)",
  "calendar.ics": "Calendar (ICS)",
};
/** @type {Record<string, string>} */
const PALETTE_NAMES = { day: "Colour", grey: "Grey, for print" };

/** @type {readonly (readonly [Export["paper"], string])[]} */
const PAPERS = [
  ["", "As the clinic has set"],
  ["a4", "A4"],
  ["letter", "Letter"],
];

/**
 * @param {Send} send
 * @param {readonly string[]} palettes
 */
export function exportPanel(send, palettes) {
  const form = exportForm(palettes, (choice) => {
    form.busy(true);
    told.textContent = "Making the handout…";
    links.drop();
    send({ do: "export", ...choice });
  });
  const told = h("p", { class: "hs-quiet", role: "status" });
  const links = fileLinks(NAMES);
  const draft = h("p", { class: "hs-quiet" }, "This plan is a draft: every page of its handout says so.");
  const whose = h("p", {});
  const old = h("p", { class: "hs-lost" });
  const title = h("h2", {}, "Handout");
  const named = { class: "hs-panel", "aria-label": "Handout" };
  const node = h("section", named, title, whose, old, draft, form.node, told, links.node);
  const refused = () => {
    if (form.make.disabled) told.textContent = "";
    form.busy(false);
  };
  /** @param {Made} made @param {readonly DataView[]} buffers */
  const ready = ({ made, said }, buffers) => {
    form.busy(false);
    told.textContent = `The handout is ready. ${said}`;
    links.show(made, buffers);
  };
  /** @type {string | null} */
  let shown = null;
  /** @param {Work} view */
  const draw = ({ plan, patient, review, next }) => {
    form.of(`${plan.code} ${plan.version}`);
    const label = plan.patient || "a patient without a label";
    whose.textContent = `It goes to ${label}: plan ${plan.plan_id}, version ${plan.version}.`;
    old.hidden = !next || next.draft;
    if (next) old.textContent = `This version is no longer in force: version ${next.version} replaces it.`;
    draft.hidden = !plan.draft;
    form.make.disabled = !plan.items.length;
    const said = JSON.stringify([plan, patient, review.reporting]);
    if (shown !== null && shown !== said) {
      links.drop(); // files of an older state would mislead
      told.textContent = "";
    }
    shown = said;
  };
  return { node, draw, refused, ready, drop: links.drop };
}

/**
 * What the handout is made with.
 * @param {readonly string[]} palettes
 * @param {(choice: Omit<Export, "do" | "n">) => void} make
 */
function exportForm(palettes, make) {
  const name = line();
  const paper = h("select", {}, ...choices(PAPERS));
  const palette = h("select", {}, ...choices(palettes.map((key) => [key, PALETTE_NAMES[key] ?? `Colour, ${key}`])));
  const large = h("input", { type: "checkbox" });
  const act = () =>
    make({
      name: name.value,
      paper: /** @type {Export["paper"]} */ (paper.value),
      palette: palette.value,
      large: large.checked,
    });
  const makes = button("Make handout", act, { class: "hs-first" });
  const node = h(
    "div",
    { class: "hs-row" },
    field("Patient’s name, only in what you hand over", name),
    field("Pictures", palette),
    field("Paper", paper),
    h("label", { class: "hs-check" }, large, h("span", {}, "Large print")),
    makes,
  );
  /** @type {string | null} */
  let whose = null;
  /** @param {string} version */
  const of = (version) => {
    if (whose !== version) name.value = ""; // a name belongs to one patient, and is kept nowhere
    whose = version;
  };
  /** @param {boolean} is */
  const busy = (is) => {
    makes.disabled = is;
    makes.setAttribute("aria-busy", String(is));
  };
  return { node, make: makes, of, busy };
}
