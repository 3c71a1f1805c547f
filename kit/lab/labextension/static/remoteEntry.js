// Made of js/app/ and js/shared/ by "npm run build" in js/.
"use strict";
(() => {
	async function open(app, panel) {
		await panel.context.ready;
		const { model } = panel.context;
		if (!isPage(model.getMetadata("homestretch"))) return;
		panel.addClass("hs-app");
		panel.toolbar.hide();
		keepKeys(panel.content.node);
		document.body.classList.add("hs-page");
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
	function isPage(note) {
		return typeof note === "object" && note !== null && "app" in note && Boolean(note.app);
	}
	function keepKeys(content) {
		const cells = content.querySelectorAll(".jp-Cell, .jp-WindowedPanel-outer");
		for (const node of [content, ...cells]) node.dataset.lmSuppressShortcuts = "true";
	}
	var NAME = "homestretch-app";
	var scope = {};
	async function shared(name) {
		const [version] = Object.values(scope[name] ?? {});
		if (!version) throw new Error(`JupyterLab shares no ${name}.`);
		return (await version.get())();
	}
	async function plugin() {
		const { INotebookTracker } = await shared("@jupyterlab/notebook");
		return { id: `${NAME}:plugin`, autoStart: true, requires: [INotebookTracker], activate: (app, tracker) => {
			tracker.widgetAdded.connect((_, panel) => void open(app, panel));
		} };
	}
	var container = { init: (given) => {
		scope = given;
	}, get: async () => {
		const made = await plugin();
		return () => ({ __esModule: true, default: made });
	} };
	var script = document.currentScript;
	var style = document.createElement("link");
	style.rel = "stylesheet";
	style.href = new URL("app.css", script.src).href;
	document.head.append(style);
	window._JUPYTERLAB ??= {};
	window._JUPYTERLAB[NAME] = container;
})();
