// App mode. A notebook whose metadata say {"homestretch": {"app": true}} opens as a page: its cells run, and
// app.css hides code and tools.
import { watch } from "./connection.js";
import { ownLab } from "./lab.js";
import { CARDS } from "./launcher.js";

/** @import { JupyterLab, NotebookActions, NotebookPanel } from "./jupyterlab.js" */

/**
 * Show the notebook of `panel` as a page, where it wants to be one.
 * @param {JupyterLab} app
 * @param {NotebookPanel} panel
 * @param {NotebookActions} actions
 * @param {() => void} changed told once it is a page
 */
export async function open(app, panel, actions, changed) {
  await panel.context.ready;
  const { model } = panel.context;
  if (!isPage(model.getMetadata("homestretch"))) return;
  if (!ownLab() && !ours(codeOf(panel))) return; // code of somebody else runs when she says so
  panel.addClass("hs-app");
  panel.toolbar.hide();
  for (const cell of panel.content.widgets) if (cell.model.type !== "code") cell.addClass("hs-first-words");
  keepKeys(panel);
  changed();
  // Results are never saved, so they are no change that could be lost: no question on closing, no writing.
  model.stateChanged.connect((_, change) => {
    if (change.name === "dirty" && change.newValue) model.dirty = false;
  });
  // JupyterLab gives the keyboard to the cell, where it does nothing; once it has done so, the page takes it.
  panel.node.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && !target.closest(".hs")) setTimeout(() => enter(panel.node));
  });
  await panel.revealed;
  await panel.sessionContext.ready;
  quiet(panel);
  const run = async () => {
    await actions.runAll(panel.content, panel.sessionContext);
    model.dirty = false;
    panel.node.dataset.hsReady = "true";
    await app.restored;
    await shown(panel.node);
    enter(panel.node);
    drawn();
  };
  const drawn = watch(panel, run);
  await run();
  await app.restored;
  app.shell.collapseLeft();
  app.shell.collapseRight();
  changed();
}

/**
 * Whether a notebook's own note says so; a note may be anything.
 * @param {unknown} note
 */
export function isPage(note) {
  return typeof note === "object" && note !== null && "app" in note && Boolean(note.app);
}

/**
 * Whether a notebook runs the kit's own pages and nothing else.
 * @param {readonly string[]} sources of its cells of code
 */
export function ours(sources) {
  const codes = new Set(CARDS.map((card) => card.code));
  return sources.every((source) => codes.has(source.trim()));
}

/** @param {NotebookPanel} panel */
function codeOf({ content }) {
  return content.widgets.filter(({ model }) => model.type === "code").map(({ model }) => model.sharedModel.getSource());
}

/**
 * JupyterLab's one-letter keys would cut or delete the page, where the keyboard is beside it: after a click there, or
 * while the page is made anew. Its cells are no stop of the Tab key either: on the way back from the page they would
 * give the keyboard to the page again, for ever.
 * @param {NotebookPanel} panel
 */
function keepKeys(panel) {
  const content = panel.content.node;
  const keep = (/** @type {KeyboardEvent} */ event) => {
    const { key, target } = event;
    if (!(target instanceof Element && content.contains(target))) return;
    /** @type {NodeListOf<HTMLElement>} JupyterLab makes the one in hand a stop again and again */
    const stops = content.querySelectorAll('.jp-Cell[tabindex="0"]');
    if (key === "Tab") for (const cell of stops) cell.tabIndex = -1;
    if (!target.closest(".hs")) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", keep, true); // JupyterLab listens at the document
  panel.disposed.connect(() => window.removeEventListener("keydown", keep, true));
}

/**
 * The page itself says that its kernel has gone, and comes back by itself: JupyterLab need not stop her with a question.
 * @param {NotebookPanel} panel
 */
function quiet(panel) {
  const asks = panel._onSessionStatusChanged;
  if (asks) panel.sessionContext.statusChanged.disconnect(asks, panel);
}

/**
 * Its page is drawn after its cells have run.
 * @param {HTMLElement} node
 * @returns {Promise<void>}
 */
function shown(node) {
  return new Promise((done) => {
    const look = () => {
      if (!node.querySelector(".hs")) return;
      watcher.disconnect();
      done();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(node, { childList: true, subtree: true });
    look();
  });
}

/**
 * The keyboard starts in the page, as in every other page of the web.
 * @param {HTMLElement} node
 */
function enter(node) {
  /** @type {HTMLElement | null} */
  const page = node.querySelector(".hs");
  if (page && !page.contains(document.activeElement)) page.focus({ preventScroll: true });
}
