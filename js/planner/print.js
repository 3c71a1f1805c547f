// The browser's own print dialog on the PDF that was made: in a frame out of sight, or else in a tab of its own.
import { h } from "../shared/controls.js";

const OPENED = "The print dialog is open.";
const TAB = "The handout is open in a tab of its own: print it there.";
const NEITHER = "This browser opens no print dialog here. Open the PDF below, and print it there.";

/**
 * @param {HTMLElement} place where the frame stands
 * @param {(words: string) => void} told what became of it
 */
export function printer(place, told) {
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  const drop = () => {
    frame?.remove();
    frame = null;
  };
  /** @param {string} url */
  const inTab = (url) => told(window.open(url, "_blank") ? TAB : NEITHER);
  /** @param {string} url of a PDF that stays while it is printed */
  const print = (url) => {
    drop();
    if (navigator.pdfViewerEnabled === false) {
      told(NEITHER); // a frame would hand it out as a download
      return;
    }
    const made = h("iframe", { class: "hs-print", "aria-hidden": "true", tabindex: "-1", title: "Handout to print" });
    frame = made;
    made.addEventListener("load", () => {
      if (frame !== made || made.src !== url) return;
      try {
        made.contentWindow?.focus();
        made.contentWindow?.print();
        told(OPENED);
      } catch {
        inTab(url);
      }
    });
    made.src = url;
    place.append(made);
  };
  return { print, drop };
}
