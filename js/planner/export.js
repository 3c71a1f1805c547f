// The handout: its form, its pages, and then the files, made by the kernel: printed, to download, and kept.
import { h } from "../shared/controls.js";
import { fileLinks } from "../shared/files.js";
import { formPart } from "./form.js";
import { pagesPart } from "./pages.js";
import { printer } from "./print.js";
import { reveal } from "./shell.js";

/** @import { Send } from "./hands.js" */
/** @import { Made, Work } from "./messages.js" */

/** @type {Record<string, string>} */
export const NAMES = {
  "handout.pdf": "Handout (PDF)",
  "handout.csv": "Handout as a table (CSV)",
  "diary.csv": "Diary to fill in (CSV)",
  "session.html": "Page that plays the session (HTML)",
  "calendar.ics": "Calendar (ICS)",
};
const NAMED = { class: "hs-part-of-aside", "aria-label": "Handout" };
const CHANGED = "What you changed meanwhile is not in the handout that was made.";

/**
 * What is being made, and whether it is what is wanted when it comes.
 * @param {() => string} wanted its key, never ""
 */
export function making(wanted) {
  let meant = "";
  return {
    underway: () => meant !== "",
    drop: () => {
      meant = "";
    },
    begin: () => {
      meant = wanted();
    },
    /** Gives whether what has come is still wanted. */
    end: () => {
      const current = meant === wanted();
      meant = "";
      return current;
    },
  };
}

/**
 * Whether a refusal is of the plan in hand, and not of a patient who was left.
 * @param {string} about the plan and version that something was made of; empty where it is the one in hand
 * @param {Pick<Work["plan"], "code" | "version"> | null} plan
 */
export function concerns(about, plan) {
  return !about || about === `${plan?.code} ${plan?.version}`;
}

/**
 * @param {Send} send
 * @param {readonly string[]} palettes
 * @param {() => string} by in whose name it will be issued
 */
export function exportPanel(send, palettes, by) {
  const form = formPart(palettes, () => {
    forget();
    pages.want();
  });
  const pages = pagesPart(send, form.chosen, by);
  const told = h("p", { class: "hs-quiet", role: "status" });
  const links = fileLinks(NAMES);
  const head = whosePart();
  const files = h("div", { class: "hs-files" }, told, links.node);
  const node = h("section", NAMED, h("h3", {}, "Handout"), ...head.nodes, files, form.node, pages.node);
  const out = printer(node, (words) => {
    told.textContent = `${kept} ${words}`;
  });
  let kept = ""; // where the files are
  /** @type {Work["plan"] | null} */
  let now = null;
  /** @type {string | null} */
  let shown = null;
  const work = making(() => JSON.stringify([shown, form.chosen()]));
  const forget = () => {
    links.drop(); // files of an older state would mislead
    out.drop();
    if (!work.underway()) told.textContent = "";
  };
  const print = () => {
    if (work.underway()) return;
    work.begin(); // anew, also where it was made before: another window may have replaced the version since
    told.textContent = "Making the handout…";
    send({ do: "export", ...form.chosen() });
  };
  /** @param {string} about */
  const refused = (about) => {
    if (!concerns(about, now)) return;
    if (work.underway()) told.textContent = "";
    work.end();
  };
  /** @param {Made} made @param {readonly DataView[]} buffers */
  const ready = ({ made, said, code, version }, buffers) => {
    if (code !== now?.code || version !== now.version) return; // the sheet of another patient: it is kept with her plan
    const comes = work.underway(); // else she was away meanwhile, and asked for no print here
    const current = work.end() || !comes;
    kept = `The handout is ready. ${said}`;
    told.textContent = current ? kept : `${CHANGED} ${said} Make it again.`;
    if (!current) return;
    links.show(made, buffers);
    reveal(node);
    const url = links.url(".pdf");
    if (url && comes) out.print(url);
  };
  /** @param {Work} view */
  const draw = (view) => {
    now = view.plan;
    form.draw(view);
    head.draw(view);
    const said = JSON.stringify([view.plan, view.patient, view.review.reporting]);
    if (shown !== null && shown !== said) forget();
    shown = said;
    pages.draw(view);
  };
  const left = () => {
    work.drop();
    forget();
    now = shown = null;
  };
  const drop = () => {
    links.drop();
    pages.drop();
  };
  return { node, draw, refused, ready, left, drop, print, pages };
}

/** To whom it goes, and whether its version is still the one in force. */
function whosePart() {
  const whose = h("p", {});
  const old = h("p", { class: "hs-lost" });
  /** @param {Work} view */
  const draw = ({ plan, next }) => {
    const label = plan.patient ? `for ${plan.patient}: ` : "";
    whose.textContent = `The handout ${label}plan ${plan.plan_id}, version ${plan.version}.`;
    old.hidden = !next || next.draft;
    if (next) old.textContent = `This version is no longer in force: version ${next.version} replaces it.`;
  };
  return { nodes: [whose, old], draw };
}
