// Files that the kernel has made, as links of this page: to download, and where it can be printed, to open.
import { h } from "./controls.js";

/** @type {Record<string, string>} */
const TYPES = { pdf: "application/pdf", csv: "text/csv", html: "text/html", ics: "text/calendar" };

/**
 * What kind of file it is, for the browser, by the end of its name.
 * @param {string} file
 */
export function typeOf(file) {
  return TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream";
}

/**
 * What a person calls the file, by the end of its name; one that is not among `names` by its own.
 * @param {string} file
 * @param {Readonly<Record<string, string>>} names
 */
export function nameOf(file, names) {
  const [, name] = Object.entries(names).find(([end]) => file.endsWith(end)) ?? [];
  return name ?? file;
}

/**
 * Links to the files, which live in this page until they are dropped. `opens` are those that the browser also shows, by
 * the end of their name.
 * @param {Readonly<Record<string, string>>} names
 * @param {Readonly<Record<string, string>>} [opens]
 */
export function fileLinks(names, opens = {}) {
  const node = h("ul", { class: "hs-links", "aria-label": "Files to download" });
  const drop = () => {
    for (const link of node.querySelectorAll("a")) URL.revokeObjectURL(link.href);
    node.replaceChildren();
  };
  /** @param {readonly string[]} files @param {readonly DataView[]} buffers */
  const show = (files, buffers) => {
    drop();
    const rows = files.flatMap((file, i) => {
      const content = /** @type {DataView<ArrayBuffer> | undefined} */ (buffers[i]);
      const href = URL.createObjectURL(new Blob(content ? [content] : [], { type: typeOf(file) }));
      const isShown = Object.keys(opens).some((end) => file.endsWith(end));
      const open = isShown ? [h("a", { href, target: "_blank", class: "hs-link" }, nameOf(file, opens))] : [];
      const keep = h("a", { href, download: file, class: "hs-link" }, nameOf(file, names));
      return [...open, keep].map((link) => h("li", {}, link));
    });
    node.replaceChildren(...rows);
  };
  /** The keyboard goes to the first. */
  const focus = () => node.querySelector("a")?.focus();
  /** @param {string} end of the name of a file */
  const url = (end) => [...node.querySelectorAll("a")].find(({ download }) => download.endsWith(end))?.href ?? "";
  return { node, drop, show, focus, url };
}
