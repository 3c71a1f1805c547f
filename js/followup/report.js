// The report of what is looked at: a button in the head of the visit, and the files below it. What stands in its way is
// told in the same place.
import { button, h, told } from "../shared/controls.js";
import { fileLinks } from "../shared/files.js";

/** @import { Send } from "./hands.js" */
/** @import { Measures, ReportMade } from "./messages.js" */

const NAMES = { ".pdf": "Download (PDF)", ".csv": "Its numbers as a table (CSV)" };
const PATIENCE_MS = 60_000; // the first one of a day takes seconds on a slow machine
const OPENS = { ".pdf": "Open to print" };

/** @param {Send} send */
export function reportPart(send) {
  const make = button("Report", ask, { "aria-describedby": "fu-report-about" });
  const about = h("span", { class: "hs-unseen", id: "fu-report-about" }, "One page for the record or the referrer.");
  const says = h("p", { class: "hs-quiet", role: "status" });
  const faults = h("div", { role: "alert" });
  const links = fileLinks(NAMES, OPENS);
  const node = h("div", { class: "fu-report", hidden: true }, says, faults, links.node);
  let of = "";
  let code = ""; // of the plan that is looked at
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  function ask() {
    if (make.getAttribute("aria-busy") === "true") return;
    busy(true);
    clear();
    node.hidden = false;
    says.textContent = "Making the report…";
    send({ do: "report" });
    waiting = setTimeout(late, PATIENCE_MS);
  }
  const late = () => {
    busy(false);
    says.textContent = "No answer from the program. Load the page again.";
  };
  /** @param {boolean} is */
  const busy = (is) => {
    clearTimeout(waiting);
    make.setAttribute("aria-busy", String(is));
    make.setAttribute("aria-disabled", String(is)); // and not disabled, which would lose the keyboard
  };
  const clear = () => {
    says.textContent = "";
    faults.replaceChildren();
    links.drop();
    node.hidden = true;
  };
  /** @param {ReportMade} made @param {readonly DataView[]} buffers */
  const ready = (made, buffers) => {
    if (made.code !== code) return; // of a patient who was left
    busy(false);
    says.textContent = made.said;
    faults.replaceChildren(...told(made.faults, "hs-notice"));
    links.show(made.files, buffers);
    if (document.activeElement === make) links.focus();
  };
  /** @param {string} about the plan that it was made of, empty where it is the one in hand */
  const refused = (about) => {
    if (about && about !== code) return;
    if (make.getAttribute("aria-busy") === "true") clear();
    busy(false);
  };
  /**
   * Files of another patient, another period or an older screen would mislead.
   * @param {Measures | null} measures
   */
  const draw = (measures) => {
    make.hidden = measures === null;
    if ((measures?.code ?? "") !== code) busy(false); // what is being made is another patient's
    code = measures?.code ?? "";
    const now = JSON.stringify(measures && [measures.code, measures.period, measures.screen, measures.stale]);
    if (now !== of && make.getAttribute("aria-busy") !== "true") clear();
    of = now;
  };
  const drop = () => {
    clearTimeout(waiting);
    links.drop();
  };
  return { make, about, node, draw, ready, refused, drop };
}
