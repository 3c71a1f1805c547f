// Made of js/app/ and js/shared/ by "npm run build" in js/.
"use strict";
(() => {
	var BARS = /* @__PURE__ */ new Set(["jp-header-panel", "jp-menu-panel", "jp-top-panel", "jp-bottom-panel"]);
	var SIDES = "jp-main-content-panel";
	function chrome(shell, isPage2) {
		const away = /* @__PURE__ */ new Set();
		let wanted = false;
		const draw = () => {
			const page = isPage2(shell.currentWidget);
			document.body.classList.toggle("hs-page", page);
			document.body.classList.toggle("hs-menus", wanted);
			if (page && !wanted) hide();
			else back();
		};
		const hide = () => {
			for (const bar of barsOf(shell)) {
				if (bar.isHidden) continue;
				away.add(bar);
				bar.hide();
			}
		};
		const back = () => {
			for (const bar of away) bar.show();
			away.clear();
		};
		const toggle = () => {
			wanted = !wanted;
			draw();
		};
		return { draw, toggle };
	}
	function* barsOf(shell) {
		for (const part of shell.layout ?? []) {
			if (BARS.has(part.id)) yield part;
			if (part.id !== SIDES) continue;
			for (const side of part.layout ?? []) if (side.hasClass("jp-SideBar")) yield side;
		}
	}
	function ownLab() {
		const told = document.getElementById("jupyter-config-data")?.textContent;
		return Boolean(told) && JSON.parse(told ?? "{}").homestretch === "lab";
	}
	var HOW = "This notebook shows a page of Homestretch. If you read this in place of the page, choose Run › Run All Cells.";
	var CARDS = [{ file: "plan.ipynb", name: "Plan", about: "Build a plan and hand it out", code: "import kit\n\nkit.planner()", sign: "M7 8h10M7 12h10M7 16h6" }, { file: "adherence.ipynb", name: "Follow-up", about: "What was done at home", code: "import kit\n\nkit.follow_up()", sign: "M7 12l4 4 7-8" }, { file: "caseload.ipynb", name: "Caseload", about: "Who needs a call, and why", code: "import kit\n\nkit.caseload()", sign: "M9 8h9M9 12h9M9 16h9M6 8h.01M6 12h.01M6 16h.01" }, { file: "library.ipynb", name: "Library", about: "Exercises, and your own", code: "from kit.ui.bookshelf.page import bookshelf\n\nbookshelf()", sign: "M7 6v12M11 6v12M15 7l3 11" }];
	function icon(sign) {
		const edge = '<rect x="1" y="1" width="22" height="22" rx="5" fill="#17695d"/>';
		const line = `<path d="${sign}" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>`;
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${edge}${line}</svg>`;
		return `data:image/svg+xml,${encodeURIComponent(svg)}`;
	}
	function addCards(app, launcher) {
		CARDS.forEach((card, rank) => {
			const command = `homestretch:${card.file.replace(".ipynb", "")}`;
			app.commands.addCommand(command, { label: card.name, caption: card.about, execute: (args) => openCard(app, card, String(args.cwd ?? "")) });
			launcher.add({ command, category: "Homestretch", rank, kernelIconUrl: icon(card.sign) });
		});
	}
	async function openCard(app, card, folder) {
		const { contents } = app.serviceManager;
		const path = folder ? `${folder}/${card.file}` : card.file;
		const there = await contents.get(path, { content: false }).then(() => true, () => false);
		if (!there) await contents.save(path, { type: "notebook", format: "json", content: notebookOf(card) });
		return app.commands.execute("docmanager:open", { path });
	}
	function notebookOf({ code }) {
		const how = { cell_type: "markdown", id: "how", metadata: {}, source: HOW };
		const cell = { cell_type: "code", id: "page", metadata: {}, execution_count: null, outputs: [], source: code };
		const kernelspec = { name: "python3", display_name: "Python 3 (ipykernel)", language: "python" };
		return { cells: [how, cell], metadata: { homestretch: { app: true }, kernelspec }, nbformat: 4, nbformat_minor: 5 };
	}
	var GONE = /* @__PURE__ */ new Set(["dead", "restarting", "autorestarting", "terminating"]);
	var BACK = /* @__PURE__ */ new Set(["restarting", "autorestarting"]);
	var AGAIN_MS = 2e3;
	var ASK_MS = 1200;
	function standing(status, connection) {
		if (!connection || connection !== "connected" || !status || GONE.has(status)) return "lost";
		return status === "idle" || status === "busy" ? "ready" : "wait";
	}
	function watch(panel, run) {
		const { node, sessionContext: session } = panel;
		let state = "ready";
		let ended = false;
		let trying;
		let missing = "";
		const look = async () => {
			const kernel = session.session?.kernel;
			const none = !kernel || kernel.id === missing;
			const now = none ? "lost" : standing(kernel.status, kernel.connectionStatus);
			if (none || GONE.has(kernel.status)) ended = true;
			if (now === "wait" || now === state) return;
			state = now;
			node.dataset.hsKernel = now;
			clearInterval(trying);
			if (now === "lost") trying = setInterval(() => void reach(session), AGAIN_MS);
			const again = now === "ready" && ended;
			tell(node, again ? "again" : now);
			if (!again) return;
			ended = false;
			await run();
		};
		const heard = () => void look();
		session.statusChanged.connect(heard);
		session.connectionStatusChanged.connect(heard);
		session.kernelChanged.connect((_, { oldValue, newValue }) => {
			if (oldValue && oldValue.id !== newValue?.id) ended = true;
			heard();
		});
		const ask = async () => {
			const kernel = session.session?.kernel;
			if (!kernel || state === "lost" || document.hidden || !await isGone(kernel)) return;
			missing = kernel.id;
			await look();
		};
		const asking = setInterval(() => void ask(), ASK_MS);
		node.addEventListener("hs-reconnect", () => void anew(session, missing));
		panel.disposed.connect(() => {
			clearInterval(trying);
			clearInterval(asking);
		});
		return () => state === "lost" && tell(node, state);
	}
	function tell(node, state) {
		for (const page of node.querySelectorAll(".hs")) page.dispatchEvent(new CustomEvent("hs-kernel", { detail: state }));
	}
	async function reach(session) {
		const kernel = session.session?.kernel;
		if (!kernel || kernel.isDisposed || GONE.has(kernel.status) || kernel.connectionStatus === "connected") return;
		const { baseUrl } = kernel.serverSettings;
		const there = await fetch(`${baseUrl}api`).then((answer) => answer.ok, () => false);
		if (there && !kernel.isDisposed && kernel.connectionStatus !== "connected") {
			await kernel.reconnect().catch(() => void 0);
		}
	}
	function isGone({ id, serverSettings }) {
		return fetch(`${serverSettings.baseUrl}api/kernels/${id}`).then(({ status }) => status === 404, () => false);
	}
	async function anew(session, missing) {
		await reach(session);
		const kernel = session.session?.kernel;
		if (kernel && BACK.has(kernel.status)) return;
		if (kernel?.id !== missing && kernel?.connectionStatus === "connected" && !GONE.has(kernel.status)) return;
		await session.sessionManager.refreshRunning().catch(() => void 0);
		await session.changeKernel({ name: kernel?.name || "python3" }).catch(() => void 0);
	}
	async function open(app, panel, actions, changed) {
		await panel.context.ready;
		const { model } = panel.context;
		if (!isPage(model.getMetadata("homestretch"))) return;
		if (!ownLab() && !ours(codeOf(panel))) return;
		panel.addClass("hs-app");
		panel.toolbar.hide();
		for (const cell of panel.content.widgets) if (cell.model.type !== "code") cell.addClass("hs-first-words");
		keepKeys(panel);
		changed();
		model.stateChanged.connect((_, change) => {
			if (change.name === "dirty" && change.newValue) model.dirty = false;
		});
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
	function isPage(note) {
		return typeof note === "object" && note !== null && "app" in note && Boolean(note.app);
	}
	function ours(sources) {
		const codes = new Set(CARDS.map((card) => card.code));
		return sources.every((source) => codes.has(source.trim()));
	}
	function codeOf({ content }) {
		return content.widgets.filter(({ model }) => model.type === "code").map(({ model }) => model.sharedModel.getSource());
	}
	function keepKeys(panel) {
		const content = panel.content.node;
		const keep = (event) => {
			const { key, target } = event;
			if (!(target instanceof Element && content.contains(target))) return;
			const stops = content.querySelectorAll('.jp-Cell[tabindex="0"]');
			if (key === "Tab") for (const cell of stops) cell.tabIndex = -1;
			if (!target.closest(".hs")) event.stopImmediatePropagation();
		};
		window.addEventListener("keydown", keep, true);
		panel.disposed.connect(() => window.removeEventListener("keydown", keep, true));
	}
	function quiet(panel) {
		const asks = panel._onSessionStatusChanged;
		if (asks) panel.sessionContext.statusChanged.disconnect(asks, panel);
	}
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
	function enter(node) {
		const page = node.querySelector(".hs");
		if (page && !page.contains(document.activeElement)) page.focus({ preventScroll: true });
	}
	var NAME = "homestretch-app";
	var scope = {};
	async function shared(name) {
		const [version] = Object.values(scope[name] ?? {});
		if (!version) throw new Error(`JupyterLab shares no ${name}.`);
		return (await version.get())();
	}
	async function pages() {
		const notebook = await shared("@jupyterlab/notebook");
		const { INotebookTracker, NotebookActions: actions } = notebook;
		return { id: `${NAME}:plugin`, autoStart: true, requires: [INotebookTracker], activate: (app, given) => {
			const bars = chrome(app.shell, (widget) => Boolean(widget?.hasClass("hs-app")));
			app.shell.currentChanged?.connect(bars.draw);
			app.shell.layoutModified?.connect(bars.draw);
			document.addEventListener("hs-menus", bars.toggle);
			given.widgetAdded.connect((_, panel) => void open(app, panel, actions, bars.draw));
		} };
	}
	async function cards() {
		const { ILauncher } = await shared("@jupyterlab/launcher");
		return { id: `${NAME}:launcher`, autoStart: true, requires: [ILauncher], activate: (app, launcher) => addCards(app, launcher) };
	}
	async function silence() {
		const { IConnectionLost } = await shared("@jupyterlab/application");
		return { id: `${NAME}:silence`, autoStart: true, requires: [], provides: IConnectionLost, activate: () => () => {
		} };
	}
	var container = { init: (given) => {
		scope = given;
	}, get: async () => {
		const made = [await pages(), await cards(), ...ownLab() ? [await silence()] : []];
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
