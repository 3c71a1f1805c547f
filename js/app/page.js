// The container that JupyterLab loads: one plugin, which opens notebooks as pages.

/** @import { Container, NotebookTracker, ShareScope } from "./jupyterlab.js" */
import { open } from "./notebook.js";

const NAME = "homestretch-app";

/** @type {ShareScope} */
let scope = {};

/**
 * A module that JupyterLab shares, in the version that it has.
 * @param {string} name
 */
async function shared(name) {
  const [version] = Object.values(scope[name] ?? {});
  if (!version) throw new Error(`JupyterLab shares no ${name}.`);
  return (await version.get())();
}

async function plugin() {
  const { INotebookTracker } = /** @type {{ INotebookTracker: unknown }} */ (await shared("@jupyterlab/notebook"));
  return {
    id: `${NAME}:plugin`,
    autoStart: true,
    requires: [INotebookTracker],
    /** @type {import("./jupyterlab.js").Plugin["activate"]} */
    activate: (app, /** @type {NotebookTracker} */ tracker) => {
      tracker.widgetAdded.connect((_, panel) => void open(app, panel));
    },
  };
}

/** @type {Container} */
const container = {
  init: (given) => {
    scope = given;
  },
  get: async () => {
    const made = await plugin();
    return () => ({ __esModule: true, default: made });
  },
};

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = new URL("app.css", script.src).href;
document.head.append(style);

window._JUPYTERLAB ??= {};
window._JUPYTERLAB[NAME] = container;
