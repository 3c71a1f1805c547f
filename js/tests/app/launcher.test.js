// The cards, against the notebooks that the kit ships.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { addCards, CARDS, notebookOf } from "../../app/launcher.js";

/** @import { Command, JupyterLab } from "../../app/jupyterlab.js" */

test("a card's notebook runs what the kit's own notebook of this name runs, and is a page as that is", () => {
  for (const card of CARDS) {
    const shipped = JSON.parse(readFileSync(new URL(`../../../notebooks/${card.file}`, import.meta.url), "utf8"));
    const [code] = shipped.cells.filter((/** @type {{ cell_type: string }} */ cell) => cell.cell_type === "code");
    assert.equal([code.source].flat().join(""), card.code);
    const made = notebookOf(card);
    assert.deepEqual(made.metadata.homestretch, shipped.metadata.homestretch);
    assert.equal(made.cells[0]?.source, [shipped.cells[0].source].flat().join(""));
  }
});

test("a card opens the notebook of its folder, and makes it only where there is none", async () => {
  /** @type {string[]} */
  const done = [];
  /** @type {Map<string, Command>} */
  const commands = new Map();
  const app = /** @type {JupyterLab} */ (
    /** @type {unknown} */ ({
      commands: {
        addCommand: (/** @type {string} */ id, /** @type {Command} */ command) => commands.set(id, command),
        execute: async (/** @type {string} */ id, /** @type {{ path: string }} */ { path }) =>
          done.push(`${id} ${path}`),
      },
      serviceManager: {
        contents: {
          get: async (/** @type {string} */ path) => {
            if (path !== "here/plan.ipynb") throw new Error("there is none");
          },
          save: async (/** @type {string} */ path) => done.push(`save ${path}`),
        },
      },
    })
  );
  /** @type {string[]} */
  const added = [];
  addCards(app, { add: (card) => added.push(card.command) });
  assert.deepEqual(added, [...commands.keys()]);
  await commands.get("homestretch:plan")?.execute({ cwd: "here" });
  await commands.get("homestretch:caseload")?.execute({});
  assert.deepEqual(done, ["docmanager:open here/plan.ipynb", "save caseload.ipynb", "docmanager:open caseload.ipynb"]);
});
