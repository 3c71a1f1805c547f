// The caseload's page: who needs a call, and why. The kernel ranks; order, search and filters are the page's own.
import { beside } from "../shared/beside.js";
import { connection } from "../shared/connection.js";
import { button, h, OWN_MENU, onEnter, told } from "../shared/controls.js";
import { neighbours } from "../shared/neighbours.js";
import { filtersPart } from "./filters.js";
import { caseTable } from "./table.js";

/** @import { Context, Model } from "../shared/widget.js" */
/** @import { Caseload } from "./hands.js" */
/** @import { Notice, View, Wish } from "./messages.js" */

/** @param {Context<Caseload>} context */
function render({ model, el }) {
  const spoken = h("div", { class: "hs-unseen", role: "status" });
  const table = caseTable(followUpOf, (words) => {
    spoken.textContent = words;
  });
  const filters = filtersPart(sending(model), table.want);
  const band = h("p", { class: "cl-band", role: "note" });
  const note = h("p", { class: "hs-quiet" });
  const notices = noticesPart();
  const panel = h("section", { class: "hs-panel", "aria-label": "Who needs a call" });
  panel.append(h("h2", {}, "Who needs a call, and why"), note, filters.node, table.node);
  const line = connection({ cut: () => {}, mended: () => {} });
  const page = h(
    "div",
    { class: "hs cl", tabindex: "-1", ...OWN_MENU },
    titlePart(band),
    line.node,
    panel,
    notices.node,
    spoken,
  );
  line.watch(page, panel);
  page.addEventListener("keydown", onEnter);
  el.replaceChildren(page);
  const draw = () => {
    /** @type {View} */
    const view = model.get("view");
    band.textContent = view.band;
    band.hidden = !view.band;
    note.textContent = view.note;
    filters.draw(view);
    table.draw(view);
  };
  const tell = () => notices.draw(model.get("notices"));
  draw();
  tell();
  model.on("change:view", draw);
  model.on("change:notices", tell);
  return () => {
    model.off("change:view", draw);
    model.off("change:notices", tell);
  };
}

/** @param {Model<Caseload>} model */
function sending(model) {
  let n = 0;
  return (/** @type {Wish} */ wish) => {
    n += 1;
    model.send({ ...wish, n });
  };
}

/** @param {string} code */
function followUpOf(code) {
  const page = beside("adherence.ipynb");
  return page && `${page}?plan=${encodeURIComponent(code)}`;
}

/** @param {HTMLElement} band */
function titlePart(band) {
  const about = h("p", { class: "hs-quiet" }, "Caseload");
  return h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), about, band, ...neighbours("caseload.ipynb"));
}

/** What was refused, where it is seen from everywhere. */
function noticesPart() {
  const alert = h("div", { role: "alert" });
  const close = () => draw([]);
  const node = h("div", { class: "hs-notices" }, alert, button("Close", close, { "aria-label": "Close the message" }));
  /** @param {readonly Notice[]} notices */
  const draw = (notices) => {
    node.hidden = !notices.length;
    alert.replaceChildren(...told(notices, "hs-notice"));
  };
  return { node, draw };
}

export default { render };
