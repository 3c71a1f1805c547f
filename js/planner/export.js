// The handout: its form, its pages, and then the files, made by the kernel: printed, to download, and kept.
import { h } from "../shared/controls.js";
import { formPart } from "./form.js";
import { pagesPart } from "./pages.js";
import { printer } from "./print.js";
import { scrollTo } from "./shell.js";

/** @import { Send } from "./hands.js" */
/** @import { Made, Work } from "./messages.js" */

/** @type {Record<string, string>} */
const TYPES = { pdf: "application/pdf", csv: "text/csv", html: "text/html", ics: "text/calendar" };
/** @type {Record<string, string>} */
const NAMES = {
  "handout.pdf": "Handout (PDF)",
  "handout.csv": "Handout as a table (CSV)",
  "diary.csv": "Diary to fill in (CSV)",
  "session.html": "Page that plays the session (HTML)",
  "calendar.ics": "Calendar (ICS)",
};
/**
 * What kind of file it is, for the browser, by the end of its name.
 * @param {string} file
 */
export function typeOf(file) {
  return TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream";
}

/**
 * What a person calls the file; a file of no known kind by its own name.
 * @param {string} file
 */
export function nameOf(file) {
  const [, name] = Object.entries(NAMES).find(([end]) => file.endsWith(end)) ?? [];
  return name ?? file;
}

/**
 * @param {Send} send
 * @param {readonly string[]} palettes
 */
export function exportPanel(send, palettes) {
  const form = formPart(palettes, () => {
    forget();
    pages.want();
  });
  const pages = pagesPart(send, form.chosen);
  const told = h("p", { class: "hs-quiet", role: "status" });
  const links = fileLinks();
  const whose = h("p", {});
  const old = h("p", { class: "hs-lost" });
  const files = h("div", { class: "hs-files" }, told, links.node);
  const named = { class: "hs-part-of-aside", "aria-label": "Handout" };
  const node = h("section", named, h("h3", {}, "Handout"), whose, old, files, form.node, pages.node);
  const out = printer(node, (words) => {
    told.textContent = `${kept} ${words}`;
  });
  let kept = ""; // where the files are
  let making = false;
  const forget = () => {
    links.drop(); // files of an older state would mislead
    out.drop();
    if (!making) told.textContent = "";
  };
  const print = () => {
    if (making) return;
    const url = links.url(".pdf");
    if (url) {
      out.print(url);
      return;
    }
    making = true;
    told.textContent = "Making the handout…";
    send({ do: "export", ...form.chosen() });
  };
  const refused = () => {
    if (making) told.textContent = "";
    making = false;
  };
  /** @param {Made} made @param {readonly DataView[]} buffers */
  const ready = ({ made, said }, buffers) => {
    making = false;
    kept = `The handout is ready. ${said}`;
    told.textContent = kept;
    links.show(made, buffers);
    scrollTo(node);
    const url = links.url(".pdf");
    if (url) out.print(url);
  };
  /** @type {string | null} */
  let shown = null;
  /** @param {Work} view */
  const draw = (view) => {
    const { plan, patient, review, next } = view;
    form.draw(view);
    const label = plan.patient || "a patient without a label";
    whose.textContent = `It goes to ${label}: plan ${plan.plan_id}, version ${plan.version}.`;
    old.hidden = !next || next.draft;
    if (next) old.textContent = `This version is no longer in force: version ${next.version} replaces it.`;
    const said = JSON.stringify([plan, patient, review.reporting]);
    if (shown !== null && shown !== said) forget();
    shown = said;
    pages.draw(view);
  };
  const drop = () => {
    links.drop();
    pages.drop();
  };
  return { node, draw, refused, ready, drop, print, pages };
}

/** Links to the files, which live in this page until they are dropped. */
function fileLinks() {
  const node = h("ul", { class: "hs-links", "aria-label": "Files to download" });
  const drop = () => {
    for (const link of node.querySelectorAll("a")) URL.revokeObjectURL(link.href);
    node.replaceChildren();
  };
  /** @param {readonly string[]} files @param {readonly DataView[]} buffers */
  const show = (files, buffers) => {
    const rows = files.map((file, i) => {
      const content = /** @type {DataView<ArrayBuffer> | undefined} */ (buffers[i]);
      const href = URL.createObjectURL(new Blob(content ? [content] : [], { type: typeOf(file) }));
      return h("li", {}, h("a", { href, download: file, class: "hs-link" }, nameOf(file)));
    });
    node.replaceChildren(...rows);
  };
  /** @param {string} end of the name of a file */
  const url = (end) => [...node.querySelectorAll("a")].find(({ download }) => download.endsWith(end))?.href ?? "";
  return { node, drop, show, url };
}
