// The library's page: the list, one exercise in full, and the clinician's own files.
import { connection } from "../shared/connection.js";
import { h, OWN_MENU, told } from "../shared/controls.js";
import { neighbours } from "../shared/neighbours.js";
import { shelfList } from "./list.js";
import { shelfOne } from "./one.js";
import { faultPanel, ownPanel } from "./own.js";

/** @import { Context, Model } from "../shared/widget.js" */
/** @import { Send, Shelf } from "./hands.js" */

/** @param {Context<Shelf>} context */
function render({ model, el }) {
  /** @type {Send} */
  const send = (wish) => model.send(wish);
  const notices = h("div", { class: "bs-notices", role: "alert" });
  const { list, one, drawOne } = shelfPart(model, send);
  const own = ownPanel(model, send);
  const faults = faultPanel(model, own.editor);
  const side = h("div", { class: "bs-side-column" }, list.node, own.node);
  const main = h("div", { class: "bs-main" }, faults.node, own.started, one.node);
  const grid = h("div", { class: "bs-grid" }, side, main);
  const drawOwn = () => {
    own.draw();
    faults.draw();
  };
  const drawNotices = () => {
    notices.replaceChildren(...told(model.get("notices"), "bs-notice"));
    if (notices.firstChild) notices.scrollIntoView({ block: "nearest" });
  };
  /** @type {readonly (readonly [event: string, act: (...given: never[]) => void])[]} */
  const watched = [
    ["change:found", list.draw],
    ["change:lists", list.drawLists],
    ["change:one", drawOne],
    ["change:own", drawOwn],
    ["change:started", own.drawStarted],
    ["change:notices", drawNotices],
    ["msg:custom", own.heard],
  ];
  for (const [event, act] of watched) model.on(event, act);
  const line = connection({ cut: () => {}, mended: () => {} });
  const page = h(
    "div",
    { class: "hs bs", tabindex: "-1", ...OWN_MENU },
    titleOf(model.get("editor")),
    line.node,
    notices,
    grid,
  );
  line.watch(page, grid);
  el.replaceChildren(page);
  for (const draw of [list.drawLists, list.draw, drawOne, drawOwn, drawNotices]) draw();
  return () => {
    for (const [event, act] of watched) model.off(event, act);
  };
}

/**
 * The list and one exercise of it. A link inside the page takes the focus along; a row of the list keeps it.
 * @param {Model<Shelf>} model
 * @param {Send} send
 */
function shelfPart(model, send) {
  let jump = false;
  let picked = false;
  /** @param {string} id */
  const go = (id) => {
    jump = true;
    send({ do: "show", id });
  };
  const list = shelfList(model, send, () => {
    picked = true;
  });
  const one = shelfOne(send, go);
  const drawOne = () => {
    one.draw(model.get("one"));
    list.point();
    // One above the other: what was picked is below the list, out of sight.
    const below = one.node.offsetTop > list.node.offsetTop + list.node.offsetHeight;
    if (picked && below) one.node.scrollIntoView({ block: "start" });
    picked = false;
    if (jump) {
      list.reveal();
      one.focus();
    }
    jump = false;
  };
  return { list, one, drawOne };
}

/** @param {boolean} editor whether the page stands beside her files */
function titleOf(editor) {
  const about = h("p", { class: "hs-quiet" }, "Exercise library");
  return h(
    "header",
    { class: "hs-title" },
    h("h1", {}, "Homestretch"),
    about,
    ...(editor ? neighbours("library.ipynb") : []),
  );
}

export default { render };
