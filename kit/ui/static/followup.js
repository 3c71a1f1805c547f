// Made of js/followup/ and js/shared/ by "npm run build" in js/.
function make(tag, props = {}, ...kids) {
	return furnished(document.createElement(tag), props, kids);
}
function drawn(tag, props = {}, ...kids) {
	return furnished(document.createElementNS("http://www.w3.org/2000/svg", tag), props, kids);
}
function furnished(node, props, kids) {
	for (const [name, value] of Object.entries(props)) {
		if (typeof value === "function") node.addEventListener(name.replace(/^on/, ""), value);
		else if (typeof value === "boolean") node.toggleAttribute(name, value);
		else node.setAttribute(name, `${value}`);
	}
	node.append(...kids);
	return node;
}
function whenNew(draw) {
	let last = null;
	let said = [];
	return (...given) => {
		const before = last;
		const now = given.map((one, i) => before && one === before[i] ? said[i] ?? "" : JSON.stringify(one));
		const same = before?.length === given.length && now.every((one, i) => one === said[i]);
		last = given;
		said = now;
		if (!same) draw(...given);
	};
}
function grouped(things, keyOf2) {
	const groups = /* @__PURE__ */ new Map();
	for (const thing of things) {
		const key = keyOf2(thing);
		const group = groups.get(key);
		if (group) group.push(thing);
		else groups.set(key, [thing]);
	}
	return groups;
}
var made = 0;
var told = /* @__PURE__ */ new WeakMap();
var shown = /* @__PURE__ */ new WeakMap();
function sentence({ what, mend }) {
	return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${mend}`.trimEnd();
}
function place(where) {
	return where.replace(/\.(\d+)\b/g, (_, n) => ` ${Number(n) + 1}`).replaceAll("_", " ");
}
function refuse(control, faults) {
	settle(control);
	const box = control.closest(".hs-field, .hs-told-here");
	if (!box?.isConnected) return false;
	made += 1;
	const text = `Not taken. ${faults.map(sentence).join(" ")}`;
	const note = make("p", { class: "hs-fault", role: "alert", id: `hs-fault-${made}` }, text);
	box.append(note);
	told.set(control, { note, held: shown.get(control) });
	control.setAttribute("aria-invalid", "true");
	control.setAttribute("aria-describedby", note.id);
	return true;
}
function settle(control) {
	told.get(control)?.note.remove();
	if (!told.delete(control)) return;
	control.removeAttribute("aria-invalid");
	control.removeAttribute("aria-describedby");
}
function settleAll(part2) {
	for (const control of part2.querySelectorAll("[aria-invalid]")) settle(control);
}
function keepsTyped(control, value) {
	shown.set(control, value);
	const refused = told.get(control);
	if (refused && refused.held !== value) settle(control);
	return told.has(control);
}
var MARKS = ["aria-invalid", "aria-describedby"];
var made2 = 0;
function askers() {
	const waiting = /* @__PURE__ */ new Map();
	return { sent: (n, asker) => {
		waiting.set(n, asker);
	}, refuse: (faults) => [...grouped(faults, (fault) => fault.n)].flatMap(([n, own]) => {
		const asker = waiting.get(n ?? 0);
		waiting.delete(n ?? 0);
		return asker?.refused(own) ? [] : own;
	}), answered: (n) => {
		waiting.get(n)?.taken();
		waiting.delete(n);
	} };
}
function atField(control) {
	return { refused: (faults) => refuse(control, faults), taken: () => settle(control) };
}
function atForm(names, done, fields = {}) {
	made2 += 1;
	const node = make("div", { class: "hs-fault", role: "alert", id: `hs-form-fault-${made2}` });
	const marks = marked(node.id);
	const clear = () => {
		node.replaceChildren();
		marks.clear();
	};
	const [first] = Object.values(fields);
	for (const control of Object.values(fields)) {
		control.addEventListener("input", () => control.hasAttribute("aria-invalid") && clear());
	}
	const asker = { refused: (faults) => {
		marks.put(faults.map(({ where = "" }) => fields[where] ?? first));
		node.replaceChildren(...faults.map((fault) => make("p", {}, inForm(fault, names))));
		return node.isConnected;
	}, taken: () => {
		clear();
		done();
	} };
	return { node, clear, asker };
}
function marked(id) {
	let now = [];
	const clear = () => {
		for (const control of now) for (const name of MARKS) control.removeAttribute(name);
		now = [];
	};
	const put2 = (controls) => {
		clear();
		now = controls.filter((control) => control !== void 0);
		for (const control of now) {
			control.setAttribute("aria-invalid", "true");
			control.setAttribute("aria-describedby", id);
		}
	};
	return { put: put2, clear };
}
function inForm({ where = "", what, mend }, names) {
	const name = names[where];
	return sentence({ what: name ? `${name} ${what}` : what, mend });
}
var typing = /* @__PURE__ */ new WeakMap();
function typesIn(control) {
	if (!typing.has(control)) {
		typing.set(control, false);
		control.addEventListener("input", () => typing.set(control, true));
		control.addEventListener("blur", () => typing.set(control, false));
	}
	return Boolean(typing.get(control));
}
var untoldFields = /* @__PURE__ */ new Set();
function sentOf(control) {
	const sent = control.value;
	return { stands: () => control.value === sent };
}
var OWN_MENU = { "data-jp-suppress-context-menu": "true" };
var TAKES_FOCUS = /* @__PURE__ */ new Set(["INPUT", "SELECT", "BUTTON", "TEXTAREA", "A", "SUMMARY"]);
var made3 = 0;
function fresh() {
	made3 += 1;
	return made3;
}
function h(tag, props = {}, ...kids) {
	const node = make(tag, props, ...kids);
	if (TAKES_FOCUS.has(node.tagName) || "tabindex" in props) node.setAttribute("data-lm-suppress-shortcuts", "true");
	if (node.tagName === "TEXTAREA") node.addEventListener("beforeinput", keepLine);
	return node;
}
function keepLine(event) {
	if (event instanceof InputEvent && event.inputType === "insertLineBreak") event.stopImmediatePropagation();
}
function button(text, act, props = {}) {
	return h("button", { type: "button", onclick: act, ...props }, text);
}
function field(name, control, props = {}) {
	control.id ||= `hs-${fresh()}`;
	return h("div", { class: "hs-field", ...props }, h("label", { for: control.id }, name), control);
}
function choices(pairs) {
	return pairs.map(([value, text]) => h("option", { value }, text));
}
function line() {
	return h("input", { type: "text", autocomplete: "off" });
}
function show(control, value) {
	if (!keepsTyped(control, String(value)) && !typesIn(control)) put(control, value);
}
function put(control, value) {
	if (control.value !== String(value)) control.value = String(value);
}
function onEnter(event) {
	const { target } = event;
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	if (event.key !== "Enter" || !(target instanceof HTMLInputElement) || target.type === "checkbox") return;
	event.preventDefault();
	if (target.form) {
		target.form.requestSubmit();
		return;
	}
	target.blur();
	target.focus();
}
function told2(faults, name) {
	return faults.map(({ where, what, mend }) => h("div", { class: name }, h("p", {}, h("b", {}, place(where)), ` ${what}`), mend ? h("p", {}, mend) : ""));
}
var READS = "[aria-expanded], [aria-haspopup], [data-reads]";
var WORDS = { lost: ["Not connected.", " All up to the last “Saved” is kept, and what you typed after it is remembered in this window. You can read on; the page comes back by itself as soon as the program answers. If it was ended, start it again."], again: ["Connected again.", " Your page is coming back…"] };
function connection({ cut, mended }) {
	const again = button("Reconnect", () => ask(), { class: "hs-first" });
	const text = h("p", { tabindex: "-1" });
	const node = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
	let from = null;
	let open = () => {
	};
	const ask = () => {
		again.textContent = "Reconnecting…";
		node.dispatchEvent(new CustomEvent("hs-reconnect", { bubbles: true }));
	};
	const hear = (body, now) => {
		if (now === "ready") {
			node.hidden = true;
			open();
			mended();
			if (node.contains(document.activeElement) || document.activeElement === document.body) giveBack(from);
			return;
		}
		const [first, rest] = WORDS[now];
		again.textContent = "Reconnect";
		text.replaceChildren(h("b", {}, first), rest);
		again.hidden = now === "again";
		if (!node.hidden) return;
		from = document.activeElement;
		if (from instanceof HTMLElement && body.contains(from)) from.blur();
		cut();
		open = locked(body);
		node.hidden = false;
		node.replaceChildren(text, again);
		if (from && body.contains(from)) text.focus({ preventScroll: true });
	};
	const watch2 = (page, body) => page.addEventListener("hs-kernel", (event) => hear(body, event.detail));
	return { node, watch: watch2 };
}
function giveBack(from) {
	if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
}
function locked(body) {
	const controls = body.querySelectorAll(`:is(input, select, textarea, button):not(${READS})`);
	const open = [...controls].filter((control) => !control.disabled);
	for (const control of open) control.disabled = true;
	const lists = [...body.querySelectorAll(".hs-scroll:not([tabindex])")];
	for (const list of lists) list.setAttribute("tabindex", "0");
	body.classList.add("hs-locked");
	return () => {
		for (const control of open) control.disabled = false;
		for (const list of lists) list.removeAttribute("tabindex");
		body.classList.remove("hs-locked");
	};
}
function inFlight({ draw, refill }) {
	const waited = /* @__PURE__ */ new Set();
	const later = /* @__PURE__ */ new Set();
	let unasked = false;
	const once = (act) => () => {
		if (waited.size > (unasked ? 0 : 1)) later.add(act);
		else act();
	};
	return { sent: (n) => {
		waited.add(n);
	}, idle: () => waited.size === 0, view: once(draw), unasked: (bring) => {
		unasked = true;
		bring();
		unasked = false;
	}, refused: once(refill), heard: (n) => {
		waited.delete(n);
		if (waited.size) return;
		for (const act of [draw, refill]) if (later.delete(act)) act();
	} };
}
var PAGE = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/;
function beside(path, page = window.location.pathname) {
	const folder = PAGE.exec(page)?.[1];
	return folder === void 0 ? null : folder + path.split("/").map(encodeURIComponent).join("/");
}
var PAGES = { "plan.ipynb": "Planner", "library.ipynb": "Library", "adherence.ipynb": "Follow-up", "caseload.ipynb": "Caseload" };
function neighbours(own, { aside = false } = {}) {
	const target = aside ? { target: "_blank", rel: "noopener" } : {};
	const links = Object.entries(PAGES).flatMap(([file, text]) => {
		const href = file === own ? null : beside(file);
		return href === null ? [] : [h("a", { class: "hs-link", href, ...target }, text)];
	});
	return links.length ? [h("nav", { class: "hs-neighbours", "aria-label": "Other pages" }, ...links, ...menus())] : [];
}
function menus() {
	if (!document.body.classList.contains("hs-page")) return [];
	const toggle = () => document.dispatchEvent(new CustomEvent("hs-menus"));
	return [button("Menus", toggle, { class: "hs-menus", "data-reads": true, title: "Show or hide JupyterLab’s menus" })];
}
var PATIENCE = { slow: 4e3, overdue: 2e4 };
var WAITS = { "in time": "Saving…", slow: "Still saving…", overdue: "Not saved yet" };
function clock(late, patience) {
	let waiting = [];
	return { wait: () => {
		if (waiting.length) return;
		waiting = [setTimeout(() => late("slow"), patience.slow), setTimeout(() => late("overdue"), patience.overdue)];
	}, drop: () => {
		for (const timer of waiting) clearTimeout(timer);
		waiting = [];
	} };
}
function savedState({ say, pace }, patience = PATIENCE) {
	let asked = 0;
	let answered = 0;
	let typing2 = false;
	let now = "in time";
	const set = (to) => {
		const other = now !== to;
		now = to;
		if (other) pace(to);
		return other;
	};
	const { wait, drop } = clock((to) => {
		say(WAITS[to]);
		set(to);
	}, patience);
	let cut = false;
	let asks = false;
	const rests = () => say(asks ? "Choose which edit goes on" : "Saved");
	return { drop, cut: () => {
		cut = true;
		drop();
		set("in time");
		say("Not connected");
	}, mended: () => {
		cut = false;
		if (answered >= asked) return rests();
		say(WAITS[now]);
		wait();
	}, asks: (is) => {
		if (is === asks) return;
		asks = is;
		if (!cut && !typing2 && answered >= asked) rests();
	}, typing: () => {
		typing2 = true;
		if (!cut) say(WAITS[now]);
	}, sent: (n) => {
		asked = n;
		typing2 = false;
		if (cut) return;
		say(WAITS[now]);
		wait();
	}, heard: (n) => {
		answered = Math.max(answered, n);
		if (cut) return;
		drop();
		const wasLate = set("in time");
		if (answered < asked) wait();
		if (answered >= asked && !typing2) rests();
		else if (wasLate) say(WAITS[now]);
	} };
}
var QUIET = { role: "status", "aria-live": "off" };
var SLOW = " What you do is taken in and kept in its order; go on, and wait for “Saved” before you close the page.";
var OVERDUE = " It is still waited for. All up to the last “Saved” is kept; what you changed after it may be lost. Nothing more is taken in until it answers, or the page is loaded again.";
function savedSign(lock, isDemo = () => false) {
	const node = h("span", { class: "hs-saved", ...QUIET }, isDemo() ? "Demo: not kept" : "Saved");
	const band = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
	const again = button("Load the page again", () => window.location.reload(), { class: "hs-first" });
	const state = savedState({ say: (word) => {
		const said = isDemo() ? "Demo: not kept" : word;
		if (node.textContent !== said) node.textContent = said;
		node.classList.toggle("hs-lost", word.startsWith("Not"));
		node.classList.toggle("hs-choose", word.startsWith("Choose"));
	}, pace: (now) => {
		const overdue = now === "overdue";
		band.hidden = now === "in time";
		band.classList.toggle("hs-band-slow", now === "slow");
		const said = overdue ? "Not saved: no answer from the program." : "The program is slow.";
		const words = h("p", {}, h("b", {}, said), overdue ? OVERDUE : SLOW);
		if (band.hidden) band.replaceChildren();
		else band.replaceChildren(words, ...overdue ? [again] : []);
		lock(overdue);
	} });
	return { ...state, node, band };
}
function numbered(n, one, many = `${one}s`) {
	return `${n} ${n === 1 ? one : many}`;
}
function broughtPanel(send) {
	const node = h("section", { class: "hs-panel fu-brought", "aria-label": "What came in", tabindex: "-1", hidden: true });
	const draw = whenNew(({ alarms, more_alarms, files }) => {
		node.hidden = !files.length;
		if (!files.length) return;
		node.replaceChildren(h("h2", {}, "What came in"), ...alarmPart(alarms, more_alarms), ...files.map((file) => filePart(file, send)));
		node.focus({ preventScroll: true });
		node.scrollIntoView({ block: "nearest" });
	});
	return { node, draw };
}
function alarmPart(alarms, more) {
	if (!alarms.length) return [];
	const rest = more ? [h("p", {}, `And ${more} more.`)] : [];
	const title = h("h3", {}, numbered(alarms.length + more, "entry that cannot wait", "entries that cannot wait"));
	return [h("div", { class: "fu-alarms", role: "alert" }, title, ...told2(alarms, "fu-alarm"), ...rest)];
}
function filePart(file, send) {
	const { number, name, said, rejects, corrections, faults, more } = file;
	const undo = () => number && send({ do: "undo", number });
	const undoes = number ? [button("Undo this import", undo, { class: "hs-small", "aria-label": `Undo the import of ${name}` })] : [];
	const left = (kind) => more[kind] ?? 0;
	return h("div", { class: "fu-file" }, h("div", { class: "hs-head" }, h("h3", {}, name), ...undoes), h("ul", { class: "fu-said" }, ...said.map((text) => h("li", {}, text))), ...part("row refused", "rows refused", rejects.map(rejectRow), left("rejects"), true), ...part("correction", "corrections", corrections.map((text) => h("li", {}, text)), left("corrections"), true), ...part("thing to look at", "things to look at", faults.map(faultRow), left("faults"), !number));
}
function part(one, many, rows, more, open) {
	if (!rows.length) return [];
	const rest = more > 0 ? [h("li", { class: "hs-quiet" }, `And ${more} more.`)] : [];
	const title = h("summary", {}, numbered(rows.length + Math.max(0, more), one, many));
	return [h("details", { class: "fu-part", open }, title, h("ul", {}, ...rows, ...rest))];
}
function rejectRow({ row, why, cells }) {
	const line2 = cells.length ? [h("p", { class: "fu-cells" }, cells.join(" | "))] : [];
	return h("li", {}, h("p", {}, h("b", {}, `Row ${row}`), ` ${why}`), ...line2);
}
function faultRow({ where, what, mend }) {
	return h("li", {}, h("b", {}, where), ` ${what} ${mend}`);
}
var PATIENCE_MS = 400;
function busySign(patience = PATIENCE_MS) {
	const node = h("p", { class: "hs-quiet fu-working", "aria-hidden": "true" });
	const open = /* @__PURE__ */ new Set();
	let timer;
	const tell = () => {
		node.textContent = open.size ? "Working…" : "";
	};
	return { node, sent: (n) => {
		open.add(n);
		clearTimeout(timer);
		timer = setTimeout(tell, patience);
	}, heard: (n) => {
		open.delete(n);
		if (open.size) return;
		clearTimeout(timer);
		tell();
	} };
}
function diariesPanel(send, zone, typing2) {
	const id = `fu-files-${fresh()}`;
	const state = h("p", {});
	const waits = h("p", { class: "fu-waits" });
	const list = h("ul", { id, class: "fu-files", "aria-label": "What came in before", hidden: true });
	const props = { class: "hs-plain hs-small fu-count", "aria-expanded": "false", "aria-controls": id };
	const count = button("", () => open(list.hasAttribute("hidden")), props);
	const tools = h("div", { class: "hs-tools" }, zone.opener, typing2);
	const line2 = h("div", { class: "fu-line" }, state, waits, count, zone.lead, tools);
	const node = h("section", { class: "fu-diaries" }, line2, zone.said, list);
	const open = (is) => {
		list.hidden = !is;
		count.setAttribute("aria-expanded", String(is));
	};
	const drawFiles = whenNew((files) => {
		count.textContent = `Came in: ${files.length}`;
		list.replaceChildren(...files.map((file) => fileRow(file, send)));
	});
	let whose2 = "";
	const draw = (chosen) => {
		const { diary = "", waits: since = "", files = [] } = chosen ?? {};
		if (whose2 !== (chosen?.code ?? "")) open(false);
		whose2 = chosen?.code ?? "";
		state.textContent = diary && `${diary}.`;
		waits.textContent = since && `${files.length ? "None" : "Waited for"} since ${short(since)}`;
		state.hidden = !diary;
		waits.hidden = !since;
		count.hidden = !files.length;
		if (!files.length) open(false);
		drawFiles(files);
		zone.draw(files.length > 0);
		node.setAttribute("aria-label", chosen ? "Diaries" : "Bring diaries in");
	};
	return { node, draw };
}
function short(day) {
	return day.replace(/(\p{L}{3})\p{L}+/u, "$1");
}
function fileRow({ number, name, at, said, undone }, send) {
	const text = h("div", {}, h("p", {}, h("b", {}, name)), h("p", { class: "hs-quiet" }, `${at} · ${said}`));
	if (undone) {
		text.append(h("p", { class: "hs-quiet" }, `Undone ${undone}.`));
		return h("li", { class: "fu-undone" }, text);
	}
	const acts = h("div", { class: "hs-tools" });
	const ask = () => {
		const keep = button("Keep it", rest, { class: "hs-small" });
		const go = button("Yes, undo", () => send({ do: "undo", number }), { class: "hs-small" });
		acts.replaceChildren(h("span", {}, "Its rows will count no longer."), go, keep);
		keep.focus();
	};
	const rest = () => {
		const undo = button("Undo", ask, { class: "hs-small", "aria-label": `Undo ${name}` });
		const had = acts.contains(document.activeElement);
		acts.replaceChildren(undo);
		if (had) undo.focus();
	};
	rest();
	return h("li", {}, text, acts);
}
var MOST = 8e6;
function tooLarge(files) {
	const size = files.reduce((sum, file) => sum + file.size, 0);
	if (size <= MOST) return "";
	const names = files.map((file) => file.name).join(", ");
	return `${names}: more than 8 MB at once. Bring it in with: kit diary import`;
}
function dropZone(send, page) {
	const input = h("input", { type: "file", multiple: true, class: "hs-unseen", tabindex: "-1", "aria-hidden": "true" });
	input.accept = ".csv,.tsv,.txt,.xlsx";
	const said = h("p", { class: "hs-quiet", role: "status" });
	const opener2 = button("Choose files", () => input.click(), { class: "hs-first" });
	const where = h("b", {}, "Drop diary files anywhere on this page");
	const lead = h("p", { class: "fu-lead" }, where, ", CSV or Excel, as they came back.", input);
	const take = async (list) => {
		const files = [...list ?? []];
		if (!files.length) return;
		said.textContent = tooLarge(files);
		if (said.textContent) return;
		said.textContent = `Reading ${files.map((file) => file.name).join(", ")}…`;
		const contents = await Promise.all(files.map((file) => file.arrayBuffer().catch(() => null)));
		if (contents.some((one) => one === null)) {
			said.textContent = "That is no file that can be read, a folder perhaps. Drop the files in it.";
			return;
		}
		busy(true);
		const buffers = contents;
		send({ do: "bring_in", names: files.map((file) => file.name) }, { refused: done, taken: done }, buffers);
	};
	const busy = (is) => {
		opener2.disabled = is;
		opener2.setAttribute("aria-busy", String(is));
	};
	const done = () => {
		busy(false);
		said.textContent = "";
		return false;
	};
	input.addEventListener("change", () => {
		void take(input.files);
		input.value = "";
	});
	listen(page, (files) => void take(files));
	const draw = (another) => {
		opener2.textContent = another ? "Bring more in" : "Choose files";
		opener2.title = another ? "Or drop files anywhere on this page" : "";
		opener2.classList.toggle("hs-first", !another);
		where.hidden = another;
		lead.classList.toggle("hs-unseen", another);
	};
	return { lead, opener: opener2, said, draw };
}
function listen(page, take) {
	const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files") ?? false;
	const over = (is) => page.classList.toggle("fu-over", is);
	page.addEventListener("dragover", (event) => {
		if (!hasFiles(event)) return;
		event.preventDefault();
		event.stopPropagation();
		over(true);
	});
	page.addEventListener("dragleave", (event) => {
		if (!(event.relatedTarget instanceof Node && page.contains(event.relatedTarget))) over(false);
	});
	page.addEventListener("drop", (event) => {
		over(false);
		if (!event.dataTransfer || !hasFiles(event)) return;
		event.preventDefault();
		event.stopPropagation();
		take(event.dataTransfer.files);
	});
}
function tabNote(name, store = () => window.sessionStorage) {
	const key = `homestretch ${name}`;
	return { read: () => {
		try {
			return JSON.parse(store().getItem(key) ?? "null");
		} catch {
			return null;
		}
	}, write: (value) => {
		try {
			store().setItem(key, JSON.stringify(value));
		} catch {
		}
	}, drop: () => {
		try {
			store().removeItem(key);
		} catch {
		}
	} };
}
function keptAnswers(store) {
	const note = tabNote("typed", store);
	const before = note.read() ?? [];
	const waiting = /* @__PURE__ */ new Map();
	const keep = () => note.write([...waiting.values()]);
	return { left: () => Array.isArray(before) ? before : [], sent: (n, wish) => {
		if (wish.do !== "type") return;
		waiting.set(n, wish);
		keep();
	}, answered: (n) => {
		if (waiting.delete(n)) keep();
	} };
}
function keptPlace(store) {
	const note = tabNote("sheet", store);
	return { last: note.read, at: note.write, leave: note.drop };
}
var ASKED = "plan";
function planIn(address) {
	return new URL(address).searchParams.get(ASKED) ?? "";
}
function openVisit(store) {
	const note = tabNote("visit", store);
	return { last: () => note.read() ?? "", keep: (code) => code ? note.write(code) : note.drop() };
}
function openLinked(send, visit3, comes) {
	const choose = (code2, refused) => {
		comes(true);
		const put2 = (faults) => {
			comes(false);
			return refused(faults);
		};
		send({ do: "choose", code: code2 }, { refused: put2, taken: () => comes(false) });
	};
	const came = performance.getEntriesByType("navigation")[0]?.name;
	const code = planIn(came ?? window.location.href);
	if (code && document.body.dataset.hsLinked !== code) {
		document.body.dataset.hsLinked = code;
		choose(code, () => false);
		return;
	}
	const last = visit3.last();
	if (!last) return;
	choose(last, (faults) => {
		const unknown = faults.every(({ where }) => where === "plan");
		if (unknown) visit3.keep("");
		return unknown;
	});
}
var [WIDE, HIGH] = [340, 128];
var ROOM = { left: 30, right: 2, top: 14, below: 24 };
var INSET = 16;
var TOLD = 8;
var NEAR_TOP = 18;
function spanOf(lines) {
	const points = lines.flatMap((line2) => line2.points).sort((a, b) => a.day.localeCompare(b.day));
	const [first, last] = [points[0], points.at(-1)];
	return first && last ? [first, last] : null;
}
function placed({ low, high, band, points }, span = null) {
	const [first, last] = [points[0], points.at(-1)];
	if (low === null || high === null || !first || !last) return null;
	const [from, to] = span ?? [first, last];
	const days = Date.parse(to.day) - Date.parse(from.day);
	const [across, down] = [WIDE - ROOM.left - ROOM.right - 2 * INSET, HIGH - ROOM.top - ROOM.below];
	const x = (day) => ROOM.left + INSET + (days ? (Date.parse(day) - Date.parse(from.day)) / days * across : across / 2);
	const y = (value) => ROOM.top + (high - value) / (high - low) * down;
	const edges = band === null ? null : [Math.min(high, first.value + band), Math.max(low, first.value - band)];
	return { dots: points.map(({ day, value }) => ({ x: x(day), y: y(value), value })), band: edges ? { y: y(edges[0] ?? high), height: y(edges[1] ?? low) - y(edges[0] ?? high) } : null, ticks: [low, (low + high) / 2, high].map((value) => ({ value, y: y(value) })), ends: days ? [from.label, to.label] : [from.label], left: ROOM.left, right: WIDE - ROOM.right };
}
function scoreLine(line2, span = null) {
	const at = placed(line2, span);
	return h("article", { class: "mt-line" }, h("h3", {}, line2.name), ...line2.about ? [h("p", { class: "hs-quiet" }, line2.about)] : [], ...at ? [drawing(line2, at)] : [], h("p", { class: "mt-said" }, line2.said), ...line2.points.length ? [table(line2)] : []);
}
function drawing(line2, at) {
	const id = `mt-${fresh()}`;
	const title = drawn("title", { id: `${id}t` }, `${line2.name}, ${line2.low} to ${line2.high}`);
	const desc = drawn("desc", { id: `${id}d` }, [line2.said, bandSaid(line2)].filter(Boolean).join(" "));
	const props = { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-labelledby": `${id}t`, "aria-describedby": `${id}d`, class: "mt-svg" };
	const path = at.dots.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
	return drawn("svg", props, title, desc, ...bandPart(at), ...at.ticks.flatMap(({ value, y }) => tick(value, y, at)), drawn("polyline", { points: path, class: "mt-path" }), ...at.dots.map(({ x, y }) => drawn("circle", { cx: x, cy: y, r: 3.5, class: "mt-dot" })), ...at.dots.filter(isTold).map(numberAt), ...at.ends.map((label, n) => dayAt(label, n, at)));
}
function bandSaid({ band, points }) {
	return band === null || !points.length ? "" : `Shaded: less than ${band} points from the first score.`;
}
function isTold(_, n, dots) {
	return dots.length <= TOLD || n === 0 || n === dots.length - 1;
}
function bandPart({ band, left, right }) {
	if (!band) return [];
	return [drawn("rect", { x: left, y: band.y, width: right - left, height: band.height, class: "mt-band" })];
}
function tick(value, y, { left, right }) {
	const text = drawn("text", { x: left - 7, y: y + 4, "text-anchor": "end", class: "mt-text" }, `${value}`);
	return [drawn("line", { x1: left, x2: right, y1: y, y2: y, class: "mt-rule" }), text];
}
function numberAt({ x, y, value }) {
	const props = { x, y: y < ROOM.top + NEAR_TOP ? y + 17 : y - 8, "text-anchor": "middle", class: "mt-number" };
	return drawn("text", props, `${value}`);
}
function dayAt(label, n, { ends, left, right }) {
	const [x, anchor] = ends.length < 2 ? [(left + right) / 2, "middle"] : n ? [right, "end"] : [left, "start"];
	return drawn("text", { x, y: HIGH - 6, "text-anchor": anchor, class: "mt-text" }, label);
}
function table({ name, points }) {
	const head = h("tr", {}, h("th", { scope: "col" }, "Day"), h("th", { scope: "col" }, "Score"));
	const rows = points.map(({ label, value }) => h("tr", {}, h("td", {}, label), h("td", {}, `${value}`)));
	const whole = h("table", { class: "mt-table", "aria-label": name }, h("thead", {}, head), h("tbody", {}, ...rows));
	return h("details", { class: "fu-part" }, h("summary", { "aria-label": `${name}: as a table` }, "As a table"), whole);
}
function halfTyped(day) {
	return day.startsWith("0");
}
function dayField(tell, props = {}) {
	let waits = false;
	const give = () => {
		waits = false;
		tell(control.value, control);
	};
	const changed = () => {
		waits = halfTyped(control.value) && control.matches(":focus");
		if (!waits) give();
	};
	const left = () => {
		if (waits) give();
	};
	const years = { max: "9999-12-31" };
	const control = h("input", { type: "date", ...years, ...props, onchange: changed, onblur: left });
	return control;
}
function foldsNarrow(panel, name) {
	panel.id ||= `ms-fold-${fresh()}`;
	const act = button("", () => set(!panel.classList.contains("ms-folded")), { class: "hs-plain hs-small ms-unfold", "aria-controls": panel.id });
	const set = (folded) => {
		panel.classList.toggle("ms-folded", folded);
		act.textContent = folded ? "Show" : "Hide";
		act.setAttribute("aria-label", `${act.textContent}: ${name}`);
		act.setAttribute("aria-expanded", String(!folded));
	};
	panel.querySelector(".ms-head")?.append(act);
	set(true);
	panel.addEventListener("ms-unfold", () => set(false));
}
function jumpList(panels) {
	const items = panels.map(([name, panel]) => {
		const act = button(name, () => {
			panel.dispatchEvent(new CustomEvent("ms-unfold"));
			const heading = panel.querySelector("h2, h3");
			panel.scrollIntoView({ block: "start" });
			if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
		});
		act.className = "hs-small";
		return { panel, item: h("li", {}, act) };
	});
	const list = h("ul", {}, ...items.map(({ item }) => item));
	const node = h("nav", { class: "ms-jump", "aria-label": "On this page" }, list);
	const draw = () => {
		for (const { panel, item } of items) item.hidden = panel.hidden;
	};
	return { node, draw };
}
function byField(faults, fieldOf) {
	const found = /* @__PURE__ */ new Map();
	for (const fault of faults) {
		const field2 = fieldOf(fault.where);
		found.set(field2, [...found.get(field2) ?? [], fault]);
	}
	return found;
}
function atFields({ controls, fieldOf, refused, taken }) {
	const clear = () => controls().forEach(settle);
	return { refused: (faults) => {
		clear();
		const found = byField(faults, fieldOf);
		const isTold2 = [...found].map(([control, own]) => refuse(control, own)).every(Boolean);
		[...found.keys()][0]?.focus();
		refused();
		return isTold2;
	}, taken: () => {
		clear();
		taken();
	} };
}
var OTHER = "";
var PLACES = { name: "score, name", day: "score, day" };
function totalsPart(send, say) {
	const none = h("p", { class: "hs-quiet" }, "No other score was noted yet.");
	const list = h("div", { class: "mt-lines" });
	const form = noteForm(send, say);
	const head = h("div", { class: "ms-head" }, h("h3", { tabindex: "-1" }, "Other scores"));
	const node = h("div", { class: "mt-totals" }, head, form.node, none, list);
	foldsNarrow(node, "Other scores");
	const undo = ({ number, total }, name) => {
		say("Saving…");
		send({ do: "undo_score", number }, { refused: () => false, taken: () => say(`Taken back: ${name} ${total}.`, true) });
	};
	const drawList = whenNew((totals) => {
		none.hidden = Boolean(totals.length);
		list.replaceChildren(...totals.map((total) => totalPart(total, undo)));
	});
	const draw = (matters) => {
		drawList(matters.totals);
		form.draw(matters);
	};
	return { node, draw };
}
function totalPart({ line: told4, entries }, undo) {
	const rows = entries.map((entry) => {
		const { label, total, noted, gone } = entry;
		const what = h("b", {}, `${label}: ${total}`);
		if (gone) return h("li", { class: "mt-gone" }, h("p", {}, what), h("p", { class: "hs-quiet" }, `${noted}. ${gone}`));
		const props = { class: "hs-small", "aria-label": `Undo ${told4.name} ${total} of ${label}` };
		const act = button("Undo", () => undo(entry, told4.name), props);
		return h("li", {}, h("p", {}, what), h("p", { class: "hs-quiet" }, noted), act);
	});
	const node = scoreLine({ ...told4 });
	node.querySelector("details")?.remove();
	node.append(h("ul", { class: "mt-entries", "aria-label": `${told4.name}: what was noted` }, ...rows));
	return node;
}
function aboutOf(offered, key) {
	const about = offered.find((one) => one.key === key)?.about;
	return about ? `${about}.` : "Any total, by a name of your own. No range and no band of change is known of it.";
}
function noteForm(send, say) {
	let [code, today] = ["", ""];
	let offered = [];
	const score = h("select", { onchange: () => chosen() }, ...choices([]));
	const name = line();
	const day = dayField(() => {
	});
	const total = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", maxlength: 40 });
	const about = h("p", { class: "hs-quiet mt-about" });
	const called = field("Its name", name);
	const act = button("Note it", () => node.requestSubmit(), { class: "hs-add" });
	const fields = [field("Score", score), called, field("Day", day), field("Total", total)];
	const node = h("form", { class: "mt-form", "aria-label": "Note a total", onsubmit: submit }, ...fields, act, about);
	const chosen = () => {
		called.hidden = score.value !== OTHER;
		about.textContent = aboutOf(offered, score.value);
	};
	const controls = [score, name, day, total];
	function submit(event) {
		event.preventDefault();
		const what = score.value || name.value.trim();
		const said = `Noted: ${score.value ? score.selectedOptions[0]?.textContent : what} ${total.value.trim()}.`;
		say("Saving…");
		const sent = sentOf(total);
		const asker = atFields({ controls: () => controls, fieldOf: (where) => where === PLACES.name && !called.hidden ? name : where === PLACES.day ? day : total, refused: () => say("Not noted: see the field."), taken: () => {
			if (sent.stands()) total.value = "";
			say(said);
			total.focus();
		} });
		send({ do: "note_score", code, score: what, day: day.value, total: total.value }, asker);
	}
	const draw = (matters) => {
		if (code === matters.code && today === matters.today) return;
		[code, today, offered] = [matters.code, matters.today, matters.offered];
		settleAll(node);
		score.replaceChildren(...choices([...offered.map((one) => [one.key, one.name]), OTHER_CHOICE]));
		for (const control of [name, total]) control.value = "";
		day.value = today;
		chosen();
	};
	return { node, draw };
}
var OTHER_CHOICE = [OTHER, "Another score"];
function newScores(day, boxes) {
	return boxes.filter(({ asked, text }) => text.trim() !== asked.was).map(({ asked, text }) => ({ ...{ day, column: asked.column, text: text.trim(), was: asked.was }, ...{ item_id: "", side: "", slot: 1 } }));
}
function visitPart(send, say) {
	const title = h("h3", {});
	const closed = h("p", { class: "hs-quiet" });
	const place2 = h("div", { class: "mt-fields" });
	const by = line();
	const whose2 = field("Asked by", by);
	const keep = button("Keep these scores", () => form.requestSubmit(), { class: "hs-add" });
	const form = h("form", { class: "mt-form", onsubmit: submit }, place2, whose2, keep);
	const node = h("div", { class: "mt-visit" }, title, closed, form);
	let boxes = [];
	let [code, day, version] = ["", "", 0];
	function submit(event) {
		event.preventDefault();
		const typed2 = newScores(day, boxes.map(({ asked, input }) => ({ asked, text: input.value })));
		if (!typed2.length) {
			say("Nothing new to keep.");
			return;
		}
		say("Saving…");
		send({ do: "type", code, version, by: by.value, typed: typed2 }, asker);
	}
	const asker = atFields({ controls: () => [by, ...boxes.map(({ input }) => input)], fieldOf: (where) => boxes.find(({ asked }) => where.endsWith(asked.column.replace("_", " ")))?.input ?? by, refused: () => say("Not saved: see the field."), taken: () => say("Saved in the diary.") });
	const draw = whenNew((whoseCode, visit3, who) => {
		const isSame = code === whoseCode && day === visit3.day && sameAsked(boxes, visit3.asked);
		[code, day, version] = [whoseCode, visit3.day, visit3.version];
		title.textContent = visit3.label ? `Asked today, ${visit3.label}` : "Asked today";
		closed.textContent = visit3.closed;
		closed.hidden = !visit3.closed;
		form.hidden = !visit3.asked.length;
		node.hidden = !visit3.asked.length && !visit3.closed;
		if (isSame) {
			boxes.forEach((box, n) => {
				renew(box, visit3.asked[n] ?? box.asked);
			});
			return;
		}
		settleAll(form);
		by.value = who;
		boxes = visit3.asked.map((asked) => ({ asked, input: boxOf(asked) }));
		place2.replaceChildren(...boxes.map(({ asked, input }) => field(`${asked.name}, 0 to 10`, input)));
	});
	return { node, draw };
}
function boxOf({ was }) {
	const input = h("input", { type: "text", inputmode: "numeric", autocomplete: "off", maxlength: 20 });
	input.value = was;
	return input;
}
function sameAsked(boxes, asked) {
	return boxes.length === asked.length && boxes.every((box, n) => box.asked.column === asked[n]?.column && box.asked.name === asked[n]?.name);
}
function renew(box, now) {
	if (box.input.value === box.asked.was) box.input.value = now.was;
	box.asked = now;
}
function mattersSection(send) {
	const kept = h("p", { class: "hs-quiet mt-kept", role: "status", tabindex: "-1" });
	const say = (text, focus = false) => {
		kept.textContent = text;
		if (focus) kept.focus({ preventScroll: true });
	};
	const told4 = h("p", {});
	const lines = h("div", { class: "mt-lines" });
	const visit3 = visitPart(send, say);
	const totals = totalsPart(send, say);
	const head = h("div", { class: "hs-head" }, h("h2", { tabindex: "-1" }, "What matters to this patient"), kept);
	const props = { class: "hs-panel mt", "aria-label": "What matters to this patient", hidden: true };
	const asked = h("div", { class: "mt-asked" }, visit3.node, totals.node);
	const node = h("section", props, head, told4, h("div", { class: "mt-two" }, lines, asked));
	const drawLines = whenNew((activities) => {
		const span = spanOf(activities);
		lines.replaceChildren(...activities.map((line2) => scoreLine(line2, span)));
	});
	let whose2 = "";
	const draw = (matters) => {
		node.hidden = !matters.code;
		if (whose2 !== matters.code) say("");
		whose2 = matters.code;
		told4.textContent = matters.told;
		told4.hidden = !matters.told;
		lines.hidden = !matters.activities.length;
		drawLines(matters.activities);
		visit3.draw(matters.code, matters.visit, matters.by);
		totals.draw(matters);
	};
	return { node, draw };
}
function keyOf(id, issued) {
	return issued ? `${id} ${issued.code} ${issued.version}` : id;
}
function pictures(send) {
	const known = /* @__PURE__ */ new Map();
	const waiting = /* @__PURE__ */ new Map();
	const fill = (place2, svg) => {
		place2.hidden = !svg;
		if (svg) place2.replaceChildren(drawing2(svg, ""));
	};
	const asks = /* @__PURE__ */ new Map();
	const ask = (place2, key) => {
		const svg = known.get(key);
		const places = waiting.get(key);
		if (svg !== void 0) fill(place2, svg);
		else if (places) places.push(place2);
		else {
			waiting.set(key, [place2]);
			asks.get(key)?.();
		}
	};
	const seen = new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries) {
			if (!isIntersecting || !(target instanceof HTMLElement)) continue;
			seen.unobserve(target);
			ask(target, target.dataset.picture ?? "");
		}
	}, { rootMargin: "200px" });
	const heard = ({ id, issued, svg }) => {
		const key = keyOf(id, issued);
		known.set(key, svg);
		for (const place2 of waiting.get(key) ?? []) fill(place2, svg);
		waiting.delete(key);
		for (const place2 of document.querySelectorAll(`.hs-thumb[data-picture="${CSS.escape(key)}"]`)) {
			if (place2.firstChild && place2 instanceof HTMLElement) fill(place2, svg);
		}
	};
	const small = (id, issued = null) => {
		const key = keyOf(id, issued);
		const place2 = h("span", { class: "hs-thumb", "data-picture": key, "aria-hidden": "true" });
		asks.set(key, () => send({ do: "picture", exercise_id: id, ...issued && { issued } }));
		const svg = known.get(key);
		if (svg !== void 0) fill(place2, svg);
		else seen.observe(place2);
		return place2;
	};
	return { small, heard, drop: () => seen.disconnect() };
}
function drawing2(svg, alt) {
	return h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt });
}
var RING = "M8 1a7 7 0 1 0 .01 0z";
var LEVELS = { STOP: ["Stop", "M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5 8h6"], ERROR: ["Error", "M2 2h12v12H2z", "M5.5 5.5l5 5m0-5l-5 5"], AVOID: ["Avoid", RING, "M3.5 3.5l9 9"], CAUTION: ["Caution", "M8 1.5l7 13H1z", "M8 6v4m0 1.8v.7"], INFO: ["Info", RING, "M8 7.2v4.3m0-7v.7"], OK: ["Clear", RING, "M4.8 8.2l2.2 2.3 4.2-4.6"] };
function icon(level) {
	const [, ...outlines] = LEVELS[level];
	const paths = outlines.map((d) => drawn("path", { d }));
	return drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "hs-sign" }, ...paths);
}
function sourced(source, rule = "") {
	const plain = source.replace(/ \([A-Z]\)/g, "");
	return h("span", { class: "hs-quiet", title: [rule, source].filter(Boolean).join(": ") }, `Source: ${plain}.`);
}
function unreadPanel(opens, send) {
	const title = h("h3", { id: "ms-unread", tabindex: "-1" });
	const all = button("Mark all as read", () => {
	}, { class: "hs-small" });
	const list = h("ul", { class: "ms-unread" });
	const past = h("ul", { class: "ms-unread" });
	const summary = h("summary", {});
	const fold = h("details", { class: "ms-fold" }, summary, past);
	const node = h("section", { class: "hs-panel ms-panel ms-notes", "aria-labelledby": "ms-unread" }, h("div", { class: "ms-head" }, title, all), list, fold);
	let keys = [];
	all.addEventListener("click", () => send({ do: "read", notes: keys }));
	const draw = whenNew(({ unread, read }) => {
		keys = unread.map(({ key }) => key);
		node.hidden = !unread.length && !read.length;
		title.textContent = unread.length ? `${numbered(unread.length, "note")} unread` : "No note unread";
		all.hidden = unread.length < 2;
		list.replaceChildren(...unread.map((one) => noteRow(one, opens, "Read", () => send({ do: "read", notes: [one.key] }))));
		list.hidden = !unread.length;
		fold.hidden = !read.length;
		summary.textContent = `${numbered(read.length, "note")} read`;
		past.replaceChildren(...read.map((one) => noteRow(one, opens, "Unread again", () => send({ do: "unread", note: one.key }))));
	});
	return { node, draw };
}
function noteRow({ key, when, text, mark: mark2, figure }, opens, act, press) {
	const props = { class: "hs-small", "aria-label": `${act}: ${text}`, "data-key": `note ${key}` };
	const marked2 = mark2 ? h("b", { class: "ms-red" }, `${mark2}. `) : "";
	const about = h("span", { class: "hs-quiet" }, opens(figure, when, `Note of ${when}`));
	return h("li", {}, h("span", {}, marked2, h("q", {}, text), " ", about), " ", button(act, press, props));
}
var FIELDS = { "Dealt, by": "Name", "Dealt, role": "Role", "Dealt, what": "What was done" };
function asidePanel(opens, send) {
	const signs = h("div", { class: "ms-signs" });
	const list = h("ul", { class: "ms-alerts" });
	const title = h("h3", { id: "ms-alerts", tabindex: "-1" }, "Worth a call");
	const note = h("p", { class: "ms-about" });
	const head = h("div", { class: "ms-head" }, icon("CAUTION"), title, note);
	const alerts = h("section", { class: "hs-panel ms-panel ms-call", "aria-labelledby": "ms-alerts" }, head, list);
	const notes = unreadPanel(opens, send);
	const node = h("div", { class: "ms-aside" }, signs, alerts, notes.node);
	const draw = whenNew((shown2) => {
		signs.replaceChildren(...shown2.signs.length ? [signsPart(shown2, opens, send)] : []);
		note.textContent = shown2.note;
		notes.draw({ unread: shown2.unread, read: shown2.read });
		alerts.hidden = !shown2.alerts.length;
		list.replaceChildren(...shown2.alerts.map((alert) => alertRow(alert, opens)));
	});
	return { node, draw };
}
function alertRow({ rule, title, why, source, figure }, opens) {
	return h("li", {}, h("b", {}, `${title}. `), `${why} `, opens(figure, "rows", title), " ", sourced(source, rule));
}
function signsPart({ signs, by, role }, opens, send) {
	const title = `${numbered(signs.length, "sign")} for help, not dealt with`;
	return h("section", { class: "ms-sign-panel", "aria-labelledby": "ms-signs" }, h("div", { class: "ms-head" }, icon("STOP"), h("h3", { id: "ms-signs", tabindex: "-1" }, title), h("p", { class: "ms-about" }, "Hold the exercises until it is dealt with.")), ...signs.map((sign) => signPart(sign, by, role, opens, send)));
}
function signPart({ key, said, urgency, figure }, by, role, opens, send) {
	const [name, as, what] = [line(), line(), line()];
	name.value = by;
	as.value = role;
	const { node: faults, asker, clear } = atForm(FIELDS, () => {
	}, { "Dealt, by": name, "Dealt, role": as, "Dealt, what": what });
	const id = `ms-deal-${fresh()}`;
	const cancel = button("Cancel", () => set(false));
	const sign = h("button", { type: "submit", class: "hs-first" }, "Sign that it was dealt with");
	const form = h("form", { id, hidden: true, class: "ms-deal" }, ...[field("Name", name), field("Role", as), field("What was done", what, { class: "hs-field ms-what-done" })], h("div", { class: "hs-tools" }, sign, cancel), faults);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		send({ do: "deal", sign: key, by: name.value, role: as.value, what: what.value }, asker);
	});
	const opener2 = button("Dealt with…", () => set(form.hasAttribute("hidden")), { "aria-expanded": "false", "aria-controls": id });
	const set = (open) => {
		form.hidden = !open;
		opener2.setAttribute("aria-expanded", String(open));
		clear();
		(open ? what : opener2).focus();
	};
	const rows = figure ? opens(figure, "rows", `Sign for help ${said}`) : "";
	const words = h("p", {}, h("b", {}, said), " ", rows, h("br", {}), h("b", { class: "ms-urgency" }, urgency));
	return h("div", { class: "ms-sign" }, h("div", { class: "ms-sign-head" }, words, opener2), form);
}
var HEADS = [["when", "Day"], ["exercise", "Exercise"], ["side", "Side"], ["status", "Mark"], ["amounts", "Done"], ["pain", "Scores"], ["note", "Said"], ["source", "Came from"]];
function behindDialog(send) {
	const title = h("h3", { tabindex: "-1", id: "ms-behind-title" });
	const said = h("p", { class: "hs-quiet" });
	const body = h("div", { class: "ms-behind-rows", tabindex: "0", role: "region", "aria-label": "Diary rows" });
	const close = () => node.close();
	const refused = () => {
		close();
		return false;
	};
	const head = h("div", { class: "hs-head" }, title, button("Close", close, { class: "ms-close" }));
	const node = h("dialog", { class: "ms-behind", "aria-labelledby": "ms-behind-title" }, head, said, body);
	let asked = "";
	let from = null;
	node.addEventListener("keydown", (event) => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		event.stopPropagation();
		close();
	});
	node.addEventListener("click", (event) => {
		if (event.target === node) close();
	});
	node.addEventListener("close", () => {
		asked = "";
		from?.focus();
	});
	const show3 = (figure, about) => {
		asked = figure;
		from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
		title.textContent = about;
		said.textContent = "Reading the rows…";
		body.replaceChildren();
		node.showModal();
		title.focus();
		send({ do: "rows", figure }, { refused, taken: () => {
		} });
	};
	const heard = ({ figure, rows, more, blank }) => {
		if (figure !== asked) return;
		said.textContent = inWords(rows.length, more, blank);
		body.replaceChildren(...rows.length ? [table2(rows, title.textContent ?? "")] : []);
		body.hidden = !rows.length;
	};
	return { node, show: show3, heard };
}
function inWords(shown2, more, blank) {
	const rows = shown2 ? `${numbered(shown2 + more, "diary row")}.` : "No diary row.";
	const left = more ? ` The first ${shown2} are shown.` : "";
	const none = blank.length ? ` Due, and nothing logged: ${blank.join("; ")}.` : "";
	return `${rows}${left}${none}`;
}
function columns(rows, title) {
	return HEADS.filter(([name]) => {
		const values = new Set(rows.map((row) => row[name]));
		const [only = ""] = values;
		const is_said = values.size === 1 && (name === "exercise" || name === "side") && title.includes(only);
		return values.size > 1 || only !== "" && !is_said;
	});
}
function table2(rows, title) {
	const used = columns(rows, title);
	const head = h("tr", {}, ...used.map(([, text]) => h("th", { scope: "col" }, text)));
	const lines = rows.map((row) => h("tr", {}, ...used.map(([name, text]) => h("td", { "data-label": text, class: `ms-c-${name}` }, row[name]))));
	return h("table", { class: "ms-table" }, h("thead", {}, head), h("tbody", {}, ...lines));
}
function chartPanel(name, say, kind = "") {
	const id = `ms-${fresh()}`;
	const about = h("p", { class: "ms-about" });
	const body = h("div", { class: "ms-chart" });
	const rest = h("div", { class: "ms-rest" });
	const copy = copyButton(name, say);
	const heading = h("h3", { id, tabindex: "-1" }, name);
	const head = h("div", { class: "ms-head" }, heading, about, copy.node);
	const node = h("section", { class: `hs-panel ms-panel ${kind}`, "aria-labelledby": id }, head, body, rest);
	return { node, about, body, rest, copy };
}
function plainPanel(name, kind, ...kids) {
	const head = h("div", { class: "ms-head" }, h("h3", { id: `${kind}-title`, tabindex: "-1" }, name));
	return h("section", { class: `hs-panel ms-panel ${kind}`, "aria-labelledby": `${kind}-title` }, head, ...kids);
}
function copyButton(name, say) {
	let code = "";
	const text = h("pre", { class: "ms-code", hidden: true, tabindex: "0", "aria-label": `Code of ${name}` });
	const done = async () => {
		try {
			await navigator.clipboard.writeText(code);
			act.textContent = "Copied";
			say("Copied as code");
		} catch {
			text.textContent = code;
			text.hidden = false;
			text.focus();
		}
	};
	const rest = () => {
		act.textContent = "Copy as code";
	};
	const props = { class: "hs-plain ms-copy", onblur: rest, "aria-label": `Copy as code: ${name}` };
	const act = button("Copy as code", () => void done(), props);
	const node = h("div", { class: "ms-copying" }, act, text);
	const draw = (now) => {
		code = now;
		text.hidden = true;
		rest();
	};
	return { node, draw };
}
function tableFold(name, heads, rows) {
	const top = h("tr", {}, ...heads.map((text) => h("th", { scope: "col" }, text)));
	const lines = rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, cell))));
	const table3 = h("table", { class: "ms-table" }, h("thead", {}, top), h("tbody", {}, ...lines));
	const place2 = h("div", { class: "ms-scroll", tabindex: "0", role: "region", "aria-label": `${name}, table` }, table3);
	return h("details", { class: "ms-fold" }, h("summary", {}, "As a table"), place2);
}
function picture(width, height, title, desc, ...kids) {
	const id = `ms-${fresh()}`;
	const props = { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-labelledby": `${id}t ${id}d` };
	const words = [drawn("title", { id: `${id}t` }, title), drawn("desc", { id: `${id}d` }, desc)];
	return drawn("svg", { ...props, class: "ms-svg" }, ...words, ...kids);
}
function sized(place2) {
	let draw = () => h("span", {});
	let width = 0;
	const again = () => {
		if (width) place2.replaceChildren(draw(width));
	};
	const seen = new ResizeObserver(([entry]) => {
		const now = Math.floor(entry?.contentRect.width ?? 0);
		if (now === width) return;
		width = now;
		again();
	});
	seen.observe(place2);
	return { draw: (by) => {
		draw = by;
		again();
	} };
}
var BOX = "M2.5 2.5h13v13h-13z";
var MARKS2 = { done: ["Done", [BOX, "full"], ["M5.5 9.2l2.4 2.5 4.6-5.2", "on"]], partial: ["Partly done", [BOX, "line"], ["M2.5 15.5v-13h6.5v13z", "full"]], not_done: ["Not done", [BOX, "line"], ["M5.5 5.5l7 7m0-7l-7 7", "line"]], missing: ["Not logged", [BOX, "dash"]], rest: ["Nothing due", ["M6 9h6", "line"]], pause: ["Pause", ["M6.5 5v8m5-8v8", "line"]], ahead: ["Yet to come"] };
var WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
var STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
function calendarPanel(show3, say) {
	const panel = chartPanel("Days", say, "ms-calendar");
	const legend = Object.keys(MARKS2).filter((kind) => kind !== "ahead").map((kind) => h("li", {}, mark(kind), MARKS2[kind][0]));
	const place2 = h("div", { class: "ms-days" });
	panel.body.append(place2, h("ul", { class: "hs-legend" }, ...legend));
	const draw = whenNew(({ weeks, code }) => {
		panel.copy.draw(code);
		const head = h("tr", {}, h("th", { scope: "col" }, "From"), ...WEEKDAYS.map((day) => h("th", { scope: "col" }, day)));
		const rows = weeks.map((week) => weekRow(week, show3));
		const caption = h("caption", { class: "hs-unseen" }, "Each day of the plan. The arrow keys lead from day to day.");
		place2.replaceChildren(h("table", {}, caption, h("thead", {}, head), h("tbody", {}, ...rows)));
		place2.querySelector("button")?.setAttribute("tabindex", "0");
		place2.scrollTop = place2.scrollHeight;
	});
	place2.addEventListener("keydown", (event) => step(event, place2));
	return { node: panel.node, draw };
}
function weekRow({ title, days }, show3) {
	const cells = days.map((day, n) => h("td", { "data-n": n }, ...day ? [dayCell(day, show3)] : []));
	return h("tr", {}, h("th", { scope: "row" }, title), ...cells);
}
function dayCell({ number, day_is, extra, spoken: spoken2, begins, figure }, show3) {
	const kids = [mark(day_is), h("span", { class: "ms-day-n" }, number)];
	if (extra) kids.push(h("span", { class: "ms-extra" }, "+"));
	if (begins) kids.push(h("span", { class: "ms-begins" }, `v${begins}`));
	const about = { class: `ms-day${begins ? " ms-new" : ""}`, title: spoken2 };
	if (!figure) return h("span", { ...about, role: "img", "aria-label": spoken2 }, ...kids);
	const open = button("", () => show3(figure, spoken2), { ...about, "data-key": figure, "aria-label": spoken2, "aria-haspopup": "dialog", tabindex: "-1" });
	open.append(...kids);
	return open;
}
function mark(kind) {
	const [, ...paths] = MARKS2[kind];
	const lines = paths.map(([d, how]) => drawn("path", { d, class: `ms-${how}` }));
	return drawn("svg", { viewBox: "0 0 18 18", "aria-hidden": "true", class: `ms-day-mark ms-is-${kind}` }, ...lines);
}
function nextDay(places, at, by) {
	const last = Math.max(...places, -1);
	for (let place2 = at + by; place2 >= 0 && place2 <= last; place2 += by) if (places.includes(place2)) return place2;
	return -1;
}
function step(event, place2) {
	const by = STEPS[event.key];
	if (by === void 0 || !(event.target instanceof HTMLElement)) return;
	const cells = [...place2.querySelectorAll("td")];
	const places = cells.flatMap((cell, n) => cell.querySelector("button") ? [n] : []);
	const to = nextDay(places, cells.indexOf(event.target.closest("td")), by);
	event.preventDefault();
	event.stopPropagation();
	const open = cells[to]?.querySelector("button");
	if (!open) return;
	event.target.setAttribute("tabindex", "-1");
	open.setAttribute("tabindex", "0");
	open.focus();
}
function changesPanel(opens) {
	const list = h("div", { class: "ms-chart" });
	const node = plainPanel("Before and after", "ms-changes", list);
	foldsNarrow(node, "Before and after");
	const draw = whenNew((changes) => {
		node.hidden = !changes.length;
		list.replaceChildren(...changes.map((change) => changePart(change, opens)));
	});
	return { node, draw };
}
function changePart(change, opens) {
	const { title, before, after: after2, said, statistics, before_figure, after_figure } = change;
	const fold = h("details", { class: "ms-fold" }, h("summary", {}, "In statistics"));
	fold.append(...statistics.map((text) => h("p", {}, text)));
	return h("div", { class: "ms-changed" }, h("h4", {}, title), h("dl", { class: "ms-sides" }, h("div", {}, h("dt", {}, "Before"), h("dd", {}, opens(before_figure, before, `${title}, before`))), h("div", {}, h("dt", {}, "Since then"), h("dd", {}, opens(after_figure, after2, `${title}, since then`)))), h("p", {}, said), fold);
}
var NONE = "–";
var HEADS2 = [["Exercise", "place", "by place in the plan"], ["Sessions", "sort_share", "by sessions done"], ["Sides", null, ""], ["Dose", "sort_dose", "by share of the dose, what is beyond the plan left out"], ["Volume", "sort_volume", "by volume, what is beyond the plan counted"], ["Left out because", "sort_reasons", "by number of reasons"], ["Pain after", "sort_pain", "by median pain after"]];
function sorted(lines, by, down) {
	return [...lines].sort((one, other) => {
		const [a, b] = [one[by], other[by]];
		if (a === b) return one.place - other.place;
		if (a === null || b === null) return a === null ? 1 : -1;
		return down ? b - a : a - b;
	});
}
function exercisesPanel(opens, say, small) {
	const panel = chartPanel("Exercises", say, "ms-exercises");
	const body = h("tbody", {});
	let by = "place";
	let down = false;
	let lines = [];
	const fill = () => {
		body.replaceChildren(...sorted(lines, by, down).map((line2) => exerciseRow(line2, opens, small)));
		for (const { cell, of } of heads) {
			if (of) cell.setAttribute("aria-sort", of !== by ? "none" : down ? "descending" : "ascending");
		}
	};
	const heads = HEADS2.map(([text, of, about]) => {
		if (!of) return { cell: h("th", { scope: "col" }, text), of };
		const act = () => {
			down = of === by ? !down : of !== "place" && of !== "sort_share";
			by = of;
			fill();
			say(`Sorted ${about}`);
		};
		return { cell: h("th", { scope: "col" }, button(text, act, { class: "ms-sort", title: `Sort ${about}` })), of };
	});
	const head = h("tr", {}, ...heads.map(({ cell }) => cell));
	panel.body.append(h("table", { class: "ms-exercise-table" }, h("thead", {}, head), body));
	const draw = whenNew((shown2) => {
		lines = shown2.lines;
		panel.copy.draw(shown2.code);
		fill();
		panel.node.hidden = !lines.length;
	});
	return { node: panel.node, draw };
}
function exerciseRow(line2, opens, small) {
	const { name, place: place2, share, sort_share, interval, sides, is_gap, dose, volume, is_over, reasons, pain, figure } = line2;
	const bar = h("span", { class: "ms-mini", "aria-hidden": "true" }, h("span", {}));
	bar.style.setProperty("--share", `${(sort_share ?? 0) * 100}%`);
	const rate = h("div", { class: "ms-rate" }, opens(figure, share, name), bar);
	const range = interval ? h("span", { class: "hs-quiet" }, `between ${interval.replace(" to ", " and ")}`) : "";
	const sided = sides.map((one) => h("span", { class: "ms-side" }, `${one.name} `, opens(one.figure, one.said, `${name}, ${one.name}`)));
	const first = h("th", { scope: "row" }, small(line2.exercise_id), h("span", {}, `${place2}. ${name}`));
	const cell = (n, ...kids) => {
		const none = kids[0] === NONE ? { class: "ms-none" } : {};
		return h("td", { "data-label": HEADS2[n]?.[0] ?? "", ...none }, h("div", {}, ...kids));
	};
	const number = (text, about, of = figure) => text ? opens(of, text, `${name}, ${about}`) : NONE;
	return h("tr", {}, first, cell(1, rate, range), cell(2, ...sided.length ? sided : [NONE], flag(is_gap, "The sides differ")), cell(3, number(dose, "dose")), cell(4, number(volume, "volume"), flag(is_over, "more than planned")), cell(5, number(reasons, "reasons")), cell(6, number(pain, "median pain after", line2.sessions_figure)));
}
function flag(is, text) {
	return is ? h("span", { class: "ms-flag" }, text) : "";
}
function habitsPanel(opens, say) {
	const panel = chartPanel("How it is done", say, "ms-habits");
	const facts = h("dl", { class: "ms-facts" });
	const clock2 = h("dl", { class: "ms-clock" });
	const title = h("h4", {}, "Time of day");
	panel.body.append(facts, title, clock2);
	foldsNarrow(panel.node, "How it is done");
	const draw = whenNew((shown2) => {
		panel.copy.draw(shown2.code);
		facts.replaceChildren(...shown2.facts.map(({ name, said, figure }) => h("div", {}, h("dt", {}, name), h("dd", {}, opens(figure, said, name)))));
		title.hidden = !shown2.clock.length;
		clock2.replaceChildren(...shown2.clock.map((bar) => clockBar(bar, shown2.clock, opens)));
	});
	return { node: panel.node, draw };
}
function clockBar({ name, sessions, said, figure }, all, opens) {
	const bar = h("span", { class: "ms-mini", "aria-hidden": "true" }, h("span", {}));
	bar.style.setProperty("--share", `${100 * sessions / Math.max(...all.map((one) => one.sessions))}%`);
	return h("div", {}, h("dt", {}, name), h("dd", {}, bar, opens(figure, said, name)));
}
function hatches() {
	const id = `ms-hatch-${fresh()}`;
	const size = { width: 6, height: 6, patternUnits: "userSpaceOnUse" };
	const lines = drawn("pattern", { id, ...size, patternTransform: "rotate(45)" }, drawn("rect", { width: 6, height: 6, class: "ms-hatch-ground" }), drawn("rect", { width: 2.4, height: 6, class: "ms-hatch-line" }));
	const dots = drawn("pattern", { id: `${id}d`, ...size }, drawn("rect", { width: 6, height: 6, class: "ms-dot-ground" }), drawn("circle", { cx: 3, cy: 3, r: 0.9, class: "ms-dot" }));
	const fill = (kind) => ({ done: "", not_done: `url(#${id})`, missing: `url(#${id}d)` })[kind];
	const block = (kind, box) => {
		const by = fill(kind);
		return drawn("rect", { class: `ms-fill-${kind}`, ...box, ...by ? { fill: by } : {} });
	};
	return { defs: drawn("defs", {}, lines, dots), block };
}
var MARK = 0.8;
var BAR = { top: 24, height: 20 };
function headlinePanel(opens) {
	const first = h("p", { class: "ms-first" });
	const rest = h("div", { class: "ms-more" });
	const counts = h("ul", { class: "ms-counts" });
	const bar = h("div", { class: "ms-bar" });
	const key = h("ul", { class: "hs-legend ms-key" });
	const badge = h("span", { class: "ms-badge" });
	const rule = h("p", { class: "hs-quiet" });
	const simple = h("p", {});
	const caveat = h("p", {});
	const fold = h("details", { class: "ms-fold" }, h("summary", {}, "How sure this is"), caveat, simple);
	const node = h("section", { class: "hs-panel ms-panel ms-headline", "aria-labelledby": "ms-headline" }, h("div", { class: "ms-head" }, h("h3", { id: "ms-headline", tabindex: "-1" }, "What was done"), badge), ...[first, bar, key, counts, rest, rule, fold]);
	const drawing3 = sized(bar);
	const draw = whenNew((shown2) => {
		const [lead = "", ...more] = shown2.sentences;
		first.textContent = lead;
		rest.replaceChildren(...more.map((text) => h("p", {}, text)));
		badge.textContent = shown2.badge;
		badge.hidden = !shown2.badge;
		counts.replaceChildren(...shown2.counts.map(({ name, said, figure }) => h("li", {}, h("span", { class: "hs-quiet" }, name), " ", opens(figure, said, name))));
		rule.textContent = shown2.rule;
		caveat.textContent = shown2.caveat;
		simple.textContent = shown2.comparison && `For comparison: ${shown2.comparison}`;
		for (const part2 of [bar, key, counts]) part2.hidden = shown2.recorded === null;
		key.replaceChildren(...keysOf(shown2));
		drawing3.draw((width) => barOf(shown2, width));
	});
	return { node, draw };
}
function keysOf({ recorded, upper, low }) {
	const keys = [["done", "Recorded as done"]];
	if (low !== null) keys.push(["interval", "Interval of 95 %"]);
	if (recorded !== upper) keys.push(["upper", "If all that was not logged had been done"]);
	return keys.map(([kind, text]) => h("li", {}, h("span", { class: `ms-swatch ms-swatch-${kind}` }), text));
}
function barAt({ recorded, upper, low, high }, width) {
	const at = (share) => Math.round((share ?? 0) * (width - 2)) + 1;
	return { recorded: at(recorded), upper: at(Math.max(upper ?? 0, recorded ?? 0)), mark: at(MARK), interval: low === null || high === null ? null : [at(low), at(high)] };
}
function barOf(shown2, width) {
	const { recorded, upper, mark: mark2, interval } = barAt(shown2, width);
	const { defs, block } = hatches();
	const box = { y: BAR.top, height: BAR.height };
	const end = BAR.top + BAR.height;
	const parts = [defs, drawn("rect", { class: "ms-track", x: 0.5, width: width - 1, ...box }), block("missing", { x: recorded, width: upper - recorded, ...box }), block("done", { x: 0.5, width: Math.max(recorded - 0.5, 0), ...box }), drawn("line", { class: "ms-mark", x1: mark2, x2: mark2, y1: BAR.top - 6, y2: end + 6 }), drawn("text", { class: "ms-text", x: mark2, y: BAR.top - 10, "text-anchor": "middle" }, "80 %")];
	if (interval) {
		const [low, high] = interval;
		const d = `M${low} ${end + 6}v10M${low} ${end + 11}H${high}M${high} ${end + 6}v10`;
		parts.push(drawn("path", { class: "ms-interval", d }));
	}
	return picture(width, end + 20, "Share of the sessions done", shown2.sentences.join(" "), ...parts);
}
var FIRST = { class: "hs-first" };
var STATES = { taken: "Taken into the draft", edited: "Edited otherwise in the draft", past: "As it was then" };
function nextPanel(opens, send) {
	const list = h("ul", { class: "ms-proposals" });
	const note = h("p", { class: "ms-about" });
	const draft = h("p", { class: "ms-draft" });
	const planner = beside("plan.ipynb");
	const on = h("div", { class: "ms-ways", role: "group", "aria-label": "On to the next plan" });
	const node = h("section", { class: "hs-panel ms-panel ms-next", "aria-labelledby": "ms-next" }, h("div", { class: "ms-head" }, h("h3", { id: "ms-next", tabindex: "-1" }, "Next plan"), note, on), list, draft);
	const take = (item_id) => send({ do: "take", item_id });
	const giveBack2 = (item_id) => send({ do: "give_back", item_id });
	const goOn = (items) => send({ do: "next_plan", items: [...items] });
	const draw = whenNew((shown2) => {
		on.replaceChildren(...planner && shown2.opens ? waysOn(shown2).map((way, n) => wayButton(way, goOn, !n)) : []);
		note.textContent = shown2.note;
		draft.textContent = shown2.draft;
		draft.hidden = !shown2.draft;
		const groups = proposed(shown2.proposals);
		list.replaceChildren(...groups.map((group) => proposalPart(group, opens, take, giveBack2)));
	});
	const lead = ({ code, version }) => {
		if (planner) window.location.assign(`${planner}?plan=${encodeURIComponent(code)}&version=${version}`);
	};
	return { node, draw, lead };
}
function waysOn({ version, proposals }) {
	const items = proposals.filter(({ state }) => state === "open").map(({ item_id }) => item_id);
	const draft = version ? `Open the draft of version ${version}` : "";
	if (!items.length) return [{ text: draft || "Make the next plan", items }];
	const more = proposals.some(({ state }) => state === "taken") ? "more " : "";
	const changes = items.length === 1 ? `1 ${more}change` : `${items.length} ${more}changes`;
	return [{ text: `Next plan with ${changes}`, items }, { text: draft || "Next plan without changes", items: [] }];
}
function wayButton({ text, items }, goOn, isFirst2) {
	const title = "Opens the planner: a draft for you to review. Nothing is issued by itself.";
	return button(text, () => goOn(items), { title, "data-key": `on ${items.length > 0}`, ...isFirst2 ? FIRST : {} });
}
function proposed(proposals) {
	const changing = proposals.filter(({ state }) => state !== "nothing");
	const kept = proposals.filter(({ state }) => state === "nothing");
	return [...changing.map((one) => [one]), ...grouped(kept, ({ kind, why }) => `${kind}
${why}`).values()];
}
function proposalPart(group, opens, take, giveBack2) {
	const [first] = group;
	if (!first) return h("li", {});
	const { kind, words, why, source, state, name } = first;
	const items = group.map((one) => h("li", {}, one.name, h("span", { class: "hs-quiet" }, ` ${one.words}`)));
	const about = state === "nothing" ? [h("ul", { class: "ms-names" }, ...items)] : [h("span", {}, name), h("b", {}, words)];
	const behind = group.find((one) => one.figure);
	const rows = behind ? opens(behind.figure, "rows", `${kind}, ${behind.name}`) : "";
	return h("li", { class: `ms-proposal ms-${state}` }, h("div", { class: "ms-what" }, h("span", { class: "ms-kind" }, kind), ...about), h("p", { class: "ms-why" }, why, " ", sourced(source), " ", rows), h("div", { class: "ms-act" }, actOf(first, take, giveBack2)));
}
function actOf({ item_id, name, words, state }, take, giveBack2) {
	const key = { "data-key": `take ${item_id}` };
	if (state === "nothing") return "";
	if (state !== "open") {
		const said = h("span", { class: "ms-taken", tabindex: "-1", ...key }, STATES[state]);
		const back = { class: "hs-small", "aria-label": `Give back: ${name}, ${words}` };
		return state === "taken" ? h("span", {}, said, " ", button("Give back", () => giveBack2(item_id), back)) : said;
	}
	const text = "Take into the next version";
	const props = { class: "hs-add ms-take", "aria-label": `${text}: ${name}, ${words}`, ...key };
	return button(text, () => take(item_id), props);
}
function opener(show3) {
	return (figure, text, label) => {
		if (!figure) return h("span", {}, text);
		const props = { class: "ms-n", "data-key": figure, "aria-haspopup": "dialog", "aria-label": `${text}, ${label}: rows` };
		return button(text, () => show3(figure, `${label}: ${text}`), props);
	};
}
var STRIP = { height: 62, top: 6, tall: 50 };
var NARROWEST = 58;
var EDGE = { left: 112, right: 10, above: 16, below: 20 };
var LABEL = 84;
var WORST = 10;
var SERIES = [["before", "Before"], ["worst", "Worst"], ["after", "After"], ["morning", "Next morning"]];
var HEIGHT = EDGE.above + SERIES.length * STRIP.height + EDGE.below;
function painPanel(opens, say, show3) {
	const panel = chartPanel("Pain", say, "ms-pain");
	const place2 = h("div", {});
	const facts = h("dl", { class: "ms-facts" });
	const key = h("p", { class: "hs-quiet ms-pain-key" }, "● above 5, or not settled by the next morning  ○ all others");
	panel.body.append(place2, key, facts);
	const drawing3 = sized(place2);
	const draw = whenNew((shown2) => {
		const has = shown2.points.length > 0;
		panel.copy.draw(shown2.code);
		panel.about.textContent = has ? "0 to 10; the lines at 2 and 5 are the borders of the pain rule." : "No score.";
		for (const part2 of [place2, key, panel.rest]) part2.hidden = !has;
		facts.replaceChildren(...shown2.facts.map(({ name, said, figure }) => h("div", {}, h("dt", {}, name), h("dd", {}, opens(figure, said, name)))));
		drawing3.draw((width) => painLines(shown2, width, show3));
		panel.rest.replaceChildren(painTable(shown2.points, opens));
	});
	return { node: panel.node, draw };
}
function scales(days, width) {
	const wide = width - EDGE.left - EDGE.right;
	const round = (number) => Math.round(number * 10) / 10;
	return { x: (day) => round(EDGE.left + (day + 0.5) / Math.max(days, 1) * wide), y: (score, strip) => round(EDGE.above + strip * STRIP.height + STRIP.top + (1 - score / WORST) * STRIP.tall) };
}
function spaced(ticks, room) {
	const every = Math.max(1, Math.ceil(ticks.length / Math.max(1, Math.floor(room))));
	return ticks.filter((_, n) => n % every === 0);
}
function told3(points, score) {
	return points.flatMap((point) => {
		const value = point[score];
		if (point.at === null || value === null) return [];
		const limit = score === "morning" ? point.before ?? 2 : score === "before" ? WORST : 5;
		return [{ at: point.at, value, point, stands_out: value > limit }];
	});
}
function painLines({ points, days, ticks, marks, guides, facts }, width, show3) {
	const { x, y } = scales(days, width);
	const foot = HEIGHT - EDGE.below;
	const kids = [];
	for (const [at, label] of spaced(ticks, (width - EDGE.left) / NARROWEST)) {
		kids.push(drawn("text", { class: "ms-text", x: x(at), y: HEIGHT - 5, "text-anchor": "middle" }, label));
	}
	for (const { at, label } of marks) {
		kids.push(drawn("line", { class: "ms-change", x1: x(at - 0.5), x2: x(at - 0.5), y1: 0, y2: foot }));
		const late = x(at - 0.5) > width - LABEL;
		const place2 = late ? { x: x(at - 0.5) - 4, "text-anchor": "end" } : { x: x(at - 0.5) + 4 };
		kids.push(drawn("text", { class: "ms-text ms-strong", ...place2, y: 10 }, label));
	}
	SERIES.forEach(([score, name], strip) => {
		kids.push(...gridOf(width, guides, name, (value) => y(value, strip)));
		const its = told3(points, score);
		const d = its.map(({ at, value }, n) => `${n ? "L" : "M"}${x(at)} ${y(value, strip)}`).join("");
		if (d) kids.push(drawn("path", { class: "ms-line", d }));
		for (const { at, value, point, stands_out } of its) {
			const props = { class: `ms-point${stands_out ? " ms-stands-out" : ""}`, cx: x(at), cy: y(value, strip) };
			const open = () => show3(point.figure, `Pain, ${point.said}`);
			const title = drawn("title", {}, `${point.said}: ${name} ${value}`);
			kids.push(drawn("circle", { ...props, r: stands_out ? 3.6 : 2.4, onclick: open }, title));
		}
	});
	const said = facts.map(({ name, said: words }) => `${name}: ${words}.`).join(" ");
	return picture(width, HEIGHT, "Pain of each session, 0 to 10", said, ...kids);
}
function gridOf(width, guides, name, y) {
	const title = drawn("text", { class: "ms-text ms-strong", x: 0, y: y(5) + 4 }, name);
	const lines = [0, ...guides].flatMap((score) => {
		const kind = guides.includes(score) ? "ms-guide" : "ms-base";
		const line2 = drawn("line", { class: kind, x1: EDGE.left, x2: width - EDGE.right, y1: y(score), y2: y(score) });
		const text = { class: "ms-text ms-small", x: EDGE.left - 5, y: y(score) + 4, "text-anchor": "end" };
		return score ? [line2, drawn("text", text, String(score))] : [line2];
	});
	return [title, ...lines];
}
function painTable(points, opens) {
	const cell = (score) => score === null ? "–" : String(score);
	const rows = points.map((point) => {
		const { said, before, worst, after: after2, morning, effort, advice, figure } = point;
		return [opens(figure, said, "Pain"), ...[before, worst, after2, morning, effort].map(cell), advice];
	});
	return tableFold("Pain", ["Session", "Before", "Worst", "After", "Next morning", "Effort", "Pain rule"], rows);
}
function periodBar(send) {
	const which = h("select", {}, ...choices([["all", "All of it"], ["month", "The last 4 weeks"], ["since", "Since …"]]));
	const since = dayField(() => look(since));
	const asOf = dayField(() => look(asOf));
	const version = h("select", {});
	const said = h("p", { class: "ms-shown", role: "status" });
	const sinceField = field("First day", since);
	const versions = field("Version", version);
	const id = `ms-period-${fresh()}`;
	const fields = h("div", { id, class: "ms-fields" }, field("Period", which), sinceField, field("As of", asOf), versions);
	const change = button("Change", () => change.setAttribute("aria-expanded", String(fields.classList.toggle("ms-on"))), { class: "hs-plain hs-small ms-unfold", "aria-label": "Change what is looked at", "aria-expanded": "false", "aria-controls": id });
	const about = { class: "ms-period", role: "group", "aria-label": "What is looked at" };
	const node = h("div", about, said, change, fields);
	let last = null;
	const look = (control) => {
		if (!last) return;
		const from = { all: "", month: monthBefore(asOf.value || last.today), since: since.value }[which.value] ?? "";
		const day = asOf.value === last.today ? "" : asOf.value;
		send({ do: "look", since: from, as_of: day, version: version.value }, atField(control));
	};
	which.addEventListener("change", () => {
		sinceField.hidden = which.value !== "since";
		if (which.value === "since" && !since.value) since.value = last?.first ?? "";
		look(which);
	});
	version.addEventListener("change", () => look(version));
	const draw = whenNew((period) => {
		last = period;
		if (!since.matches(":focus") && which.value !== "since") which.value = kindOf(period);
		if (which.value === "since" && !period.since) which.value = "all";
		sinceField.hidden = which.value !== "since";
		show(since, period.since || period.first);
		show(asOf, period.as_of);
		asOf.max = period.today;
		version.replaceChildren(...choices([["", "All versions"], ...period.versions]));
		version.value = period.version;
		versions.hidden = period.versions.length < 2;
		said.textContent = period.said;
	});
	return { node, draw };
}
function kindOf({ since, weeks_ago }) {
	if (!since) return "all";
	return since === weeks_ago ? "month" : "since";
}
function monthBefore(day) {
	const first = /* @__PURE__ */ new Date(`${day}T00:00:00Z`);
	first.setUTCDate(first.getUTCDate() - 27);
	return first.toISOString().slice(0, 10);
}
var KEYS = /* @__PURE__ */ new Set(["figure", "before_figure", "after_figure", "sessions_figure", "key", "code"]);
function unbroken(text) {
	return text.replace(/(?<=\d) (?=(?:%|×|s|kg|min|of \d)(?![a-z]))|(?<=×) (?=\d)/g, " ");
}
function allUnbroken(data) {
	return JSON.parse(JSON.stringify(data), (name, value) => typeof value === "string" && !KEYS.has(name) ? unbroken(value) : value);
}
function voicePanels(opens) {
	const talking = h("ul", { class: "ms-talking" });
	const reasons = h("dl", { class: "ms-reasons" });
	const own = h("ul", { class: "ms-own", tabindex: "0", "aria-label": "In the patient's own words" });
	const noWords = h("p", { class: "hs-quiet" }, "No note was written.");
	const because = h("h4", {}, "Reasons given");
	const words = plainPanel("The patient's own words", "ms-words", noWords, own, because, reasons);
	const talk = plainPanel("To talk about", "ms-talk", talking);
	foldsNarrow(words, "The patient's own words");
	const draw = whenNew((shown2) => {
		talking.replaceChildren(...shown2.talking.map((one) => talkingPoint(one, opens)));
		own.replaceChildren(...shown2.own.map((one) => ownWords(one, opens)));
		own.hidden = !shown2.own.length;
		noWords.hidden = shown2.own.length > 0;
		because.hidden = reasons.hidden = !shown2.reasons.length;
		reasons.replaceChildren(...shown2.reasons.map(({ name, said, exercises, figure }) => h("div", {}, h("dt", {}, name), h("dd", {}, opens(figure, said, name), h("p", { class: "hs-quiet" }, exercises)))));
	});
	return { words, talk, draw };
}
function talkingPoint({ text, figure }, opens) {
	return h("li", {}, h("span", {}, text), figure ? opens(figure, "rows", text) : "");
}
function ownWords({ when, text, figure }, opens) {
	return h("li", {}, h("q", {}, text), h("span", { class: "hs-quiet" }, opens(figure, when, "note")));
}
var HEIGHT2 = 206;
var TOP = 32;
var NARROWEST2 = 42;
var FILLS = [["done", "Done"], ["not_done", "Not done"], ["missing", "Not logged"]];
function weeksPanel(opens, say) {
	const panel = chartPanel("Weeks", say, "ms-weeks");
	const bars = h("div", { class: "ms-bars" });
	const below = h("div", { class: "ms-below" });
	const inner = h("div", { class: "ms-inner" }, bars, below);
	const legend = FILLS.map(([kind, text]) => h("li", {}, h("span", { class: `ms-swatch ms-swatch-${kind}` }), text));
	const brief = h("li", {}, "( ) a short week, not compared");
	panel.body.append(h("div", { class: "ms-across" }, inner), h("ul", { class: "hs-legend" }, ...legend, brief));
	const drawing3 = sized(bars);
	const draw = whenNew(({ lines, trend, about, code }) => {
		panel.about.replaceChildren(h("b", {}, trend), ` ${about}`);
		panel.copy.draw(code);
		brief.hidden = !lines.some(({ short: short2 }) => short2);
		inner.style.minWidth = `${lines.length * NARROWEST2}px`;
		below.style.gridTemplateColumns = `repeat(${lines.length}, minmax(0, 1fr))`;
		below.replaceChildren(...lines.map((line2) => weekLabel(line2, opens)));
		drawing3.draw((width) => weekBars(lines, width, `${trend}. ${about}`));
		panel.rest.replaceChildren(weekTable(lines, opens));
		inner.parentElement?.scrollTo({ left: inner.scrollWidth });
		panel.node.classList.toggle("ms-empty", !lines.length);
	});
	return { node: panel.node, draw };
}
function weekLabel(line2, opens) {
	const { label, share, title, figure, short: short2 } = line2;
	const words = `${title}${short2 ? ", a short week" : ""}`;
	return h("div", {}, h("span", { class: "hs-quiet" }, label), opens(figure, under(share), words));
}
function under(share) {
	return /\sof\s/.test(share) ? share.replace(/\sof\sabout\s/, "/~").replace(/\sof\s/, "/") : "–";
}
function barsOf(lines, width, height) {
	const most = Math.max(1, ...lines.map(({ done, not_done, missing }) => done + not_done + missing));
	const column = width / Math.max(lines.length, 1);
	const wide = Math.min(column * 0.62, 44);
	return lines.map((line2, n) => {
		let up = 0;
		const parts = FILLS.flatMap(([kind]) => {
			const tall = height * line2[kind] / most;
			up += tall;
			return tall > 0 ? [{ kind, y: height - up, height: tall }] : [];
		});
		return { x: n * column + (column - wide) / 2, left: n * column, width: wide, top: height - up, parts };
	});
}
function weekBars(lines, width, said) {
	const { defs, block } = hatches();
	const bars = barsOf(lines, width, HEIGHT2 - TOP);
	const kids = bars.flatMap(({ x, left, width: wide, top, parts }, n) => {
		const { percent, short: short2, begins, version } = lines[n];
		const blocks = parts.map(({ kind, y, height }) => block(kind, { x, y: y + TOP, width: wide, height }));
		const text = percent === null ? "" : short2 ? `(${Math.round(percent)})` : `${Math.round(percent)} %`;
		const mid = { x: x + wide / 2, "text-anchor": "middle" };
		const label = drawn("text", { class: "ms-text", y: top + TOP - 5, ...mid }, text);
		if (!begins) return [...blocks, label];
		const line2 = drawn("line", { class: "ms-change", x1: left, x2: left, y1: 0, y2: HEIGHT2 });
		return [...blocks, label, line2, drawn("text", { class: "ms-text ms-strong", x: left + 4, y: 10 }, `v${version}`)];
	});
	const base = drawn("line", { class: "ms-base", x1: 0, x2: width, y1: HEIGHT2, y2: HEIGHT2 });
	return picture(width, HEIGHT2 + 1, "Sessions of each week", `${said} The numbers stand below.`, defs, ...kids, base);
}
function weekTable(lines, opens) {
	const rows = lines.map((line2) => [line2.title, opens(line2.figure, line2.share, line2.title), ...[line2.not_done, line2.missing].map((n) => String(Math.round(n * 10) / 10)), line2.over]);
	return tableFold("Weeks", ["Week", "Done", "Not done", "Not logged", "Beyond"], rows);
}
var PAUSE_MS = 2500;
function measuresPart({ send, say }, matters) {
	const behind = behindDialog(send);
	const shelf = pictures(send);
	const parts = partsOf(send, say, behind.show, shelf.small);
	const period = periodBar(send);
	const faults = h("div", { class: "hs-panel ms-faults", role: "alert" });
	const late = h("p", { class: "hs-quiet ms-late" });
	const { aside, grid: grid2 } = parts;
	const jump = jumpList([...parts.named, ["What matters", matters]]);
	const node = h("section", { class: "ms", "aria-label": "Measures", hidden: true });
	node.append(period.node, jump.node, faults, aside.node, grid2, late, behind.node);
	const again = afterPause(() => send({ do: "refresh" }));
	const drawFaults = whenNew((list) => {
		faults.replaceChildren(h("h3", {}, "This diary cannot be counted"), ...told2(list, "hs-notice"));
		faults.hidden = !list.length;
	});
	const draw = (measures) => {
		node.hidden = measures === null;
		again(measures?.stale ? `${measures.code} ${measures.stale}` : "");
		if (!measures) return;
		const screen = allUnbroken(measures.screen);
		drawFaults(measures.faults);
		period.draw(measures.period);
		grid2.hidden = screen === null;
		aside.node.hidden = !screen || !(screen.aside.signs.length || screen.aside.alerts.length);
		late.textContent = screen?.late ?? "";
		late.hidden = !late.textContent;
		if (screen) keepingFocus(node, () => drawScreen(parts, screen));
		jump.node.hidden = screen === null;
		jump.draw();
	};
	const heard = ({ rows, picture: picture2, draft }) => {
		if (draft) parts.next.lead(draft);
		if (rows) behind.heard(rows);
		if (picture2) shelf.heard(picture2);
	};
	const drop = () => {
		shelf.drop();
		again("");
	};
	return { node, draw, heard, drop };
}
function partsOf(send, say, show3, small) {
	const opens = opener(show3);
	const parts = { aside: asidePanel(opens, send), headline: headlinePanel(opens), next: nextPanel(opens, send), weeks: weeksPanel(opens, say), changes: changesPanel(opens), calendar: calendarPanel(show3, say), exercises: exercisesPanel(opens, say, small), pain: painPanel(opens, say, show3), habits: habitsPanel(opens, say), voice: voicePanels(opens) };
	return { ...parts, ...laidOut(parts) };
}
function laidOut({ headline, next, weeks, changes, calendar, exercises, pain, habits, voice }) {
	const look = h("div", { class: "ms-look" }, headline.node, weeks.node, calendar.node);
	const flow = h("div", { class: "ms-flow" }, pain.node, voice.talk, changes.node, habits.node, voice.words);
	const grid2 = h("div", { class: "ms-grid" }, look, next.node, exercises.node, flow);
	const named = [["Weeks", weeks.node], ["Days", calendar.node], ["Next plan", next.node], ["Exercises", exercises.node], ["Pain", pain.node], ["To talk about", voice.talk]];
	return { grid: grid2, named };
}
function drawScreen(parts, screen) {
	parts.aside.draw(screen.aside);
	parts.headline.draw(screen.headline);
	parts.next.draw(screen.next);
	parts.weeks.draw(screen.weeks);
	parts.changes.draw(screen.weeks.changes);
	parts.calendar.draw(screen.calendar);
	parts.exercises.draw(screen.exercises);
	parts.pain.draw(screen.pain);
	parts.habits.draw(screen.habits);
	parts.voice.draw(screen.voice);
}
function keepingFocus(node, draw) {
	const had = document.activeElement;
	const key = had instanceof HTMLElement && node.contains(had) ? had.dataset.key ?? "" : null;
	const heading = had?.closest("section")?.querySelector("h3");
	draw();
	if (key === null || node.contains(document.activeElement)) return;
	const again = key ? node.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
	const to = again instanceof HTMLElement ? again : heading?.isConnected ? heading : node.querySelector("h3");
	if (to instanceof HTMLElement) to.focus();
}
function afterPause(act) {
	let last = "";
	let timer;
	return (now) => {
		if (now === last) return;
		last = now;
		clearTimeout(timer);
		if (now) timer = setTimeout(act, PAUSE_MS);
	};
}
function nothingPanel() {
	const planner = beside("plan.ipynb");
	const link = planner ? [h("a", { class: "hs-link", href: planner }, "Open the planner")] : [];
	const said = h("p", {}, "This plan was never issued, so nothing was due and nothing can be measured.");
	const node = h("section", { class: "hs-panel fu-nothing", "aria-label": "Nothing to measure", hidden: true });
	node.append(said, ...link);
	return { node };
}
function whose({ plan_id, patient }) {
	return [.../* @__PURE__ */ new Set([patient, plan_id])].filter(Boolean).join(" · ");
}
function foundSaid({ rows, all }, waiting) {
	if (!all) return "No plan is in this workspace yet. Make one in the planner.";
	const n = numbered(rows.length, "plan");
	if (waiting) return rows.length ? `${n} whose diary is waited for` : "No diary is waited for.";
	return rows.length === all ? n : `${n} of ${all}`;
}
var CHOOSE = "Choose the patient";
function patientsPanel(send) {
	let waiting = false;
	const seek = () => send({ do: "find", words: words.value, waiting });
	const words = h("input", { type: "search", autocomplete: "off", oninput: seek });
	const only = button("", () => {
		waiting = !waiting;
		only.setAttribute("aria-pressed", String(waiting));
		seek();
	}, { class: "hs-chip", "aria-pressed": "false" });
	const said = h("p", { class: "hs-quiet", role: "status" });
	const list = h("ul", { class: "fu-patients", "aria-label": "Patients" });
	const choose = (code) => send({ do: "choose", code });
	const bar = h("div", { class: "hs-row fu-find" }, field("Find a patient by label, plan or code", words), only);
	const title = h("h2", {}, CHOOSE);
	const node = h("section", { class: "hs-panel", "aria-label": "Patients" }, title, bar, said, list);
	const comes = (is) => {
		title.textContent = is ? "Your patient is coming back…" : CHOOSE;
		for (const part2 of [bar, said, list]) part2.hidden = is;
	};
	node.addEventListener("keydown", (event) => step2(event, words, list));
	const drawRows = whenNew((rows) => list.replaceChildren(...rows.map((one) => patientRow(one, choose))));
	const draw = (found) => {
		only.textContent = `Waiting for ${numbered(found.waiting, "diary", "diaries")}`;
		only.hidden = !found.waiting && !waiting;
		said.textContent = foundSaid(found, waiting);
		drawRows(found.rows);
	};
	return { node, draw, comes, focus: () => words.focus() };
}
function patientRow(one, choose) {
	const waits = one.waits ? h("span", { class: "fu-waits" }, `No diary since ${one.waits}`) : "";
	const name = h("span", { class: "fu-label" }, whose(one) || one.code);
	const about = h("span", { class: "hs-quiet" }, `${one.state} · last seen ${one.seen}`);
	const diary = h("span", { class: "hs-quiet" }, one.diary, " · code ", h("span", { class: "hs-code" }, one.code));
	const props = { type: "button", class: "fu-patient", onclick: () => choose(one.code) };
	return h("li", {}, h("button", props, name, waits, about, diary));
}
function step2(event, words, list) {
	if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
	const stops = [words, ...list.querySelectorAll("button")];
	const at = stops.indexOf(event.target);
	const to = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
	if (at < 0 || !to) return;
	event.preventDefault();
	event.stopPropagation();
	to.focus();
}
var TYPES = { pdf: "application/pdf", csv: "text/csv", html: "text/html", ics: "text/calendar" };
function typeOf(file) {
	return TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream";
}
function nameOf(file, names) {
	const [, name] = Object.entries(names).find(([end]) => file.endsWith(end)) ?? [];
	return name ?? file;
}
function fileLinks(names, opens = {}) {
	const node = h("ul", { class: "hs-links", "aria-label": "Files to download" });
	const drop = () => {
		for (const link of node.querySelectorAll("a")) URL.revokeObjectURL(link.href);
		node.replaceChildren();
	};
	const show3 = (files, buffers) => {
		drop();
		const rows = files.flatMap((file, i) => {
			const content = buffers[i];
			const href = URL.createObjectURL(new Blob(content ? [content] : [], { type: typeOf(file) }));
			const isShown = Object.keys(opens).some((end) => file.endsWith(end));
			const open = isShown ? [h("a", { href, target: "_blank", class: "hs-link" }, nameOf(file, opens))] : [];
			const keep = h("a", { href, download: file, class: "hs-link" }, nameOf(file, names));
			return [...open, keep].map((link) => h("li", {}, link));
		});
		node.replaceChildren(...rows);
	};
	const focus = () => node.querySelector("a")?.focus();
	const url = (end) => [...node.querySelectorAll("a")].find(({ download }) => download.endsWith(end))?.href ?? "";
	return { node, drop, show: show3, focus, url };
}
var NAMES = { ".pdf": "Download (PDF)", ".csv": "Its numbers as a table (CSV)" };
var PATIENCE_MS2 = 6e4;
var OPENS = { ".pdf": "Open to print" };
function reportPart(send) {
	const make2 = button("Report", ask, { "aria-describedby": "fu-report-about" });
	const about = h("span", { class: "hs-unseen", id: "fu-report-about" }, "One page for the record or the referrer.");
	const says = h("p", { class: "hs-quiet", role: "status" });
	const faults = h("div", { role: "alert" });
	const links = fileLinks(NAMES, OPENS);
	const node = h("div", { class: "fu-report", hidden: true }, says, faults, links.node);
	let of = "";
	let code = "";
	let waiting;
	function ask() {
		if (make2.getAttribute("aria-busy") === "true") return;
		busy(true);
		clear();
		node.hidden = false;
		says.textContent = "Making the report…";
		send({ do: "report" });
		waiting = setTimeout(late, PATIENCE_MS2);
	}
	const late = () => {
		busy(false);
		says.textContent = "No answer from the program. Load the page again.";
	};
	const busy = (is) => {
		clearTimeout(waiting);
		make2.setAttribute("aria-busy", String(is));
		make2.setAttribute("aria-disabled", String(is));
	};
	const clear = () => {
		says.textContent = "";
		faults.replaceChildren();
		links.drop();
		node.hidden = true;
	};
	const ready = (made4, buffers) => {
		if (made4.code !== code) return;
		busy(false);
		says.textContent = made4.said;
		faults.replaceChildren(...told2(made4.faults, "hs-notice"));
		links.show(made4.files, buffers);
		if (document.activeElement === make2) links.focus();
	};
	const refused = (about2) => {
		if (about2 && about2 !== code) return;
		if (make2.getAttribute("aria-busy") === "true") clear();
		busy(false);
	};
	const draw = (measures) => {
		make2.hidden = measures === null;
		if ((measures?.code ?? "") !== code) busy(false);
		code = measures?.code ?? "";
		const now = JSON.stringify(measures && [measures.code, measures.period, measures.screen, measures.stale]);
		if (now !== of && make2.getAttribute("aria-busy") !== "true") clear();
		of = now;
	};
	const drop = () => {
		clearTimeout(waiting);
		links.drop();
	};
	return { make: make2, about, node, draw, ready, refused, drop };
}
var ASKS = /* @__PURE__ */ new Set([...["find", "choose", "leave", "show", "bring_in"], ...["look", "refresh", "rows", "picture", "report"]]);
function numbered2(model, waits, asked, kept) {
	let sent = 0;
	return (wish, asker, buffers = []) => {
		sent += 1;
		if (!ASKS.has(wish.do)) waits(sent);
		kept.sent(sent, wish);
		if (asker) asked.sent(sent, asker);
		try {
			model.send({ ...wish, n: sent }, void 0, buffers);
		} catch {
		}
	};
}
var PAUSE_MS2 = 600;
var untold = /* @__PURE__ */ new Set();
var visits = Date.now();
function visit() {
	visits += 1;
	return visits;
}
function typed(control, tell) {
	let timer = null;
	let now = 0;
	const send = () => {
		if (timer === null) return;
		clearTimeout(timer);
		timer = null;
		untold.delete(send);
		untoldFields.delete(control);
		tell(control.value, now);
	};
	control.addEventListener("focus", () => {
		now = visit();
	});
	control.addEventListener("input", () => {
		if (timer !== null) clearTimeout(timer);
		timer = setTimeout(send, PAUSE_MS2);
		untold.add(send);
		untoldFields.add(control);
		control.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
	});
	control.addEventListener("change", send);
	return control;
}
function tellAll() {
	for (const send of [...untold]) send();
}
function shapeOf(sheet) {
	return { weeks: sheet.weeks.length, lines: sheet.rows.length + sheet.of_day.length };
}
function boxAt(sheet, { week, line: line2, day }) {
	const table3 = sheet.weeks[week];
	const of = table3?.days[day];
	if (!table3 || !of) return null;
	const here = { day: of.date, closed: of.closed };
	const when = `${of.weekday} ${of.label}`;
	const row = sheet.rows[line2];
	if (row) {
		const { item_id, side, slot } = row;
		const about2 = { kind: "mark", column: "status", item_id, side, slot };
		const due = table3.due[line2]?.[day] ?? false;
		const key = `${of.date} ${item_id} ${side} ${slot}`;
		return { ...here, ...about2, key, due, spoken: `${when}, ${row.spoken}` };
	}
	const [column, title] = sheet.of_day[line2 - sheet.rows.length] ?? [];
	if (!column) return null;
	const kind = column === "note" ? "note" : "score";
	const about = { kind, column, item_id: "", side: "", slot: 1 };
	return { ...here, ...about, key: `${of.date} ${column}`, due: true, spoken: `${when}, ${title}` };
}
function paper(told4 = { said: {}, was: {} }) {
	let said = { ...told4.said };
	let was = told4.was;
	const at = (box) => said[box.key] ?? "";
	return { at, before: (box) => was[box.key] ?? "", lay: (cells) => {
		said = { ...cells.said };
		was = cells.was;
	}, write: (box, text) => {
		const { day, column, item_id, side, slot } = box;
		const stood = at(box);
		if (text === stood) return [];
		said[box.key] = text;
		return [{ day, column, text, was: stood, item_id, side, slot }];
	} };
}
function filling(sheet, on, at, how) {
	const across = at.week * 7 + at.day - 1;
	return sheet.rows.flatMap((_, line2) => {
		const box = boxAt(sheet, { ...at, line: line2 });
		if (!box?.due || box.closed || on.at(box)) return [];
		const before = across < 0 ? null : boxAt(sheet, { week: Math.floor(across / 7), day: across % 7, line: line2 });
		const text = how === "before" ? before && on.at(before) : how;
		return text ? [[box, text]] : [];
	});
}
function beginning(sheet, on) {
	for (let n = 0; n < sheet.weeks.length * 7; n += 1) {
		for (let line2 = 0; line2 < sheet.rows.length; line2 += 1) {
			const at = { week: Math.floor(n / 7), day: n % 7, line: line2 };
			const box = boxAt(sheet, at);
			if (box?.due && !box.closed && !on.at(box)) return at;
		}
	}
	return { week: 0, line: 0, day: 0 };
}
var MARKS3 = { done: ["✓", "done"], partial: ["P", "partly done"], not_done: ["✕", "not done"] };
function signOf(box, text) {
	return box.kind === "mark" ? MARKS3[text]?.[0] ?? "" : text;
}
function spoken(box, text, before) {
	const plain = (box.kind === "mark" ? MARKS3[text]?.[1] : text) || (box.due ? "blank" : "nothing planned");
	const corrected = before ? `, corrected, was ${before}` : "";
	return `${box.spoken}: ${plain}${corrected}${box.closed ? `, ${box.closed}` : ""}`;
}
var BRIEF = { pain_before: "Before", pain_worst: "Worst", pain_next_morning: "Morn.", effort: "Effort", note: "Note", activity_1: "Act. 1", activity_2: "Act. 2", activity_3: "Act. 3" };
function grid(sheet, on, take) {
	const { weeks, lines } = shapeOf(sheet);
	const cells = /* @__PURE__ */ new Map();
	const tables = sheet.weeks.map((table3, week) => {
		const boxesOf = (line2) => table3.days.map((_, day) => {
			const at = { week, line: line2, day };
			const box = boxAt(sheet, at);
			const cell = boxCell(box, () => take(at));
			cells.set(nameOf2(at), { cell, at, box });
			return cell;
		});
		return weekTable2(sheet, table3, Array.from({ length: lines }, (_, line2) => boxesOf(line2)));
	});
	const node = h("div", { class: "fu-sheet" }, ...weeks ? tables : []);
	let last = "";
	const draw = (hand) => {
		for (const { cell, box } of cells.values()) show2(cell, box, hand.text(box), on.before(box));
		point(hand);
	};
	const point = (hand) => {
		const name = nameOf2(hand.at());
		cells.get(last)?.cell.setAttribute("tabindex", "-1");
		cells.get(name)?.cell.setAttribute("tabindex", "0");
		last = name;
	};
	const focus = (hand) => {
		point(hand);
		cells.get(last)?.cell.focus();
	};
	const here = (hand) => cells.get(nameOf2(hand.at()))?.cell;
	return { node, draw, focus, here };
}
function nameOf2({ week, line: line2, day }) {
	return `${week} ${line2} ${day}`;
}
function boxCell(box, take) {
	const kind = `fu-${box.kind}${box.due ? "" : " fu-rest"}${box.closed ? " fu-closed" : ""}`;
	const props = { role: "gridcell", tabindex: "-1", class: `fu-box ${kind}`, onfocus: take };
	return h("td", props, h("span", { class: "fu-sign", "aria-hidden": "true" }));
}
function show2(cell, box, text, before) {
	const sign = cell.firstElementChild;
	const said = spoken(box, text, before);
	if (cell.getAttribute("aria-label") === said) return;
	cell.setAttribute("aria-label", said);
	cell.dataset.says = box.kind === "mark" ? text : text && "text";
	cell.classList.toggle("fu-corrected", Boolean(before));
	cell.title = before ? `Corrected; was ${before}` : box.kind === "note" ? text : "";
	sign.textContent = signOf(box, text) || (box.due ? "" : "–");
}
function weekTable2(sheet, week, boxes) {
	const id = `fu-week-${fresh()}`;
	const days = week.days.map(({ weekday, label, closed }) => h("th", { scope: "col", class: closed ? "fu-closed" : "" }, h("b", {}, weekday), h("span", {}, label)));
	const corner = [h("th", { scope: "col", class: "fu-name", colspan: 2 }, "Exercise"), h("td", { class: "fu-brief" })];
	const columns2 = ["fu-name", "fu-side", ...days.map(() => "")].map((name) => h("col", { class: name }));
	const rows = boxes.flatMap((line2, n) => [...nameRow(sheet, n), h("tr", { class: lineClass(sheet, n) }, ...headsOf(sheet, n), ...line2)]);
	const head = h("thead", {}, h("tr", {}, ...corner, ...days));
	const named = { role: "grid", "aria-labelledby": id };
	const table3 = h("table", named, h("colgroup", {}, ...columns2), head, h("tbody", {}, ...rows));
	return h("div", { class: "fu-week" }, h("h3", { id }, week.title), table3);
}
function lineClass(sheet, line2) {
	if (line2 >= sheet.rows.length) return line2 === sheet.rows.length ? "fu-begins" : "";
	return isFirst(sheet.rows, line2) ? "fu-begins" : "";
}
function nameRow(sheet, line2) {
	const row = sheet.rows[line2];
	if (!row || !isFirst(sheet.rows, line2)) return [];
	return [h("tr", { class: "fu-above fu-begins" }, h("th", { colspan: 8, scope: "rowgroup" }, row.name))];
}
function headsOf(sheet, line2) {
	const row = sheet.rows[line2];
	const head = { scope: "row", class: "fu-name" };
	if (!row) {
		const [column, title] = sheet.of_day[line2 - sheet.rows.length] ?? ["", ""];
		const brief = h("th", { scope: "row", class: "fu-brief fu-side" }, BRIEF[column] ?? title);
		return [h("th", { ...head, colspan: 2 }, title), brief];
	}
	const many = sheet.rows.filter((one) => one.item_id === row.item_id).length;
	const name = isFirst(sheet.rows, line2) ? [h("th", { ...head, rowspan: many }, row.name)] : [];
	return [...name, h("th", { scope: "row", class: "fu-side" }, row.label)];
}
function isFirst(rows, line2) {
	return rows[line2]?.item_id !== rows[line2 - 1]?.item_id;
}
var OF_MARK = [["D", "✓ Done", { do: "mark", text: "done" }], ["P", "P Part", { do: "mark", text: "partial" }], ["X", "✕ Not done", { do: "mark", text: "not_done" }], ["Del", "Blank", { do: "mark", text: "" }]];
var OF_SCORE = [...Array.from({ length: 11 }, (_, n) => scoreKey(`${n}`)), ["Del", "Blank", { do: "mark", text: "" }]];
var OF_NOTE = [["F2", "Write the note", { do: "write", text: "" }], ["Del", "Blank", { do: "mark", text: "" }]];
var OF_DAY = [["A", "All done", { do: "fill", with: "done" }], ["N", "None done", { do: "fill", with: "not_done" }], ["S", "Same as the day before", { do: "fill", with: "before" }]];
var KINDS = { mark: OF_MARK, score: OF_SCORE, note: OF_NOTE };
function scoreKey(text) {
	return ["", text, { do: "mark", text }];
}
function keypad(act) {
	const press = ([key, text, deed]) => {
		const made4 = button(text, () => act(deed), { class: key ? "hs-small" : "hs-small fu-digit" });
		if (key) made4.append(h("kbd", { "aria-hidden": "true" }, key));
		return made4;
	};
	const groups = Object.fromEntries(Object.entries(KINDS).map(([kind, keys]) => [kind, h("div", { class: "fu-keys", hidden: true }, ...keys.map(press))]));
	const where = h("p", { class: "fu-where" });
	const day = h("div", { class: "fu-keys" }, h("span", { class: "hs-quiet" }, "All blank boxes of the day:"), ...OF_DAY.map(press));
	const help = h("p", { class: "hs-quiet fu-help" }, "Arrows move, Enter goes on down the day. What stays blank is not logged.");
	const bar = { class: "fu-keypad", role: "group", "aria-label": "Keys of the sheet" };
	const node = h("div", bar, h("div", { class: "fu-now" }, where), ...Object.values(groups), day, help);
	const draw = (box) => {
		where.textContent = box ? `${box.spoken}${box.closed && `: ${box.closed}`}` : "";
		for (const [kind, group] of Object.entries(groups)) group.hidden = kind !== box?.kind;
		day.hidden = box?.kind === "note";
	};
	return { node, draw };
}
var MARKS4 = { d: "done", " ": "done", p: "partial", x: "not_done", Delete: "", Backspace: "" };
var FILLS2 = { a: "done", n: "not_done", s: "before" };
var DAYS = 7;
function moved({ week, line: line2, day }, key, { weeks, lines }) {
	const across = week * DAYS + day;
	const down = week * lines + line2;
	const byDay = (n) => n < 0 || n >= weeks * DAYS ? null : { week: Math.floor(n / DAYS), line: line2, day: n % DAYS };
	const byLine = (n) => n < 0 || n >= weeks * lines ? null : { week: Math.floor(n / lines), line: n % lines, day };
	const places = { ArrowRight: byDay(across + 1), ArrowLeft: byDay(across - 1), ArrowDown: byLine(down + 1), ArrowUp: byLine(down - 1), Home: { week, line: line2, day: 0 }, End: { week, line: line2, day: DAYS - 1 }, PageDown: byDay(across + DAYS), PageUp: byDay(across - DAYS) };
	return places[key] ?? null;
}
function after(at, shape, isBox) {
	let next = at;
	do {
		const last = next.line + 1 >= shape.lines;
		next = last ? moved({ ...next, line: 0 }, "ArrowRight", shape) : { ...next, line: next.line + 1 };
	} while (next && !isBox(next));
	return next;
}
function deedOf(key, kind) {
	const plain = key.length === 1 ? key.toLowerCase() : key;
	if (kind === "note") {
		if (key === "Delete" || key === "Backspace") return { do: "mark", text: "" };
		if (key === "F2") return { do: "write", text: "" };
		return key.length === 1 ? { do: "write", text: key.trim() } : null;
	}
	const fill = FILLS2[plain];
	if (fill) return { do: "fill", with: fill };
	if (kind === "score" && /^\d$/.test(key)) return { do: "digit", text: key };
	const mark2 = MARKS4[plain];
	if (mark2 === void 0 || kind === "score" && mark2) return null;
	return { do: "mark", text: mark2 };
}
function scored(text, digit) {
	return text === "1" && digit === "0" ? "10" : digit;
}
var FIRST_SCORE = "pain_worst";
function halfTyped2(write) {
	let half = null;
	const flush = () => {
		if (half) write(half.box, half.text);
	};
	return { flush, finish: () => {
		flush();
		half = null;
	}, drop: () => {
		half = null;
	}, digit: (box, digit) => {
		half = { box, text: scored(half?.text ?? "", digit) };
	}, of: (box) => half?.box.key === box.key ? half.text : null };
}
function pen(sheet, on, { keep, typing: typing2, note, say }, half) {
	let score = FIRST_SCORE;
	const mark2 = (box, text) => {
		half.drop();
		if (box.kind === "score") score = box.column;
		keep(on.write(box, text));
	};
	const fill = (at, how) => {
		const found = filling(sheet, on, at, how);
		keep(found.flatMap(([box, text]) => on.write(box, text)));
		say(found.length ? `${found.length} boxes filled.` : "No blank box to fill on this day.");
		const line2 = sheet.of_day.findIndex(([column]) => column === score);
		return at.line < sheet.rows.length && line2 >= 0 ? { ...at, line: sheet.rows.length + line2 } : at;
	};
	return (deed, box, at, next) => {
		if (box.closed) say(`Nothing can be written here: ${box.closed}.`);
		else if (deed.do === "fill") return fill(at, deed.with);
		else if (deed.do === "write") note(deed.text);
		else if (deed.do === "digit") {
			score = box.column;
			half.digit(box, deed.text);
			typing2();
		} else {
			mark2(box, deed.text);
			if (box.kind === "mark" && deed.text) next();
		}
		return null;
	};
}
function writer(sheet, on, given) {
	const shape = shapeOf(sheet);
	let at = { week: 0, line: 0, day: 0 };
	const acts = { ...given, keep: (typed2) => typed2.length && given.keep(typed2) };
	const half = halfTyped2((box2, text) => acts.keep(on.write(box2, text)));
	const write = pen(sheet, on, acts, half);
	const box = () => boxAt(sheet, at);
	const go = (place2) => {
		half.finish();
		if (place2) at = place2;
	};
	const next = () => go(after(at, shape, (place2) => boxAt(sheet, place2)?.due ?? false));
	const act = (deed) => {
		const here = box();
		const to = here && write(deed, here, at, next);
		if (to) go(to);
	};
	const key = (key2) => {
		const to = moved(at, key2, shape);
		const here = box();
		const deed = here && deedOf(key2, here.kind);
		if (key2 === "Enter") next();
		else if (to) go(to);
		else if (deed) act(deed);
		else return false;
		return true;
	};
	return { at: () => at, box, go, next, act, key, flush: half.flush, finish: half.finish, text: (one) => half.of(one) ?? on.at(one), noted: (text) => {
		const here = box();
		if (here) acts.keep(on.write(here, text));
	} };
}
function frameOf(toggle, show3) {
	const id = `fu-typing-${fresh()}`;
	const by = line();
	const version = h("select", {}, ...choices([]));
	version.addEventListener("change", () => show3(Number(version.value)));
	const versions = field("Sheet of", version);
	const beside2 = h("p", { class: "hs-quiet" });
	const place2 = h("div", {});
	const body = h("div", { id, hidden: true, class: "fu-typing-body" }, h("div", { class: "hs-row" }, field("Typed in by", by), versions), beside2, place2);
	const opener2 = button("Type in a paper diary", toggle, { "aria-expanded": "false", "aria-controls": id });
	const props = { class: "hs-panel fu-typing", "aria-label": "Paper diary", hidden: true };
	const node = h("section", props, h("h2", {}, "Paper diary"), body);
	return { by, version, versions, beside: beside2, place: place2, body, opener: opener2, node };
}
function typingPanel(hands, saved, kept) {
	const toggle = () => {
		set(body.hasAttribute("hidden"));
		if (body.hidden) kept.leave();
	};
	const frame = frameOf(toggle, (version2) => hands.send({ do: "show", version: version2 }));
	const { by, version, versions, beside: beside2, place: place2, body, opener: opener2, node } = frame;
	const on = paper();
	let part2 = null;
	let shown2 = { code: "", version: 0 };
	const set = (open) => {
		node.hidden = body.hidden = !open;
		opener2.setAttribute("aria-expanded", String(open));
		opener2.textContent = open ? "Close the sheet" : "Type in a paper diary";
		if (open) {
			if (by.value) part2?.begin();
			else by.focus();
			kept.at(shown2);
		} else part2?.flush();
	};
	const drawSheet = whenNew((sheet) => {
		part2?.flush();
		part2 = sheetPart(sheet, on, hands, () => by.value);
		part2.node.querySelector(".fu-now")?.append(saved);
		place2.replaceChildren(part2.node);
		version.replaceChildren(...choices(sheet.versions));
		version.value = String(sheet.version);
		versions.hidden = sheet.versions.length < 2;
		opener2.hidden = !sheet.weeks.length;
		if (opener2.hidden) set(false);
		shown2 = { code: sheet.code, version: sheet.version };
		if (!body.hidden) kept.at(shown2);
		beside2.textContent = sheet.beside;
		beside2.hidden = !sheet.beside;
	});
	let whose2 = "";
	let wanted = "";
	const draw = (chosen, sheet, cells) => {
		if (chosen && whose2 !== chosen.code) {
			set(false);
			if (!wanted) kept.leave();
			by.value = chosen.by;
		}
		if (whose2 && !chosen) kept.leave();
		whose2 = chosen?.code ?? "";
		drawSheet(sheet);
		on.lay(cells);
		part2?.draw();
		if (!wanted || wanted !== chosen?.code || sheet.code !== wanted) return;
		wanted = "";
		set(true);
	};
	const reopen = (code) => {
		wanted = code;
	};
	const flush = () => {
		tellAll();
		part2?.flush();
	};
	return { node, opener: opener2, draw, reopen, flush };
}
function sheetPart(sheet, on, { send, say }, by) {
	let pause;
	const hand = writer(sheet, on, { keep: (typed2) => send({ do: "type", code: sheet.code, version: sheet.version, by: by(), typed: typed2.map((one) => ({ ...one })) }), typing: () => {
		clearTimeout(pause);
		pause = setTimeout(hand.flush, PAUSE_MS2);
		drawn2.node.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
	}, note: (text) => {
		const cell = drawn2.here(hand);
		const box = hand.box();
		if (cell && box) noteField(cell, { text: text || on.at(box), was: on.at(box) }, hand, again);
	}, say });
	const again = () => {
		drawn2.draw(hand);
		drawn2.focus(hand);
		pad.draw(hand.box());
	};
	const drawn2 = grid(sheet, on, (at) => {
		hand.go(at);
		drawn2.draw(hand);
		pad.draw(hand.box());
	});
	const pad = keypad((deed) => {
		hand.act(deed);
		if (deed.do !== "write") again();
	});
	drawn2.node.addEventListener("keydown", (event) => {
		const { key, target } = event;
		if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLInputElement) return;
		if (!hand.key(key)) return;
		event.preventDefault();
		event.stopPropagation();
		if (!drawn2.node.querySelector(".fu-note-field")) again();
	});
	drawn2.node.addEventListener("focusout", hand.finish);
	const node = h("div", { class: "fu-desk" }, pad.node, drawn2.node);
	return { node, draw: () => drawn2.draw(hand), flush: hand.finish, begin: () => {
		hand.go(beginning(sheet, on));
		again();
	} };
}
function noteField(cell, { text, was }, hand, again) {
	let open = true;
	const close = (keep) => {
		if (!open) return;
		open = false;
		input.remove();
		hand.noted(keep ? input.value.trim() : was);
	};
	const name = hand.box()?.spoken ?? "Note";
	const props = { type: "text", class: "fu-note-field", "aria-label": name, maxlength: 500, onblur: () => close(true) };
	const input = typed(h("input", props), (value) => {
		if (open) hand.noted(value.trim());
	});
	input.addEventListener("keydown", (event) => {
		if (event.key !== "Enter" && event.key !== "Escape") return;
		event.preventDefault();
		event.stopPropagation();
		close(event.key === "Enter");
		if (event.key === "Enter") hand.next();
		again();
	});
	input.value = text;
	cell.append(input);
	input.focus();
}
var visit2 = openVisit();
function partsOf2(hands, saved, page, place2) {
	const typing2 = typingPanel(hands, saved.node, place2);
	const matters = mattersSection(hands.send);
	const report = reportPart(hands.send);
	return { patients: patientsPanel(hands.send), head: headPart(hands.send, report), report, nothing: nothingPanel(), brought: broughtPanel(hands.send), diaries: diariesPanel(hands.send, dropZone(hands.send, page), typing2.opener), matters, measures: measuresPart(hands, matters.node), typing: typing2, notices: noticesPart() };
}
function listener({ measures, report: reported }, refill, told4) {
	return (message, buffers) => {
		const { answered, refused, of, about = "", report } = message;
		measures.heard(message);
		if (report) reported.ready(report, buffers);
		if (refused) refill();
		if (refused && of === "report") reported.refused(about);
		if (answered) for (const heard of told4) heard(answered);
	};
}
function render({ model, el }) {
	const spoken2 = h("div", { class: "hs-unseen", role: "status" });
	const say = (text) => {
		spoken2.textContent = text;
	};
	const saved = savedSign((is) => {
		if (is) parts.typing.flush();
		body.inert = is;
	}, () => model.get("view").demo);
	const asked = askers();
	const draw = () => {
		drawAll(model, parts, body);
		const { sample: words, demo } = model.get("view");
		sample.replaceChildren(words, " ", ...demo ? [make2] : []);
		sample.hidden = !words;
	};
	const busy = busySign();
	const flight = inFlight({ draw, refill: draw });
	const waits = (n) => {
		saved.sent(n);
		busy.sent(n);
		flight.sent(n);
	};
	const kept = keptAnswers();
	const place2 = keptPlace();
	const send = numbered2(model, waits, asked, kept);
	const page = h("div", { class: "hs fu", tabindex: "-1", ...OWN_MENU, "onhs-typing": saved.typing });
	const parts = partsOf2({ send, say }, saved, page, place2);
	const sample = h("p", { class: "ms-sample", role: "note" });
	const make2 = button("Make a demo clinic", () => send({ do: "demo" }), { class: "hs-small" });
	const body = bodyOf(parts);
	const cut = () => {
		parts.typing.flush();
		saved.cut();
	};
	const line2 = connection({ cut, mended: saved.mended });
	line2.watch(page, body);
	page.append(titleOf(sample, busy.node), line2.node, saved.band, body, spoken2);
	page.addEventListener("keydown", onEnter);
	el.replaceChildren(page);
	draw();
	parts.notices.draw(model.get("notices"));
	if (!model.get("view").chosen) openLinked(send, visit2, parts.patients.comes);
	openAgain(parts, place2, kept, send);
	return watch(model, saved, parts, [["change:patients", draw], ["change:view", flight.view], ["change:sheet", flight.view], ["change:cells", flight.view], ["change:matters", flight.view], ["change:brought", () => parts.brought.draw(model.get("brought"))], ["change:notices", () => parts.notices.draw(asked.refuse(model.get("notices")))], ["change:done", () => doneSaid(model, parts, say)], ["msg:custom", listener(parts, flight.refused, [saved.heard, busy.heard, flight.heard, asked.answered, kept.answered])]]);
}
function drawAll(model, { patients, head, report, brought, diaries, nothing, measures, matters, typing: typing2 }, body) {
	const { chosen, measures: told_ } = model.get("view");
	const was = body.dataset.chosen ?? "";
	body.dataset.chosen = chosen?.code ?? "";
	patients.node.hidden = Boolean(chosen);
	head.node.hidden = !chosen;
	nothing.node.hidden = !chosen || told_ !== null;
	patients.draw(model.get("patients"));
	brought.draw(model.get("brought"));
	measures.draw(told_);
	report.draw(told_);
	matters.draw(model.get("matters"));
	if (chosen) head.draw(chosen);
	diaries.draw(chosen);
	typing2.draw(chosen, model.get("sheet"), model.get("cells"));
	if (was === body.dataset.chosen) return;
	visit2.keep(body.dataset.chosen);
	if (chosen) head.focus();
	else patients.focus();
}
function openAgain({ typing: typing2 }, place2, kept, send) {
	const last = place2.last();
	if (last) {
		typing2.reopen(last.code);
		send({ do: "show", version: last.version });
	}
	for (const wish of kept.left()) send(wish);
}
function bodyOf({ patients, head, brought, diaries, nothing, measures, matters, typing: typing2, notices }) {
	const top = h("div", { class: "hs-panel fu-top" }, head.node, diaries.node);
	const rest = [brought, typing2, patients, nothing, measures, matters, notices].map(({ node }) => node);
	return h("div", { class: "fu-body" }, top, ...rest);
}
function headPart(send, report) {
	const name = h("h2", { tabindex: "-1" });
	const about = h("span", { class: "hs-quiet" });
	const code = h("span", { class: "hs-code" });
	const back = button("All patients", () => send({ do: "leave" }));
	const done = h("p", { class: "hs-quiet hs-done" });
	const line2 = h("p", { class: "hs-quiet" }, about, " · code ", code);
	const node = h("section", { class: "fu-head", "aria-label": "The patient" }, h("div", { class: "hs-head" }, name, line2, h("div", { class: "fu-acts" }, report.make, report.about, back)), done, report.node);
	const draw = (chosen) => {
		name.textContent = whose(chosen) || chosen.code;
		about.textContent = chosen.state;
		code.textContent = chosen.code;
	};
	return { node, draw, done, focus: () => name.focus() };
}
function noticesPart() {
	const alert = h("div", { role: "alert" });
	const close = () => draw([]);
	const node = h("div", { class: "hs-notices" }, alert, button("Close", close, { "aria-label": "Close the message" }));
	const draw = (notices) => {
		node.hidden = !notices.length;
		alert.replaceChildren(...told2(notices, "hs-notice"));
	};
	return { node, draw };
}
function doneSaid(model, { head }, say) {
	const done = model.get("done");
	head.done.textContent = done;
	if (done) say(done);
}
function titleOf(...signs) {
	return h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), h("p", { class: "hs-quiet" }, "Follow-up"), ...signs, ...neighbours("adherence.ipynb"));
}
function watch(model, saved, { typing: typing2, measures, report }, watched) {
	for (const [event, act] of watched) model.on(event, act);
	window.addEventListener("pagehide", typing2.flush);
	document.addEventListener("visibilitychange", typing2.flush);
	return () => {
		for (const [event, act] of watched) model.off(event, act);
		window.removeEventListener("pagehide", typing2.flush);
		document.removeEventListener("visibilitychange", typing2.flush);
		measures.drop();
		report.drop();
		saved.drop();
	};
}
var page_default = { render };
export { page_default as default };
