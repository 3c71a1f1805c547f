// One exercise in full: the patient's sheet, what is known of it, and the check, each behind a tab.
import { h } from "../shared/controls.js";
import { backgroundOf } from "./background.js";
import { checkOf } from "./check.js";
import { markers } from "./list.js";
import { ownForm } from "./own.js";
import { sheetPanel } from "./sheet.js";
import { tabs } from "./tabs.js";

/** @import { Go, Send } from "./hands.js" */
/** @import { One } from "./messages.js" */

/**
 * @param {Send} send
 * @param {Go} go
 */
export function shelfOne(send, go) {
  let shown = "";
  const name = h("h2", { class: "bs-name", tabindex: "-1", id: "bs-one" });
  const about = h("p", { class: "bs-about" });
  const marks = h("p", { class: "bs-marks" });
  const open = h("p", { class: "bs-note", hidden: true });
  const own = ownForm("Start my own from this", (typed) => send({ do: "start", name: typed, base: shown }));
  const sheet = sheetPanel((sides) => send({ do: "show", id: shown, sides }));
  const background = h("div", { class: "bs-background" });
  const check = h("div", { class: "bs-check" });
  const pages = tabs([
    ["The patient's sheet", sheet.node],
    ["Background", background],
    ["Check", check],
  ]);
  const title = h("div", { class: "bs-title" }, name, about, marks);
  const named = { class: "hs-panel bs-one", "aria-label": "Exercise in full" };
  const node = h("section", named, h("div", { class: "bs-head" }, title, own.opener), own.node, open, pages.node);
  /** @param {One} one */
  const draw = (one) => {
    const other = one.id !== shown;
    shown = one.id;
    name.textContent = one.name;
    about.textContent = `${one.about.join(" · ")} · ${one.position}`;
    marks.replaceChildren(...markers(one));
    open.hidden = !one.open.length;
    open.textContent = `Still to be filled in by a clinician: ${one.open.join(", ")}. Until then no plan takes it, and what stands there is a placeholder.`;
    sheet.draw(one.sheet, one.id);
    background.replaceChildren(...backgroundOf(one.background, go));
    check.replaceChildren(...checkOf(one.check, go));
    if (other) own.close();
  };
  const focus = () => {
    name.scrollIntoView({ block: "nearest" });
    name.focus();
  };
  return { node, draw, focus };
}
