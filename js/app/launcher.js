// The kit's pages as cards in JupyterLab's launcher. A card opens the page's notebook in the folder in sight, and makes
// it where there is none.

/** @import { JupyterLab, Launcher } from "./jupyterlab.js" */

const HOW =
  "This notebook shows a page of Homestretch. If you read this in place of the page, choose Run › Run All Cells.";

/** @typedef {{ file: string, name: string, about: string, code: string, sign: string }} Card `sign` is a drawing */

/** @type {readonly Card[]} */
export const CARDS = [
  {
    file: "plan.ipynb",
    name: "Plan",
    about: "Build a plan and hand it out",
    code: "import kit\n\nkit.planner()",
    sign: "M7 8h10M7 12h10M7 16h6",
  },
  {
    file: "adherence.ipynb",
    name: "Follow-up",
    about: "What was done at home",
    code: "import kit\n\nkit.follow_up()",
    sign: "M7 12l4 4 7-8",
  },
  {
    file: "caseload.ipynb",
    name: "Caseload",
    about: "Who needs a call, and why",
    code: "import kit\n\nkit.caseload()",
    sign: "M9 8h9M9 12h9M9 16h9M6 8h.01M6 12h.01M6 16h.01",
  },
  {
    file: "library.ipynb",
    name: "Library",
    about: "Exercises, and your own",
    code: "from kit.ui.bookshelf.page import bookshelf\n\nbookshelf()",
    sign: "M7 6v12M11 6v12M15 7l3 11",
  },
];

/** @param {string} sign */
function icon(sign) {
  const edge = '<rect x="1" y="1" width="22" height="22" rx="5" fill="#17695d"/>';
  const line = `<path d="${sign}" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${edge}${line}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/**
 * @param {JupyterLab} app
 * @param {Launcher} launcher
 */
export function addCards(app, launcher) {
  CARDS.forEach((card, rank) => {
    const command = `homestretch:${card.file.replace(".ipynb", "")}`;
    app.commands.addCommand(command, {
      label: card.name,
      caption: card.about,
      execute: (args) => openCard(app, card, String(args.cwd ?? "")),
    });
    launcher.add({ command, category: "Homestretch", rank, kernelIconUrl: icon(card.sign) });
  });
}

/**
 * @param {JupyterLab} app
 * @param {Card} card
 * @param {string} folder
 */
async function openCard(app, card, folder) {
  const { contents } = app.serviceManager;
  const path = folder ? `${folder}/${card.file}` : card.file;
  const there = await contents.get(path, { content: false }).then(
    () => true,
    () => false,
  );
  if (!there) await contents.save(path, { type: "notebook", format: "json", content: notebookOf(card) });
  return app.commands.execute("docmanager:open", { path });
}

/**
 * The notebook of a page, as the kit ships it: its code, a line for who sees that in place of the page, and the note that it is a page.
 * @param {Card} card
 */
export function notebookOf({ code }) {
  const how = { cell_type: "markdown", id: "how", metadata: {}, source: HOW };
  const cell = { cell_type: "code", id: "page", metadata: {}, execution_count: null, outputs: [], source: code };
  const kernelspec = { name: "python3", display_name: "Python 3 (ipykernel)", language: "python" };
  return { cells: [how, cell], metadata: { homestretch: { app: true }, kernelspec }, nbformat: 4, nbformat_minor: 5 };
}
