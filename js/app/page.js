// The container that JupyterLab loads: its plugins open notebooks as pages, and put them into the launcher.

/** @import { Container, Launcher, NotebookActions, NotebookTracker, Plugin, ShareScope } from "./jupyterlab.js" */
import { chrome } from "./chrome.js";
import { ownLab } from "./lab.js";
import { addCards } from "./launcher.js";
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

/** @returns {Promise<Plugin>} */
async function pages() {
  const notebook = await shared("@jupyterlab/notebook");
  const { INotebookTracker, NotebookActions: actions } =
    /** @type {{ INotebookTracker: unknown, NotebookActions: NotebookActions }} */ (notebook);
  return {
    id: `${NAME}:plugin`,
    autoStart: true,
    requires: [INotebookTracker],
    activate: (app, given) => {
      const bars = chrome(app.shell, (widget) => Boolean(widget?.hasClass("hs-app")));
      app.shell.currentChanged?.connect(bars.draw);
      app.shell.layoutModified?.connect(bars.draw); // a bar that got something to show comes back by itself
      document.addEventListener("hs-menus", bars.toggle);
      /** @type {NotebookTracker} */ (given).widgetAdded.connect(
        (_, panel) => void open(app, panel, actions, bars.draw),
      );
    },
  };
}

/** @returns {Promise<Plugin>} */
async function cards() {
  const { ILauncher } = /** @type {{ ILauncher: unknown }} */ (await shared("@jupyterlab/launcher"));
  return {
    id: `${NAME}:launcher`,
    autoStart: true,
    requires: [ILauncher],
    activate: (app, launcher) => addCards(app, /** @type {Launcher} */ (launcher)),
  };
}

/**
 * In the kit's own lab the page says itself that its server has gone; elsewhere JupyterLab does, as it always did.
 * @returns {Promise<Plugin>}
 */
async function silence() {
  const { IConnectionLost } = /** @type {{ IConnectionLost: unknown }} */ (await shared("@jupyterlab/application"));
  return { id: `${NAME}:silence`, autoStart: true, requires: [], provides: IConnectionLost, activate: () => () => {} };
}

/** @type {Container} */
const container = {
  init: (given) => {
    scope = given;
  },
  get: async () => {
    const made = [await pages(), await cards(), ...(ownLab() ? [await silence()] : [])];
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
