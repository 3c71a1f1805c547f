// App mode. A notebook whose metadata say {"homestretch": {"app": true}} opens as a page: its cells run, and
// app.css hides code and tools.

/** @import { JupyterLab, NotebookPanel } from "./jupyterlab.js" */

/**
 * Show the notebook of `panel` as a page, where it wants to be one.
 * @param {JupyterLab} app
 * @param {NotebookPanel} panel
 */
export async function open(app, panel) {
  await panel.context.ready;
  const { model } = panel.context;
  if (!isPage(model.getMetadata("homestretch"))) return;
  panel.addClass("hs-app");
  panel.toolbar.hide();
  keepKeys(panel.content.node);
  document.body.classList.add("hs-page");
  // Results are never saved, so they are no change that could be lost: no question on closing, no writing.
  model.stateChanged.connect((_, change) => {
    if (change.name === "dirty" && change.newValue) model.dirty = false;
  });
  await panel.revealed;
  await panel.sessionContext.ready;
  await app.commands.execute("notebook:run-all-cells");
  model.dirty = false;
  panel.node.dataset.hsReady = "true";
  await app.restored;
  app.shell.collapseLeft();
  app.shell.collapseRight();
}

/**
 * Whether a notebook's own note says so; a note may be anything.
 * @param {unknown} note
 */
export function isPage(note) {
  return typeof note === "object" && note !== null && "app" in note && Boolean(note.app);
}

/**
 * JupyterLab's one-letter keys would cut or delete the page; a click beside it puts the keyboard there.
 * @param {HTMLElement} content
 */
function keepKeys(content) {
  /** @type {NodeListOf<HTMLElement>} */
  const cells = content.querySelectorAll(".jp-Cell, .jp-WindowedPanel-outer");
  for (const node of [content, ...cells]) node.dataset.lmSuppressShortcuts = "true";
}
