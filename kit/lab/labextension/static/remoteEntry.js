// App mode. A notebook whose metadata say {"homestretch": {"app": true}} opens as a page: its cells run, and
// app.css hides code and tools. This is the container that a bundler would write around one plugin, by hand,
// so that the kit needs no JavaScript build.
(() => {
  const NAME = "homestretch-app";
  const STYLE = new URL("app.css", document.currentScript.src);
  let scope;

  async function shared(name) {
    const versions = Object.values(scope[name]);
    return (await versions[0].get())();
  }

  async function open(app, panel) {
    await panel.context.ready;
    const { model } = panel.context;
    if (!model.getMetadata("homestretch")?.app) return;
    panel.addClass("hs-app");
    panel.toolbar.hide();
    // JupyterLab's one-letter keys would cut or delete the page; a click beside it puts the keyboard there.
    for (const node of [panel.content.node, ...panel.content.node.querySelectorAll(".jp-Cell, .jp-WindowedPanel-outer")]) {
      node.dataset.lmSuppressShortcuts = "true";
    }
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

  async function plugin() {
    const { INotebookTracker } = await shared("@jupyterlab/notebook");
    return {
      id: `${NAME}:plugin`,
      autoStart: true,
      requires: [INotebookTracker],
      activate: (app, tracker) => tracker.widgetAdded.connect((_, panel) => void open(app, panel)),
    };
  }

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = STYLE;
  document.head.append(style);

  (window._JUPYTERLAB ??= {})[NAME] = {
    init: (given) => { scope = given; },
    get: async () => {
      const made = await plugin();
      return () => ({ __esModule: true, default: made });
    },
  };
})();
