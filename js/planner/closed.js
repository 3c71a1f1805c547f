// The page where the store cannot be opened. Nothing can be done here, and nothing was changed.
import { h } from "../shared/controls.js";
import { place } from "../shared/refused.js";

/** @import { Closed } from "./hands.js" */

/** @param {Closed["faults"]} faults */
export function closedPage(faults) {
  const rows = faults.map((f) =>
    h("div", { class: "hs-notice" }, h("p", {}, h("b", {}, place(f.where)), ` ${f.what}`), h("p", {}, f.mend)),
  );
  const kept = "Nothing was changed, and nothing is lost by this. Mend it, then reload the page.";
  const panel = h(
    "section",
    { class: "hs-panel", "aria-label": "Not open", role: "alert" },
    h("h2", {}, "Your plans cannot be opened"),
    h("p", {}, kept),
    ...rows,
  );
  return h("div", { class: "hs" }, h("header", { class: "hs-title" }, h("h1", {}, "Homestretch")), panel);
}
