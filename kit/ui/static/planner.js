// Made of js/planner/ and js/shared/ by "npm run build" in js/.
function make(tag2, props = {}, ...kids) {
	return furnished(document.createElement(tag2), props, kids);
}
function words(node, text2) {
	if (node.textContent !== text2) node.textContent = text2;
}
function drawn(tag2, props = {}, ...kids) {
	return furnished(document.createElementNS("http://www.w3.org/2000/svg", tag2), props, kids);
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
	let last2 = null;
	let said2 = [];
	return (...given) => {
		const before = last2;
		const now = given.map((one, i) => before && one === before[i] ? said2[i] ?? "" : JSON.stringify(one));
		const same = before?.length === given.length && now.every((one, i) => one === said2[i]);
		last2 = given;
		said2 = now;
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
function holdOnly(list2, nodes) {
	const now = new Set(nodes);
	for (const old of [...list2.children]) if (!now.has(old)) old.remove();
	let there = list2.firstElementChild;
	for (const node of nodes) {
		if (node === there) there = node.nextElementSibling;
		else list2.insertBefore(node, there);
	}
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
	const text2 = `Not taken. ${faults.map(sentence).join(" ")}`;
	const note = make("p", { class: "hs-fault", role: "alert", id: `hs-fault-${made}` }, text2);
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
function settleAll(part3) {
	for (const control of part3.querySelectorAll("[aria-invalid]")) settle(control);
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
	}, refuse: (faults) => [...grouped(faults, (fault) => fault.n)].flatMap(([n, own2]) => {
		const asker = waiting.get(n ?? 0);
		waiting.delete(n ?? 0);
		return asker?.refused(own2) ? [] : own2;
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
	const put3 = (controls) => {
		clear();
		now = controls.filter((control) => control !== void 0);
		for (const control of now) {
			control.setAttribute("aria-invalid", "true");
			control.setAttribute("aria-describedby", id);
		}
	};
	return { put: put3, clear };
}
function inForm({ where = "", what, mend }, names) {
	const name = names[where];
	return sentence({ what: name ? `${name} ${what}` : what, mend });
}
function after(before, { now, within }) {
	if (!within) return now;
	const made4 = Array.isArray(before) ? [...before] : { ...before };
	for (const [part3, inner] of Object.entries(within)) made4[part3] = after(made4[part3], inner);
	return made4;
}
function kept({ get, set, ask }) {
	let last2 = 0;
	return (change, turn) => {
		const missed = last2 > 0 && turn !== last2 + 1 && Boolean(change.within);
		if (missed) ask();
		else {
			last2 = turn;
			set(after(get(), change));
		}
	};
}
var typing = /* @__PURE__ */ new WeakMap();
function fieldInUse() {
	const field2 = document.activeElement;
	return field2 && typing.get(field2) ? field2 : null;
}
function typesIn(control) {
	if (!typing.has(control)) {
		typing.set(control, false);
		control.addEventListener("input", () => typing.set(control, true));
		control.addEventListener("blur", () => typing.set(control, false));
	}
	return Boolean(typing.get(control));
}
function typedHere(control) {
	typing.set(control, true);
}
function typedNoMore(control) {
	typing.set(control, false);
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
function h(tag2, props = {}, ...kids) {
	const node = make(tag2, props, ...kids);
	if (TAKES_FOCUS.has(node.tagName) || "tabindex" in props) node.setAttribute("data-lm-suppress-shortcuts", "true");
	if (node.tagName === "TEXTAREA") node.addEventListener("beforeinput", keepLine);
	return node;
}
function keepLine(event) {
	if (event instanceof InputEvent && event.inputType === "insertLineBreak") event.stopImmediatePropagation();
}
function button(text2, act, props = {}) {
	return h("button", { type: "button", onclick: act, ...props }, text2);
}
function once(act) {
	return (event) => {
		if (!(event instanceof MouseEvent) || event.detail < 2) act();
	};
}
function field(name, control, props = {}) {
	control.id ||= `hs-${fresh()}`;
	return h("div", { class: "hs-field", ...props }, h("label", { for: control.id }, name), control);
}
function choices(pairs) {
	return pairs.map(([value, text2]) => h("option", { value }, text2));
}
function line() {
	return h("input", { type: "text", autocomplete: "off" });
}
function show(control, value) {
	if (!keepsTyped(control, String(value)) && !typesIn(control)) put(control, value);
}
function restore(control, value) {
	if (!keepsTyped(control, String(value)) && !untoldFields.has(control)) put(control, value);
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
function fold(name, ...kids) {
	const about = h("span", { class: "hs-line" });
	const head = h("summary", {}, h("h2", {}, name), about);
	const node = h("details", { class: "hs-fold" }, head, h("div", { class: "hs-fold-body" }, ...kids));
	return { node, line: about };
}
function told2(faults, name) {
	return faults.map(({ where, what, mend }) => h("div", { class: name }, h("p", {}, h("b", {}, place(where)), ` ${what}`), mend ? h("p", {}, mend) : ""));
}
var TAKES = "button, input, select, textarea, a[href], summary, [tabindex]";
function keptFocus(page) {
	let trail = [];
	let waiting = false;
	const look = () => {
		waiting = false;
		const now = document.activeElement;
		const lost = !now || now === document.body;
		if (lost && trail.length && page.isConnected && !document.querySelector(".jp-Dialog")) nearest(trail, page).focus({ preventScroll: true });
	};
	const soon = () => {
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(() => setTimeout(look));
	};
	page.addEventListener("focusin", ({ target }) => {
		trail = trailOf(target, page);
	});
	const watcher = new MutationObserver(soon);
	watcher.observe(page, { childList: true, subtree: true, attributeFilter: ["hidden", "disabled", "inert"] });
	return () => watcher.disconnect();
}
function trailOf(from, page) {
	const trail = [];
	for (let node = from; node && node !== page; node = node.parentElement) {
		trail.push({ node, at: [...node.parentElement?.children ?? []].indexOf(node) });
	}
	return trail;
}
function nearest(trail, page) {
	const [lost] = trail;
	const kind = lost?.node.className ? `.${[...lost.node.classList].map(CSS.escape).join(".")}` : "";
	for (const [i, { at }] of trail.entries()) {
		const around = trail[i + 1]?.node ?? page;
		if (!around.isConnected || !seen(around)) continue;
		const beside3 = around.children[Math.min(at, around.children.length - 1)];
		const places = beside3 ? [beside3, around] : [around];
		for (const place3 of places) {
			const open = [...place3.querySelectorAll(TAKES)].filter(takes);
			const next = kind && open.find((one) => one.matches(kind)) || open[0];
			if (next instanceof HTMLElement) return next;
		}
	}
	return page;
}
function takes(node) {
	return seen(node) && !node.closest("[inert]") && !("disabled" in node && node.disabled);
}
function seen(node) {
	return node.getClientRects().length > 0;
}
function inFlight({ draw, refill }) {
	const waited = /* @__PURE__ */ new Set();
	const later = /* @__PURE__ */ new Set();
	let unasked = false;
	const once2 = (act) => () => {
		if (waited.size > (unasked ? 0 : 1)) later.add(act);
		else act();
	};
	return { sent: (n) => {
		waited.add(n);
	}, idle: () => waited.size === 0, view: once2(draw), unasked: (bring) => {
		unasked = true;
		bring();
		unasked = false;
	}, refused: once2(refill), heard: (n) => {
		waited.delete(n);
		if (waited.size) return;
		for (const act of [draw, refill]) if (later.delete(act)) act();
	} };
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
	let asked2 = 0;
	let answered2 = 0;
	let typing2 = false;
	let now = "in time";
	const set = (to) => {
		const other = now !== to;
		now = to;
		if (other) pace(to);
		return other;
	};
	const { wait, drop: drop2 } = clock((to) => {
		say(WAITS[to]);
		set(to);
	}, patience);
	let cut = false;
	let asks = false;
	const rests = () => say(asks ? "Choose which edit goes on" : "Saved");
	return { drop: drop2, cut: () => {
		cut = true;
		drop2();
		set("in time");
		say("Not connected");
	}, mended: () => {
		cut = false;
		if (answered2 >= asked2) return rests();
		say(WAITS[now]);
		wait();
	}, asks: (is) => {
		if (is === asks) return;
		asks = is;
		if (!cut && !typing2 && answered2 >= asked2) rests();
	}, typing: () => {
		typing2 = true;
		if (!cut) say(WAITS[now]);
	}, sent: (n) => {
		asked2 = n;
		typing2 = false;
		if (cut) return;
		say(WAITS[now]);
		wait();
	}, heard: (n) => {
		answered2 = Math.max(answered2, n);
		if (cut) return;
		drop2();
		const wasLate = set("in time");
		if (answered2 < asked2) wait();
		if (answered2 >= asked2 && !typing2) rests();
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
		const said2 = isDemo() ? "Demo: not kept" : word;
		if (node.textContent !== said2) node.textContent = said2;
		node.classList.toggle("hs-lost", word.startsWith("Not"));
		node.classList.toggle("hs-choose", word.startsWith("Choose"));
	}, pace: (now) => {
		const overdue = now === "overdue";
		band.hidden = now === "in time";
		band.classList.toggle("hs-band-slow", now === "slow");
		const said2 = overdue ? "Not saved: no answer from the program." : "The program is slow.";
		const words2 = h("p", {}, h("b", {}, said2), overdue ? OVERDUE : SLOW);
		if (band.hidden) band.replaceChildren();
		else band.replaceChildren(words2, ...overdue ? [again] : []);
		lock(overdue);
	} });
	return { ...state, node, band };
}
function spokenPart() {
	const node = make("div", { class: "hs-unseen", role: "status" });
	const say = (text2) => node.replaceChildren(...text2 ? [make("span", {}, text2)] : []);
	return { node, say };
}
var PAUSE_MS = 600;
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
		timer = setTimeout(send, PAUSE_MS);
		untold.add(send);
		untoldFields.add(control);
		control.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
	});
	control.addEventListener("change", send);
	return control;
}
function isTold() {
	return untold.size === 0;
}
function tellAll() {
	for (const send of [...untold]) send();
}
function closedPage(faults) {
	const rows = faults.map((f) => h("div", { class: "hs-notice" }, h("p", {}, h("b", {}, place(f.where)), ` ${f.what}`), h("p", {}, f.mend)));
	const kept3 = "Nothing was changed, and nothing is lost by this. Mend it, then reload the page.";
	const panel = h("section", { class: "hs-panel", "aria-label": "Not open", role: "alert" }, h("h2", {}, "Your plans cannot be opened"), h("p", {}, kept3), ...rows);
	return h("div", { class: "hs" }, h("header", { class: "hs-title" }, h("h1", {}, "Homestretch")), panel);
}
var LOW_PX = 560;
var LEAST_PX = 420;
function asidePart(panels, changed) {
	const title = h("h2", { tabindex: "-1", id: `hs-aside-${fresh()}` });
	const shut = button("✕", () => close(), { class: "hs-icon", "data-reads": true, "aria-label": "Close the panel", title: "Close (Esc)" });
	const names = Object.keys(panels);
	const body = h("div", { class: "hs-aside-body" }, ...names.map((name) => panels[name].node));
	const node = h("aside", { class: "hs-aside", "aria-labelledby": title.id, hidden: true }, h("div", { class: "hs-aside-head" }, title, shut), body);
	let now = "";
	let from = null;
	const open = (name, { focus = true } = {}) => {
		if (!node.contains(document.activeElement)) from = document.activeElement;
		const other = now !== name;
		now = name;
		for (const one of names) panels[one].node.hidden = one !== name;
		title.textContent = panels[name].title;
		node.hidden = false;
		node.dataset.panel = name;
		if (other) body.scrollTop = 0;
		changed(name);
		if (focus) title.focus({ preventScroll: true });
	};
	const close = () => {
		if (!now) return false;
		const inside = node.contains(document.activeElement);
		now = "";
		node.hidden = true;
		changed("");
		if (inside && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
		return true;
	};
	const toggle = (name) => {
		if (now === name) close();
		else open(name);
	};
	node.addEventListener("keydown", (event) => {
		if (event.key !== "Escape" || event.defaultPrevented) return;
		event.preventDefault();
		close();
	});
	return { node, open, close, toggle, now: () => now };
}
function scrollTo(part3) {
	const body = part3.closest(".hs-aside-body");
	if (!body) return;
	if (body.closest(".hs-low")) part3.scrollIntoView({ block: "start" });
	else body.scrollTop += part3.getBoundingClientRect().top - body.getBoundingClientRect().top - 8;
}
function reveal(part3) {
	const body = part3.closest(".hs-aside-body");
	if (!body) return;
	const [{ top }, { top: from, height }] = [part3.getBoundingClientRect(), body.getBoundingClientRect()];
	if (top < from || top > from + height / 2) scrollTo(part3);
}
var WINDOWED = "hs-windowed";
function fitted(page) {
	let around = null;
	let notebook = null;
	const fit = () => {
		if (!around && page.isConnected) {
			around = page.closest(".jp-WindowedPanel-outer, .jp-Notebook") ?? document.documentElement;
			watcher.observe(around);
			notebook = page.closest(".hs-app");
			notebook?.classList.add(WINDOWED);
		}
		const high = around?.clientHeight || window.innerHeight;
		page.style.setProperty("--hs-height", `${Math.max(high, LEAST_PX)}px`);
		page.classList.toggle("hs-low", high < LOW_PX);
	};
	const watcher = new ResizeObserver(fit);
	watcher.observe(page);
	return () => {
		watcher.disconnect();
		notebook?.classList.remove(WINDOWED);
	};
}
function skips(ways) {
	return h("div", { class: "hs-skips" }, ...ways.map(([text2, go]) => button(text2, go, { class: "hs-skip" })));
}
function deskOf({ library, start, top, strip, version, foot, aside, board, shelf, head, again, patient, screen, review, issue }, notices) {
	const toPlan = () => {
		shelf.toPlan();
		board.focus();
	};
	const ways = skips([["To the plan", toPlan], ["To the end of the plan", () => aside.open("issue")]]);
	const work = h("div", { class: "hs-desk" }, strip.node, version.node, shelf.node, notices, foot.node);
	const begin = h("div", { class: "hs-begin" }, start.node);
	const node = h("div", { class: "hs-window" }, ways, top.node, begin, work);
	const parts = [top, strip, version, board, head, again, patient, screen, review, issue, foot];
	let inHand2 = "";
	let whose2 = "";
	const draw = (view) => {
		const now = view.plan ? `${view.plan.code} ${view.plan.version}` : "";
		const before = inHand2;
		if (now !== inHand2) {
			settleAll(work);
			aside.close();
			issue.left();
		}
		const code = view.plan?.code ?? "";
		if (code !== whose2) {
			library.left();
			shelf.left();
			patient.left();
		}
		whose2 = code;
		inHand2 = now;
		begin.hidden = Boolean(view.plan);
		work.hidden = ways.hidden = !view.plan;
		for (const part3 of [library, strip, version, foot, aside]) part3.node.inert = Boolean(view.conflict);
		if (view.plan) for (const part3 of parts) part3.draw(view);
		else {
			top.draw(null);
			start.draw(view);
		}
		library.allow();
		if (now && now !== before) board.begin();
		if (before && !now) start.focus();
	};
	const refill = (view) => {
		if (view.plan) for (const part3 of [strip, head, patient, screen, issue]) part3.refill(view);
	};
	return { node, draw, refill };
}
var EVERY_MS = 4e3;
function lookElsewhere(send, may) {
	const look = () => {
		if (document.visibilityState === "visible" && may()) send({ do: "look" });
	};
	const timer = setInterval(look, EVERY_MS);
	document.addEventListener("visibilitychange", look);
	return () => {
		clearInterval(timer);
		document.removeEventListener("visibilitychange", look);
	};
}
var MAP = [["/", "Search"], ["F", "Findings of the review"], ["Ctrl + Z, Ctrl + Y", "Undo, redo"], ["Ctrl + Enter", "Issue and print"], ["Ctrl + S", "Not needed: every change is kept as you make it"], ["Esc", "Close the message, the library, the panel; select none"], ["Tab, Shift + Tab", "Next part, part before; a list is one part"], ["Arrow keys", "In a list: from row to row, and along a row"], ["Enter", "In the search: add the first. On a row: open it. In a field: take what was typed"], ["Alt + ↑, Alt + ↓", "Move the row"], ["X, Ctrl + A", "On a row: select it, select all"], ["Delete", "On a row: take it out of the plan"], ["?", "This sheet"]];
function meant({ key, ctrlKey, metaKey, altKey, shiftKey, repeat }, inside) {
	const low = key.toLowerCase();
	if (altKey) return "";
	if (ctrlKey || metaKey) {
		if (low === "s") return "keep";
		if (low === "enter") return repeat ? "held" : "primary";
		if (inside === "text") return "";
		if (low === "z") return shiftKey ? "redo" : "undo";
		return low === "y" ? "redo" : "";
	}
	if (key === "Escape") return "shut";
	if (inside) return "";
	return { "/": "search", "?": "map", f: "findings" }[low] ?? "";
}
function keyMap(page, acts) {
	const sheet2 = sheetOf();
	page.append(sheet2);
	const deeds = { ...acts, search: () => {
		const first = firstSearch(page);
		if (first) first.focus();
		else acts.reach();
	}, map: () => sheet2.showModal(), held: () => {
	} };
	page.addEventListener("keydown", (event) => {
		if (event.defaultPrevented || sheet2.open || page.querySelector("dialog[open]")) return;
		const what = meant(event, insideOf(event.target));
		const deed = deeds[what];
		if (!deed) return;
		if (deed() === false) return;
		event.preventDefault();
	});
	return { show: () => sheet2.showModal() };
}
function insideOf(target) {
	if (!(target instanceof HTMLElement)) return "";
	if (target instanceof HTMLTextAreaElement || target.isContentEditable) return "text";
	if (target instanceof HTMLSelectElement) return "field";
	if (!(target instanceof HTMLInputElement)) return "";
	return ["checkbox", "radio", "button"].includes(target.type) ? "" : target.type === "number" || target.inputMode === "numeric" ? "field" : "text";
}
function firstSearch(page) {
	const all = page.querySelectorAll('input[type="search"]');
	return [...all].find((one) => one.getClientRects().length);
}
function sheetOf() {
	const title = h("h2", { id: `hs-keys-${fresh()}` }, "Keys");
	const rows = MAP.flatMap(([keys, what]) => [h("dt", {}, keys), h("dd", {}, what)]);
	const list2 = h("dl", {}, ...rows);
	const node = h("dialog", { class: "hs-keys", "aria-labelledby": title.id });
	node.append(title, list2, button("Close", () => node.close(), { class: "hs-first" }));
	return node;
}
function draftIn(address) {
	const asked2 = new URL(address).searchParams;
	const [code, version] = [asked2.get("plan") ?? "", Number(asked2.get("version"))];
	return code && Number.isInteger(version) && version > 0 ? { code, version } : null;
}
function openNamed(open) {
	const named2 = draftIn(performance.getEntriesByType("navigation")[0]?.name ?? window.location.href);
	if (!named2 || document.body.dataset.hsNamed === named2.code) return;
	document.body.dataset.hsNamed = named2.code;
	open(named2);
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
function unanswered() {
	const open = /* @__PURE__ */ new Map();
	return { sent: (n, wish) => {
		open.set(n, wish);
	}, heard: (n) => {
		open.delete(n);
	}, all: () => [...open.values()] };
}
function comeback(page, store) {
	const { read, write, drop: drop2 } = tabNote(page, store);
	const take = () => {
		const note = read();
		drop2();
		return note;
	};
	return { leave: write, drop: drop2, take };
}
function toldAgain(wishes, repeatable) {
	const again = wishes.filter((wish) => repeatable.has(wish.do));
	return { again, left: again.length < wishes.length };
}
var READS = "[aria-expanded], [aria-haspopup], [data-reads]";
var WORDS = { lost: ["Not connected.", " All up to the last “Saved” is kept, and what you typed after it is remembered in this window. You can read on; the page comes back by itself as soon as the program answers. If it was ended, start it again."], again: ["Connected again.", " Your page is coming back…"] };
function connection({ cut, mended }) {
	const again = button("Reconnect", () => ask(), { class: "hs-first" });
	const text2 = h("p", { tabindex: "-1" });
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
		text2.replaceChildren(h("b", {}, first), rest);
		again.hidden = now === "again";
		if (!node.hidden) return;
		from = document.activeElement;
		if (from instanceof HTMLElement && body.contains(from)) from.blur();
		cut();
		open = locked(body);
		node.hidden = false;
		node.replaceChildren(text2, again);
		if (from && body.contains(from)) text2.focus({ preventScroll: true });
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
	for (const list2 of lists) list2.setAttribute("tabindex", "0");
	body.classList.add("hs-locked");
	return () => {
		for (const control of open) control.disabled = false;
		for (const list2 of lists) list2.removeAttribute("tabindex");
		body.classList.remove("hs-locked");
	};
}
var REPEATABLE = /* @__PURE__ */ new Set([...["adjust", "arc", "schedule", "describe", "activities", "report", "answer"], ...["patient", "thing", "change_condition", "end_tag", "flag", "screened"]]);
function lostPart(model, saved) {
	const open = unanswered();
	const kept3 = comeback("planner");
	let panel = () => "";
	let redraw = () => {
	};
	const cut = () => {
		tellAll();
		saved.cut();
		const { plan } = model.get("view");
		if (plan) kept3.leave({ where: { code: plan.code, version: plan.version, panel: panel() }, wishes: open.all() });
	};
	const mended = () => {
		kept3.drop();
		saved.mended();
		redraw();
	};
	const line2 = connection({ cut, mended });
	const watch2 = (page, body, { send, aside, draw, say }) => {
		panel = aside.now;
		redraw = draw;
		line2.watch(page, body);
		const note = kept3.take();
		if (note && !model.get("view").plan) resume(note, { send, aside, say });
	};
	return { node: line2.node, watch: watch2, sent: open.sent, heard: open.heard };
}
function resume({ where: { code, version, panel }, wishes }, { send, aside, say }) {
	const { again, left } = toldAgain(wishes, REPEATABLE);
	const there = () => {
		if (panel) aside.open(panel);
		for (const wish of again) send(wish);
		say(`Connected again.${left ? " Look whether your last step is in the plan; if not, do it again." : ""}`);
	};
	send({ do: "open", code, version }, { refused: () => false, taken: () => queueMicrotask(there) });
}
function noticesPart(refuse2) {
	const alert = h("div", { role: "alert" });
	const close = () => {
		const was = !node.hidden;
		alert.replaceChildren();
		node.hidden = true;
		return was;
	};
	const dismiss = button("Close", close, { "aria-label": "Close the message" });
	const node = h("div", { class: "hs-notices", hidden: true }, alert, dismiss);
	const draw = (notices) => {
		refuse2(notices.filter((fault) => fault.of === "issue"));
		const others = notices.filter((fault) => fault.of !== "issue");
		node.hidden = !others.length;
		alert.replaceChildren(...told2(others, "hs-notice"));
	};
	return { node, draw, close };
}
function keyOf(id, issued) {
	return issued ? `${id} ${issued.code} ${issued.version}` : id;
}
function pictures(send) {
	const known = /* @__PURE__ */ new Map();
	const waiting = /* @__PURE__ */ new Map();
	const fill = (place3, svg) => {
		place3.hidden = !svg;
		if (svg) place3.replaceChildren(drawing(svg, ""));
	};
	const asks = /* @__PURE__ */ new Map();
	const ask = (place3, key) => {
		const svg = known.get(key);
		const places = waiting.get(key);
		if (svg !== void 0) fill(place3, svg);
		else if (places) places.push(place3);
		else {
			waiting.set(key, [place3]);
			asks.get(key)?.();
		}
	};
	const seen3 = new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries) {
			if (!isIntersecting || !(target instanceof HTMLElement)) continue;
			seen3.unobserve(target);
			ask(target, target.dataset.picture ?? "");
		}
	}, { rootMargin: "200px" });
	const heard = ({ id, issued, svg }) => {
		const key = keyOf(id, issued);
		known.set(key, svg);
		for (const place3 of waiting.get(key) ?? []) fill(place3, svg);
		waiting.delete(key);
		for (const place3 of document.querySelectorAll(`.hs-thumb[data-picture="${CSS.escape(key)}"]`)) {
			if (place3.firstChild && place3 instanceof HTMLElement) fill(place3, svg);
		}
	};
	const small = (id, issued = null) => {
		const key = keyOf(id, issued);
		const place3 = h("span", { class: "hs-thumb", "data-picture": key, "aria-hidden": "true" });
		asks.set(key, () => send({ do: "picture", exercise_id: id, ...issued && { issued } }));
		const svg = known.get(key);
		if (svg !== void 0) fill(place3, svg);
		else seen3.observe(place3);
		return place3;
	};
	return { small, heard, drop: () => seen3.disconnect() };
}
function drawing(svg, alt) {
	return h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt });
}
function unsent(form, fields, store) {
	let note = null;
	form.addEventListener("input", () => {
		const now = Object.entries(fields).map(([name, field2]) => [name, isBox(field2) ? field2.checked : field2.value]);
		note?.write(Object.fromEntries(now));
	});
	const about = (name) => {
		note = tabNote(`unsent ${name}`, store);
		const kept3 = note.read();
		if (kept3 === null || typeof kept3 !== "object") return false;
		for (const [name2, field2] of Object.entries(fields)) {
			if (isBox(field2)) field2.checked = kept3[name2] === true;
			else field2.value = String(kept3[name2] ?? "");
		}
		return true;
	};
	return { about, drop: () => note?.drop() };
}
function isBox(field2) {
	return field2.type === "checkbox";
}
var CARRIED = "Goes along: the exercises with their doses, days and limits, and the words that you tick. Stays here: the patient's label, conditions, what is at home, what matters to them, the red-flag screen, dates, pauses, and every answer to a finding.";
function againPart(send) {
	const mine = formPart({ title: "Keep as my template", asks: "What you call it", act: "Keep as my template", done: "It stands first on the start page now.", wish: (name, along) => ({ do: "keep_template", name, ...along }), send });
	const other = formPart({ title: "This plan for another patient", asks: "The other patient’s label", act: "Begin their plan", done: "", wish: (patient, along) => ({ do: "for_another", patient, ...along }), send });
	const node = h("section", { class: "hs-part-of-aside", "aria-label": "Use it again" }, mine.node, other.node);
	const draw = (view) => {
		node.hidden = !view.plan.items.length;
		mine.draw(view);
		other.draw(view);
	};
	return { node, draw };
}
function formPart({ title, asks, act, done, wish, send }) {
	const name = h("input", { type: "text", autocomplete: "off" });
	const sides = h("input", { type: "checkbox" });
	const texts = h("div", { class: "hs-texts" });
	const said2 = h("p", { class: "hs-quiet", role: "status" });
	const names = { template: "", "template, name": "The name", "new plan, patient": "The label" };
	let sent = sentOf(name);
	const taken = () => {
		said2.textContent = done;
		if (!sent.stands()) return;
		draft.drop();
		name.value = "";
	};
	const told3 = atForm(names, taken, { "template, name": name });
	const go = () => {
		const ticked = texts.querySelectorAll("input:checked");
		const keep2 = [...ticked].map((box) => box.value);
		said2.textContent = "";
		sent = sentOf(name);
		send(wish(name.value, { keep: keep2, sides: sides.checked }), told3.asker);
	};
	const submit = (event) => {
		event.preventDefault();
		go();
	};
	const form = h("form", { class: "hs-again", onsubmit: submit }, field(asks, name), h("label", { class: "hs-check" }, sides, h("span", {}, "Left and right stay as they are here")), texts, h("p", { class: "hs-quiet" }, CARRIED), told3.node, h("div", { class: "hs-tools" }, button(act, go, { class: "hs-first" })), said2);
	const draft = unsent(form, { name, sides });
	const unfolded = () => {
		drawTexts(node.open ? asked2 : []);
		if (!node.open) told3.clear();
		if (!node.open || resumed) return;
		name.focus({ preventScroll: true });
		const panel = node.closest(".hs-aside-body");
		if (panel) panel.scrollTop += node.getBoundingClientRect().top - panel.getBoundingClientRect().top;
	};
	const node = h("details", { class: "hs-more", ontoggle: unfolded }, h("summary", {}, title), form);
	const drawTexts = whenNew((all) => texts.replaceChildren(...all.length ? [textsField(all)] : []));
	let asked2 = [];
	let code = "";
	let resumed = false;
	const draw = ({ plan, texts: all }) => {
		if (plan.code !== code) {
			name.value = said2.textContent = "";
			sides.checked = false;
			told3.clear();
			node.open = resumed = draft.about(`${title}, ${plan.code}`);
		}
		code = plan.code;
		asked2 = all;
		drawTexts(node.open ? asked2 : []);
	};
	return { node, draw };
}
function textsField(all) {
	const rows = all.map(({ key, where, text: text2, names, known }) => {
		const box = h("input", { type: "checkbox", value: key, disabled: names, checked: known && !names });
		const held = names ? " It holds the patient’s label, and stays here." : "";
		return h("label", { class: "hs-check" }, box, h("span", {}, h("b", {}, `${where}: `), text2, held));
	});
	const legend = h("legend", {}, "Your own words: tick what names nobody and fits others");
	return h("fieldset", { class: "hs-texts-of" }, legend, ...rows);
}
var MOVES = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [8, 0], PageUp: [-8, 0] };
function led(key, [row2, at], rows) {
	const last2 = rows.length - 1;
	if (key === "Home") return [0, 0];
	if (key === "End") return [last2, last2 ? 0 : (rows[0] ?? 1) - 1];
	const move = MOVES[key];
	if (!move) return null;
	const [down, along] = move;
	const to = Math.min(Math.max(row2 + down, 0), last2);
	return [to, Math.min(Math.max(at + along, 0), (rows[to] ?? 1) - 1)];
}
function composite(list2, row2, above) {
	return roving([list2], () => [...list2.querySelectorAll(row2)].map((one) => controlsOf(one)).filter((controls) => controls.length > 0), (key, [at, along], rows) => {
		if (key === "ArrowUp" && at === 0 && above) above();
		else return led(key, [at, along], rows);
		return [at, along];
	});
}
function toolbar(around, parts) {
	const bar = roving(parts, () => [parts.flatMap((part3) => controlsOf(part3)).filter((control) => control.checkVisibility())], (key, from, rows) => key === "ArrowUp" || key === "ArrowDown" ? null : led(key, from, rows));
	let waiting = false;
	const soon = () => {
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(() => {
			waiting = false;
			bar.refresh();
		});
	};
	const watcher = new MutationObserver(soon);
	watcher.observe(around, { childList: true, subtree: true, attributeFilter: ["hidden", "disabled"] });
	bar.refresh();
	return bar;
}
function roving(parts, grid, lead) {
	const hold = (all, chosen2) => {
		for (const control of all) control.tabIndex = control === chosen2 ? 0 : -1;
	};
	const refresh = () => {
		const all = grid().flat();
		const first = all.find((control) => control.tabIndex === 0) ?? all[0];
		if (first) hold(all, first);
	};
	const focus = () => grid()[0]?.[0]?.focus();
	const onFocus = ({ target }) => {
		const all = grid().flat();
		if (target instanceof HTMLElement && all.includes(target)) hold(all, target);
	};
	const onKey = (event) => {
		const { target, key } = event;
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		if (!(target instanceof HTMLElement) || own(target, key)) return;
		const rows = grid();
		const at = rows.findIndex((controls) => controls.includes(target));
		if (at < 0) return;
		const along = rows[at]?.indexOf(target) ?? 0;
		const to = lead(key, [at, along], rows.map((controls) => controls.length));
		if (!to) return;
		event.preventDefault();
		if (to[0] !== at || to[1] !== along) rows[to[0]]?.[to[1]]?.focus();
	};
	for (const part3 of parts) {
		part3.addEventListener("focusin", onFocus);
		part3.addEventListener("keydown", onKey);
	}
	return { refresh, focus };
}
function own(control, key) {
	if (control instanceof HTMLSelectElement) return key !== "ArrowLeft" && key !== "ArrowRight";
	return control instanceof HTMLInputElement && control.type !== "checkbox";
}
function controlsOf(part3) {
	const controls = part3.querySelectorAll('button, a[href], select, input[type="checkbox"]');
	return [...controls].filter((control) => !control.disabled && !control.closest("[hidden]"));
}
function numbered(n, one, many = `${one}s`) {
	return `${n} ${n === 1 ? one : many}`;
}
function emptyPart(send, search) {
	const list2 = h("div", { class: "hs-empty-ready" });
	const node = h("section", { class: "hs-empty", "aria-label": "Ways to begin" }, button("Search the library", search, { class: "hs-first" }), h("p", { class: "hs-quiet" }, "Or take those of a ready-made plan; all of them can be changed."), list2);
	const drawOffers = whenNew((all) => list2.replaceChildren(...all.map((one) => {
		const named2 = { "aria-label": `Take the exercises of: ${one.name}`, title: one.about };
		return button(`${one.mine ? "★ " : ""}${one.name}`, once(() => send({ do: "fill", template: one.id })), named2);
	})));
	const draw = ({ plan, ready }) => {
		node.hidden = plan.items.length > 0 || !plan.draft;
		if (!node.hidden) drawOffers(ready);
	};
	return { node, draw };
}
var KINDS = [["setup", "Get ready"], ["move", "Move"], ["hold", "Hold"], ["rest", "Rest"], ["switch", "Change sides"], ["between", "Rest before the next one"]];
var FINE = 300;
function blocksOf({ steps, seconds, time }, isFine) {
	if (isFine) return steps;
	const rests = steps.filter(({ kind: kind2 }) => kind2 === "between");
	const kind = steps.some((step) => step.kind === "hold") ? "hold" : "move";
	return [...rests, { kind, seconds, text: time }];
}
function share(start, end, all) {
	const whole2 = all || 1;
	return { left: 100 * start / whole2, width: 100 * (end - start) / whole2 };
}
function spans(items) {
	let now = 0;
	return items.map(({ rest_s, seconds }) => {
		const start = now + rest_s;
		now = start + seconds;
		return { start, end: now };
	});
}
function inWords({ total, items }) {
	if (!items.length) return "No exercises yet.";
	return `${total} in all. ${items.map(({ name, time }) => `${name}: ${time}`).join("; ")}.`;
}
function block(name, span, all, text2) {
	const part3 = h("div", { class: name, title: text2 });
	place2(part3, span, all);
	return part3;
}
function place2(part3, { start, end }, all) {
	const { left, width } = share(start, end, all);
	part3.style.left = `${left}%`;
	part3.style.width = `${width}%`;
}
function spanOf(places, i) {
	return places[i] ?? { start: 0, end: 0 };
}
function stepsPart() {
	const node = h("div", { class: "hs-bar-part" });
	const fill = whenNew((item, isFine) => {
		const { name } = item;
		const steps = blocksOf(item, isFine);
		const all = steps.reduce((sum, { seconds }) => sum + seconds, 0);
		let now = 0;
		const blocks = steps.map(({ kind, seconds, text: text2 }) => {
			const start = now;
			now += seconds;
			return block(`hs-step hs-${kind}`, { start, end: now }, all, `${name} · ${text2}`);
		});
		node.replaceChildren(...blocks);
	});
	const draw = (item, { start, end }, all, isFine) => {
		fill(item, isFine);
		place2(node, { start: start - item.rest_s, end }, all);
	};
	return { node, draw };
}
function barsPart() {
	const items = h("div", { class: "hs-band", "aria-hidden": "true" });
	const steps = h("div", { class: "hs-bar", role: "img" });
	const parts = [];
	let now = null;
	const draw = (plan) => {
		const places = spans(plan.items);
		const isFine = plan.items.reduce((sum, item) => sum + item.steps.length, 0) <= FINE;
		for (const part3 of parts.splice(plan.items.length)) part3.node.remove();
		while (parts.length < plan.items.length) {
			const part3 = stepsPart();
			parts.push(part3);
			steps.append(part3.node);
		}
		for (const [i, item] of plan.items.entries()) parts[i]?.draw(item, spanOf(places, i), plan.total_s, isFine);
		steps.setAttribute("aria-label", inWords(plan));
		steps.dataset.total = String(plan.total_s);
		now = plan;
		if (!items.hidden) drawNames();
	};
	const drawNames = () => {
		if (!now) return;
		const { items: all, total_s } = now;
		const places = spans(all);
		const named2 = all.map(({ name, time }, i) => {
			const part3 = block("hs-band-item", spanOf(places, i), total_s, `${name}: ${time}`);
			part3.append(h("b", {}, `${i + 1}`), h("span", {}, ` ${time}`));
			return part3;
		});
		items.replaceChildren(...named2);
	};
	const open = (is) => {
		items.hidden = !is;
		if (is) drawNames();
	};
	return { items, steps, draw, open };
}
function timelinePanel() {
	const bars = barsPart();
	const legend = KINDS.map(([kind, name]) => h("li", {}, h("span", { class: `hs-key hs-${kind}` }), name));
	const allow = h("p", { class: "hs-quiet" });
	const more = h("div", { class: "hs-time-more", id: `hs-time-${fresh()}`, hidden: true }, h("ul", { class: "hs-legend", "aria-label": "Legend" }, ...legend), allow);
	const toggle = button("", () => open(more.hidden === true), { class: "hs-icon hs-open", id: `hs-time-more-${fresh()}`, "aria-expanded": "false", "aria-controls": more.id, "aria-label": "The session in detail", title: "The session in detail" });
	const slim = h("div", { class: "hs-time-slim" }, bars.steps, toggle);
	const node = h("section", { class: "hs-time", "aria-label": "Time of one session" }, bars.items, slim, more);
	const open = (is) => {
		more.hidden = !is;
		bars.open(is);
		toggle.setAttribute("aria-expanded", String(is));
	};
	open(false);
	const drawBars = whenNew(bars.draw);
	const draw = ({ plan }) => {
		node.hidden = !plan.items.length;
		drawBars(plan);
		words(allow, `“Time to allow” on the sheet, for all exercises with the warm-up and changing position between them: ${plan.time.allow}.`);
	};
	return { node, slim, toggle, draw };
}
function boardTools(send, { play, week }) {
	const list2 = button("List", () => see(false), { class: "hs-small", "aria-pressed": "true" });
	const days = button("Week", () => see(true), { class: "hs-small", "aria-pressed": "false" });
	const see = (is) => {
		week(is);
		list2.setAttribute("aria-pressed", String(!is));
		days.setAttribute("aria-pressed", String(is));
	};
	const saves = h("span", { class: "hs-quiet" });
	const order = button("", () => send({ do: "order" }), { class: "hs-small hs-order", title: "Puts together what is done in one place; one step back undoes it" });
	order.append("Fewer changes of position ", saves);
	const plays = button("▶", play, { class: "hs-small", title: "The session as the patient will play it" });
	plays.append(h("span", { class: "hs-play-word" }, " Play"));
	const views = h("div", { class: "hs-views", role: "group", "aria-label": "View of the plan" }, list2, days);
	const bar = { class: "hs-board-tools", role: "toolbar", "aria-label": "View of the plan" };
	const node = h("div", bar, order, views, plays);
	const draw = ({ plan }) => {
		node.hidden = !plan.items.length;
		const held = document.activeElement === order;
		order.hidden = !plan.time.saves;
		if (held && order.hidden) (list2.getAttribute("aria-pressed") === "true" ? list2 : days).focus();
		words(saves, `saves ${plan.time.saves}`);
	};
	see(false);
	return { node, draw };
}
var AMOUNTS = [{ name: "sets", text: "Sets", range: { min: 1, max: 10 }, fits: () => true }, { name: "reps", text: "Times", range: { min: 1, max: 100 }, fits: (d) => !d.duration_s }, { name: "hold_s", text: "Hold", range: { min: 0, max: 300, step: 5, unit: "s" }, fits: (d) => !d.duration_s }, { name: "tempo_s", text: "Move", range: { min: 0, max: 60, unit: "s" }, fits: (d) => !d.duration_s && (d.tempo_s > 0 || !d.hold_s) }, { name: "duration_s", text: "For", range: { min: 1, max: 10800, step: 30, unit: "s" }, fits: (d) => Boolean(d.duration_s) }, { name: "rest_rep_s", text: "Rest", range: { min: 0, max: 600, step: 5, unit: "s" }, fits: (d) => d.reps > 1 }, { name: "rest_set_s", text: "Set rest", range: { min: 0, max: 600, step: 5, unit: "s" }, fits: (d) => d.sets > 1 }];
function nudged(value, by, { min, max }) {
	return Math.min(max, Math.max(min, (value || 0) + by));
}
function stepper(name, whose2, range, change) {
	const { min, max, step = 1, unit = "" } = range;
	const label = `${name}${unit && `, ${unit}`}, ${whose2}`;
	const input = h("input", { type: "number", inputmode: "numeric", min, max, step, "aria-label": label });
	const tell = (typing2) => {
		if (input.value === "" || !Number.isInteger(input.valueAsNumber)) return;
		change(input.valueAsNumber, typing2, asker);
		told3 = typing2 !== void 0;
	};
	let held = "";
	let first = "";
	let told3 = false;
	const asker = { refused: (faults) => {
		if (told3 && first !== "") {
			change(Number(first), now);
			keepsTyped(input, first);
		}
		told3 = false;
		return refuse(input, faults);
	}, taken: () => settle(input) };
	let now = 0;
	const by = (n) => () => {
		input.value = String(nudged(input.valueAsNumber, n, range));
		tell();
	};
	const nudge = (sign, n) => button(sign, by(n), { class: "hs-nudge", tabindex: "-1", "aria-hidden": "true" });
	input.addEventListener("focus", () => {
		now = visit();
		first = held;
		told3 = false;
	});
	input.addEventListener("blur", () => {
		if (input.value === "" || input.hasAttribute("aria-invalid")) input.value = held;
	});
	input.addEventListener("input", () => tell(now));
	const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, unit ? `${name} (${unit})` : name);
	const less = nudge("−", -step);
	const more = nudge("+", step);
	const node = h("div", { class: "hs-field hs-stepper" }, caption, h("div", {}, less, input, more));
	const draw = (value, shown3, locked2) => {
		held = `${value ?? ""}`;
		show(input, held);
		node.hidden = !shown3;
		for (const part3 of [less, input, more]) part3.disabled = locked2;
	};
	return { node, draw, input };
}
var DAYS = [["mon", "Mon"], ["tue", "Tue"], ["wed", "Wed"], ["thu", "Thu"], ["fri", "Fri"], ["sat", "Sat"], ["sun", "Sun"]];
var WEEK = DAYS.map(([day]) => day);
var MODES = [["every", "Every day"], ["count", "Some days"], ["fixed", "Set days"]];
function modeOf({ weekdays, days_a_week }, chosen2) {
	if (days_a_week) return "count";
	return weekdays?.length === WEEK.length && chosen2 !== "fixed" ? "every" : "fixed";
}
function begun(mode) {
	if (mode === "count") return { weekdays: null, days_a_week: 3 };
	return { weekdays: mode === "every" ? [...WEEK] : ["mon", "wed", "fri"], days_a_week: null };
}
function toggled(weekdays, day) {
	const set = new Set(weekdays);
	if (!set.delete(day)) set.add(day);
	return WEEK.filter((one) => set.has(one));
}
function named(weekdays) {
	const set = new Set(weekdays);
	return DAYS.flatMap(([day, name]) => set.has(day) ? [name] : []).join(", ");
}
function daysField(whose2, change) {
	let now = { weekdays: null, days_a_week: null, times_a_day: 1 };
	let chosen2 = null;
	const mode = h("select", { "aria-label": `How the days are set, ${whose2}` }, ...choices(MODES));
	const tell = (days, asker) => change({ weekdays: now.weekdays, days_a_week: now.days_a_week, times_a_day: now.times_a_day, ...days }, asker);
	const count = stepper("Days a week", whose2, { min: 1, max: 6 }, (n, _, asker) => tell({ weekdays: null, days_a_week: n }, asker));
	const times = stepper("Times a day", whose2, { min: 1, max: 10 }, (n, _, asker) => tell({ times_a_day: n }, asker));
	const chips = DAYS.map(([day, name]) => {
		const press = () => tell({ weekdays: toggled(now.weekdays ?? [], day), days_a_week: null });
		return { day, node: button(name, press, { class: "hs-chip", "aria-label": `${name}, ${whose2}` }) };
	});
	const named2 = { class: "hs-chips", role: "group", "aria-label": `Weekdays, ${whose2}` };
	const chipRow = h("div", named2, ...chips.map((chip2) => chip2.node));
	mode.addEventListener("change", () => {
		const [picked] = MODES.find(([value]) => value === mode.value) ?? [];
		if (!picked) return;
		chosen2 = picked;
		tell(begun(picked));
	});
	const draw = (schedule, locked2) => {
		now = schedule;
		mode.value = modeOf(schedule, chosen2);
		mode.disabled = locked2;
		count.draw(schedule.days_a_week, mode.value === "count", locked2);
		times.draw(schedule.times_a_day, true, locked2);
		chipRow.hidden = mode.value !== "fixed";
		for (const { day, node: chip2 } of chips) {
			chip2.setAttribute("aria-pressed", String(Boolean(schedule.weekdays?.includes(day))));
			chip2.disabled = locked2;
		}
	};
	const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, "Days");
	const choice = h("div", { class: "hs-field" }, caption, mode);
	const node = h("div", { class: "hs-days" }, choice, count.node, times.node, chipRow);
	return { node, draw, focus: () => chips[0]?.node.focus() };
}
function cellInWords(name, day, { days, choice }) {
	const on = days.includes(day);
	if (choice) return on ? "proposed" : "";
	return `${named([day])}, ${name}`;
}
function weekPart(send, say) {
	const rows = h("tbody");
	const foot = h("tfoot");
	const head = h("tr", {}, h("th", { scope: "col" }, "Exercise"), ...WEEK.map(dayHead));
	const note = h("p", { class: "hs-quiet" });
	const table = h("table", { class: "hs-week-table" }, h("thead", {}, head), rows, foot);
	table.setAttribute("aria-label", "The week");
	const node = h("div", { class: "hs-week" }, table, note);
	const kept3 = /* @__PURE__ */ new Map();
	const order = whenNew((wanted) => {
		const now = new Set(wanted.map(([id]) => id));
		for (const id of [...kept3.keys()]) if (!now.has(id)) kept3.delete(id);
		rows.replaceChildren(...wanted.map(([id, name]) => {
			const row2 = kept3.get(id)?.name === name ? kept3.get(id) : void 0;
			const made4 = row2 ?? weekRow(id, name, send, say);
			kept3.set(id, made4);
			return made4.node;
		}));
	});
	const drawFoot = whenNew((days) => foot.replaceChildren(h("tr", {}, h("th", { scope: "row" }, "Minutes"), ...days.map(dayFoot))));
	const draw = ({ plan }) => {
		order(plan.items.map((item) => [item.item_id, item.name]));
		for (const [i, item] of plan.items.entries()) {
			const due = plan.time.due.find((one) => one.item_id === item.item_id);
			if (due) kept3.get(item.item_id)?.draw(item, i, due, !plan.draft);
		}
		drawFoot(plan.time.days);
		const free = plan.time.due.some((one) => one.choice);
		note.textContent = free ? "○ is a proposal: the patient may choose another day of the week." : "";
	};
	return { node, draw };
}
function dayHead(day) {
	return h("th", { scope: "col" }, named([day]));
}
function dayFoot({ minutes: minutes2, over }) {
	const words2 = over ? [h("b", {}, `${minutes2}`), h("span", { class: "hs-over-word" }, "over")] : [`${minutes2}`];
	return h("td", { class: over ? "hs-over-limit" : "" }, ...words2);
}
function weekRow(id, name, send, say) {
	let now = null;
	const set = (weekdays) => {
		const times_a_day = now?.item.schedule.times_a_day ?? 1;
		send({ do: "schedule", item_id: id, weekdays: [...weekdays], days_a_week: null, times_a_day });
	};
	const title = h("span", { class: "hs-week-name", title: name });
	const choice = h("span", { class: "hs-quiet" });
	const fix = button("Set these days", () => set(now?.due.days ?? []), { class: "hs-small", "aria-label": `Set these days, ${name}` });
	const free = h("span", { class: "hs-week-free" }, choice, fix);
	const cells = WEEK.map((day) => {
		const press = () => {
			if (!now || now.locked) return;
			const left = toggled(now.due.days, day);
			if (left.length) set(left);
			else say(`${name} needs one day at least. To have it on none, take it out of the plan.`);
		};
		const toggle = button("", press, { class: "hs-week-cell", "aria-label": `${named([day])}, ${name}` });
		const mark = h("span", { class: "hs-week-mark", role: "img" });
		return { day, toggle, mark, node: h("td", {}, toggle, mark) };
	});
	const head = h("th", { scope: "row" }, title, free);
	const node = h("tr", {}, head, ...cells.map((cell4) => cell4.node));
	const draw = whenNew((item, at, due, locked2) => {
		now = { item, due, locked: locked2 };
		title.textContent = `${at + 1}. ${name}`;
		const held = document.activeElement === fix;
		free.hidden = !due.choice;
		choice.textContent = due.choice;
		fix.hidden = locked2;
		for (const { day, toggle, mark } of cells) {
			const on = due.days.includes(day);
			const last2 = on && due.days.length === 1;
			toggle.hidden = Boolean(due.choice);
			mark.hidden = !due.choice || !on;
			mark.setAttribute("aria-label", cellInWords(name, day, due) || "none");
			mark.textContent = on ? "○" : "";
			toggle.setAttribute("aria-pressed", String(on));
			toggle.textContent = on ? "✓" : "";
			toggle.setAttribute("aria-disabled", String(locked2 || last2));
			toggle.title = last2 ? "It needs one day at least" : "";
		}
		if (held && free.hidden) cells[0]?.toggle.focus();
	});
	return { node, name, draw };
}
var READ_MS = 12e3;
var NEAR = 10;
function counted(n, most) {
	const said2 = numbered(n, "exercise");
	if (n < most - NEAR) return said2;
	return n < most ? `${said2} · ${most - n} more fit` : `${said2} · no more fit`;
}
function boardPart({ send, say }, conflict, items, { search, play }) {
	const title = h("h2", { tabindex: "-1", class: "hs-board-title" });
	const done = doneLine();
	const time = timelinePanel();
	const empty = emptyPart(send, search);
	const week = weekPart(send, say);
	const tools = boardTools(send, { play, week: (is) => {
		week.node.hidden = !is;
		items.node.hidden = items.bulk.every.hidden = is;
	} });
	const rest = h("div", { class: "hs-board-rest" }, time.node, week.node, items.node, empty.node);
	const plain = h("div", { class: "hs-board-plain" }, title, done.node, tools.node);
	const head = h("div", { class: "hs-board-head" }, items.bulk.every, plain, items.bulk.node);
	const node = h("section", { class: "hs-board", "aria-label": "Plan in hand" }, conflict.node, head, rest);
	const { every } = items.bulk;
	const owned = [every.querySelector("input"), time.toggle].map((one) => one?.id ?? "");
	tools.node.setAttribute("aria-owns", owned.join(" "));
	toolbar(head, [every, tools.node, time.slim]);
	const draw = (view) => {
		words(title, counted(view.plan.items.length, view.plan.most));
		rest.inert = Boolean(view.conflict);
		items.node.dataset.wrong = view.wrong;
		for (const part3 of [conflict, time, tools, week, empty, items]) part3.draw(view);
	};
	const begin = () => {
		node.scrollTop = 0;
		title.focus({ preventScroll: true });
	};
	return { node, draw, tell: done.tell, focus: () => title.focus(), begin };
}
function doneLine() {
	const node = h("p", { class: "hs-quiet hs-done" });
	let timer;
	const leave = () => {
		if (node.matches(":hover")) timer = setTimeout(leave, READ_MS);
		else node.classList.add("hs-unseen");
	};
	const tell = (text2) => {
		clearTimeout(timer);
		node.classList.remove("hs-unseen");
		node.textContent = text2;
		if (text2) timer = setTimeout(leave, READ_MS);
	};
	return { node, tell };
}
var RING = "M8 1a7 7 0 1 0 .01 0z";
var LEVELS = { STOP: ["Stop", "M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5 8h6"], ERROR: ["Error", "M2 2h12v12H2z", "M5.5 5.5l5 5m0-5l-5 5"], AVOID: ["Avoid", RING, "M3.5 3.5l9 9"], CAUTION: ["Caution", "M8 1.5l7 13H1z", "M8 6v4m0 1.8v.7"], INFO: ["Info", RING, "M8 7.2v4.3m0-7v.7"], OK: ["Clear", RING, "M4.8 8.2l2.2 2.3 4.2-4.6"] };
function wordOf(level) {
	return LEVELS[level][0];
}
function icon(level) {
	const [, ...outlines] = LEVELS[level];
	const paths = outlines.map((d) => drawn("path", { d }));
	return drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "hs-sign" }, ...paths);
}
function pill(level, ...words2) {
	const said2 = words2.length ? words2 : [LEVELS[level][0]];
	return h("span", { class: `hs-pill hs-level-${level.toLowerCase()}` }, icon(level), h("span", {}, ...said2));
}
function countPill([level, n, word]) {
	return pill(level, String(n), h("span", { class: "hs-pill-word" }, ` ${word}`));
}
function starPart(send) {
	let id = "";
	const turn = () => {
		const on = node.getAttribute("aria-pressed") !== "true";
		send({ do: "favourite", exercise_id: id, on });
		set(on);
	};
	const node = button("☆", turn, { class: "hs-icon hs-star", "aria-pressed": "false", "aria-label": "Favourite" });
	const set = (on) => {
		node.setAttribute("aria-pressed", String(on));
		node.textContent = on ? "★" : "☆";
		node.title = on ? "No favourite any more" : "Make it a favourite";
	};
	const draw = (exercise) => {
		id = exercise.id;
		node.setAttribute("aria-label", `Favourite: ${exercise.name}`);
		set(exercise.favourite);
	};
	return { node, draw };
}
function usualPart(send, item_id, whose2) {
	let on = false;
	const turn = () => send({ do: "usual_dose", item_id, on: !on });
	const node = button("", turn, { class: "hs-small hs-usual" });
	const draw = (is) => {
		on = is;
		node.textContent = on ? "★ My usual dose" : "Make this my usual dose";
		node.title = on ? "Press to have no usual dose of it any more" : "The next “Add” takes this dose and these days";
		node.setAttribute("aria-label", `${on ? "My usual dose, take it back" : node.textContent}, ${whose2}`);
	};
	return { node, draw };
}
var DRAGGED = "application/x-homestretch-exercise";
function cardRow(exercise, mixed, { send, small, add, toRow, play }) {
	const { id, name, open, kind, brings, why, in_plan: places } = exercise;
	const show2 = button(name, () => send({ do: "detail", exercise_id: id }), { class: "hs-plain hs-inline hs-details", "data-exercise": id, "aria-label": `${name}, show in full`, title: name });
	const under = h("p", { class: "hs-card-under" });
	if (open.length) under.append(pill("CAUTION", "Needs a clinician"));
	else if (brings) {
		under.append(pill(brings), h("span", { class: "hs-unseen" }, why), h("span", { class: "hs-quiet" }, kind));
	} else under.append(h("span", { class: "hs-quiet" }, mixed && exercise.draft ? `${kind} · not signed off` : kind));
	if (why) under.title = why;
	const thumb = small(id);
	const star = starPart(send);
	star.draw(exercise);
	const row2 = h("li", { class: "hs-card" }, thumb, h("div", { class: "hs-card-text" }, h("h3", {}, show2), under), star.node);
	play.watch(row2, thumb, id);
	const [place3] = places;
	if (place3 !== void 0) {
		const text2 = `✓ No. ${places.join(", ")}`;
		const go = { class: "hs-in-plan", "aria-label": `${name} is number ${places.join(" and ")}, go to it` };
		row2.append(button(text2, () => toRow(place3), go));
	} else if (!open.length) {
		row2.append(button("Add", once(() => add(exercise)), { class: "hs-add", "aria-label": `Add ${name}` }));
	}
	if (!open.length) draggable(row2, id);
	return row2;
}
function draggable(row2, id) {
	row2.draggable = true;
	row2.addEventListener("dragstart", (event) => {
		event.stopPropagation();
		if (!event.dataTransfer) return;
		event.dataTransfer.effectAllowed = "copy";
		event.dataTransfer.setData(DRAGGED, id);
	});
}
function dropsOn(board, drop2) {
	const place3 = (y) => {
		const rows = [...board.querySelectorAll(".hs-item")];
		const at = rows.findIndex((row2) => y < row2.getBoundingClientRect().top + row2.getBoundingClientRect().height / 2);
		return { rows, at: at < 0 ? rows.length : at };
	};
	const unmark = () => {
		for (const row2 of board.querySelectorAll(".hs-over, .hs-under")) row2.classList.remove("hs-over", "hs-under");
	};
	board.addEventListener("dragover", (event) => {
		if (!event.dataTransfer?.types.includes(DRAGGED)) return;
		event.preventDefault();
		event.stopPropagation();
		event.dataTransfer.dropEffect = "copy";
		const { rows, at } = place3(event.clientY);
		unmark();
		(rows[at] ?? rows.at(-1))?.classList.add(at < rows.length ? "hs-over" : "hs-under");
	});
	board.addEventListener("dragleave", unmark);
	board.addEventListener("drop", (event) => {
		const id = event.dataTransfer?.getData(DRAGGED);
		unmark();
		if (!id) return;
		event.preventDefault();
		event.stopPropagation();
		drop2(id, place3(event.clientY).at);
	});
}
function showRow(board, n) {
	const row2 = board.querySelectorAll(".hs-item")[n - 1];
	const name = row2?.querySelector("h3 button") ?? row2?.querySelector("h3");
	row2?.scrollIntoView({ block: "nearest" });
	row2?.classList.remove("hs-new");
	requestAnimationFrame(() => row2?.classList.add("hs-new"));
	if (name instanceof HTMLElement) name.focus({ preventScroll: true });
}
function conflictPanel(send) {
	const title = h("h2", { tabindex: "-1" }, "This plan was changed elsewhere");
	const who = h("p", {});
	const yours = h("ul", { "aria-label": "In your edit" });
	const theirs = h("ul", { "aria-label": "In theirs" });
	const choose = (choice) => () => send({ do: "resolve", choice });
	const mine = button("Go on with mine", choose("mine"));
	const kept3 = "Nothing is thrown away: with yours, theirs is one Undo away; a copy is a plan of its own.";
	const node = h("section", { class: "hs-panel hs-conflict", "aria-label": "Two edits", hidden: true }, title, who, h("div", { class: "hs-sides" }, h("div", {}, h("h3", {}, "Yours"), yours), h("div", {}, h("h3", {}, "Theirs"), theirs)), h("div", { class: "hs-row" }, button("Go on with theirs", choose("theirs"), { class: "hs-first" }), mine, button("Keep mine as a copy", choose("copy"))), h("p", { class: "hs-quiet" }, kept3));
	let shown3 = false;
	let from = null;
	const draw = ({ conflict }) => {
		node.hidden = !conflict;
		if (conflict) {
			who.textContent = `${conflict.who} changed the same thing after you had opened it. Both edits are kept; yours is not in the plan yet.`;
			yours.replaceChildren(...conflict.yours.map((text2) => h("li", {}, text2)));
			theirs.replaceChildren(...conflict.theirs.map((text2) => h("li", {}, text2)));
			mine.hidden = !conflict.mine;
			if (!shown3) from = document.activeElement;
			if (!shown3) title.focus();
		} else if (shown3 && from instanceof HTMLElement) from.focus();
		shown3 = Boolean(conflict);
	};
	return { node, draw };
}
function drawer(library, board, aside) {
	const node = h("div", { class: "hs-body" }, library.node, board, aside.node);
	const put3 = (is) => {
		node.dataset.library = is ? "open" : "";
		open.setAttribute("aria-expanded", String(is));
	};
	const close = () => {
		if (node.dataset.library !== "open") return false;
		put3(false);
		if (open.getClientRects().length) open.focus({ preventScroll: true });
		return true;
	};
	const show2 = () => {
		put3(true);
		library.search();
	};
	const open = button("+ Add", show2, { class: "hs-to-library", "aria-expanded": "false" });
	const back = button("To the plan", close, { class: "hs-from-library", "data-reads": true });
	board.querySelector(".hs-board-plain")?.append(open);
	library.node.prepend(back);
	const search = () => {
		aside.close();
		if (open.getClientRects().length) show2();
		else library.search();
	};
	const toPlan = () => {
		close();
		if (!board.getClientRects().length) aside.close();
	};
	return { node, close, left: () => put3(false), search, toPlan };
}
var TO_ALLOW = "Time to allow on the fullest day, as the sheet tells the patient: with the warm-up and the ways from place to place";
var BARE = "One session from the first step to the last, without the warm-up and the ways from place to place";
function dayInWords({ day, limit }) {
	return limit === null ? `Allow ${day} min a day` : `Allow ${day} of ${limit} min a day`;
}
function filled({ day, limit }) {
	return limit ? Math.min(100, Math.round(100 * day / limit)) : 0;
}
function footTime() {
	const total = h("b", { class: "hs-total" });
	const session = h("span", {}, total, h("span", { class: "hs-quiet" }, " of exercise"));
	session.title = BARE;
	const day = h("span", { class: "hs-foot-day", title: TO_ALLOW });
	const over = h("b", { class: "hs-over-word" }, "over");
	const meter = h("span", { class: "hs-meter", "aria-hidden": "true" }, h("i"));
	const week = h("span", { class: "hs-quiet hs-foot-week" });
	const heard = h("span", { class: "hs-unseen", role: "status" });
	const line2 = h("div", { class: "hs-foot-line" }, day, over, meter, week);
	const node = h("div", { class: "hs-foot-time" }, session, line2, heard);
	const draw = ({ total: now, time, items }) => {
		words(total, now);
		line2.hidden = !items.length;
		words(day, dayInWords(time));
		words(week, `${time.week} a week`);
		over.hidden = !time.over;
		node.classList.toggle("hs-over-limit", time.over);
		meter.hidden = time.limit === null;
		meter.style.setProperty("--hs-filled", `${filled(time)}%`);
		words(heard, `One session is ${now} of exercise${time.over ? `; ${dayInWords(time)}, which is over the limit` : ""}`);
	};
	return { node, draw };
}
function footBand(send, { findings }, primary) {
	const undo = button("Undo", () => send({ do: "undo" }), { title: "Ctrl+Z" });
	const redo = button("Redo", () => send({ do: "redo" }), { title: "Ctrl+Y" });
	const time = footTime();
	const badge = h("span", { class: "hs-badges" });
	const review = button("", findings, { class: "hs-to-review" });
	review.replaceChildren(badge);
	const node = h("section", { class: "hs-foot", "aria-label": "Time and issue" }, h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo), time.node, review, primary.node);
	const drawReview = whenNew((counts, summary) => {
		badge.replaceChildren(...counts.length ? counts.map(countPill) : [h("span", {}, summary)]);
		review.setAttribute("aria-label", `Review: ${summary}`);
	});
	const draw = (view) => {
		const { plan, undo: may, redo: again } = view;
		const { counts, summary } = view.review;
		primary.draw(view);
		undo.disabled = !may;
		redo.disabled = !again;
		drawReview(counts, summary);
		time.draw(plan);
	};
	return { node, draw, primary: primary.press };
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
function duePart(send) {
	const tell = (value) => send({ do: "describe", field: "review_on", value }, atField(day));
	const day = dayField(tell, { autocomplete: "off" });
	const weeks = weeksPart(tell);
	const said2 = h("p", { class: "hs-quiet" });
	const node = h("section", { class: "hs-due", "aria-label": "Look at it again" }, h("h3", {}, "Look at it again"), h("div", { class: "hs-row" }, weeks.node, field("Or on a day", day)), said2);
	const draw = (view) => {
		const { plan } = view;
		node.hidden = !plan.draft;
		weeks.draw(view);
		show(day, plan.review_on);
		said2.hidden = Boolean(plan.review_on);
		said2.textContent = `Without a day it runs until ${plan.until}.`;
	};
	const refill = ({ plan }) => restore(day, plan.review_on);
	return { node, draw, refill };
}
function weeksPart(tell) {
	const node = h("div", { class: "hs-chips", role: "group", "aria-label": "Review, from the start" });
	const chips = /* @__PURE__ */ new Map();
	const offer = whenNew((reviews) => {
		chips.clear();
		for (const { on, after: after2, written } of reviews) chips.set(on, button(after2, () => tell(on), { class: "hs-chip", title: written }));
		node.replaceChildren(h("span", { class: "hs-quiet" }, "From the start:"), ...chips.values());
	});
	const draw = ({ plan, to_issue: { reviews } }) => {
		offer(reviews);
		node.hidden = !plan.draft;
		for (const [on, chip2] of chips) chip2.setAttribute("aria-pressed", String(on === plan.review_on));
	};
	return { node, draw };
}
var KINDS2 = [["stretch", "Stretch"], ["mobility", "Mobility"], ["balance", "Balance"], ["strength", "Strength"], ["walking", "Walking"], ["tendon", "Tendon"], ["osteoarthritis", "Osteoarthritis"]];
var PAIN_OF_PLAN = [["", "Each exercise’s own kind"], ...KINDS2];
var PAIN_OF_ITEM = [["", "As the plan"], ...KINDS2];
function headPanel(send) {
	const code = h("span", { class: "hs-code" });
	const fields = headFields(send);
	const until = h("p", { class: "hs-quiet" });
	const also = h("p", { class: "hs-quiet" });
	const alike = alikePart();
	const namesake = namesakePart(send);
	const node = h("section", { class: "hs-part-of-aside", "aria-label": "Plan" }, fields.node, namesake.node, alike.node, also, until, h("p", { class: "hs-quiet" }, "Code of this plan, on every page of its handout: ", code));
	const draw = (view) => {
		const { plan, siblings } = view;
		also.hidden = !siblings;
		also.textContent = siblings ? `Other plans of this patient: ${siblings}.` : "";
		fields.draw(view);
		code.textContent = plan.code;
		until.textContent = plan.review_on ? "" : `Without a review date it runs until ${plan.until}.`;
		until.hidden = Boolean(plan.review_on);
		namesake.draw(view.namesake, plan.patient);
		alike.draw(view.alike);
	};
	return { node, draw, refill: fields.refill };
}
function headFields(send) {
	const tell = (name) => (value, typing2) => send({ do: "describe", field: name, value, ...typing2 && { typing: typing2 } }, atField(fields[name]));
	const day = (name) => dayField((value) => tell(name)(value, 0), { autocomplete: "off" });
	const label = h("input", { type: "text", autocomplete: "off", onchange: () => tell("plan_id")(label.value, 0) });
	const pain = h("select", { onchange: () => tell("pain_kind")(pain.value || null, 0) }, ...choices(PAIN_OF_PLAN));
	const rested = () => tell("rest_ex_s")(rest.value === "" ? null : rest.valueAsNumber, 0);
	const rest = h("input", { type: "number", inputmode: "numeric", min: 0, max: 600, step: 5, onchange: rested });
	const fields = { plan_id: label, patient: typed(line(), tell("patient")), title: typed(line(), tell("title")), start: day("start"), review_on: day("review_on"), pain_kind: pain, rest_ex_s: rest };
	const weeks = weeksPart((on) => tell("review_on")(on, 0));
	const names = Object.keys(fields);
	const node = h("div", { class: "hs-line-fields" }, field("Plan id", fields.plan_id), field("Patient label (printed)", fields.patient), field("Start", fields.start), field("Review date", fields.review_on), weeks.node, field("Pain is judged as in", fields.pain_kind, { class: "hs-field hs-mid" }), field("Rest between exercises (s)", fields.rest_ex_s, { class: "hs-field hs-mid" }), field("Title on the handout", fields.title, { class: "hs-field hs-long" }));
	const draw = (view) => {
		const { plan } = view;
		weeks.draw(view);
		for (const name of names) {
			show(fields[name], plan[name] ?? "");
			fields[name].disabled = !plan.draft || name === "plan_id" && plan.version > 1;
		}
	};
	const refill = ({ plan }) => {
		for (const name of names) restore(fields[name], plan[name] ?? "");
	};
	return { node, draw, refill };
}
function replacedPart(send) {
	let next = null;
	const newer = h("p", {});
	const open = () => {
		if (next) send({ do: "open", code: next.code, version: next.version });
	};
	const node = h("div", { class: "hs-asked" }, newer, button("Open the newest version", open));
	const draw = ({ plan, next: following }) => {
		next = following;
		node.hidden = !next;
		if (!next) return;
		const what = next.draft ? `Version ${next.version} has been begun.` : `It is replaced by version ${next.version}.`;
		newer.textContent = `This is version ${plan.version}. ${what}`;
	};
	return { node, draw };
}
function alikePart() {
	const node = h("div", { class: "hs-asked", role: "status" });
	const draw = whenNew((other) => node.replaceChildren(...other ? [h("p", {}, `This label looks like ${other}, which is somebody else’s. Another one would keep them apart.`)] : []));
	return { node, draw };
}
function namesakePart(send) {
	const node = h("div", { class: "hs-asked", role: "status" });
	const apart = () => h("p", { class: "hs-quiet" }, "They are kept apart by their codes. Another label would help people, too.");
	const same = (other) => send({ do: "same_patient", patient_code: other.patient_code });
	const asked2 = (other, label) => [h("p", {}, `There is another patient ${label} with ${other.said}. Is it the same person?`), h("div", { class: "hs-row" }, button("Yes, the same patient", () => same(other)), button("No, another person", () => node.replaceChildren(apart())))];
	const draw = whenNew((other, label) => node.replaceChildren(...other ? asked2(other, label) : []));
	return { node, draw };
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
	const drop2 = () => {
		for (const link2 of node.querySelectorAll("a")) URL.revokeObjectURL(link2.href);
		node.replaceChildren();
	};
	const show2 = (files, buffers) => {
		drop2();
		const rows = files.flatMap((file, i) => {
			const content = buffers[i];
			const href = URL.createObjectURL(new Blob(content ? [content] : [], { type: typeOf(file) }));
			const isShown2 = Object.keys(opens).some((end) => file.endsWith(end));
			const open = isShown2 ? [h("a", { href, target: "_blank", class: "hs-link" }, nameOf(file, opens))] : [];
			const keep2 = h("a", { href, download: file, class: "hs-link" }, nameOf(file, names));
			return [...open, keep2].map((link2) => h("li", {}, link2));
		});
		node.replaceChildren(...rows);
	};
	const focus = () => node.querySelector("a")?.focus();
	const url = (end) => [...node.querySelectorAll("a")].find(({ download }) => download.endsWith(end))?.href ?? "";
	return { node, drop: drop2, show: show2, focus, url };
}
var PALETTE_NAMES = { day: "Colour", grey: "Grey, for print" };
var PAPERS = [["a4", "A4"], ["letter", "Letter"]];
function formPart2(palettes, changed) {
	const told3 = { onchange: () => changed() };
	const name = line();
	name.addEventListener("input", () => changed());
	const form = h("select", told3);
	const diary = h("select", told3);
	const paper = h("select", told3);
	const language = h("select", told3);
	const pictures2 = palettes.map((key) => [key, PALETTE_NAMES[key] ?? `Colour, ${key}`]);
	const palette = h("select", told3, ...choices(pictures2));
	const large = h("input", { type: "checkbox", ...told3 });
	const node = h("div", { class: "hs-form" }, field("Patient’s name, only on what you hand over", name), field("Form", form), field("Diary for a pen", diary), field("Language", language), field("Paper", paper), field("Pictures", palette), h("label", { class: "hs-check" }, large, h("span", {}, "Large print")));
	const offer = whenNew((languages, own2) => {
		const others = PAPERS.filter(([, text2]) => text2 !== own2);
		const papers = [["", `${own2}, as the clinic has set`], ...others];
		paper.replaceChildren(...choices(papers));
		language.replaceChildren(...choices(languages));
	});
	const offerForms = whenNew((forms) => form.replaceChildren(...choices(forms)));
	const offerDiaries = whenNew((diaries) => diary.replaceChildren(...choices(diaries)));
	let whose2 = null;
	const names = /* @__PURE__ */ new Map();
	name.addEventListener("input", () => whose2 !== null && names.set(whose2, name.value));
	const draw = ({ plan, to_issue: { languages, forms, diaries, paper: own2, last: last2 } }) => {
		offer(languages, own2);
		offerForms(forms);
		offerDiaries(diaries);
		const now = `${plan.code} ${plan.patient}`;
		if (whose2 !== now) {
			name.value = names.get(now) ?? "";
			const kept3 = [last2?.form, last2?.diary, last2?.paper, last2?.language, last2?.palette];
			for (const [at, select2] of [form, diary, paper, language, palette].entries()) put2(select2, kept3[at] ?? "");
			large.checked = last2?.large ?? false;
		}
		whose2 = now;
	};
	const chosen2 = () => ({ name: name.value, paper: paper.value, palette: palette.value, large: large.checked, language: language.value, form: form.value, diary: diary.value });
	return { node, draw, chosen: chosen2 };
}
function put2(select2, value) {
	const at = [...select2.options].findIndex((option) => option.value === value);
	select2.selectedIndex = Math.max(at, 0);
}
var PAUSE_MS2 = 500;
function pagesState({ ask, say }, pause = PAUSE_MS2) {
	let wanted = "";
	let asked2 = "";
	let shown3 = "";
	let turn = 0;
	let underway = false;
	let timer;
	const stop = () => {
		clearTimeout(timer);
		timer = void 0;
	};
	const go = () => {
		timer = void 0;
		if (underway || wanted === shown3) return;
		asked2 = wanted;
		turn += 1;
		underway = true;
		say("making");
		ask(turn);
	};
	return { stop, want: (key) => {
		wanted = key;
		stop();
		if (key === shown3) say("shown");
		else {
			say(shown3 ? "old" : "making");
			timer = setTimeout(go, shown3 ? pause : 0);
		}
	}, heard: (of, take) => {
		if (of !== turn) return;
		underway = false;
		shown3 = asked2;
		take();
		if (wanted === shown3) say("shown");
		else {
			say("old");
			timer ??= setTimeout(go, pause);
		}
	}, forget: () => {
		stop();
		wanted = asked2 = shown3 = "";
		underway = false;
		turn += 1;
		say("none");
	} };
}
function pagesPart(send, chosen2, by) {
	const title = h("h3", { tabindex: "-1", id: `hs-pages-${fresh()}` }, "The pages");
	const said2 = h("p", { class: "hs-quiet", role: "status" });
	const sheets = sheetList();
	const node = h("section", { class: "hs-preview", "aria-labelledby": title.id }, title, said2, sheets.node);
	let told3 = "";
	const words2 = { none: () => "", making: () => "Making the pages…", old: () => "The plan has changed. Making the pages anew…", shown: () => told3 };
	const state = pagesState({ ask: (turn) => send({ do: "preview", turn, by: by(), ...chosen2() }), say: (now2) => {
		const text2 = words2[now2]();
		if (said2.textContent !== text2) said2.textContent = text2;
		sheets.node.classList.toggle("hs-stale", now2 === "old" || now2 === "making");
	} });
	let now = null;
	let open = false;
	const clear = (why) => {
		state.forget();
		sheets.drop();
		said2.textContent = why;
	};
	const want = () => {
		if (!open || !now) return;
		const { plan, patient, review } = now;
		if (plan.items.length) state.want(JSON.stringify([plan, patient, review.reporting, chosen2(), by()]));
		else clear("An exercise first: then the pages stand here.");
	};
	const heard = ({ turn, said: count, fault }, buffers) => state.heard(turn, () => {
		told3 = fault || (now?.plan.draft ? `${count}, as they will be once it is issued.` : `${count}.`);
		sheets.show(buffers);
		if (title === document.activeElement) scrollTo(node);
	});
	const draw = (view) => {
		const other = now && `${now.plan.code} ${now.plan.version}` !== `${view.plan.code} ${view.plan.version}`;
		now = view;
		if (other) clear("");
		want();
	};
	const opened = (is) => {
		open = is;
		if (is) want();
		else state.stop();
	};
	const focus = () => {
		scrollTo(node);
		title.focus({ preventScroll: true });
	};
	return { node, want, heard, draw, opened, focus, drop: sheets.drop };
}
function sheetList() {
	const node = h("ol", { class: "hs-pages", tabindex: "0", "aria-label": "Pages of the handout", hidden: true });
	const drop2 = () => {
		for (const picture of node.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
		node.replaceChildren();
		node.hidden = true;
	};
	const show2 = (drawings) => {
		drop2();
		node.replaceChildren(...drawings.map((drawn2, i) => h("li", {}, sheet(drawn2, i + 1, drawings.length))));
		node.hidden = !drawings.length;
	};
	return { node, drop: drop2, show: show2 };
}
function sheet(drawn2, n, of) {
	const content = drawn2;
	const src = URL.createObjectURL(new Blob([content], { type: "image/svg+xml" }));
	return h("img", { src, alt: `Page ${n} of ${of}` });
}
var OPENED = "The print dialog is open.";
var TAB = "The handout is open in a tab of its own: print it there.";
var NEITHER = "This browser opens no print dialog here. Open the PDF below, and print it there.";
function printer(place3, told3) {
	let frame = null;
	const drop2 = () => {
		frame?.remove();
		frame = null;
	};
	const inTab = (url) => told3(window.open(url, "_blank") ? TAB : NEITHER);
	const print = (url) => {
		drop2();
		if (navigator.pdfViewerEnabled === false) {
			told3(NEITHER);
			return;
		}
		const made4 = h("iframe", { class: "hs-print", "aria-hidden": "true", tabindex: "-1", title: "Handout to print" });
		frame = made4;
		made4.addEventListener("load", () => {
			if (frame !== made4 || made4.src !== url) return;
			try {
				made4.contentWindow?.focus();
				made4.contentWindow?.print();
				told3(OPENED);
			} catch {
				inTab(url);
			}
		});
		made4.src = url;
		place3.append(made4);
	};
	return { print, drop: drop2 };
}
var NAMES = { "handout.pdf": "Handout (PDF)", "handout.csv": "Handout as a table (CSV)", "diary.csv": "Diary to fill in (CSV)", "session.html": "Page that plays the session (HTML)", "calendar.ics": "Calendar (ICS)" };
var NAMED = { class: "hs-part-of-aside", "aria-label": "Handout" };
var CHANGED = "What you changed meanwhile is not in the handout that was made.";
function making(wanted) {
	let meant3 = "";
	return { underway: () => meant3 !== "", drop: () => {
		meant3 = "";
	}, begin: () => {
		meant3 = wanted();
	}, end: () => {
		const current = meant3 === wanted();
		meant3 = "";
		return current;
	} };
}
function concerns(about, plan) {
	return !about || about === `${plan?.code} ${plan?.version}`;
}
function exportPanel(send, palettes, by) {
	const form = formPart2(palettes, () => {
		forget();
		pages.want();
	});
	const pages = pagesPart(send, form.chosen, by);
	const told3 = h("p", { class: "hs-quiet", role: "status" });
	const links = fileLinks(NAMES);
	const head = whosePart();
	const files = h("div", { class: "hs-files" }, told3, links.node);
	const node = h("section", NAMED, h("h3", {}, "Handout"), ...head.nodes, files, form.node, pages.node);
	const out = printer(node, (words2) => {
		told3.textContent = `${kept3} ${words2}`;
	});
	let kept3 = "";
	let now = null;
	let shown3 = null;
	const work = making(() => JSON.stringify([shown3, form.chosen()]));
	const forget = () => {
		links.drop();
		out.drop();
		if (!work.underway()) told3.textContent = "";
	};
	const print = () => {
		if (work.underway()) return;
		work.begin();
		told3.textContent = "Making the handout…";
		send({ do: "export", ...form.chosen() });
	};
	const refused = (about) => {
		if (!concerns(about, now)) return;
		if (work.underway()) told3.textContent = "";
		work.end();
	};
	const ready = ({ made: made4, said: said2, code, version }, buffers) => {
		if (code !== now?.code || version !== now.version) return;
		const comes = work.underway();
		const current = work.end() || !comes;
		kept3 = `The handout is ready. ${said2}`;
		told3.textContent = current ? kept3 : `${CHANGED} ${said2} Make it again.`;
		if (!current) return;
		links.show(made4, buffers);
		reveal(node);
		const url = links.url(".pdf");
		if (url && comes) out.print(url);
	};
	const draw = (view) => {
		now = view.plan;
		form.draw(view);
		head.draw(view);
		const said2 = JSON.stringify([view.plan, view.patient, view.review.reporting]);
		if (shown3 !== null && shown3 !== said2) forget();
		shown3 = said2;
		pages.draw(view);
	};
	const left = () => {
		work.drop();
		forget();
		now = shown3 = null;
	};
	const drop2 = () => {
		links.drop();
		pages.drop();
	};
	return { node, draw, refused, ready, left, drop: drop2, print, pages };
}
function whosePart() {
	const whose2 = h("p", {});
	const old = h("p", { class: "hs-lost" });
	const draw = ({ plan, next }) => {
		const label = plan.patient ? `for ${plan.patient}: ` : "";
		whose2.textContent = `The handout ${label}plan ${plan.plan_id}, version ${plan.version}.`;
		old.hidden = !next || next.draft;
		if (next) old.textContent = `This version is no longer in force: version ${next.version} replaces it.`;
	};
	return { nodes: [whose2, old], draw };
}
function keptHeight(part3) {
	const node = h("div", { class: "hs-place" }, part3);
	const hold = (height) => {
		node.style.minHeight = height === null ? "" : `${height}px`;
	};
	node.addEventListener("click", ({ detail }) => detail && hold(node.offsetHeight), { capture: true });
	node.addEventListener("pointerleave", () => hold(null));
	return node;
}
var ANSWERS = { "": null, reason: { open: "Keep it, with a reason…", ask: "Why it is right for this patient", give: "Keep it", given: "Kept" }, confirmation: { open: "Confirm it as written…", ask: "How it is known", give: "Confirm it", given: "Confirmed" }, "sign-off": { open: "Sign off…", ask: "Reason, in 10 letters or more", give: "Sign off", given: "Signed off" } };
var NAMES2 = { by: "Your name", reason: "The reason" };
function asWhom({ name, role }, signs) {
	return `as ${[name, signs ? role : ""].filter(Boolean).join(", ")}`;
}
function answerForm(first, whose2, { send, me, code }) {
	const words2 = ANSWERS[first.asks];
	const signs = first.asks === "sign-off";
	const change = button("", () => open(true), { "aria-expanded": "false" });
	const reason = line();
	const who = whoPart(me, signs);
	let now = first;
	const submit = (event) => {
		event.preventDefault();
		const { name, role } = who.take();
		sent = sentOf(reason);
		send({ do: "answer", key: now.key, by: name, reason: reason.value, ...signs && { role } }, refusal2.asker);
	};
	const cancel = () => {
		draft.drop();
		open(false);
		change.focus();
	};
	let sent = sentOf(reason);
	const refusal2 = atForm(NAMES2, () => {
		if (!sent.stands()) return;
		draft.drop();
		if (!form.hidden) cancel();
	}, { reason, ...who.controls });
	const give = h("button", { type: "submit", class: "hs-first" }, words2?.give ?? "");
	const asks = field(words2?.ask ?? "", reason, { class: "hs-field hs-grow" });
	const row2 = h("div", { class: "hs-row" }, asks, ...who.fields, give, button("Cancel", cancel));
	const form = h("form", { class: "hs-answering", hidden: true, onsubmit: submit }, row2, who.node, refusal2.node);
	const draft = unsent(form, { reason });
	onEscape(form, cancel);
	const open = (is, resumed = false) => {
		form.hidden = !is;
		change.hidden = is;
		change.setAttribute("aria-expanded", String(is));
		refusal2.clear();
		if (!is) return;
		reason.value ||= now.answer?.said ?? "";
		who.show();
		if (!resumed) reason.focus();
	};
	if (words2 && draft.about(`answer, ${code()}, ${first.key}`)) open(true, true);
	const draw = (finding, locked2) => {
		now = finding;
		change.textContent = finding.answer ? "Change the answer…" : words2?.open ?? "";
		change.setAttribute("aria-label", `${change.textContent} ${whose2}`);
		change.disabled = locked2;
	};
	return { nodes: words2 ? [h("div", {}, change), form] : [], draw };
}
function onEscape(form, cancel) {
	form.addEventListener("keydown", (event) => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		event.stopPropagation();
		cancel();
	});
}
function whoPart(me, signs) {
	const name = line();
	const role = line();
	const text2 = h("span", {});
	const asked2 = [field("Your name", name), ...signs ? [field("Role or registration", role)] : []];
	const node = h("p", { class: "hs-quiet hs-as" }, text2, button("change", () => ask(true), { class: "hs-inline" }));
	const ask = (is) => {
		for (const one of asked2) one.hidden = !is;
		node.hidden = is;
		if (is) name.focus();
	};
	const show2 = () => {
		name.value = me.name;
		role.value = me.role;
		text2.textContent = `${asWhom(me, signs)} · `;
		ask(!me.name || signs && !me.role);
	};
	const take = () => {
		me.name = name.value;
		if (signs) me.role = role.value;
		return { name: name.value, role: role.value };
	};
	return { node, fields: asked2, controls: { by: name, role }, show: show2, take };
}
function madeForPart(send) {
	let brought = [];
	const name = h("b", {});
	const remove = button("Remove", () => send({ do: "not_made_for", conditions: [...brought] }), { class: "hs-small" });
	const node = h("section", { class: "hs-made-for", "aria-label": "What this plan is made for", hidden: true }, h("p", {}, "For: ", name, ". ", h("span", { class: "hs-made-rules" }, "Its rules are applied. "), h("span", { class: "hs-quiet" }, "Not so?")), remove);
	const draw = ({ made_for: made4 }) => {
		node.hidden = !made4;
		if (!made4) return;
		brought = made4.conditions;
		name.textContent = made4.name;
		remove.setAttribute("aria-label", `Remove, it is not for: ${made4.name}`);
	};
	return { node, draw };
}
var BESIDE = { class: "hs-field hs-beside" };
var TO_WRONG = { dose: "Go to the doses", side: "Go to the sides", exercise: "Go to the exercises", rest: "Go to the exercises" };
function versionBand(send, mistakes, lead) {
	const parts = [madeForPart(send), goesBeforePart(lead), replacedPart(send), issuedPart(send, mistakes)];
	const node = h("div", { class: "hs-version" }, ...parts.map((part3) => part3.node));
	const draw = (view) => {
		for (const part3 of parts) part3.draw(view);
	};
	return { node, draw };
}
function goesBeforePart(lead) {
	const words2 = h("span", {});
	const go = button("", () => lead(wrong), { class: "hs-small" });
	const node = h("p", { class: "hs-goes-before", hidden: true }, words2, " ", go);
	let wrong = "";
	let here = "";
	let follows = false;
	const draw = ({ goes_before: said2, plan, wrong: now }) => {
		node.hidden = !said2;
		words2.textContent = said2;
		const version = `${plan.code} ${plan.version}`;
		if (version !== here) follows = here === `${plan.code} ${plan.version - 1}`;
		here = version;
		wrong = now;
		go.hidden = now === "";
		if (now) go.textContent = TO_WRONG[now];
		if (!now || !follows) return;
		follows = false;
		requestAnimationFrame(() => lead(now));
	};
	return { node, draw };
}
function issuedPart(send, mistakes) {
	const words2 = h("span", {});
	const from = h("input", { type: "date", max: "9999-12-31" });
	const next = () => send({ do: "new_version", start: from.value, reason: "" }, atField(from));
	const correction = correctionPart(send, mistakes);
	const node = h("section", { class: "hs-issued", "aria-label": "This version is issued" }, h("p", {}, words2, h("span", { class: "hs-issued-why" }, " It takes no changes; what you change is a new version.")), h("div", { class: "hs-row", role: "group", "aria-label": "Next version" }, field("Next version from", from, BESIDE), button("Make the next version", next), correction.opens), correction.node);
	let shown3 = "";
	const draw = ({ plan, next: following, correct_from, to_issue: { next_from } }) => {
		node.hidden = plan.draft || Boolean(following);
		words2.textContent = `${plan.issued}.`;
		const now = `${plan.code} ${plan.version} ${plan.draft}`;
		correction.draw(correct_from, now !== shown3);
		if (now === shown3) return;
		shown3 = now;
		from.value = next_from;
	};
	return { node, draw };
}
function correctionPart(send, reasons) {
	const why = line();
	let start = "";
	const correct = (reason) => send({ do: "new_version", start, reason }, atField(why));
	const mistakes = reasons.map((reason) => button(reason, () => correct(reason), { class: "hs-chip" }));
	const id = `hs-correct-${fresh()}`;
	const fold2 = (is) => {
		node.hidden = !is;
		opens.setAttribute("aria-expanded", String(is));
	};
	const opens = button("Correct…", () => fold2(Boolean(node.hidden)), { "aria-expanded": "false", "aria-controls": id });
	const node = h("div", { class: "hs-row", role: "group", "aria-label": "Correct it", hidden: true, id }, h("span", { class: "hs-caption" }, "What was wrong?"), ...mistakes, field("Something else", why, BESIDE), button("Correct it today", () => correct(why.value)), h("span", { class: "hs-quiet" }, "The new sheet tells the patient to throw the older one away."));
	const draw = (from, anew) => {
		start = from;
		if (!anew) return;
		why.value = "";
		fold2(false);
	};
	return { node, opens, draw };
}
function canMend({ item, level, answer: answer2 }) {
	return Boolean(item) && level !== "INFO" && !answer2;
}
function stays(swaps) {
	const said2 = new Set(swaps.map(({ about }) => about));
	if (said2.size < 2) return [...said2].join("");
	return swaps.map((one) => `${one.said}: ${one.about.charAt(0).toLowerCase()}${one.about.slice(1)}`).join(" ");
}
function mendsPart(first, whose2, { send, mends }) {
	const ways = h("div", { class: "hs-tools" });
	const said2 = h("p", { class: "hs-quiet", role: "status" });
	const shows = button("What clears it…", () => ask(), { class: "hs-small", "aria-label": `What clears it, ${whose2}` });
	const node = h("div", { class: "hs-mends" }, shows, said2, ways);
	let now = first;
	let locked2 = false;
	let last2 = "";
	const way = ({ said: does, about, wish }, word) => {
		const press = button(`${word}${does}`, () => send(wish), { class: "hs-small", "aria-label": `${word}${does}, ${word ? "in place of " : ""}${whose2}`, title: about });
		press.disabled = locked2;
		return press;
	};
	const heard = ({ key, mends: others, swaps, none }) => {
		if (key !== now.key || locked2) return;
		ways.replaceChildren(...others.map((one) => way(one, "")), ...swaps.map((one) => way(one, "Swap for ")));
		said2.textContent = none || stays(swaps);
	};
	const ask = () => {
		const about = JSON.stringify(now);
		if (locked2 || !canMend(now) || about === last2) return;
		last2 = about;
		shows.hidden = true;
		if (!ways.childElementCount) said2.textContent = "Looking for what clears it …";
		mends.ask(now.key, heard);
	};
	const draw = (finding, is) => {
		now = finding;
		locked2 = is;
		node.hidden = locked2 || !canMend(finding);
		if (last2 && last2 !== JSON.stringify(finding)) {
			ways.replaceChildren();
			said2.textContent = "";
			shows.hidden = false;
		}
	};
	return { node, draw, ask };
}
function keyed(findings) {
	const seen3 = /* @__PURE__ */ new Map();
	return findings.map((finding) => {
		const n = (seen3.get(finding.key) ?? 0) + 1;
		seen3.set(finding.key, n);
		return [`${n} ${finding.key}`, finding];
	});
}
function answeredBy({ asks, answer: answer2 }) {
	const by = [answer2.by, answer2.role, answer2.on].filter(Boolean).join(", ");
	const carried = answer2.carried_from ? `, carried from version ${answer2.carried_from}` : "";
	return `${ANSWERS[asks]?.given ?? "Answered"} by ${by}${carried}.`;
}
function findingRow(first, whose2, hands) {
	const what = h("p", { class: "hs-what" });
	const why = h("p", {});
	const mend = h("p", {});
	const source = h("p", { class: "hs-quiet" });
	const answer2 = h("p", { class: "hs-answer" });
	const mends = mendsPart(first, whose2, hands);
	const form = answerForm(first, whose2, hands);
	const opens = button("", () => to === "patient" ? hands.patient() : hands.lead(to), { class: "hs-small" });
	let to = "";
	const text2 = h("div", { class: "hs-finding-text" }, what, why, mend, source, answer2, opens, ...form.nodes, mends.node);
	const node = h("li", { class: "hs-finding", "data-level": first.level }, pill(first.level), text2);
	const draw = whenNew((finding, locked2) => {
		what.textContent = finding.what;
		why.textContent = finding.why;
		mend.textContent = finding.mend;
		source.textContent = `Source: ${finding.source}`;
		to = finding.opens;
		opens.hidden = locked2 || !to;
		if (to) opens.textContent = to === "patient" ? "Patient and conditions…" : TO_WRONG[to];
		answer2.hidden = !finding.answer;
		answer2.replaceChildren(...finding.answer ? answered(finding.asks, finding.answer) : []);
		mends.draw(finding, locked2);
		form.draw(finding, locked2);
	});
	return { node, draw, ask: mends.ask };
}
function answered(asks, answer2) {
	const words2 = h("span", {}, h("b", {}, answeredBy({ asks, answer: answer2 })), answer2.said ? ` ${answer2.said}` : "");
	return [icon("OK"), words2];
}
function rowsByKey(list2, make2, code) {
	const rows = /* @__PURE__ */ new Map();
	let order = "";
	let whose2 = "";
	return (things) => {
		if (whose2 !== code()) {
			rows.clear();
			order = "";
		}
		whose2 = code();
		const keys = things.map(([key]) => key);
		const made4 = things.map(([key, thing]) => {
			const row2 = rows.get(key) ?? make2(thing);
			rows.set(key, row2);
			return row2;
		});
		const now = JSON.stringify(keys);
		if (now === order) return made4;
		order = now;
		const stays2 = new Set(keys);
		for (const key of [...rows.keys()]) if (!stays2.has(key)) rows.delete(key);
		list2.replaceChildren(...made4.map((row2) => row2.node));
		return made4;
	};
}
function findingList(list2, whose2, hands) {
	const rows = rowsByKey(list2, (finding) => findingRow(finding, whose2, hands), hands.code);
	let now = [];
	const fill = (findings, locked2) => {
		now = rows(keyed(findings));
		for (const [i, row2] of now.entries()) {
			const finding = findings[i];
			if (finding) row2.draw(finding, locked2);
		}
	};
	const ask = () => {
		for (const row2 of now) row2.ask();
	};
	return { fill, ask };
}
var RECORD = [["provider", "Therapist and qualification"], ["setting", "Where it is done"], ["supervision", "How it is supervised"], ["group", "Alone or in a group", [["alone", "Alone"], ["group", "In a group"]]], ["tailoring", "Generic or tailored", [["", "Not said"], ["generic", "Generic"], ["tailored", "Tailored to the patient"]]], ["tailored_how", "How it was tailored"], ["start_rule", "How the starting dose was found"], ["progression_rule", "When it will be made harder"], ["advice", "Advice beside the exercises, or “none”"]];
function recordPart(send) {
	const fields = RECORD.map(([name, text2, options]) => {
		const tell = (value, typing2) => send({ do: "report", field: name, value, ...typing2 && { typing: typing2 } }, atField(control));
		const select2 = (pairs) => {
			const made4 = h("select", { onchange: () => tell(made4.value) }, ...choices(pairs));
			return made4;
		};
		const control = options ? select2(options) : typed(line(), tell);
		return { name, text: text2, control };
	});
	const score = h("span", { class: "hs-line" });
	const missing = h("div", { class: "hs-missing" });
	const node = h("details", { class: "hs-more" }, h("summary", {}, h("span", {}, "For the record: how completely the plan says what it is"), score), missing, h("div", { class: "hs-fields hs-told" }, ...fields.map(({ text: text2, control }) => field(text2, control))));
	const drawScores = whenNew((cert, fittVp) => {
		const scores = [cert, fittVp];
		score.textContent = scores.map(({ name, said: said2 }) => `${name} ${said2}`).join(" · ");
		missing.replaceChildren(...scores.map(missingPart));
	});
	const draw = ({ cert, fitt_vp, reporting }, locked2) => {
		drawScores(cert, fitt_vp);
		for (const { name, control } of fields) {
			show(control, reporting[name] ?? "");
			control.disabled = locked2;
		}
	};
	return { node, draw };
}
function missingPart({ name, said: said2, missing }) {
	const rows = missing.map((one) => h("li", {}, one.name, " ", h("span", { class: "hs-quiet" }, one.mend)));
	const body = rows.length ? h("ul", {}, ...rows) : h("p", { class: "hs-quiet" }, "Nothing is missing.");
	return h("div", {}, h("h3", {}, `${name}: ${said2} said`), body);
}
function split(findings) {
	return { high: findings.filter((finding) => finding.level !== "INFO"), low: findings.filter((finding) => finding.level === "INFO") };
}
function groupsOf(findings) {
	return grouped(findings, ({ item, key }) => item ? `item ${item}` : `plan ${key}`);
}
function reviewPanel(hands) {
	const title = h("h2", { tabindex: "-1" }, "Review");
	const counts = h("span", { class: "hs-badges" });
	const spoken = h("div", { class: "hs-unseen", role: "status" });
	const holding = h("p", { class: "hs-quiet" });
	const nothing = h("p", {});
	const banner = h("p", { class: "hs-banner" });
	const list2 = h("ul", { class: "hs-findings", "aria-label": "Findings" });
	const info = h("ul", { class: "hs-findings", "aria-label": "For information" });
	const infoName = h("summary", {});
	const infos = h("details", { class: "hs-more" }, infoName, info);
	const record = recordPart(hands.send);
	const head = h("div", { class: "hs-head" }, title, counts);
	const named2 = { class: "hs-review", "aria-label": "Review" };
	const node = h("section", named2, head, holding, nothing, list2, infos, banner, record.node, spoken);
	const fill = reviewList(list2, hands);
	const fillInfo = reviewList(info, hands);
	const drawCounts = whenNew((all, summary) => {
		counts.replaceChildren(...all.map(countPill));
		spoken.textContent = `Review: ${summary}`;
	});
	const known = whenNew((me) => Object.assign(hands.me, me));
	const draw = ({ review, plan, me }) => {
		known(me);
		const { high, low } = split(review.findings);
		const names = namesOf(plan);
		drawCounts(review.counts, review.summary);
		holding.textContent = plan.draft ? review.holding : "";
		holding.hidden = !holding.textContent;
		nothing.hidden = review.counts.length > 0;
		nothing.textContent = review.summary;
		fill(high, names, !plan.draft);
		fillInfo(low, names, !plan.draft);
		list2.hidden = !high.length;
		infos.hidden = !low.length;
		infoName.textContent = `For information: ${low.length}`;
		banner.textContent = review.banner;
		record.draw(review, !plan.draft);
	};
	const focus = () => {
		node.scrollIntoView({ block: "start" });
		title.focus({ preventScroll: true });
	};
	return { node, draw, focus };
}
function namesOf({ items }) {
	return new Map(items.map((item, i) => [item.item_id, `${i + 1}. ${item.name}`]));
}
function reviewList(list2, hands) {
	const rows = rowsByKey(list2, (group) => {
		const [first] = group;
		if (!first) throw new Error("A group without a finding.");
		return first.item ? link(first.item, hands.open) : whole(first, hands);
	}, hands.code);
	return (findings, names, locked2) => {
		const groups = [...groupsOf(findings)];
		for (const [i, row2] of rows(groups).entries()) row2.draw(groups[i]?.[1] ?? [], names, locked2);
	};
}
function whole(finding, hands) {
	const { node, draw } = findingRow(finding, "the plan", hands);
	return { node, draw: ([now], _, locked2) => {
		if (now) draw(now, locked2);
	} };
}
function link(item, open) {
	const act = () => open(item);
	const go = h("button", { type: "button", class: "hs-go", title: "Go to the exercise", onclick: act });
	const draw = whenNew((group, name) => go.replaceChildren(...group.map((finding, i) => goLine(finding, i ? "" : name))));
	return { node: h("li", {}, go), draw: (group, names) => draw(group, names.get(item) ?? "") };
}
function goLine(finding, name) {
	const answered2 = finding.answer ? [pill("OK", "Answered")] : [];
	const badges = h("span", { class: "hs-badges" }, pill(finding.level), ...answered2);
	const what = h("span", { class: "hs-go-what" }, finding.what);
	const why = h("span", { class: "hs-go-why" }, [finding.why, finding.mend].filter(Boolean).join(" "));
	const source = h("span", { class: "hs-quiet hs-go-why" }, `Source: ${finding.source}`);
	const named2 = name ? [h("b", {}, name)] : [];
	return h("span", { class: "hs-go-line" }, badges, h("span", {}, ...named2, what, why, source));
}
function heldPart(hands) {
	const title = h("h3", { tabindex: "-1", id: `hs-held-${fresh()}` }, "This waits for your answer");
	const list2 = h("ul", { class: "hs-findings", "aria-label": "Findings that hold the plan" });
	const node = h("section", { class: "hs-held", "aria-labelledby": title.id }, title, list2);
	const rows = rowsByKey(list2, ({ finding, whose: whose2 }) => {
		const made4 = findingRow(finding, whose2, hands);
		if (finding.item) made4.node.prepend(h("b", { class: "hs-held-whose" }, whose2));
		return made4;
	}, hands.code);
	const draw = ({ plan, review, to_issue: { held } }) => {
		const names = namesOf(plan);
		const holding = review.findings.filter(({ key }) => held.includes(key));
		const inside = list2.contains(document.activeElement);
		const things = keyed(holding).map(([key, finding]) => [key, { finding, whose: names.get(finding.item ?? "") ?? "the plan" }]);
		for (const [i, row2] of rows(things).entries()) {
			const finding = holding[i];
			if (finding) row2.draw(finding, !plan.draft);
		}
		node.hidden = !holding.length;
		if (inside && !list2.contains(document.activeElement) && holding.length) title.focus({ preventScroll: true });
	};
	return { node: keptHeight(node), draw, focus: () => title.focus() };
}
function inOrder(flags, { first, last: last2 }) {
	const near = first.flatMap((sign) => flags.filter(({ name }) => name === sign));
	const others = flags.filter(({ name }) => !first.includes(name) && !last2.includes(name));
	return { near, anywhere: others.filter(({ anywhere }) => anywhere), elsewhere: others.filter(({ anywhere }) => !anywhere), aged: flags.filter(({ name }) => last2.includes(name) && !first.includes(name)) };
}
var GROUPS = [["near", "May concern this patient"], ["anywhere", "The whole body"], ["elsewhere", "Other regions"], ["aged", "Of another age than is noted"]];
function groupsOf2(flags, asked2, rows, list2, heading) {
	const order = inOrder(flags, asked2);
	return GROUPS.filter(([group]) => order[group].length).map(([group, name]) => {
		const title = h(heading, { id: `hs-signs-${fresh()}` }, name);
		const items = order[group].map((flag) => rows[flags.indexOf(flag)]?.node ?? "");
		return h("div", { class: "hs-sign-group" }, title, h("ul", { class: list2, "aria-labelledby": title.id }, ...items));
	});
}
function questionPart(flags, send, onward) {
	const title = h("h3", { tabindex: "-1", id: `hs-question-${fresh()}` }, "Is one of these signs present?");
	const answered2 = h("p", { class: "hs-answered" });
	const named2 = { role: "group", "aria-label": `All ${flags.length} signs` };
	const list2 = h("div", { class: "hs-signs", tabindex: "0", ...named2 });
	const { node: box, fit } = boxed(list2);
	const how = h("p", { class: "hs-quiet" });
	const known = h("p", { class: "hs-known" });
	const none = button("None of these is present", () => done(), { class: "hs-answering-now" });
	const some = button("Yes, or not sure", () => unfold(true), { "aria-expanded": "false" });
	const noted = button("I have gone through them", () => done());
	const asks = h("div", {}, known, box, how, h("div", { class: "hs-tools" }, none, some, noted));
	const node = h("section", { class: "hs-question", "aria-labelledby": title.id }, title, answered2, asks);
	const rows = flags.map((flag) => signRow(flag, send));
	let open = false;
	let present = 0;
	const done = () => {
		send({ do: "screened", done: true });
		if (!onward()) title.focus({ preventScroll: true });
	};
	const unfold = (is) => {
		open = is;
		for (const row2 of rows) row2.unfold(is);
		list2.classList.toggle("hs-signs-open", is);
		fit();
		some.setAttribute("aria-expanded", String(is));
		none.hidden = is || present > 0;
		some.hidden = is;
		noted.hidden = !is;
		how.textContent = is ? "Tick what is present. One sign alone proves little; what is ticked holds the plan until you sign it off by name." : how.dataset.about || "";
		if (is) rows.find(({ node: row2 }) => row2 === list2.querySelector("li"))?.tick.focus();
	};
	const order = whenNew(({ first, last: last2 }) => {
		list2.replaceChildren(...groupsOf2(flags, { first, last: last2 }, rows, "hs-sign-list", "h4"));
		fit();
		const about = first.length ? `: ${first.length} that may concern this patient first, then the others` : "";
		how.dataset.about = `The list holds all ${numbered(flags.length, "sign")}${about}.`;
		if (!open) how.textContent = how.dataset.about;
	});
	const draw = ({ screen, plan, to_issue: { screen_due: due } }) => {
		node.hidden = !plan.draft;
		order({ first: screen.first, last: screen.last });
		present = screen.present.length;
		for (const row2 of rows) row2.tick.checked = screen.present.includes(row2.name);
		if (!due && !asks.hidden) open = false;
		asks.hidden = !due;
		answered2.hidden = due;
		known.textContent = screen.known;
		known.hidden = !screen.known;
		title.textContent = due ? "Is one of these signs present?" : "Red flags";
		answered2.textContent = answer(screen);
		if (due && present > 0 !== open) unfold(present > 0 || open);
		else if (!open) unfold(false);
	};
	return { node, draw, focus: () => title.focus(), left: () => unfold(false) };
}
function boxed(list2) {
	const more = button("", () => list2.scrollBy({ top: list2.clientHeight * 0.8 }), { class: "hs-signs-more" });
	const fit = () => {
		const edge = list2.getBoundingClientRect().bottom;
		const below = [...list2.querySelectorAll("li")].filter((row2) => row2.getBoundingClientRect().bottom > edge + 1);
		more.textContent = `${numbered(below.length, "more sign")} below ↓`;
		more.disabled = !below.length;
		if (!below.length) more.textContent = "You are at the end of the list";
	};
	list2.addEventListener("scroll", fit, { passive: true });
	new ResizeObserver(fit).observe(list2);
	return { node: h("div", { class: "hs-signs-box" }, list2, more), fit };
}
function answer({ summary, age }) {
	return [`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, age].filter(Boolean).join(" ");
}
function signRow({ name, signs, action, source }, send) {
	const change = () => send({ do: "flag", name, present: tick2.checked });
	const tick2 = h("input", { type: "checkbox", "aria-label": `Sign present: ${name}`, onchange: change, hidden: true });
	const more = h("p", { class: "hs-quiet", hidden: true }, h("b", {}, action), ` ${source}`);
	const text2 = h("div", {}, h("p", {}, h("b", {}, name), `: ${signs}.`), more);
	const node = h("li", {}, tick2, text2);
	const unfold = (is) => {
		tick2.hidden = !is;
		more.hidden = !is;
	};
	return { name, tick: tick2, node, unfold };
}
function sincePart(send) {
	const title = h("h3", { tabindex: "-1", id: `hs-since-${fresh()}` });
	const list2 = h("ul", { class: "hs-changes" });
	const none = h("p", { class: "hs-quiet" }, "Nothing yet.");
	const node = h("section", { class: "hs-since", "aria-labelledby": title.id }, title, list2, none);
	const row2 = ({ text: text2, item_id, back }) => {
		const act = () => {
			send({ do: "back", item_id });
			title.focus({ preventScroll: true });
		};
		const way = back ? [button(back, act, { class: "hs-small", "aria-label": `${back}: ${text2}` })] : [];
		return h("li", {}, h("span", {}, text2), ...way);
	};
	const fill = whenNew((changes) => list2.replaceChildren(...changes.map(row2)));
	const draw = ({ plan, to_issue: { since, changes } }) => {
		node.hidden = !plan.draft || since === null;
		title.textContent = `Changed since version ${since}`;
		fill(changes);
		none.hidden = changes.length > 0;
	};
	return { node, draw };
}
var NO_NAME = "Write your name";
function issuePanel(lists, hands) {
	const { send, me, changed } = hands;
	const reasons = reasonsPart();
	const question = questionPart(lists.red_flags, send, () => onward(true));
	const held = heldPart(hands);
	const due = duePart(send);
	const name = namePart(me, changed);
	const since = sincePart(send);
	const handout = exportPanel(send, lists.palettes, name.value);
	name.node.addEventListener("change", () => handout.pages.want());
	const node = h("div", { class: "hs-issue" }, reasons.node, question.node, held.node, due.node, name.node, since.node, handout.node);
	let now = null;
	let asked2 = false;
	const waits = () => {
		if (!now?.plan.draft) return now?.plan.items.length ? "" : "There is nothing to print";
		return now.to_issue.waits || (name.value() ? "" : NO_NAME);
	};
	const onward = (folds = false) => {
		if (now?.to_issue.held.length) held.focus();
		else if (name.value()) return false;
		else name.focus(folds);
		return true;
	};
	const lead = () => {
		if (now?.to_issue.screen_due) question.focus();
		else onward();
	};
	const go = () => {
		if (!now) return;
		if (!now.plan.draft) {
			handout.print();
			return;
		}
		if (asked2) return;
		asked2 = true;
		send({ do: "issue", by: name.value() });
	};
	const refuse2 = (faults) => {
		if (faults.length) asked2 = false;
		reasons.refuse(faults);
	};
	const draw = (view) => {
		now = view;
		reasons.clear();
		for (const part3 of [question, held, due, name, since, handout]) part3.draw(view);
		if (!asked2 || view.plan.draft) return;
		asked2 = false;
		handout.print();
	};
	const left = () => {
		asked2 = false;
		question.left();
		handout.left();
	};
	return { node, draw, refill: due.refill, refuse: refuse2, waits, lead, go, left, handout };
}
function namePart(me, changed) {
	const by = line();
	let moves = false;
	by.addEventListener("input", () => {
		me.name = by.value.trim();
		changed();
	});
	const node = h("section", { class: "hs-issued-by", "aria-label": "Issued by" }, field("Name of the clinician", by));
	const draw = ({ plan, to_issue }) => {
		node.hidden = !plan.draft;
		me.name ||= to_issue.by;
		if (document.activeElement !== by) by.value ||= me.name;
		if (moves) by.scrollIntoView({ block: "nearest" });
		moves = false;
	};
	const focus = (soon) => {
		moves = soon;
		by.focus({ preventScroll: soon });
	};
	return { node, draw, value: () => by.value.trim(), focus };
}
function reasonsPart() {
	const node = h("div", { class: "hs-refused", role: "alert" });
	const refuse2 = (faults) => node.replaceChildren(...faults.length ? refusal(faults) : []);
	return { node, refuse: refuse2, clear: () => node.replaceChildren() };
}
function refusal(faults) {
	const rows = faults.map((f) => h("li", {}, h("b", {}, place(f.where)), ` ${f.what} ${f.mend}`));
	return [h("p", {}, h("b", {}, "Not issued. Nothing is lost; this holds it:")), h("ul", {}, ...rows)];
}
function pickOf({ weekdays, days_a_week }) {
	if (days_a_week) return `${days_a_week}`;
	return modeOf({ weekdays, days_a_week, times_a_day: 1 }, null) === "every" ? "7" : "fixed";
}
function daysOf(pick) {
	if (pick === "fixed") return begun("fixed");
	return pick === "7" ? { weekdays: [...WEEK], days_a_week: null } : { weekdays: null, days_a_week: Number(pick) };
}
function picks(days) {
	const fixed = pickOf(days) === "fixed" ? named(days.weekdays ?? []) : "Set days…";
	const counts = [6, 5, 4, 3, 2, 1].map((n) => [`${n}`, `${n} a week`]);
	return [["7", "Every day"], ...counts, ["fixed", fixed]];
}
function daysPick(whose2, change) {
	const act = () => change(daysOf(select2.value), select2.value === "fixed", select2);
	const select2 = h("select", { class: "hs-row-days", "aria-label": `Days, ${whose2}`, onchange: act });
	const fill = whenNew((pairs) => select2.replaceChildren(...choices(pairs)));
	const draw = (days, locked2) => {
		fill(picks(days));
		select2.value = pickOf(days);
		select2.title = days.times_a_day > 1 ? `${days.times_a_day} times a day` : "";
		select2.disabled = locked2;
	};
	return { node: select2, draw };
}
var TIMES = "\\s*[x×*]\\s*";
var COUNTED = new RegExp(`^(\\d{1,5})${TIMES}(\\d{1,5})(?:(?:\\s*,?\\s*h(?:old)?\\s*|${TIMES})(\\d{1,5})\\s*s?)?$`, "i");
var TIMED = new RegExp(`^(\\d{1,5})${TIMES}(\\d{1,5})\\s*(s|sec|min)$`, "i");
var SECONDS = /^(\d{1,5})\s*(s|sec|min|m)?$/i;
var CLOCK = /^(\d{1,3}):(\d{2})$/;
function writtenDose(text2) {
	const timed = TIMED.exec(text2.trim());
	if (timed) return { sets: null, reps: Number(timed[1]), hold_s: inSeconds(Number(timed[2]), timed[3] ?? "") };
	const counted3 = COUNTED.exec(text2.trim());
	if (!counted3) return null;
	const [, sets, reps, hold] = counted3;
	return { sets: Number(sets), reps: Number(reps), hold_s: hold === void 0 ? null : Number(hold) };
}
function writtenNumber(text2) {
	const bare = text2.trim();
	if (/^[-–—]$/.test(bare)) return 0;
	return /^-?\d{1,9}$/.test(bare) ? Number(bare) : null;
}
function writtenSeconds(text2, unit) {
	const clock2 = CLOCK.exec(text2.trim());
	if (clock2) return Number(clock2[1]) * 60 + Number(clock2[2]);
	const found = SECONDS.exec(text2.trim());
	return found ? inSeconds(Number(found[1]), found[2] ?? unit) : writtenNumber(text2) === 0 ? 0 : null;
}
function inSeconds(n, unit) {
	return unit.toLowerCase().startsWith("m") ? n * 60 : n;
}
function timeText(seconds) {
	return seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}
function asWritten({ sets, reps, hold_s, duration_s }) {
	return duration_s ? { sets: null, reps: sets, hold_s: duration_s } : { sets, reps, hold_s };
}
function inCommon(all) {
	const [first = [], ...others] = all;
	return first.filter((preset) => others.every((one) => one.includes(preset)));
}
function presetsPart(whose2, item_id, send) {
	const all = h("span", { class: "hs-presets" });
	const preset = (text2) => {
		const set = () => {
			const dose = writtenDose(text2);
			if (dose) send({ do: "dose", item_id, ...dose });
		};
		return button(text2, set, { class: "hs-small", "aria-label": `${text2}, ${whose2}` });
	};
	const drawAll = whenNew((presets) => all.replaceChildren(...presets.map(preset)));
	const usual = usualPart(send, item_id, whose2);
	const caption = h("span", { class: "hs-quiet" }, "Dose");
	const named2 = { class: "hs-tools", role: "group", "aria-label": `Usual doses, ${whose2}` };
	const node = h("div", named2, caption, all, usual.node);
	const draw = (presets, is, locked2) => {
		drawAll(presets);
		for (const one of all.querySelectorAll("button")) one.disabled = locked2;
		usual.draw(is);
	};
	return { node, draw };
}
function presetPick(set) {
	const named2 = { class: "hs-preset", "aria-label": "Dose, all selected" };
	const node = h("select", named2);
	node.addEventListener("change", () => {
		const dose = writtenDose(node.value);
		if (dose) set(dose);
	});
	const draw = whenNew((presets) => {
		node.replaceChildren(...choices([["", "Dose…"], ...presets.map((text2) => [text2, text2])]));
		node.hidden = !presets.length;
	});
	return { node, draw };
}
var CHOICES = [["left", "L", "Left only"], ["right", "R", "Right only"], ["each", "Both", "Both sides in turn"]];
function sidePick(whose2, change) {
	const name = `hs-side-${fresh()}`;
	const radios = CHOICES.map(([side, , words2]) => {
		const act = () => change(side);
		return h("input", { type: "radio", name, value: side, "aria-label": `${words2}, ${whose2}`, onchange: act });
	});
	const labels = CHOICES.map(([, letter, words2], i) => h("label", { title: words2 }, radios[i] ?? "", h("span", { "aria-hidden": "true" }, letter)));
	const node = h("div", { class: "hs-sidepick", role: "radiogroup", "aria-label": `Side, ${whose2}` }, ...labels);
	const draw = (now, locked2) => {
		for (const radio of radios) {
			radio.checked = radio.value === now;
			radio.disabled = locked2;
		}
	};
	return { node, draw };
}
var NUMBERS = [["sets", "Sets"], ["reps", "Times"], ["hold_s", "Hold"], ["rest_s", "Rest"]];
function changesOf(name, text2) {
	const dose = writtenDose(text2);
	if (dose) return { dose };
	const n = name === "sets" || name === "reps" ? writtenNumber(text2) : writtenSeconds(text2, "s");
	return n === null ? null : { [name]: n };
}
function bulkBar(send, { chosen: chosen2, choose, back }) {
	const all = h("input", { type: "checkbox", id: `hs-all-${fresh()}`, onchange: () => choose(all.checked) });
	const every = h("label", { class: "hs-check hs-every" }, all, h("span", {}, "All"));
	const count = h("b", { role: "status" });
	const refusal2 = refusalPart();
	const set = (changes, control) => {
		refusal2.clear();
		send({ do: "adjust_all", item_ids: [...chosen2()], changes }, refusal2.asker(control));
	};
	const sides = sidePick("all selected", (side) => set({ sides: side }));
	const named2 = { "aria-label": "Days, all selected" };
	const days = h("select", named2, ...choices([["", "Days…"], ...picks({ weekdays: null, days_a_week: 7 })]));
	days.addEventListener("change", () => {
		if (days.value) set(daysOf(days.value), days);
	});
	const dose = presetPick((preset) => set({ dose: preset }));
	const numbers = NUMBERS.map((one) => numberField(one, set));
	const remove = () => {
		send({ do: "remove_all", item_ids: [...chosen2()] });
		back();
	};
	const away = button("Remove", remove, { class: "hs-small", "aria-label": "Remove all selected" });
	const close = () => {
		const was = !node.hidden;
		const inside = node.contains(document.activeElement);
		choose(false);
		if (was && inside) back();
		return was;
	};
	const done = button("✕", close, { class: "hs-icon", "aria-label": "Select none", title: "Select none (Esc)" });
	const tools = h("div", { class: "hs-bulk-tools" }, count, sides.node, days, dose.node, ...numbers, away, done);
	const named22 = { class: "hs-bulk", role: "group", "aria-label": "All selected exercises", hidden: true };
	const node = h("div", named22, tools, refusal2.node);
	const draw = (n, of, locked2, presets) => {
		node.hidden = n === 0;
		dose.draw(presets);
		every.hidden = of === 0 || locked2;
		all.checked = n > 0 && n === of;
		all.indeterminate = n > 0 && n < of;
		count.textContent = n ? `${n} selected` : "";
		if (n === 0) {
			refusal2.clear();
			days.value = dose.node.value = "";
			sides.draw(null, false);
			for (const input of node.querySelectorAll("input")) if (input.type === "text") input.value = "";
		}
		away.title = `Remove ${numbered(n, "exercise")}`;
	};
	return { node, every, draw, close };
}
function refusalPart() {
	const node = h("div", { class: "hs-fault", role: "alert", id: `hs-bulk-fault-${fresh()}` });
	const marks = marked(node.id);
	const clear = () => {
		node.replaceChildren();
		marks.clear();
	};
	const asker = (control) => ({ refused: (faults) => {
		marks.put([control]);
		node.replaceChildren(...told2(faults.map((fault) => ({ where: "", ...fault })), "hs-bulk-fault"));
		return node.isConnected;
	}, taken: clear });
	return { node, clear, asker };
}
function numberField([name, text2], set) {
	const input = h("input", { type: "text", inputmode: "numeric", autocomplete: "off", "aria-label": `${text2}, all selected`, "data-field": name });
	input.addEventListener("change", () => {
		const changes = changesOf(name, input.value);
		if (changes) set(changes, input);
		else input.value = "";
	});
	input.addEventListener("keydown", (event) => {
		if (event.key !== "Enter") return;
		event.preventDefault();
		event.stopPropagation();
		input.dispatchEvent(new Event("change"));
		input.select();
	});
	return h("label", { class: "hs-bulk-number" }, h("span", { "aria-hidden": "true" }, text2), input);
}
function pressed(chosen2, order, { id, on, range, last: last2 }) {
	const next = new Set(chosen2);
	const from = range && last2 !== null ? order.indexOf(last2) : -1;
	const to = order.indexOf(id);
	const those = from < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
	for (const one of those) {
		if (on) next.add(one);
		else next.delete(one);
	}
	return next;
}
function still(chosen2, order) {
	return new Set(order.filter((id) => chosen2.has(id)));
}
function itemFlags(whose2, hands) {
	const badge = h("span", { class: "hs-badges" });
	const first = h("span", { class: "hs-line" });
	const summary = h("summary", {}, badge, first, h("span", { class: "hs-why" }, "What the review says"));
	const list2 = h("ul", { class: "hs-findings", "aria-label": `Review of ${whose2}` });
	const node = h("details", { class: "hs-item-flags", hidden: true }, summary, list2);
	const { fill, ask } = findingList(list2, whose2, hands);
	node.addEventListener("toggle", () => node.open && ask());
	const drawBadge = whenNew((findings) => {
		const [worst] = findings;
		if (!worst) {
			badge.replaceChildren();
			first.textContent = "";
			return;
		}
		const others = findings.length - 1;
		const answered2 = findings.every((finding) => finding.answer) ? [pill("OK", "Answered")] : [];
		badge.replaceChildren(pill(worst.level), ...answered2);
		first.textContent = `${worst.what}${others ? ` And ${others} more.` : ""}`;
	});
	const draw = (findings, locked2) => {
		node.hidden = !findings.length;
		drawBadge(findings);
		if (!findings.length) node.open = false;
		const held = node.contains(document.activeElement);
		fill(findings, locked2);
		if (node.open) ask();
		if (held && (node.hidden || !node.contains(document.activeElement))) keepFocus();
	};
	const keepFocus = () => {
		const name = node.closest(".hs-item")?.querySelector(".hs-name");
		if (!node.hidden) summary.focus();
		else if (name instanceof HTMLElement) name.focus();
	};
	const open = () => {
		node.open = true;
		summary.focus();
	};
	return { node, draw, open };
}
var NO_DOSE = { what: "is no dose.", mend: "Write a number, or a dose such as 3x10, 2x30s or 3x8 h5." };
function cell({ name, label, text: text2, read, step, limits: [least, most] }, acts) {
	const input = numberInput(name, label, least, most);
	typesIn(input);
	let held = 0;
	let before = 0;
	let typing2 = 0;
	let sent = false;
	let first = null;
	const back = (faults) => {
		if (sent && first) acts.write(first, typing2);
		if (sent) keepsTyped(input, text2(before));
		sent = false;
		return refuse(input, faults);
	};
	const asker = { refused: (faults) => back(faults), taken: () => settle(input) };
	const tell = () => {
		settle(input);
		const dose = writtenDose(input.value);
		const n = dose ? null : read(input.value, held);
		if (dose) acts.write(dose, typing2, asker);
		else if (n !== null) acts.tell(n, typing2, asker);
		else return;
		sent = true;
		typedHere(input);
	};
	const leave = () => {
		const typed2 = input.value.trim();
		const n = read(typed2, held);
		const dose = writtenDose(typed2);
		if (typed2 && !dose && n === null) back([{ what: `“${typed2.slice(0, 20)}” ${NO_DOSE.what}`, mend: NO_DOSE.mend }]);
		const taken = sent && !input.hasAttribute("aria-invalid");
		input.value = text2(taken && n !== null ? n : held);
	};
	selectsAtClick(input);
	input.addEventListener("focus", () => {
		typing2 = visit();
		sent = false;
		first = acts.whole();
		before = held;
		input.select();
	});
	input.addEventListener("input", tell);
	input.addEventListener("blur", leave);
	onKeys(input, { next: acts.next, step: (by) => {
		input.value = text2(Math.min(most, Math.max(least, (read(input.value, held) ?? held) + by * step(held))));
		tell();
	} });
	const draw = (n, locked2) => {
		held = n;
		input.disabled = locked2;
		input.setAttribute("aria-valuenow", String(n));
		input.setAttribute("aria-valuetext", n ? text2(n) : "none");
		keepsTyped(input, text2(n));
		if (typesIn(input)) return;
		[before, first] = [n, acts.whole()];
		if (input.value === text2(n)) return;
		input.value = text2(n);
		if (input === document.activeElement) input.select();
	};
	return { node: input, draw };
}
function selectsAtClick(input) {
	let came = false;
	input.addEventListener("pointerdown", () => {
		came = document.activeElement !== input;
	});
	input.addEventListener("click", () => {
		if (came) input.select();
		came = false;
	});
}
function onKeys(input, { step, next }) {
	input.addEventListener("keydown", (event) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
		if (way) step(way * (event.shiftKey ? 5 : 1));
		else if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
}
function numberInput(name, label, least, most) {
	return h("input", { type: "text", inputmode: "numeric", autocomplete: "off", role: "spinbutton", class: "hs-cell", "aria-label": label, "aria-valuemin": least, "aria-valuemax": most, "data-field": name });
}
var KINDS3 = { sets: { called: "Sets", text: String, read: writtenNumber, step: () => 1, limits: [1, 10] }, reps: { called: "Times", text: String, read: writtenNumber, step: () => 1, limits: [1, 100] }, hold_s: { called: "Hold, s", text: (n) => n ? String(n) : "–", read: (text2) => writtenSeconds(text2, "s"), step: () => 1, limits: [0, 300] }, duration_s: { called: "For how long", text: timeText, read: (text2, now) => writtenSeconds(text2, timeText(now).endsWith("min") ? "min" : "s"), step: (now) => timeText(now).endsWith("min") ? 60 : 5, limits: [1, 10800] } };
var NAMES3 = ["sets", "reps", "hold_s", "duration_s"];
function rowDose(whose2, item_id, send, next) {
	let now = null;
	const cells = NAMES3.map((name) => {
		const { called, ...kind } = KINDS3[name];
		return cell({ ...kind, name, label: `${called}, ${whose2}` }, { tell: (value, typing2, asker) => send({ do: "adjust", item_id, field: name, value, typing: typing2 }, asker), write: (dose, typing2, asker) => send({ do: "dose", item_id, ...dose, typing: typing2 }, asker), whole: () => now ? asWritten(now) : { sets: 1, reps: 1, hold_s: null }, next: (by) => next(name, by) });
	});
	const [sets, reps, hold, long] = cells.map(({ node: node2 }) => node2);
	if (!(sets && reps && hold && long)) throw new Error("A dose has four fields.");
	const sign = (text2) => h("span", { class: "hs-quiet", "aria-hidden": "true" }, text2);
	const counted3 = h("span", { class: "hs-dose-part" }, reps, sign("hold"), hold, sign("s"));
	const timed = h("span", { class: "hs-dose-part" }, long);
	const node = h("div", { class: "hs-row-dose" }, sets, sign("×"), counted3, timed);
	const draw = (dose, locked2) => {
		now = dose;
		counted3.hidden = Boolean(dose.duration_s);
		timed.hidden = !dose.duration_s;
		for (const [i, name] of NAMES3.entries()) cells[i]?.draw(dose[name] ?? 0, locked2);
	};
	return { node, draw };
}
var ALL = "button, input, select";
function rowStops(line2, name) {
	let mine = false;
	let within = false;
	let open = false;
	let last2 = name;
	const draw = () => {
		const stop = mine && last2 !== name && isThere(last2) ? last2 : name;
		const all = line2.querySelectorAll(ALL);
		for (const one of all) {
			const place3 = mine && (within || open || one === stop || areOne(one, stop)) ? 0 : -1;
			if (one.tabIndex !== place3) one.tabIndex = place3;
		}
	};
	line2.addEventListener("focusin", ({ target }) => {
		last2 = target;
		within = last2 !== name;
		draw();
	});
	line2.addEventListener("focusout", ({ relatedTarget }) => {
		if (relatedTarget instanceof Node && line2.contains(relatedTarget)) return;
		within = false;
		draw();
	});
	draw();
	return { inHand: (is) => {
		if (is === mine) return;
		mine = is;
		if (!is) last2 = name;
		draw();
	}, opened: (is) => {
		open = is;
		draw();
	} };
}
function beside(line2, from, by) {
	const all = line2.querySelectorAll(ALL);
	const there = [...all].filter((one) => one === from || isThere(one) && !isRadio(one));
	return there[there.indexOf(from) + by];
}
function isThere(one) {
	return one.getClientRects().length > 0 && !one.matches(":disabled");
}
function isRadio(one) {
	return one instanceof HTMLInputElement && one.type === "radio";
}
function areOne(one, other) {
	return isRadio(one) && isRadio(other) && one.name === other.name;
}
function atChoice(control, restore2) {
	return { refused: (faults) => {
		restore2();
		return refuse(control, faults);
	}, taken: () => settle(control) };
}
function rowLine(first, { send, small }, list2) {
	const { item_id: id, name: whose2 } = first;
	let now = first;
	let locked2 = false;
	const head = nameCell(first, list2);
	const dose = rowDose(whose2, id, send, (field2, by) => list2.next(id, field2, by));
	const sides = sidesCell(whose2, (value, asker) => send({ do: "adjust", item_id: id, field: "sides", value }, asker));
	const days = daysPick(whose2, (picked, fixed, control) => {
		const asker = atChoice(control, () => days.draw(now.schedule, locked2));
		send({ do: "schedule", item_id: id, ...picked, times_a_day: now.schedule.times_a_day }, asker);
		if (fixed) list2.setDays(id);
	});
	const time = h("span", { "aria-hidden": "true" });
	const timeWords = h("span", { class: "hs-unseen" });
	const opens = button("", (event) => list2.toggle(id, { besides: withShift(event) }), { class: "hs-icon hs-open", "aria-expanded": "false", "aria-label": `Open ${whose2}`, title: "All fields (E)" });
	const away = button("✕", once(() => list2.remove(id, whose2)), { class: "hs-icon hs-away", "aria-label": `Remove ${whose2}`, title: "Remove (Del)" });
	const thumb = thumbOf(first.exercise_id, small);
	const line2 = h("div", { class: "hs-item-line" });
	line2.append(head.select, head.number, thumb.node, head.node, dose.node, sides.node, days.node);
	line2.append(h("div", { class: "hs-item-time" }, time, timeWords), opens, away);
	const node = h("div", { class: "hs-item-row hs-told-here" }, line2);
	const draw = (item, standing) => {
		now = item;
		locked2 = standing.locked;
		head.draw(item, standing);
		thumb.draw(standing.issued);
		dose.draw(item.dose, locked2);
		sides.draw(item, locked2);
		days.draw(item.schedule, locked2);
		time.textContent = minutes(item.seconds);
		time.title = timeWords.textContent = item.time;
		away.disabled = locked2;
	};
	const stops = rowStops(line2, head.name);
	const opened = (is, body) => {
		for (const control of [opens, head.name]) {
			control.setAttribute("aria-expanded", String(is));
			control.setAttribute("aria-controls", body);
		}
		stops.opened(is);
	};
	return { node, grip: head.number, draw, inHand: stops.inHand, opened, focus: () => head.name.focus() };
}
function thumbOf(id, small) {
	const node = h("span", { class: "hs-row-thumb" });
	const draw = whenNew((issued) => node.replaceChildren(small(id, issued)));
	return { node, draw };
}
function minutes(seconds) {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
function withShift(event) {
	return event instanceof MouseEvent && event.shiftKey;
}
function often({ schedule: { times_a_day: times } }) {
	return times > 1 ? `${times}× a day · ` : "";
}
function nameCell({ item_id: id, name: whose2 }, list2) {
	const choose = (event) => {
		list2.choose(id, select2.checked, withShift(event));
	};
	const select2 = h("input", { type: "checkbox", "aria-label": `Select ${whose2}`, title: "Select (X)", onclick: choose });
	const number2 = h("span", { class: "hs-number", title: "Drag to another place", draggable: "true" });
	const toggle = (event) => list2.toggle(id, { besides: withShift(event) });
	const name = button("", toggle, { class: "hs-plain hs-name", id: `hs-name-${fresh()}`, title: whose2 });
	name.append(h("span", {}, whose2));
	const under = h("div", { class: "hs-item-under" });
	const node = h("div", { class: "hs-item-name" }, h("h3", {}, name), under);
	const drawUnder = whenNew((worst, words2) => {
		const kids = worst ? [pill(worst.level), h("span", {}, worst.what)] : [h("span", { class: "hs-quiet" }, words2)];
		under.replaceChildren(...kids);
		under.title = worst?.what ?? words2;
	});
	const draw = (item, { at, locked: locked2, chosen: chosen2, findings }) => {
		number2.textContent = `${at + 1}`;
		number2.draggable = !locked2;
		select2.checked = chosen2;
		select2.disabled = locked2;
		const worst = findings.find(({ answer: answer2, level }) => !answer2 && level !== "INFO") ?? null;
		drawUnder(worst, `${often(item)}${item.note || item.patient_name}`);
	};
	return { node, select: select2, number: number2, name, draw };
}
function sidesCell(whose2, adjust) {
	let now = null;
	const pick = sidePick(whose2, (side) => {
		const control = pick.node.querySelector("input");
		if (control) adjust(side, atChoice(control, () => now && draw(now, false)));
	});
	const words2 = h("span", { class: "hs-quiet" }, "both at once");
	const node = h("div", { class: "hs-row-sides" }, pick.node, words2);
	const draw = (item, locked2) => {
		now = item;
		pick.node.hidden = item.way.sides.length === 1;
		pick.draw(item.sides, locked2);
		words2.hidden = item.sides !== "both";
	};
	return { node, draw };
}
var SIDES = { each: "Each side", left: "Left only", right: "Right only", both: "Both at once" };
var SURFACES = { floor: "Floor", bed: "Firm bed" };
var ORDERS = [["", "One, then the other"], ["alternate", "In turn, each time"]];
function surfacesOf({ surfaces, surface, surface_now }) {
	const own2 = surface === null && surface_now ? `: ${SURFACES[surface_now].toLowerCase()}` : "";
	return [["", `Default${own2}`], ...surfaces.map((one) => [one, SURFACES[one]])];
}
function captioned(text2, control) {
	const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, text2);
	return h("div", { class: "hs-field" }, caption, control);
}
function sidesField(whose2, adjust, swap) {
	const change = () => adjust("sides", sides.value, void 0, atField(sides));
	const sides = h("select", { "aria-label": `Sides, ${whose2}`, onchange: change });
	const node = captioned("Sides", sides);
	const why = h("p", { class: "hs-quiet" });
	const instead = button("", () => form && swap(form.id));
	let form = null;
	const both = h("div", { class: "hs-both" }, why, instead);
	const fill = whenNew((all) => sides.replaceChildren(...choices(all.map((side) => [side, SIDES[side]]))));
	const draw = (way, now, locked2) => {
		form = way.instead;
		fill(way.sides);
		show(sides, now);
		sides.disabled = locked2;
		node.hidden = way.sides.length === 1;
		both.hidden = way.sides.includes("each") || locked2;
		why.textContent = form ? "It works both sides at once. For one side alone there is another exercise." : "It works both sides at once, and not one alone.";
		instead.hidden = !form;
		instead.textContent = form ? `Swap for ${form.name}` : "";
		if (form) instead.setAttribute("aria-label", `Swap for ${form.name}, in place of ${whose2}`);
	};
	return { node, both, draw };
}
function wayFields(whose2, item_id, adjust, send) {
	const select2 = (name, text2, pairs) => {
		const change = () => adjust(name, control.value || null, void 0, atField(control));
		const control = h("select", { "aria-label": `${text2}, ${whose2}`, onchange: change }, ...choices(pairs));
		return { control, node: captioned(text2, control) };
	};
	const surface = select2("surface", "Where", []);
	const order = select2("side_order", "Order of sides", ORDERS);
	const pain = select2("pain_kind", "Pain is judged as in", PAIN_OF_ITEM);
	const arc = arcFields(whose2, item_id, send);
	const fill = whenNew((pairs) => surface.control.replaceChildren(...choices(pairs)));
	const nodes = [surface.node, order.node, ...arc.nodes, pain.node];
	const draw = (way, locked2) => {
		fill(surfacesOf(way));
		show(surface.control, way.surface ?? "");
		surface.node.hidden = !way.surfaces.length;
		show(order.control, way.side_order === "alternate" ? "alternate" : "");
		order.node.hidden = !way.may_alternate;
		show(pain.control, way.pain_kind ?? "");
		arc.draw(way, locked2);
		for (const { control } of [surface, order, pain]) control.disabled = locked2;
	};
	return { nodes, draw };
}
function arcOf(from, to) {
	if (Number.isNaN(from) && Number.isNaN(to)) return { from_deg: null, to_deg: null };
	return Number.isNaN(from) || Number.isNaN(to) ? null : { from_deg: from, to_deg: to };
}
function arcFields(whose2, item_id, send) {
	const tell = (control) => {
		const arc = arcOf(from.control.valueAsNumber, to.control.valueAsNumber);
		if (arc) send({ do: "arc", item_id, ...arc }, atField(control));
	};
	const end = (text2) => {
		const props = { "aria-label": `${text2}, degrees, ${whose2}`, onchange: () => tell(control) };
		const control = h("input", { type: "number", inputmode: "numeric", min: 0, max: 180, step: 5, ...props });
		return { control, node: captioned(`${text2} (°)`, control) };
	};
	const from = end("Arc from");
	const to = end("Arc to");
	const fill = ({ control, node }, name, { arc, rom_limit }, locked2) => {
		node.hidden = !arc && !rom_limit;
		control.placeholder = arc ? `${arc[name]}` : "";
		control.disabled = locked2;
		if (rom_limit || arcOf(from.control.valueAsNumber, to.control.valueAsNumber)) show(control, rom_limit?.[name] ?? "");
	};
	const draw = (way, locked2) => {
		fill(from, "from_deg", way, locked2);
		fill(to, "to_deg", way, locked2);
	};
	return { nodes: [from.node, to.node], draw };
}
var BANDS = ["yellow", "red", "green", "blue", "black"];
var EFFORTS = [["", "Not said"], ...Array.from({ length: 11 }, (_, n) => [`${n}`, `${n} of 10`])];
function loadOf(text2) {
	const bare = text2.trim().replace(",", ".").replace(/\s*kg$/i, "");
	if (!bare) return null;
	return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : text2.trim();
}
function loadFields(whose2, adjust) {
	const text2 = { type: "text", autocomplete: "off" };
	const load = h("input", { ...text2, inputmode: "decimal", "aria-label": `Load, kg, ${whose2}`, "data-field": "load_kg" });
	const band = h("input", { ...text2, "aria-label": `Band, ${whose2}`, "data-field": "band" });
	const names = h("datalist", { id: `hs-bands-${fresh()}` }, ...BANDS.map((value) => h("option", { value })));
	band.setAttribute("list", names.id);
	const effort = h("select", { "aria-label": `Effort, ${whose2}`, "data-field": "effort_target" }, ...choices(EFFORTS));
	typed(load, (value, typing2) => adjust("load_kg", loadOf(value), typing2, atField(load)));
	typed(band, (value, typing2) => adjust("band", value, typing2, atField(band)));
	effort.addEventListener("change", () => {
		adjust("effort_target", effort.value === "" ? null : Number(effort.value), void 0, atField(effort));
	});
	const nodes = [captioned("Load (kg)", load), captioned("Band", band), captioned("Effort", effort)];
	band.after(names);
	const draw = ({ dose, loaded }, locked2) => {
		for (const node of nodes) node.hidden = !loaded;
		show(load, dose.load_kg ?? "");
		show(band, dose.band);
		show(effort, dose.effort_target ?? "");
		for (const control of [load, band, effort]) control.disabled = locked2;
	};
	return { nodes, draw };
}
var FORTH_AND_BACK_MS = 3e3;
function turned({ at, by }, count) {
	const there = at + by >= 0 && at + by < count;
	const way = there ? by : -by;
	return { at: at + way, by: way };
}
function stageOf(frames, of) {
	const shown3 = frames.map((svg) => drawing(svg, ""));
	const named2 = { class: "hs-motion-stage", role: "img", "aria-label": `The movement${of} from start to end` };
	let now = { at: 0, by: 1 };
	const draw = () => {
		for (const [i, one] of shown3.entries()) one.hidden = i !== now.at;
	};
	const reset = () => {
		now = { at: 0, by: 1 };
		draw();
	};
	const turn = () => {
		now = turned(now, shown3.length);
		draw();
	};
	return { node: h("div", named2, ...shown3), reset, turn, where: () => `Position ${now.at + 1} of ${shown3.length}` };
}
function movement(frames, whose2) {
	const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
	const { node: stage, reset, turn, where } = stageOf(frames, whose2 ? ` of ${whose2}` : "");
	const told3 = h("span", { class: "hs-quiet", role: "status" });
	const next = button("Next position", () => {
		turn();
		told3.textContent = where();
	});
	const steps = h("div", { class: "hs-motion-steps" }, next, told3);
	const press = () => stage.hidden ? start() : stop();
	const toggle = button("Show the movement", press, { "aria-pressed": "false", ...whose2 && { "aria-label": `Show the movement, ${whose2}` } });
	let timer;
	const tick2 = () => {
		if (!stage.isConnected || !stage.checkVisibility()) stop();
		else if (calm.matches) byClick();
		else turn();
	};
	const byClick = () => {
		window.clearInterval(timer);
		steps.hidden = false;
	};
	const start = () => {
		reset();
		told3.textContent = "";
		stage.hidden = false;
		toggle.setAttribute("aria-pressed", "true");
		if (calm.matches) byClick();
		else timer = window.setInterval(tick2, FORTH_AND_BACK_MS / (2 * (frames.length - 1)));
	};
	const stop = () => {
		window.clearInterval(timer);
		stage.hidden = true;
		steps.hidden = true;
		toggle.setAttribute("aria-pressed", "false");
	};
	stop();
	return h("div", { class: "hs-motion" }, toggle, stage, steps);
}
var IN_THE_LINE = /* @__PURE__ */ new Set(["sets", "reps", "hold_s", "duration_s"]);
function readPart(whose2, send) {
	const node = h("div", { class: "hs-read" });
	const asked2 = whenNew((item_id, ..._how) => send({ do: "unfold", item_id }));
	const draw = ({ item_id, sides, way }, about) => asked2(item_id, sides, way.surface_now, way.rom_limit, about);
	const heard = ({ pictures: pictures2, frames, steps, mistakes }) => {
		const drawn2 = pictures2.map((one) => drawing(one.svg, one.alt));
		node.replaceChildren(...drawn2.length ? [h("div", { class: "hs-pictures" }, ...drawn2)] : [], ...frames.length > 1 ? [movement(frames, whose2)] : [], h("ol", { class: "hs-steps", "aria-label": `Steps, ${whose2}` }, ...steps.map((one) => h("li", {}, one))), ...mistakes.length ? [h("h4", {}, "Take care that"), lines(mistakes)] : []);
	};
	return { node, draw, heard };
}
function lines(all) {
	return h("ul", { class: "hs-mistakes" }, ...all.map((one) => h("li", {}, one)));
}
function insteadPart(whose2, swap) {
	const node = h("div", { class: "hs-tools hs-instead", role: "group", "aria-label": `Instead of ${whose2}` });
	let locked2 = false;
	const ways = (word, all) => all.filter((one) => one.id).map((one) => {
		const text2 = `${word}: ${one.text}`;
		const press = button("", () => swap(one.id), { class: "hs-small", title: [one.why, one.warns].filter(Boolean).join(" "), "aria-label": [`${text2}, in place of ${whose2}`, ...warned(one)].join(". ") });
		press.append(text2, ...one.brings ? [" ", pill(one.brings)] : []);
		press.disabled = locked2;
		return press;
	});
	const other = h("select", { class: "hs-other", "aria-label": `Another of its kind, in place of ${whose2}` });
	other.addEventListener("change", () => {
		if (other.value) swap(other.value);
	});
	const heard = ({ easier, harder, others }) => {
		other.replaceChildren(...choices([["", "Another of its kind…"], ...others.map(chosen)]));
		other.hidden = !others.length;
		node.replaceChildren(...ways("Easier", easier), ...ways("Harder", harder), other, ...inWords2("Easier", easier), ...inWords2("Harder", harder));
	};
	const draw = (is) => {
		locked2 = is;
		other.disabled = is;
		for (const press of node.querySelectorAll("button")) press.disabled = is;
	};
	return { node, heard, draw };
}
function chosen(exercise) {
	return [exercise.id, [exercise.name, ...warned(exercise)].join(" – ")];
}
function warned({ brings, warns }) {
	return brings ? [`${wordOf(brings)}: ${warns}`] : [];
}
function inWords2(word, all) {
	const said2 = all.filter((one) => !one.id).map((one) => one.text);
	return said2.length ? [h("p", { class: "hs-quiet hs-way" }, `${word}: ${said2.join(" ")}`)] : [];
}
function fieldsPart({ item_id: id, name: whose2 }, { send }, adjust, swap) {
	const sides = sidesField(whose2, adjust, swap);
	const amounts = amountFields(whose2, adjust);
	const loading = loadFields(whose2, adjust);
	const way = wayFields(whose2, id, adjust, send);
	const days = daysField(whose2, (set, asker) => send({ do: "schedule", item_id: id, ...set }, asker));
	const presets = presetsPart(whose2, id, send);
	const fields = h("div", { class: "hs-amounts" }, sides.node, ...amounts.nodes, ...loading.nodes, ...way.nodes);
	const node = h("div", { class: "hs-item-fields" }, presets.node, fields, sides.both, days.node);
	const draw = (item, { usual, locked: locked2 }) => {
		sides.draw(item.way, item.sides, locked2);
		amounts.draw(item, locked2);
		loading.draw(item, locked2);
		way.draw(item.way, locked2);
		days.draw(item.schedule, locked2);
		presets.draw(item.presets, usual, locked2);
	};
	return { node, draw, setDays: days.focus };
}
function amountFields(whose2, adjust) {
	const amounts = AMOUNTS.filter(({ name }) => !IN_THE_LINE.has(name)).map(({ name, text: text2, range, fits }) => {
		const part3 = stepper(text2, whose2, range, (n, typing2, asker) => adjust(name, n, typing2, asker));
		part3.input.setAttribute("data-field", name);
		part3.input.step = "1";
		return { part: part3, name, fits };
	});
	const draw = (item, locked2) => {
		for (const { part: part3, name, fits } of amounts) part3.draw(item.dose[name], fits(item.dose), locked2);
	};
	return { nodes: amounts.map(({ part: part3 }) => part3.node), draw };
}
function itemRow(first, hands, list2) {
	const { item_id: id, name: whose2 } = first;
	const line2 = rowLine(first, hands, list2);
	const place3 = h("div", { class: "hs-item-body", hidden: true, id: `hs-item-${fresh()}` });
	const node = h("li", { class: "hs-item", "data-item": id, "aria-label": whose2 }, line2.node, place3);
	list2.watch(node, line2.grip, id);
	let body = null;
	let now = null;
	const draw = whenNew((item, standing) => {
		now = [item, standing];
		node.classList.toggle("hs-chosen", standing.chosen);
		line2.draw(item, standing);
		if (!place3.hidden) body?.draw(item, standing);
	});
	const open = (is) => {
		if (is && !body) {
			body = openRow(first, hands, list2);
			place3.append(...body.nodes);
		}
		place3.hidden = !is;
		node.classList.toggle("hs-opened", is);
		line2.opened(is, place3.id);
		if (is && now) body?.draw(...now);
	};
	return { node, draw, open, name: whose2, focus: line2.focus, inHand: line2.inHand, isOpen: () => !place3.hidden, heard: (told3) => body?.heard(told3), toFindings: () => body?.toFindings(), setDays: () => body?.setDays(), flash: () => flash(node) };
}
function openRow(first, hands, list2) {
	const { item_id: id, name: whose2 } = first;
	const { send } = hands;
	const adjust = (field2, value, typing2, asker) => send({ do: "adjust", item_id: id, field: field2, value, ...typing2 && { typing: typing2 } }, asker);
	const swap = (exercise_id) => send({ do: "swap", item_id: id, exercise_id });
	const said2 = h("p", { class: "hs-said" });
	const flags = itemFlags(whose2, hands);
	const read = readPart(whose2, send);
	const fields = fieldsPart(first, hands, adjust, swap);
	const instead = insteadPart(whose2, swap);
	const words2 = { type: "text", autocomplete: "off", placeholder: "Note for the patient" };
	const note = h("input", { ...words2, "aria-label": `Note, ${whose2}` });
	typed(note, (text2, typing2) => adjust("note", text2, typing2, atField(note)));
	const noted = h("div", { class: "hs-told-here" }, note);
	const moves = movesPart(first, list2);
	const reads = h("div", { class: "hs-reads" }, h("p", { class: "hs-quiet" }, "The patient reads"), said2);
	const right = h("div", { class: "hs-item-right" }, flags.node, reads, fields.node, instead.node, noted, moves.node);
	const draw = (item, standing) => {
		const { at, all, locked: locked2, findings } = standing;
		said2.textContent = item.sentences;
		read.draw(item, standing.about);
		fields.draw(item, standing);
		instead.draw(locked2);
		moves.draw({ at, all }, locked2);
		show(note, item.note);
		note.disabled = locked2;
		noted.hidden = locked2 && !item.note;
		flags.draw(findings, locked2);
	};
	const heard = (told3) => {
		read.heard(told3);
		instead.heard(told3);
	};
	return { nodes: [read.node, right], draw, heard, toFindings: flags.open, setDays: fields.setDays };
}
function flash(node) {
	node.scrollIntoView({ block: "nearest" });
	node.classList.add("hs-new");
	node.addEventListener("animationend", () => node.classList.remove("hs-new"), { once: true });
}
function movesPart({ item_id: id, name: whose2 }, list2) {
	const up = button("Up", () => list2.move(id, -1, ".hs-up"), { class: "hs-small hs-up", "aria-label": `Move ${whose2} up` });
	const down = button("Down", () => list2.move(id, 1, ".hs-down"), { class: "hs-small hs-down", "aria-label": `Move ${whose2} down` });
	const node = h("div", { class: "hs-tools" }, up, down);
	const draw = ({ at, all }, locked2) => {
		up.disabled = locked2 || at === 0;
		down.disabled = locked2 || at === all - 1;
	};
	return { node, draw };
}
function deedOf({ key, altKey, ctrlKey, metaKey }, on) {
	const onName = on === "name";
	const way = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
	if (way && altKey) return (deeds) => deeds.move(way);
	if (key === "Escape") return (deeds) => deeds.close();
	if (on === "field" || altKey) return null;
	const along = ctrlKey || metaKey ? 0 : { ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0;
	if (along) return (deeds) => deeds.along(along);
	if (on === "choice") return null;
	if (way && !ctrlKey && !metaKey) return (deeds) => deeds.go(way);
	if (!onName) return null;
	if (ctrlKey || metaKey) return key.toLowerCase() === "a" ? (deeds) => deeds.selectAll() : null;
	switch (key) {
		case "Home":
			return (deeds) => deeds.home();
		case "End":
			return (deeds) => deeds.end();
		case "x":
		case "X":
			return (deeds) => deeds.select();
		case "e":
		case "E":
			return (deeds) => deeds.toggle();
		case "Delete":
			return (deeds) => deeds.remove();
		default:
			return null;
	}
}
function watchKeys(list2, deedsOf2) {
	list2.addEventListener("keydown", (event) => {
		const { target } = event;
		const id = target instanceof Element ? target.closest("[data-item]")?.getAttribute("data-item") : null;
		if (!id || !(target instanceof Element) || event.defaultPrevented) return;
		const deed = deedOf(event, onOf(target));
		if (!deed || deed(deedsOf2(id, target)) === false) return;
		event.preventDefault();
		event.stopPropagation();
	});
}
function onOf(target) {
	if (target.classList.contains("hs-name")) return "name";
	if (!target.closest(".hs-item-line")) return "field";
	if (target instanceof HTMLSelectElement) return "choice";
	if (target instanceof HTMLInputElement && target.type !== "checkbox") return "field";
	return "button";
}
function itemRows(list2, make2) {
	const rows = /* @__PURE__ */ new Map();
	let before = [];
	let whose2 = "";
	const arrange = (items, plan) => {
		if (plan !== whose2) {
			rows.clear();
			before = [];
		}
		whose2 = plan;
		const names = new Map(items.map((item) => [item.item_id, item.name]));
		const at = [...list2.children].findIndex((row2) => row2.contains(document.activeElement));
		const gone = before.map((item) => names.get(item.item_id) === item.name ? null : rows.get(item.item_id));
		for (const [id, row2] of [...rows]) if (names.get(id) !== row2.name) rows.delete(id);
		const standing = items.map((item, i) => {
			const row2 = rows.get(item.item_id) ?? make2(item);
			if (!rows.has(item.item_id) && items.length === before.length && gone[i]?.isOpen()) row2.open(true);
			rows.set(item.item_id, row2);
			return row2;
		});
		before = items;
		list2.replaceChildren(...standing.map((row2) => row2.node));
		const lost = at >= 0 && !list2.contains(document.activeElement);
		return lost ? () => standing[Math.min(at, standing.length - 1)]?.focus() : null;
	};
	return { rows, arrange };
}
function focusIn(row2, ...places) {
	for (const place3 of places) {
		const found = row2?.querySelector(place3);
		if (found instanceof HTMLElement) {
			found.focus();
			return;
		}
	}
}
function dragHands(drop2) {
	let held = null;
	return (row2, grip, id) => {
		grip.addEventListener("dragstart", (e) => {
			held = id;
			e.stopPropagation();
			if (!e.dataTransfer) return;
			e.dataTransfer.effectAllowed = "move";
			e.dataTransfer.setData("text/plain", id);
			e.dataTransfer.setDragImage(row2, 12, 12);
		});
		grip.addEventListener("dragend", () => {
			held = null;
		});
		row2.addEventListener("dragover", (e) => {
			if (!held) return;
			e.preventDefault();
			e.stopPropagation();
			row2.classList.add("hs-over");
		});
		row2.addEventListener("dragleave", () => row2.classList.remove("hs-over"));
		row2.addEventListener("drop", (e) => {
			row2.classList.remove("hs-over");
			if (!held) return;
			e.preventDefault();
			e.stopPropagation();
			if (held !== id) drop2(held, id);
		});
	};
}
var HOW = "Up and down go from row to row, right into the fields of a row, where Tab goes on. Alt with up and down moves the row. X selects, Enter opens, Delete removes.";
function itemList(hands) {
	const list2 = h("ol", { class: "hs-items", "aria-label": "Exercises of the plan", "aria-description": HOW });
	const none = h("p", { class: "hs-none" }, "No exercises yet. Add one from the list.");
	let view = null;
	let order = "";
	let after2 = null;
	const items = () => view?.plan.items ?? [];
	const hand = inHand((id) => rows.get(id));
	const folds = foldsOf(() => rows);
	const ids = () => items().map((item) => item.item_id);
	const chosen2 = chosenOf(ids, () => drawRows());
	const moves = movesOf(hands, items, (id, ...places) => {
		after2 = () => focusIn(rows.get(id)?.node, ...places);
	});
	const acts = { ...moves, choose: chosen2.press, toggle: folds.toggle, next: (id, field2, by) => {
		const to = items()[items().findIndex((item) => item.item_id === id) + by];
		toField(rows.get(to?.item_id ?? "")?.node, field2);
	}, setDays: (id) => {
		if (!rows.get(id)?.isOpen()) folds.toggle(id);
		rows.get(id)?.setDays();
	} };
	const { rows, arrange } = itemRows(list2, (item) => itemRow(item, hands, acts));
	const bulk = bulkBar(hands.send, { chosen: chosen2.all, choose: chosen2.every, back: () => rows.get(hand.now())?.focus() });
	const drawRows = () => {
		if (!view) return;
		const now = new Set(chosen2.all());
		for (const [item, standing] of standings(view, now)) rows.get(item.item_id)?.draw(item, standing);
		bulk.draw(now.size, view.plan.items.length, !view.plan.draft, dosesOf(view.plan.items, now));
	};
	list2.addEventListener("focusin", ({ target }) => hand.take(rowOf(target)));
	watchKeys(list2, (id, at) => deedsOf(id, at, { rows, items, acts, chosen: chosen2, folds }));
	const draw = (now) => {
		if (now.plan.code !== view?.plan.code) chosen2.forget();
		view = now;
		const known = new Set(rows.keys());
		const standing = [now.plan.code, ...now.plan.items.map((item) => `${item.item_id}:${item.name}`)].join();
		const lost = standing === order ? null : arrange(now.plan.items, now.plan.code);
		order = standing;
		drawRows();
		hand.settle(now.plan.items.map((item) => item.item_id));
		none.hidden = now.plan.items.length > 0;
		const added = now.plan.items.filter((item) => known.size && !known.has(item.item_id));
		if (added.length < now.plan.items.length) rows.get(added[0]?.item_id ?? "")?.flash();
		(after2 ?? lost)?.();
		after2 = null;
	};
	const open = (id) => {
		if (!rows.get(id)?.isOpen()) folds.toggle(id);
		rows.get(id)?.toFindings();
	};
	const heard = (told3) => rows.get(told3.item_id)?.heard(told3);
	return { node: h("div", { class: "hs-list" }, none, list2), draw, open, heard, bulk };
}
function toField(row2, field2) {
	const there = row2?.querySelector(`[data-field="${field2}"]`);
	focusIn(row2, there?.checkVisibility() ? `[data-field="${field2}"]` : "[data-field='sets']");
}
function dosesOf(items, chosen2) {
	return inCommon(items.filter(({ item_id }) => chosen2.has(item_id)).map(({ presets }) => presets));
}
function standings({ plan: { items, draft, code, version, start }, patient, review, usual }, chosen2) {
	const about = JSON.stringify([patient.conditions, patient.side, patient.equipment, patient.not_at_home, start]);
	const told3 = grouped(review.findings, (finding) => finding.item);
	const hers = new Set(usual);
	const issued = draft ? null : { code, version };
	return items.map((item, at) => {
		const [is, findings] = [chosen2.has(item.item_id), told3.get(item.item_id) ?? []];
		const of = { at, all: items.length, locked: !draft, issued, chosen: is };
		return [item, { ...of, about, usual: hers.has(item.item_id), findings }];
	});
}
function rowOf(target) {
	return target instanceof Element ? target.closest("[data-item]")?.getAttribute("data-item") ?? "" : "";
}
function inHand(row2) {
	let now = "";
	const take = (id) => {
		if (id === now || !id) return;
		row2(now)?.inHand(false);
		now = id;
		row2(now)?.inHand(true);
	};
	const settle2 = (ids) => {
		if (ids.includes(now)) row2(now)?.inHand(true);
		else {
			now = "";
			take(ids[0] ?? "");
		}
	};
	return { take, settle: settle2, now: () => now };
}
function foldsOf(rows) {
	const toggle = (id, { besides = false } = {}) => {
		const row2 = rows().get(id);
		const is = !row2?.isOpen();
		if (is && !besides) {
			for (const other of rows().values()) if (other !== row2 && other.isOpen()) other.open(false);
		}
		row2?.open(is);
		if (is) row2?.node.scrollIntoView({ block: "nearest" });
	};
	return { toggle };
}
function chosenOf(order, changed) {
	let chosen2 = /* @__PURE__ */ new Set();
	let last2 = null;
	const all = () => [...still(chosen2, order())];
	const press = (id, on, range) => {
		chosen2 = pressed(chosen2, order(), { id, on, range, last: last2 });
		last2 = id;
		changed();
	};
	const every = (is) => {
		chosen2 = new Set(is ? order() : []);
		changed();
	};
	const forget = () => {
		chosen2 = /* @__PURE__ */ new Set();
		last2 = null;
	};
	return { all, press, every, forget, has: (id) => chosen2.has(id) };
}
function deedsOf(id, on, { rows, items, acts, chosen: chosen2, folds }) {
	const at = items().findIndex((item) => item.item_id === id);
	const go = (to) => rows.get(items()[to]?.item_id ?? "")?.focus();
	return { go: (by) => focusIn(rows.get(items()[at + by]?.item_id ?? "")?.node, kindOf(on), ".hs-name"), along: (by) => beside(on.closest(".hs-item-line") ?? on, on, by)?.focus(), home: () => go(0), end: () => go(items().length - 1), move: (by) => acts.move(id, by), select: () => acts.choose(id, !chosen2.has(id), false), selectAll: () => chosen2.every(true), toggle: () => folds.toggle(id), remove: () => acts.remove(id, items()[at]?.name ?? ""), close: () => {
		const row2 = rows.get(id);
		if (!row2?.isOpen()) return false;
		row2.open(false);
		row2.focus();
		return true;
	} };
}
function kindOf(control) {
	const name = ["hs-name", "hs-open", "hs-away"].find((one) => control.classList.contains(one));
	return name ? `.${name}` : '.hs-item-line > input[type="checkbox"]';
}
function movesOf({ send, say }, now, thenFocus) {
	const place3 = (id) => now().findIndex((item) => item.item_id === id);
	return { move: (id, by, focus) => {
		const from = place3(id);
		const to = from + by;
		if (to < 0 || to >= now().length) return;
		if (focus) thenFocus(id, `${focus}:not(:disabled)`, ".hs-up:not(:disabled), .hs-down:not(:disabled)", ".hs-name");
		else thenFocus(id, ".hs-name");
		send({ do: "move", item_id: id, to });
		say(`${now()[from]?.name} is now number ${to + 1} of ${now().length}`);
	}, remove: (id, name) => {
		const next = now()[place3(id) + 1] ?? now()[place3(id) - 1];
		thenFocus(next?.item_id ?? "", ".hs-name");
		send({ do: "remove", item_id: id });
		say(`${name} removed`);
	}, watch: dragHands((held, onto) => send({ do: "move", item_id: held, to: place3(onto) })) };
}
var PLACES = { dose: "[data-field='sets']", side: ".hs-sidepick input:checked", exercise: ".hs-name", rest: ".hs-name" };
function leadTo(rows, wrong, close) {
	if (!wrong) return;
	close();
	const there = [...rows.querySelectorAll(PLACES[wrong])].find((one) => one.checkVisibility());
	const to = there ?? rows.querySelector(".hs-name");
	if (!(to instanceof HTMLElement)) return;
	to.focus();
	to.closest(".hs-item")?.scrollIntoView({ block: "nearest" });
}
function mendsOf(send, code) {
	const waiting = /* @__PURE__ */ new Map();
	return { ask: (key, tell) => {
		const of = `${code()} ${key}`;
		const asked2 = waiting.get(of);
		if (asked2) asked2.add(tell);
		else waiting.set(of, /* @__PURE__ */ new Set([tell]));
		if (!asked2) send({ do: "mends", key });
	}, heard: (told3) => {
		const of = `${told3.code} ${told3.key}`;
		const asked2 = waiting.get(of);
		waiting.delete(of);
		for (const tell of asked2 ?? []) tell(told3);
	} };
}
function removePart(act) {
	const why = h("p", { class: "hs-quiet" });
	const sure = h("span", { class: "hs-own-sure", hidden: true });
	const asks = button("Take it out of the library…", () => ask(true), { class: "hs-small" });
	const ask = (is) => {
		sure.hidden = !is;
		asks.hidden = is;
		if (is) sure.querySelector("button")?.focus();
	};
	sure.append("Sure?", button("Take it out", act, { class: "hs-small" }), button("No", () => ask(false), { class: "hs-small" }));
	const node = h("div", { class: "hs-own-away" }, asks, sure, why);
	const draw = ({ name, keeps }) => {
		node.hidden = !name;
		ask(false);
		asks.hidden = Boolean(keeps);
		why.textContent = keeps ? `It cannot be taken out of the library. ${keeps}` : "";
	};
	return { node, draw };
}
function drawnPart(changed) {
	const whose2 = h("select", {});
	const said2 = h("p", { class: "hs-quiet", role: "status" });
	const place3 = h("div", { class: "hs-own-drawn", "aria-hidden": "true" });
	const away = button("Take the pictures away", () => choose(0), { class: "hs-small" });
	const shown3 = h("div", { class: "hs-own-photo" }, place3, h("div", {}, said2, away));
	const node = h("section", { class: "hs-own-part" }, h("h3", {}, "Drawn pictures"), field("Those of which exercise", whose2), shown3);
	let photo = "";
	const draw = () => {
		const name = whose2.selectedIndex > 0 ? whose2.selectedOptions[0]?.text ?? "" : "";
		shown3.hidden = !name;
		said2.textContent = name && aboutDrawn(name, Boolean(photo));
		place3.hidden = true;
	};
	const choose = (n) => {
		whose2.selectedIndex = n;
		draw();
		changed(whose2);
		whose2.focus({ preventScroll: true });
	};
	whose2.addEventListener("input", () => {
		draw();
		changed(whose2);
	});
	const heard = (svg) => {
		place3.hidden = !svg;
		if (svg) place3.replaceChildren(drawing(svg, ""));
	};
	const hides = (jpeg) => {
		if (Boolean(jpeg) === Boolean(photo)) return;
		photo = jpeg;
		const was = place3.hidden;
		draw();
		place3.hidden = was;
	};
	const read = () => ({ drawn_as: whose2.value });
	const write = ({ pictures: pictures2 }, form) => {
		photo = form.photo;
		whose2.replaceChildren(...choices(pictures2));
		whose2.value = form.drawn_as;
		if (whose2.selectedIndex < 0) whose2.selectedIndex = 0;
		draw();
	};
	return { node, controls: { drawn_as: whose2 }, heard, hides, read, write };
}
function aboutDrawn(name, hidden) {
	if (hidden) return `Your photo stands in the place of those of ${name}. Take it away, and they are back.`;
	return `The pictures are those of ${name}. Take them away if your steps differ.`;
}
var LIMBS = [["", "side that works"], ["@other", "other side"], ["@both", "both sides"]];
var OFTEN = 7;
function tagsPart(changed) {
	const rows = h("ul", { class: "hs-own-tags" });
	const filter = h("input", { type: "search", placeholder: "Filter, such as knee", "aria-label": "Filter what it does" });
	const count = h("span", { class: "hs-quiet", role: "status" });
	const more = morePart(() => show2());
	const node = h("fieldset", { class: "hs-field hs-own-wide hs-own-tags-of" }, h("legend", {}, "What the movement does to the body"), h("div", { class: "hs-own-tags-bar" }, filter, count), rows, more.node);
	let all = /* @__PURE__ */ new Map();
	const read = () => [...all].filter(([, { box }]) => box.checked).map(([name, { limb }]) => name + (limb?.value ?? ""));
	const show2 = () => {
		const words2 = filter.value.trim().toLowerCase();
		for (const [at, { box, limb, row: row2 }] of [...all.values()].entries()) {
			if (limb) limb.hidden = !box.checked;
			row2.hidden = !box.checked && !isShown(row2.textContent ?? "", words2, more.is() || at < OFTEN);
		}
		count.textContent = `${read().length} ticked`;
		more.draw(all.size, Boolean(words2));
	};
	filter.addEventListener("input", (event) => {
		event.stopPropagation();
		show2();
	});
	rows.addEventListener("input", (event) => {
		event.stopPropagation();
		show2();
		changed();
	});
	const draw = (known, whole2, said2) => {
		const limbs = new Map(said2.map((text2) => [text2.split("@")[0] ?? "", text2.includes("@") ? `@${text2.split("@")[1]}` : ""]));
		all = new Map(known.map(([name, means]) => [name, tagRow(means, limbs.get(name), whole2.includes(name))]));
		filter.value = "";
		more.fold();
		const ticked = [...all.values()].sort((one, two) => Number(two.box.checked) - Number(one.box.checked));
		rows.replaceChildren(...ticked.map(({ row: row2 }) => row2));
		show2();
	};
	return { node, control: filter, draw, read };
}
function isShown(text2, words2, unfolded) {
	return words2 ? text2.toLowerCase().includes(words2) : unfolded;
}
function tagRow(means, said2, whole2) {
	const box = h("input", { type: "checkbox" });
	box.checked = said2 !== void 0;
	const limb = whole2 ? null : h("select", { "aria-label": `Which side: ${means}` }, ...choices(LIMBS));
	if (limb) limb.value = said2 ?? "";
	const row2 = h("li", {}, h("label", { class: "hs-check" }, box, h("span", {}, means)), ...limb ? [limb] : []);
	return { box, limb, row: row2 };
}
function morePart(changed) {
	let every = false;
	const unfold = () => {
		every = !every;
		changed();
	};
	const node = button("", unfold, { class: "hs-small" });
	const draw = (all, filtered) => {
		node.textContent = every ? "Show the usual ones" : `Show all ${all}`;
		node.setAttribute("aria-expanded", String(every));
		node.hidden = filtered;
	};
	const fold2 = () => {
		every = false;
	};
	return { node, is: () => every, draw, fold: fold2 };
}
var SIDES2 = [["", "Choose…"], ["each", "One side, then the other"], ["both", "Both sides at once"], ["left", "Left only"], ["right", "Right only"]];
var KINDS4 = [["reps", "Counted: so many times"], ["hold", "Held: so many times, so many seconds each"], ["time", "For a time, such as a walk"]];
var NUMBERS2 = { reps: ["sets", "reps", "tempo_s", "hold_s", "rest_set_s"], hold: ["sets", "reps", "hold_s", "rest_set_s"], time: ["sets", "duration_s", "rest_set_s"] };
var NUMBER_NAMES = { sets: "Sets", reps: "Times in a set", tempo_s: "Seconds for one", hold_s: "Seconds held", duration_s: "Seconds in all", rest_set_s: "Rest between sets, s", days_a_week: "Days a week", times_a_day: "Times a day" };
function fieldsOf(lists, changed) {
	const texts = textsOf(lists);
	const numbers = numbersOf();
	const ticks = { no_equipment: h("input", { type: "checkbox" }), no_precautions: h("input", { type: "checkbox" }), no_tags: h("input", { type: "checkbox" }) };
	const tags2 = tagsPart(() => changed(tags2.control));
	const controls = { ...texts, ...numbers, tags: tags2.control };
	const boxes = Object.fromEntries(Object.entries(numbers).map(([name, control]) => [name, field(NUMBER_NAMES[name], control)]));
	const node = h("div", { class: "hs-own-fields" }, ...partsOf(texts, boxes, ticks, tags2.node));
	const showKind = () => {
		const shown3 = /* @__PURE__ */ new Set([...NUMBERS2[texts.kind.value] ?? [], "days_a_week", "times_a_day"]);
		for (const [name, box] of Object.entries(boxes)) box.hidden = !shown3.has(name);
	};
	node.addEventListener("input", ({ target }) => {
		showKind();
		const control = Object.values(controls).find((one) => one === target);
		changed(control ?? null);
	});
	const read = () => {
		const written = Object.fromEntries(Object.entries({ ...texts, ...numbers }).map(([name, one]) => [name, one.value]));
		const ticked = Object.fromEntries(Object.entries(ticks).map(([name, box]) => [name, box.checked]));
		return { ...written, ...ticked, tags: tags2.read() };
	};
	const write = ({ tags: known, whole: whole2 }, form) => {
		const said2 = form;
		for (const [name, control] of Object.entries({ ...texts, ...numbers })) control.value = String(said2[name] ?? "");
		for (const [name, box] of Object.entries(ticks)) box.checked = Boolean(said2[name]);
		tags2.draw(known, whole2, form.tags);
		showKind();
	};
	return { node, controls, read, write };
}
function textsOf(lists) {
	return { name: line(), patient_name: line(), purpose: area(2), category: select([["", "Choose…"], ...lists.categories]), region: select([["", "Choose…"], ...lists.regions]), position: line(), muscles: line(), equipment: area(2), helps: area(2), sides: select(SIDES2), kind: select(KINDS4), steps: area(6), feel: area(2), breathing: line(), mistakes: area(3), safety: area(2), precautions: area(2), source: area(2) };
}
function numbersOf() {
	return { sets: number(), reps: number(), tempo_s: number(), hold_s: number(), duration_s: number(), rest_set_s: number(), days_a_week: number(), times_a_day: number() };
}
function partsOf(texts, numbers, ticks, tags2) {
	return [part("What it is", wide(field("Name (needed)", texts.name)), field("Name that the patient reads, if another", texts.patient_name), field("Muscles, with commas", texts.muscles), wide(field("What it is for, in words for the patient", texts.purpose)), field("Kind", texts.category), field("Region", texts.region), wide(field("Position, such as “standing, facing a wall”", texts.position))), part("What it needs", field("Things, one a line", texts.equipment), field("What only helps, one a line", texts.helps), tick(ticks.no_equipment, "It needs nothing")), part("Usual dose", field("Sides", texts.sides), field("How it is counted", texts.kind), h("div", { class: "hs-own-numbers" }, ...Object.values(numbers))), part("What the patient reads", wide(field("How to do it, one step a line", texts.steps)), hint("No dose here: the plan says it. For the side that works write “{lead}”, for the other one “{other}”: the sheet says left or right there."), wide(field("What it should feel like", texts.feel)), wide(field("Breathing", texts.breathing)), wide(field("Mistakes to avoid, one a line", texts.mistakes)), wide(field("Take care: always printed, one a line", texts.safety))), part("What the review goes by", wide(field("Cautions for the clinician, one a line", texts.precautions)), tick(ticks.no_precautions, "No cautions"), tags2, tick(ticks.no_tags, "None of these")), part("Where it is known from", wide(field("Source, in your words", texts.source)), hint("Left empty, it says: “Own exercise of this clinic; no source.”"))];
}
function part(title, ...kids) {
	return h("section", { class: "hs-own-part" }, h("h3", {}, title), h("div", { class: "hs-own-grid" }, ...kids));
}
function wide(node) {
	node.classList.add("hs-own-wide");
	return node;
}
function tick(box, text2) {
	return h("label", { class: "hs-check hs-own-wide" }, box, h("span", {}, text2));
}
function hint(text2) {
	return h("p", { class: "hs-quiet hs-own-wide" }, text2);
}
function area(rows) {
	return h("textarea", { rows, spellcheck: "true" });
}
function select(pairs) {
	return h("select", {}, ...choices(pairs));
}
function number() {
	return h("input", { type: "text", inputmode: "numeric", autocomplete: "off" });
}
var LAST = "own exercise, last";
function noteOf({ exercise_id, copy }) {
	const note = comeback(`own exercise ${copy ? "copy of " : ""}${exercise_id}`);
	return note;
}
var last = () => comeback(LAST);
function keep({ exercise_id, copy }, typed2) {
	noteOf({ exercise_id, copy }).leave({ where: typed2, wishes: [] });
	last().leave({ where: { exercise_id, copy }, wishes: [] });
}
function kept2(subject) {
	return looked(noteOf(subject));
}
function keptLast() {
	return looked(last());
}
function drop(subject) {
	noteOf(subject).drop();
	last().drop();
}
function looked(note) {
	const found = note.take();
	if (found) note.leave(found);
	return found?.where ?? null;
}
var MOST_MB = 10;
function photoPart(send, changed) {
	let jpeg = "";
	const file = h("input", { type: "file", accept: "image/jpeg,image/png,image/webp" });
	const alt = h("textarea", { rows: 2 });
	const about = h("p", { class: "hs-quiet", role: "status" });
	const image = h("img", { alt: "" });
	const away = button("Take the photo away", () => put3("", ""), { class: "hs-small" });
	const shown3 = h("div", { class: "hs-own-photo" }, image, h("div", {}, about, away));
	const altField = field("What the picture shows, for who does not see it (needed with a photo)", alt);
	const node = h("section", { class: "hs-own-part" }, h("h3", {}, "Photo"), h("p", { class: "hs-quiet" }, `JPEG, PNG or WebP, up to ${MOST_MB} MB. It is kept on this machine, in the folder of your exercises. Place, time and camera are taken out. Whoever can be recognised in it has to agree: every patient with this exercise sees it.`), field("Picture file", file), shown3, altField);
	const draw = () => {
		shown3.hidden = altField.hidden = !jpeg;
		if (jpeg) image.src = `data:image/jpeg;base64,${jpeg}`;
		else image.removeAttribute("src");
	};
	const put3 = (photo, said2) => {
		jpeg = photo;
		about.textContent = said2;
		if (!photo) file.value = "";
		draw();
		changed();
	};
	file.addEventListener("change", async () => {
		const [one] = file.files ?? [];
		settle(file);
		if (!one) return;
		if (one.size > MOST_MB * 1e6) {
			refuse(file, [{ what: `is larger than ${MOST_MB} MB.`, mend: "Save it smaller, and choose it again." }]);
			file.value = "";
			return;
		}
		about.textContent = "Taking it in…";
		const content = await one.arrayBuffer().catch(() => null);
		if (content) send({ do: "own_photo" }, atField(file), [content]);
		else refuse(file, [{ what: "cannot be read.", mend: "Choose it again." }]);
	});
	alt.addEventListener("input", () => changed());
	const heard = ({ jpeg: photo, about: said2 }) => {
		put3(photo, said2);
		if (!alt.value) alt.focus({ preventScroll: true });
	};
	const read = () => ({ photo: jpeg, photo_alt: alt.value });
	const write = ({ photo, photo_alt }) => {
		jpeg = photo;
		alt.value = photo_alt;
		file.value = about.textContent = "";
		settle(file);
		settle(alt);
		draw();
	};
	return { node, controls: { photo: file, photo_alt: alt }, heard, read, write };
}
function printed(sheet2) {
	const pictures2 = sheet2.pictures.map((p) => h("figure", {}, h("img", { src: p.src, alt: p.alt })));
	const table = sheet2.table.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)));
	const steps = h("ol", {}, ...sheet2.steps.map((step) => h("li", {}, step)));
	const asides = sheet2.asides.map((aside) => h("div", { class: "bs-aside" }, h("h4", {}, aside.title), h("ul", {}, ...aside.lines.map((line2) => h("li", {}, line2)))));
	return [h("h3", {}, sheet2.name), ...pictures2.length ? [h("div", { class: "bs-pictures" }, ...pictures2)] : [], h("p", { class: "bs-dose" }, sheet2.dose.join(" ")), h("dl", { class: "bs-table", "aria-label": sheet2.dose_title }, ...table), h("div", { class: "bs-columns" }, h("div", { class: "bs-steps" }, h("h4", {}, sheet2.steps_title), steps), h("div", { class: "bs-asides" }, ...asides)), ...sheet2.licence ? [h("p", { class: "bs-licence" }, sheet2.licence)] : []];
}
function previewPart() {
	const paper = h("article", { class: "bs-paper", "aria-label": "As the patient reads it" });
	const waits = h("p", { class: "hs-own-waits", role: "status" });
	const notes = h("ul", { class: "hs-own-notes" });
	const node = h("section", { class: "hs-own-preview bs", "aria-label": "Preview", tabindex: "0" }, h("h3", {}, "As the patient reads it"), waits, notes, paper);
	const draw = ({ sheet: sheet2, faults, notes: told3 }) => {
		const n = faults.length;
		waits.textContent = n ? `Not up to date: ${n === 1 ? "one field has" : `${n} fields have`} to be mended first.` : "";
		paper.classList.toggle("hs-own-old", n > 0);
		if (!sheet2) return;
		notes.replaceChildren(...told3.map((text2) => h("li", {}, text2)));
		paper.replaceChildren(...printed(sheet2));
	};
	const clear = () => {
		waits.textContent = "";
		notes.replaceChildren();
		paper.replaceChildren();
	};
	return { node, draw, clear };
}
var PAUSE_MS3 = 500;
function ownPanel(lists, send, acts) {
	let subject = null;
	let filled2 = false;
	let was = "";
	const form = formOf(lists, send, () => {
		if (!subject || !filled2) return;
		keep(subject, { form: form.read(), was });
		acts.kept();
		preview.soon();
	});
	const preview = asked(send, () => subject && { ...subject, form: form.read() });
	const done = () => {
		if (subject) drop(subject);
		subject = null;
		filled2 = false;
		acts.kept();
		acts.close();
	};
	const keepIt = () => {
		form.told.clear();
		const asker = { refused: form.told.refused, taken: done };
		if (subject) send({ do: "keep_own", ...subject, was, form: form.read() }, asker);
	};
	const away = removePart(() => {
		const gone = () => {
			done();
			acts.gone();
		};
		const asker = { refused: form.told.refused, taken: gone };
		if (subject) send({ do: "remove_own", exercise_id: subject.exercise_id }, asker);
	});
	const bar = h("div", { class: "hs-own-bar" }, button("Keep in my library", keepIt, { class: "hs-first" }), form.told.sum, away.node);
	const note = noteOf2(() => {
		if (subject) drop(subject);
		if (subject) open(subject);
		acts.kept();
	});
	form.node.prepend(note.node);
	const node = h("div", { class: "hs-own" }, h("div", { class: "hs-own-both" }, form.node, preview.node), bar);
	const open = (about) => {
		subject = about;
		filled2 = false;
		acts.open();
		send({ do: "own", ...about }, { refused: form.told.refused, taken: () => {
		} });
	};
	const heard = (own2) => {
		const before = subject && kept2(subject);
		form.write(own2, before?.form ?? own2.form);
		was = before?.was ?? own2.was;
		filled2 = true;
		note.draw(own2, Boolean(before));
		away.draw(own2);
		preview.begin();
	};
	const arrived = () => {
		if (!subject) open(keptLast() ?? { exercise_id: "", copy: false });
	};
	const seen3 = (made4) => {
		if (preview.heard(made4)) form.drawn(made4.drawn);
	};
	return { node, open, arrived, heard, drawn: seen3, shot: form.shot, drop: preview.drop };
}
function formOf(lists, send, changed) {
	const written = (control) => {
		if (control) settle(control);
		told3.recount();
		changed();
	};
	const fields = fieldsOf(lists, written);
	const drawn2 = drawnPart((control) => written(control));
	const photo = photoPart(send, () => {
		drawn2.hides(photo.read().photo);
		written(photo.controls.photo_alt);
	});
	const rest = h("div", { class: "hs-fault", role: "alert" });
	const node = h("div", { class: "hs-own-form" }, fields.node, drawn2.node, photo.node, rest);
	const told3 = tellsAt({ ...fields.controls, ...drawn2.controls, ...photo.controls }, rest);
	const read = () => ({ ...fields.read(), ...drawn2.read(), ...photo.read() });
	const write = (own2, form) => {
		settleAll(node);
		told3.clear();
		fields.write(own2, form);
		drawn2.write(own2, form);
		photo.write(form);
		node.scrollTop = 0;
	};
	return { node, read, write, told: told3, drawn: drawn2.heard, shot: photo.heard };
}
function noteOf2(anew) {
	const here = h("div", { class: "hs-own-note" }, h("p", {}, "What you had typed is here again."), button("Throw it away", anew, { class: "hs-plain" }));
	const held = h("p", { class: "hs-quiet" });
	const draw = (own2, isOld) => {
		here.hidden = !isOld;
		held.textContent = own2.held;
		held.hidden = !own2.held;
		node.hidden = !isOld && !own2.held;
	};
	const node = h("div", { class: "hs-own-head" }, here, held);
	return { node, draw };
}
function asked(send, wanted) {
	const part3 = previewPart();
	let turn = 0;
	let timer;
	const ask = () => {
		const now = wanted();
		turn += 1;
		if (now) send({ do: "own_preview", ...now, turn }, { refused: () => true, taken: () => {
		} });
	};
	const soon = () => {
		clearTimeout(timer);
		timer = setTimeout(ask, PAUSE_MS3);
	};
	const begin = () => {
		part3.clear();
		ask();
	};
	const heard = (made4) => {
		const isLast = made4.turn === turn;
		if (isLast) part3.draw(made4);
		return isLast;
	};
	return { node: part3.node, soon, begin, heard, drop: () => clearTimeout(timer) };
}
function tellsAt(controls, rest) {
	const sum = h("p", { class: "hs-own-waits", role: "status" });
	const recount = () => {
		const n = Object.values(controls).filter((one) => one.ariaInvalid === "true").length + rest.childElementCount;
		sum.textContent = n ? `Not kept: ${n === 1 ? "one thing" : `${n} things`} to mend.` : "";
	};
	const clear = () => {
		rest.replaceChildren();
		sum.textContent = "";
		for (const control of Object.values(controls)) settle(control);
	};
	const refused = (faults) => {
		clear();
		const by = /* @__PURE__ */ new Map();
		for (const fault of faults) {
			const control = controls[fault.where] ?? null;
			by.set(control, [...by.get(control) ?? [], fault]);
		}
		for (const [control, own2] of by) {
			if (control) refuse(control, own2);
			else rest.append(...own2.map((fault) => h("p", {}, sentence(fault))));
		}
		recount();
		const first = Object.values(controls).find((one) => by.has(one));
		(first?.closest(".hs-field") ?? rest).scrollIntoView({ block: "nearest" });
		first?.focus({ preventScroll: true });
		return rest.isConnected;
	};
	return { clear, recount, refused, sum };
}
function counted2(n, all, shown3) {
	const found = n === all ? numbered(n, "exercise") : `${n} of ${numbered(all, "exercise")}`;
	return n > shown3 ? `${found}, the first ${shown3} shown` : found;
}
function detailView({ send, add, places, back, form }) {
	let now = null;
	const title = h("h3", { tabindex: "-1", class: "hs-detail-name" });
	const adds = addPart(add, places);
	const body = h("div", { class: "hs-detail-body" });
	const star = starPart(send);
	const leave = button("‹ All exercises", () => back(now), { class: "hs-plain" });
	const scroll = { class: "hs-scroll hs-detail-scroll", tabindex: "0", role: "group", "aria-label": "Exercise in full, scrolling" };
	const whole2 = h("div", scroll, title, body);
	const node = h("div", { class: "hs-detail", hidden: true }, h("div", { class: "hs-detail-bar" }, leave, star.node, adds.node), adds.there, whole2);
	const show2 = (exercise) => {
		now = exercise;
		title.textContent = exercise.name;
		adds.show(exercise);
		star.draw(exercise);
		body.replaceChildren(ownPart(exercise, form), ...seen2(exercise), ...said(exercise, send));
		node.hidden = false;
		whole2.scrollTop = 0;
		title.focus();
	};
	const allow = (may) => {
		adds.draw(may);
	};
	return { node, show: show2, allow };
}
function addPart(add, places) {
	let now = null;
	const said2 = h("p", { class: "hs-quiet", role: "status" });
	const forget = () => {
		said2.textContent = "";
		twice.hidden = true;
	};
	const press = () => {
		if (!now) return;
		const at = places(now.id);
		if (!at.length) {
			add(now);
			return;
		}
		said2.textContent = `${now.name} is in the plan already, as No. ${at.join(" and ")}.`;
		twice.hidden = false;
	};
	const again = () => {
		if (now) add(now, true);
		forget();
		node.focus();
	};
	const node = button("Add to the plan", press, { class: "hs-first" });
	const twice = button("Add again", again, { class: "hs-small", hidden: true });
	const there = h("div", { class: "hs-detail-twice" }, said2, twice);
	const show2 = (exercise) => {
		now = exercise;
		forget();
		node.hidden = exercise.open.length > 0;
		node.setAttribute("aria-label", `Add to the plan: ${exercise.name}`);
		twice.setAttribute("aria-label", `Add again: ${exercise.name}`);
	};
	const draw = (may) => {
		node.disabled = !may;
		if (!may || !now || !places(now.id).length) forget();
	};
	return { node, there, show: show2, draw };
}
function seen2({ pictures: pictures2, frames, open }) {
	const drawn2 = pictures2.map((one) => drawing(one.svg, one.alt));
	return [...drawn2.length ? [h("div", { class: "hs-pictures" }, ...drawn2)] : [], ...frames.length > 1 ? [movement(frames)] : [], ...open.length ? [pillNote(`Still to be filled in: ${open.join(", ")}.`)] : []];
}
function said(exercise, send) {
	const sources = exercise.sources.map((s) => h("li", {}, h("b", {}, s.cited), ` ${s.says}`));
	const signed = exercise.draft ? "Its text is not yet signed off by a physiotherapist." : "Signed off by a physiotherapist.";
	return [h("p", {}, `For the patient: ${exercise.patient_name}`), h("p", { class: "hs-quiet" }, [...exercise.about, exercise.position].join(" · ")), ...text("What it is for", exercise.purpose), ...text("Your usual dose", exercise.own_dose), ...text("Usual dose", exercise.dose), ...text("Muscles", exercise.muscles), ...text("Equipment", exercise.equipment), ...list("Steps", exercise.steps, "ol"), ...text("Where to feel it", exercise.feel), ...text("Breathing", exercise.breathing), ...list("Take care that", exercise.mistakes), ...list("Precautions", exercise.precautions), ...variants("Easier", exercise.easier, send), ...variants("Harder", exercise.harder, send), ...part2("Sources", h("ul", { class: "hs-sources" }, ...sources)), h("p", { class: "hs-quiet" }, signed)];
}
function ownPart({ id, own: own2 }, form) {
	const way = (text2, copy) => button(text2, () => form({ exercise_id: id, copy }), { class: "hs-small" });
	const ways = [...own2 ? [way("Change it", false)] : [], way("Make a copy to change", true)];
	return h("div", { class: "hs-detail-own" }, ...ways);
}
function part2(name, ...kids) {
	return [h("h4", {}, name), ...kids];
}
function text(name, words2) {
	return words2 ? part2(name, h("p", {}, words2)) : [];
}
function list(name, lines2, tag2 = "ul") {
	return lines2.length ? part2(name, h(tag2, {}, ...lines2.map((line2) => h("li", {}, line2)))) : [];
}
function variants(name, all, send) {
	const go = (one) => button(one.text, () => send({ do: "detail", exercise_id: one.id }), { class: "hs-plain hs-inline" });
	const rows = all.map((one) => h("li", {}, one.id ? go(one) : one.text, ...warning(one), one.why ? h("span", { class: "hs-quiet" }, ` ${one.why}`) : ""));
	return rows.length ? part2(name, h("ul", {}, ...rows)) : [];
}
function warning({ brings, warns }) {
	return brings ? [" ", pill(brings), h("span", { class: "hs-quiet" }, ` ${warns}`)] : [];
}
function pillNote(words2) {
	return h("p", { class: "hs-pill-note" }, pill("CAUTION", "Needs a clinician"), ` ${words2}`);
}
var LOOKING_MS = 250;
var FORTH_AND_BACK_MS2 = 2400;
function players(send) {
	const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
	const known = /* @__PURE__ */ new Map();
	let now = null;
	let timer;
	const stop = () => {
		window.clearTimeout(timer);
		window.clearInterval(timer);
		now?.place.querySelector(".hs-moving")?.remove();
		now = null;
	};
	const play = () => {
		const svgs = now && known.get(now.id);
		if (!now || !svgs || svgs.length < 2) return;
		const pictures2 = svgs.map((svg) => drawing(svg, ""));
		const stage = document.createElement("span");
		stage.className = "hs-moving";
		let at = { at: 0, by: 1 };
		const turn = () => {
			if (!stage.isConnected && stage.hasChildNodes()) return stop();
			stage.replaceChildren(pictures2[at.at] ?? "");
			at = turned(at, pictures2.length);
		};
		turn();
		now.place.append(stage);
		timer = window.setInterval(turn, FORTH_AND_BACK_MS2 / (2 * (svgs.length - 1)));
	};
	const look = (place3, id) => {
		if (now?.place === place3) return;
		stop();
		if (calm.matches) return;
		now = { id, place: place3 };
		timer = window.setTimeout(() => {
			if (known.has(id)) play();
			else {
				known.set(id, null);
				send({ do: "frames", exercise_id: id });
			}
		}, LOOKING_MS);
	};
	const watch2 = (row2, place3, id) => {
		row2.addEventListener("pointerenter", () => look(place3, id));
		row2.addEventListener("focusin", () => look(place3, id));
		row2.addEventListener("pointerleave", stop);
		row2.addEventListener("focusout", stop);
	};
	const heard = ({ id, svgs }) => {
		known.set(id, svgs);
		if (now?.id === id) play();
	};
	return { watch: watch2, heard, drop: stop };
}
var WHOSE = [["", "All"], ["favourites", "★"], ["recent", "Recent"]];
var WHICH = { class: "hs-chips", role: "group", "aria-label": "Which exercises" };
var FILTERS = { class: "hs-seek-tools", role: "toolbar", "aria-label": "Filters" };
function seekPart(lists, send, { enter, down }) {
	const words2 = wordsField(enter, down);
	let mine = "";
	let fits = false;
	const whose2 = WHOSE.map(([value, text2]) => ({ value, node: chip(text2, () => choose(value)) }));
	whose2[1]?.node.setAttribute("aria-label", "Favourites");
	const fitting = chip("Only what fits", () => {
		fits = !fits;
		seek();
	});
	fitting.title = "What is at home, and brings no Stop and no Avoid for this patient";
	const select2 = (name, all, pairs) => h("select", { class: "hs-chip-select", "aria-label": name, onchange: () => seek() }, ...choices([["", all], ...pairs]));
	const selects = [select2("Region", "Region", lists.regions), select2("Kind", "Kind", lists.categories), select2("Position", "Position", lists.positions)];
	const [region, category, position] = selects;
	const choose = (value) => {
		mine = value;
		seek();
	};
	const filtered = () => Boolean(mine || fits || selects.some((one) => one.value));
	const draw = () => {
		for (const { value, node: one } of whose2) one.setAttribute("aria-pressed", String(value === mine));
		fitting.setAttribute("aria-pressed", String(fits));
		for (const one of selects) one.classList.toggle("hs-chosen", Boolean(one.value));
		clear.hidden = !(words2.value || filtered());
	};
	const seek = () => {
		draw();
		send({ do: "search", words: words2.value, region: region?.value ?? "", category: category?.value ?? "", position: position?.value ?? "", fits, mine });
	};
	const left = () => {
		words2.value = mine = "";
		fits = false;
		for (const one of selects) one.value = "";
		seek();
	};
	const act = () => {
		left();
		words2.focus();
	};
	const clear = button("Clear", act, { class: "hs-plain", "aria-label": "Clear search and filters" });
	words2.addEventListener("input", seek);
	draw();
	const narrowed = h("div", { class: "hs-chip-selects" }, ...selects);
	const tools = h("div", FILTERS, h("div", WHICH, ...whose2.map((one) => one.node), fitting), narrowed);
	const node = h("div", { class: "hs-seek" }, words2, tools);
	toolbar(tools, [tools]);
	return { node, words: words2, clear, tools, left };
}
function wordsField(enter, down) {
	const words2 = h("input", { type: "search", placeholder: "Name, muscle, position, condition…", autocomplete: "off", "aria-label": "Search" });
	words2.addEventListener("keydown", (event) => {
		if (event.key !== "Enter" && event.key !== "ArrowDown") return;
		event.preventDefault();
		event.stopPropagation();
		if (event.key === "Enter") enter(event.shiftKey);
		else down();
	});
	return words2;
}
function chip(text2, act) {
	return button(text2, act, { class: "hs-chip", "aria-pressed": "false" });
}
var MOST_AT_ONCE = 8;
var NAMED2 = { class: "hs-library", "aria-label": "Exercise library" };
var EMPTY = { exercise_id: "", copy: false };
function libraryPanel(model, { send, small }, toRow, form) {
	const add = adding(send);
	const play = players(send);
	let wanted = null;
	const enter = (all) => {
		wanted = { words: search.words.value, all };
		take();
	};
	const take = () => {
		const now = model.get("found");
		if (!wanted || !may || now.words !== wanted.words) return;
		const all = wanted.all ? allOf(now) : [];
		const first = marked2(now);
		wanted = null;
		if (all.length > 1) send({ do: "add_all", exercise_ids: all.map(({ id }) => id) });
		else if (first) add(first);
		search.words.select();
	};
	const search = seekPart(model.get("lists"), send, { enter, down: () => found.focus() });
	const found = foundPart({ send, small, add, toRow, play }, search);
	const own2 = ownPart2(() => form(EMPTY));
	const browse = h("div", { class: "hs-browse" }, search.node, ...found.nodes, own2.node);
	const back = (exercise) => {
		detail.node.hidden = true;
		browse.hidden = false;
		(found.nameOf(exercise?.id) ?? search.words).focus();
	};
	const detail = detailView({ send, add, places: (id) => placesOf(model.get("view").plan, id), back, form });
	const show2 = (exercise) => {
		browse.hidden = true;
		detail.show(exercise);
	};
	let may = true;
	const draw = () => {
		found.draw(model.get("found"), may);
		take();
	};
	const allow = () => {
		const { plan } = model.get("view");
		const now = !plan || plan.draft;
		if (now !== may) {
			may = now;
			found.draw(model.get("found"), may);
		}
		detail.allow(may);
	};
	const node = h("section", NAMED2, h("h2", { class: "hs-unseen" }, "Exercises"), browse, detail.node);
	const seek = () => {
		back(null);
		search.words.focus();
		search.words.select();
	};
	return { node, draw, allow, show: show2, search: seek, leave: () => back(null), left: () => {
		wanted = null;
		toBeginning(browse, detail.node, search, found);
	}, ownKept: own2.draw, heard: play.heard, drop: play.drop };
}
function toBeginning(browse, detail, search, found) {
	detail.hidden = true;
	browse.hidden = false;
	if (!search.clear.hidden) search.left();
	found.top();
}
function adding(send) {
	return (exercise, again = false) => send({ do: "add", exercise_id: exercise.id, ...again && { again } });
}
function placesOf(plan, id) {
	return (plan?.items ?? []).flatMap((item, i) => item.exercise_id === id ? [i + 1] : []);
}
function addable({ cards }) {
	return cards.filter(({ open, in_plan: places }) => !open.length && !places.length);
}
function marked2(found) {
	return found.words.trim() ? addable(found)[0] : void 0;
}
function allOf(found) {
	const all = addable(found);
	return found.words.trim() && found.count <= MOST_AT_ONCE && all.length > 1 ? all : [];
}
function foundPart(hands, { words: words2, clear, tools }) {
	const count = h("p", { class: "hs-count", role: "status" });
	const drawCount = whenNew((words3) => count.replaceChildren(words3));
	const signed = h("p", { class: "hs-quiet hs-signed" });
	const every = button("", () => all.length && hands.send({ do: "add_all", exercise_ids: all }), { class: "hs-plain hs-add-all", title: "Shift+Enter" });
	const list2 = h("ul", { class: "hs-cards", "aria-label": "Exercises found" });
	const arrows = composite(list2, "li", () => words2.focus());
	const scrolls = h("div", { class: "hs-scroll" }, list2);
	let all = [];
	let rows = /* @__PURE__ */ new Map();
	const draw = (found, may) => {
		const { cards, count: n, drafts, instead } = found;
		const mixed = drafts > 0 && drafts < n;
		const at = placeIn(list2);
		const [before, top2] = [rows, scrolls.scrollTop];
		rows = new Map(cards.map((exercise) => {
			const said2 = JSON.stringify([exercise, mixed]);
			const old = before.get(exercise.id);
			return [exercise.id, old?.said === said2 ? old : { said: said2, node: cardRow(exercise, mixed, hands) }];
		}));
		holdOnly(list2, [...rows.values()].map(({ node }) => node));
		const first = marked2(found);
		for (const [id, { node }] of rows) node.classList.toggle("hs-marked", id === first?.id);
		if (at) controlIn(rows.get(at.id)?.node, at.kind)?.focus({ preventScroll: true });
		all = allOf(found).map(({ id }) => id);
		every.hidden = !may || !all.length;
		every.textContent = `Add all ${all.length}`;
		drawCount(counted2(n, found.all, cards.length));
		signed.textContent = "No text of these is signed off by a physiotherapist yet.";
		signed.hidden = !n || drafts < n;
		if (!n) list2.append(h("li", {}, ["Nothing found.", ...instead, "Try other words or fewer filters."].join(" ")));
		const adds = list2.querySelectorAll(".hs-add");
		for (const control of adds) control.disabled = !may;
		arrows.refresh();
		const same = before.size === rows.size && [...before.keys()].every((id) => rows.has(id));
		scrolls.scrollTop = at || same ? top2 : 0;
	};
	const nameOf2 = (id) => controlIn(rows.get(id ?? "")?.node, ".hs-details");
	tools.append(h("div", { class: "hs-count-row" }, count, every, clear));
	const top = () => {
		scrolls.scrollTop = 0;
	};
	return { nodes: [signed, scrolls], draw, nameOf: nameOf2, top, focus: arrows.focus };
}
function placeIn(list2) {
	const focused = list2.querySelector(":focus");
	const name = focused?.closest("li")?.querySelector(".hs-details");
	if (!(name instanceof HTMLElement)) return null;
	const kind = [".hs-star", ".hs-details"].find((one) => focused?.matches(one)) ?? ".hs-add, .hs-in-plan";
	return { id: name.dataset.exercise ?? "", kind };
}
function controlIn(row2, kind) {
	return row2?.querySelector(kind) ?? null;
}
function ownPart2(open) {
	const act = button("", open, { class: "hs-plain" });
	const draw = () => {
		act.textContent = kept2(EMPTY) ? "Go on with your own exercise" : "+ Own exercise";
	};
	draw();
	return { node: h("p", { class: "hs-own-way" }, act), draw };
}
var MOST = 3;
function activitiesPart(send) {
	const fields = Array.from({ length: MOST }, () => {
		const control = line();
		control.maxLength = 80;
		return typed(control, (_, typing2) => {
			const names = fields.map((one) => one.value);
			send({ do: "activities", names, ...typing2 && { typing: typing2 } }, atField(control));
		});
	});
	const node = h("div", { class: "hs-part" }, h("h3", {}, "What matters to this patient: activities in the patient’s own words"), h("p", { class: "hs-quiet" }, "The diary asks every two weeks how well each of them goes, from 0 (cannot do it) to 10 (as well as before)."), h("div", { class: "hs-line-fields" }, ...fields.map((control, n) => field(`Activity ${n + 1}`, control, { class: "hs-field hs-long" }))));
	const fill = ({ activities }, put3) => {
		const taken = fields.filter((control) => !control.hasAttribute("aria-invalid"));
		if (isHeld(taken, activities)) for (const control of taken) put3(control, control.value);
		else for (const [n, control] of fields.entries()) put3(control, activities[n] ?? "");
	};
	const draw = (plan) => {
		const root = node.getRootNode();
		fill(plan, fields.some((control) => control === root.activeElement) ? keepsTyped : show);
		for (const control of fields) control.disabled = !plan.draft;
	};
	const refill = (plan) => fill(plan, restore);
	return { node, draw, refill };
}
function isHeld(fields, activities) {
	const typed2 = fields.map((control) => control.value.trim().replace(/\s+/g, " ")).filter(Boolean);
	return typed2.length === activities.length && typed2.every((name, n) => name === activities[n]);
}
function offered(options, { words: words2, ids }) {
	const places = ids.map((id) => options.findIndex((option) => option.id === id)).filter((at) => at >= 0);
	return { places, keep: words2.trim().replace(/\s+/g, " ") };
}
function combobox(name, placeholder, options, { ask, choose, keep: keep2, fill }) {
	const id = `hs-${fresh()}`;
	const input = comboInput(id, placeholder);
	const list2 = optionList(id, name, input);
	let asked2 = "";
	const done = (act) => {
		input.value = "";
		list2.open(false);
		act();
	};
	const rows = options.map((one, i) => optionRow(`${id}-${i}`, one.name, () => done(() => choose(one))));
	const keeping = (words2, known) => {
		const text2 = known ? `None of these: keep “${words2}” as a note` : `Keep “${words2}” as a note: no rule covers this`;
		return optionRow(`${id}-keep`, text2, () => done(() => keep2(words2)));
	};
	const unsure = ({ name: text2, ids: [first = "", ...also] }) => optionRow(`${id}-unknown`, text2, () => done(() => choose({ id: first, name: text2, also })));
	const filling = (plan, i) => optionRow(`${id}-plan-${i}`, `Add the exercises of: ${plan.name}`, () => done(() => fill(plan)));
	const heard = (answer2) => {
		const root = input.getRootNode();
		if (answer2.words !== input.value || answer2.words !== asked2 || root.activeElement !== input) return;
		const { places, keep: words2 } = offered(options, answer2);
		const among = answer2.unknown ? [unsure(answer2.unknown)] : [];
		list2.show([...places.flatMap((i) => rows[i] ?? []), ...among, ...words2 ? [keeping(words2, places.length > 0)] : [], ...(answer2.plans ?? []).map(filling)]);
	};
	const filter = () => {
		asked2 = input.value;
		if (asked2.trim()) ask(asked2);
		else list2.show(rows);
	};
	onKeys2(input, { ArrowDown: () => {
		if (list2.node.hidden) filter();
		list2.step(1);
	}, ArrowUp: () => list2.step(-1), Enter: () => {
		if (!list2.node.hidden && asked2 === input.value) list2.pointed(asked2.trim() !== "")?.take();
	}, Escape: () => {
		if (list2.node.hidden) return false;
		asked2 = "";
		list2.open(false);
		return true;
	} });
	input.addEventListener("input", filter);
	input.addEventListener("click", filter);
	input.addEventListener("blur", () => list2.open(false));
	return { node: h("div", { class: "hs-combo" }, field(name, input), list2.node), input, heard };
}
function optionList(id, name, input) {
	const node = h("ul", { id, class: "hs-options", role: "listbox", "aria-label": name, hidden: true });
	let shown3 = [];
	let at = -1;
	const point = (n) => {
		shown3[at]?.node.setAttribute("aria-selected", "false");
		at = n;
		const now = shown3[at]?.node;
		now?.setAttribute("aria-selected", "true");
		now?.scrollIntoView({ block: "nearest" });
		if (now) input.setAttribute("aria-activedescendant", now.id);
		else input.removeAttribute("aria-activedescendant");
	};
	const open = (is) => {
		node.hidden = !is;
		input.setAttribute("aria-expanded", String(is));
		if (!is) point(-1);
	};
	const show2 = (rows) => {
		point(-1);
		shown3 = rows;
		node.replaceChildren(...rows.map((row2) => row2.node));
		open(true);
		node.scrollIntoView({ block: "nearest" });
	};
	const step = (by) => point(Math.max(0, Math.min(at + by, shown3.length - 1)));
	const pointed = (first) => shown3[first ? Math.max(at, 0) : at];
	return { node, open, show: show2, step, pointed };
}
function optionRow(id, name, take) {
	const node = h("li", { id, role: "option", "aria-selected": "false" }, name);
	node.addEventListener("mousedown", (e) => e.preventDefault());
	node.addEventListener("click", take);
	return { node, take };
}
function onKeys2(node, keys) {
	node.addEventListener("keydown", (e) => {
		const act = keys[e.key];
		if (!act || act() === false) return;
		e.preventDefault();
		e.stopPropagation();
	});
}
function comboInput(list2, placeholder) {
	return h("input", { type: "text", role: "combobox", autocomplete: "off", placeholder, "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": list2 });
}
var AFFECTED = [["", "Not said"], ["left", "Left"], ["right", "Right"], ["both", "Both"]];
function conditionRow(first, at, { regions, send, say }) {
	const whose2 = first.name;
	const away = button("✕", once(() => {
		send({ do: "remove_condition", at });
		say(`${whose2} removed`);
	}), { class: "hs-icon", "aria-label": `Remove condition ${whose2}`, title: "Remove" });
	const fields = conditionFields(first, at, regions, send);
	const which = whichPart(first, at, send);
	const ends = endsPart(first, at, send);
	const window2 = first.window && `Window: ${first.window}.`;
	const node = h("li", { class: "hs-condition" }, h("div", { class: "hs-item-head" }, h("h3", { class: "hs-item-name" }, whose2), away), h("p", { class: "hs-quiet" }, [first.message, window2].filter(Boolean).join(" ")), which.node, fields.node, ends.node);
	const draw = (held, locked2) => {
		fields.draw(held, locked2);
		which.draw(held.asks, locked2);
		ends.draw(held.ends, locked2);
		away.disabled = locked2;
	};
	return { name: whose2, node, draw, refill: fields.refill, focus: fields.focus };
}
function conditionFields({ name: whose2, stop }, at, regions, send) {
	const change = (field2, value) => send({ do: "change_condition", at, field: field2, value }, atField(fields[field2]));
	const select2 = (name, text2, pairs) => {
		const props = { "aria-label": `${text2}, ${whose2}`, onchange: () => change(name, control.value) };
		const control = h("select", props, ...choices(pairs));
		return control;
	};
	const date = (name, text2) => dayField((value) => change(name, value), { "aria-label": `${text2}, ${whose2}` });
	const fields = { side: select2("side", "Affected side", AFFECTED), region: select2("region", "Region", [["", "Not said"], ...regions]), since: date("since", "Surgery or onset"), until: date("until", "Holds until") };
	const names = Object.keys(fields);
	const until = field("Holds until", fields.until);
	const cells = { side: askedCell("Affected side", fields.side, (side) => change("side", side)), region: askedCell("Region", fields.region), since: askedCell("Surgery or onset", fields.since) };
	const node = h("div", { class: "hs-fields" }, cells.side.node, cells.region.node, cells.since.node, until);
	const draw = (held, locked2) => {
		for (const name of names) {
			show(fields[name], held[name]);
			fields[name].disabled = locked2;
		}
		for (const [name, { draw: drawCell }] of Object.entries(cells)) {
			const ask = locked2 ? void 0 : held.asks.find(({ field: asked2 }) => asked2 === name);
			drawCell(ask, name === "since" ? held.began : "");
		}
		until.hidden = stop && !held.until && !fields.until.matches("[aria-invalid]");
	};
	const refill = (held) => {
		for (const name of names) restore(fields[name], held[name]);
	};
	const focus = () => {
		const asked2 = node.querySelector(".hs-asked-for :is(select, input)");
		(asked2 instanceof HTMLElement ? asked2 : fields.side).focus();
	};
	return { node, draw, refill, focus };
}
function askedCell(text2, control, take) {
	const why = h("p", { class: "hs-quiet hs-in-words", id: `hs-why-${fresh()}` });
	const offer = button("", () => take?.(offered2), { class: "hs-small", hidden: true });
	let offered2 = "";
	const node = field(text2, control);
	node.append(why, offer);
	const draw = (ask, said2) => {
		const had = offer === document.activeElement;
		node.classList.toggle("hs-asked-for", Boolean(ask));
		why.textContent = ask?.said ?? said2;
		why.hidden = !why.textContent;
		why.classList.toggle("hs-why-asked", Boolean(ask));
		offered2 = ask?.offers ?? "";
		offer.hidden = !offered2 || !take;
		offer.textContent = `${offered2.charAt(0).toUpperCase()}${offered2.slice(1)}, as the patient’s side`;
		if (had && offer.hidden) control.focus();
		if (control.hasAttribute("aria-invalid")) return;
		if (!why.hidden) control.setAttribute("aria-describedby", why.id);
		else if (control.getAttribute("aria-describedby") === why.id) control.removeAttribute("aria-describedby");
	};
	return { node, draw };
}
function whichPart({ name: whose2 }, at, send) {
	const why = h("p", { class: "hs-why-asked" });
	const it = button("", () => send({ do: "keep_condition", at }), { class: "hs-small" });
	const node = h("div", { class: "hs-which", hidden: true }, why, it);
	const draw = (asks, locked2) => {
		const ask = asks.find(({ field: asked2 }) => asked2 === "which");
		node.hidden = !ask || locked2;
		why.textContent = ask?.said ?? "";
		it.textContent = `It is the ${ask?.offers ?? ""} approach`;
		it.setAttribute("aria-label", `${it.textContent}: keep ${whose2} alone`);
	};
	return { node, draw };
}
function endsPart({ name: whose2, tags: tags2, stop }, at, send) {
	const list2 = h("ul", { class: "hs-ends", "aria-label": `Ends for single movements, ${whose2}` });
	const tag2 = h("select", { "aria-label": `Movement, ${whose2}` }, ...choices(tags2.map((t) => [t.tag, t.name])));
	const until = h("input", { type: "date", "aria-label": `No longer a concern from, ${whose2}`, max: "9999-12-31" });
	const does = () => send({ do: "end_tag", at, tag: tag2.value, until: until.value }, atField(until));
	const set = button("Set", does, { "aria-label": `Set the end, ${whose2}` });
	const node = h("details", { class: "hs-more" }, h("summary", {}, "One movement is allowed earlier"), h("div", { class: "hs-row" }, field("Movement", tag2, { class: "hs-field hs-grow" }), field("No longer a concern from", until), set), list2);
	node.hidden = stop || !tags2.length;
	const row2 = (end, locked2) => {
		const remove = button("✕", () => send({ do: "end_tag", at, tag: end.tag, until: "" }), { class: "hs-icon", "aria-label": `Remove the end for: ${end.name}`, title: "Remove" });
		remove.disabled = locked2;
		return h("li", {}, h("span", {}, `${end.name}: until ${end.until}`), remove);
	};
	const drawList = whenNew((all, locked2) => list2.replaceChildren(...all.map((end) => row2(end, locked2))));
	const draw = (all, locked2) => {
		drawList(all, locked2);
		for (const control of [tag2, until, set]) control.disabled = locked2;
	};
	return { node, draw };
}
var FLOOR = [["", "Not asked"], ["yes", "Yes"], ["with_help", "With help"], ["no", "No"], ["unknown", "Not known"]];
function patientPanel(lists, send, say) {
	const fields = patientFields(send);
	const things = thingsPart(lists.things, send, { name: "Things at home", other: "Another thing at home", wish: (name, has) => ({ do: "thing", name, has }) });
	const gone = thingsPart(lists.things, send, { name: "Not at home", other: "Another thing that is not there", wish: (name, on) => ({ do: "not_there", name, on }) });
	const conditions = conditionsPart(lists, send, say);
	const home = h("h3", { tabindex: "-1" }, "Things at home");
	const activities = activitiesPart(send);
	const { node, line: about } = fold("This patient", fields.node, activities.node, h("div", { class: "hs-part" }, h("h3", {}, "Conditions in force"), ...conditions.nodes), h("div", { class: "hs-part" }, home, h("p", { class: "hs-quiet" }, "Where none is marked, all is taken to be there but what is not at home."), ...things.nodes, h("h3", {}, "Not at home"), h("p", { class: "hs-quiet" }, "“band” stands for all bands. An exercise comes in without it where it can."), ...gone.nodes));
	const draw = ({ patient, plan }) => {
		const locked2 = !plan.draft;
		about.textContent = patient.summary;
		fields.draw(patient, locked2);
		activities.draw(plan);
		things.draw(patient.equipment, locked2);
		gone.draw(patient.not_at_home, locked2);
		conditions.draw(patient, locked2);
	};
	const refill = ({ patient, plan }) => {
		activities.refill(plan);
		fields.refill(patient);
		conditions.refill(patient.conditions);
	};
	const go = (part3) => {
		if (part3 === "things") home.focus();
		else if (part3 === "add") conditions.input.focus();
		else conditions.focus(part3);
	};
	const left = () => {
		for (const part3 of [things, gone, conditions]) part3.left();
	};
	return { node, draw, refill, heard: conditions.heard, go, left };
}
function patientFields(send) {
	const tell = (field2, value, typing2) => send({ do: "patient", field: field2, value, ...typing2 && { typing: typing2 } }, atField(fields[field2]));
	const number2 = (name, min, max) => {
		const change = () => tell(name, control.value === "" ? null : control.valueAsNumber);
		const control = h("input", { type: "number", inputmode: "numeric", min, max, onchange: change });
		return control;
	};
	const floors = h("select", { onchange: () => tell("gets_off_floor", floors.value || null) }, ...choices(FLOOR));
	const fields = { age: number2("age", 0, 120), gets_off_floor: floors, goal: typed(line(), (text2, typing2) => tell("goal", text2, typing2)) };
	const names = Object.keys(fields);
	const node = h("div", { class: "hs-line-fields" }, field("Age, years", fields.age), field("Gets down to and up from the floor", fields.gets_off_floor, { class: "hs-field hs-mid" }), field("Goal", fields.goal, { class: "hs-field hs-long" }));
	const draw = (patient, locked2) => {
		for (const name of names) {
			show(fields[name], shown2(patient, name));
			fields[name].disabled = locked2;
		}
	};
	const refill = (patient) => {
		for (const name of names) restore(fields[name], shown2(patient, name));
	};
	return { node, draw, refill };
}
function shown2(patient, name) {
	return patient[name] ?? "";
}
function thingsPart(offered2, send, of) {
	const group = h("div", { class: "hs-chips", role: "toolbar", "aria-label": of.name });
	toolbar(group, [group]);
	const other = h("input", { type: "text", autocomplete: "off", placeholder: "Another thing", "aria-label": of.other });
	const bring = () => {
		const sent = sentOf(other);
		const taken = () => {
			settle(other);
			if (sent.stands()) other.value = "";
		};
		if (other.value.trim()) send(of.wish(other.value, true), { ...atField(other), taken });
	};
	other.addEventListener("keydown", (e) => {
		if (e.key === "Enter") bring();
	});
	const bringing = button("Add", bring, { "aria-label": `Add: ${of.other.toLowerCase()}` });
	const chips = /* @__PURE__ */ new Map();
	const chip2 = (name) => {
		const press = () => send(of.wish(name, made4.getAttribute("aria-pressed") !== "true"));
		const made4 = button(name, press, { class: "hs-chip" });
		chips.set(name, made4);
		return made4;
	};
	const drawChips = whenNew((has, locked2) => {
		const all = [.../* @__PURE__ */ new Set([...offered2, ...has])].map((name) => {
			const made4 = chips.get(name) ?? chip2(name);
			made4.setAttribute("aria-pressed", String(has.includes(name)));
			made4.disabled = locked2;
			return made4;
		});
		if (all.length !== group.children.length || all.some((made4, i) => made4 !== group.children[i])) group.replaceChildren(...all);
	});
	const draw = (has, locked2) => {
		drawChips(has, locked2);
		other.disabled = locked2;
		bringing.disabled = locked2;
	};
	const left = () => {
		other.value = "";
	};
	return { nodes: [group, h("div", { class: "hs-row hs-short hs-told-here" }, other, bringing)], draw, left };
}
function conditionsPart({ conditions: offered2, regions }, send, say) {
	const list2 = h("ul", { class: "hs-conditions", "aria-label": "Conditions in force" });
	const noted = notesPart(send, say);
	const picker = combobox("Add a condition", "A name, a short form such as THR, or a lay word", offered2, { ask: (words2) => send({ do: "find_conditions", words: words2 }), choose: (one) => {
		send({ do: "add_condition", condition: one.id, ...one.also && { also: [...one.also] } });
		say(`${one.name} added`);
	}, keep: (words2) => {
		send({ do: "note_unlisted", words: words2 });
		say(`“${words2}” kept as a note. No rule covers this.`);
	}, fill: (plan) => send({ do: "fill", template: plan.id }) });
	let rows = [];
	let order = "";
	const draw = ({ conditions, unlisted }, locked2) => {
		const now = JSON.stringify(conditions.map(({ name }) => name));
		if (now !== order) {
			const had = list2.contains(document.activeElement);
			const before = rows;
			rows = conditions.map((held, at) => {
				const stays2 = before[at];
				return stays2?.name === held.name ? stays2 : conditionRow(held, at, { regions, send, say });
			});
			list2.replaceChildren(...rows.map((row2) => row2.node));
			if (had) picker.input.focus();
			order = now;
		}
		for (const [i, held] of conditions.entries()) rows[i]?.draw(held, locked2);
		if (noted.draw(unlisted, locked2)) picker.input.focus();
		picker.input.disabled = locked2;
	};
	const refill = (conditions) => {
		for (const [i, held] of conditions.entries()) rows[i]?.refill(held);
	};
	const nodes = [picker.node, list2, noted.node];
	return { nodes, draw, refill, heard: picker.heard, input: picker.input, left: () => {
		picker.input.value = "";
		rows = [];
		order = "";
	}, focus: (at) => rows[at]?.focus() };
}
function notesPart(send, say) {
	const node = h("ul", { class: "hs-conditions hs-unlisted", "aria-label": "Noted, no rule covers it" });
	let order = "";
	const row2 = (words2, at, locked2) => {
		const act = () => {
			send({ do: "remove_unlisted", at });
			say(`${words2} removed`);
		};
		const away = button("✕", act, { class: "hs-icon", "aria-label": `Remove note ${words2}`, title: "Remove" });
		away.disabled = locked2;
		const head = h("div", { class: "hs-item-head" }, h("h3", { class: "hs-item-name" }, words2), away);
		return h("li", { class: "hs-condition" }, head, h("p", { class: "hs-quiet" }, "A note: no rule covers this."));
	};
	const draw = (all, locked2) => {
		const now = JSON.stringify([all, locked2]);
		if (now === order) return false;
		const had = node.contains(document.activeElement);
		node.replaceChildren(...all.map((words2, at) => row2(words2, at, locked2)));
		order = now;
		return had;
	};
	return { node, draw };
}
var TRIAL = "homestretch: trial";
var LEAVES = "homestretch: leave";
function playerPart(send, code) {
	const said2 = h("p", { class: "hs-quiet", role: "status" });
	const shut = button("✕", () => node.close(), { class: "hs-icon", "aria-label": "Close the player", title: "Close (Esc)" });
	const place3 = h("div", { class: "hs-player-place" });
	const title = h("h2", { id: "hs-player-title", tabindex: "-1" }, "As the patient plays it");
	const about = h("p", { class: "hs-quiet" }, "A trial: nothing of it is kept.");
	const head = h("div", { class: "hs-player-head" }, title, about, shut);
	const node = h("dialog", { class: "hs-player", "aria-labelledby": title.id }, head, said2, place3);
	const left = ({ data, source }) => {
		if (data === LEAVES && source === place3.querySelector("iframe")?.contentWindow) node.close();
	};
	node.addEventListener("close", () => {
		window.removeEventListener("message", left);
		place3.replaceChildren();
	});
	node.addEventListener("keydown", (event) => event.stopPropagation());
	const open = () => {
		said2.textContent = "The session is being made …";
		node.showModal();
		window.addEventListener("message", left);
		send({ do: "play" });
	};
	const heard = ({ html, fault, code: of }) => {
		if (!meant2(of, node.open && code())) return;
		said2.textContent = fault;
		said2.hidden = !fault;
		if (!html) return;
		const frame = h("iframe", { title: "The session", name: TRIAL, sandbox: "allow-scripts" });
		frame.srcdoc = html;
		frame.addEventListener("load", () => frame.focus());
		place3.replaceChildren(frame);
	};
	return { node, open, heard };
}
function meant2(of, now) {
	return now !== false && of === now;
}
function primaryName(draft, open) {
	if (!draft) return "Print again";
	return open ? "Issue and print now" : "Issue and print";
}
function primaryPart({ isOpen, open, preview, issue }) {
	const why = h("span", { class: "hs-waits", id: `hs-waits-${fresh()}`, role: "status" });
	let draft = true;
	const act = () => {
		const was = isOpen();
		if (!was) open();
		if (draft && !was) return;
		if (issue.waits()) issue.lead();
		else issue.go();
	};
	const first = button("", once(act), { class: "hs-first hs-primary", "aria-describedby": why.id });
	const look = button("Preview", preview);
	const node = h("div", { class: "hs-foot-end" }, why, look, first);
	const show2 = () => {
		const now = isOpen();
		const waits = now ? issue.waits() : "";
		first.textContent = primaryName(draft, now);
		first.setAttribute("aria-disabled", String(Boolean(waits)));
		if (why.textContent !== waits) why.textContent = waits;
		look.setAttribute("aria-expanded", String(now));
	};
	const draw = ({ plan }) => {
		draft = plan.draft;
		show2();
	};
	return { node, draw, show: show2, press: () => first.click() };
}
var STANDING = { open: ["CAUTION", "Open"], old: ["ERROR", "Too old"], clear: ["OK", "Clear"], flagged: ["STOP", "Present"] };
var HOW2 = "One sign alone proves little; the whole picture counts. Anything present holds the plan until you sign it off by name.";
function screenPanel(flags, send) {
	const rows = flags.map((flag) => flagRow(flag, send));
	const done = button("Screen done", () => send({ do: "screened", done: true }), { class: "hs-first" });
	const undone = button("Not done after all", () => send({ do: "screened", done: false }));
	const state = h("span", {});
	const age = h("p", {});
	const cleared = h("p", {});
	const list2 = h("div", { role: "group", "aria-label": "Signs to look for" });
	const { node, line: line2 } = fold("Red flags", cleared, h("p", { class: "hs-quiet" }, HOW2), list2, h("div", { class: "hs-tools" }, done, undone, state), age);
	const drawLine = whenNew((standing, summary) => {
		line2.replaceChildren(pill(...STANDING[standing]), h("span", {}, ` ${summary}`));
		state.textContent = summary;
	});
	const order = whenNew((asked2) => {
		list2.replaceChildren(...groupsOf2(flags, asked2, rows, "hs-flags", "h3"));
	});
	const draw = ({ screen, plan }) => {
		order({ first: screen.first, last: screen.last });
		drawLine(screen.standing, screen.summary);
		age.textContent = screen.age;
		age.hidden = !screen.age;
		cleared.textContent = screen.cleared;
		cleared.hidden = !screen.cleared;
		for (const { name, tick: tick2 } of rows) {
			tick2.checked = screen.present.includes(name);
			tick2.disabled = !plan.draft;
		}
		done.textContent = screen.done ? "Screen done again today" : "Screen done";
		done.disabled = !plan.draft;
		undone.disabled = !plan.draft;
		undone.hidden = !screen.done;
	};
	const focus = () => node.querySelector("summary")?.focus();
	return { node, draw, refill: draw, focus };
}
function flagRow({ name, signs, action, source }, send) {
	const change = () => send({ do: "flag", name, present: tick2.checked });
	const tick2 = h("input", { type: "checkbox", "aria-label": `Yes, present: ${name}`, onchange: change });
	const what = h("p", { class: "hs-quiet" }, h("b", {}, action), ` ${source}`);
	const node = h("li", {}, h("div", { class: "hs-item-name" }, h("h4", {}, name), h("p", {}, signs), what), h("label", { class: "hs-check" }, tick2, h("span", {}, "Yes, present")));
	return { name, tick: tick2, node };
}
var MANY = 8;
function offersPart({ send, small }) {
	const list2 = h("ul", { class: "hs-offers", "aria-label": "Ready-made plans" });
	const sought = h("input", { type: "search", autocomplete: "off", placeholder: "Problem or exercise", "aria-label": "Find a ready-made plan by problem or exercise", oninput: () => send({ do: "find_templates", words: sought.value }) });
	const none = h("p", { class: "hs-quiet" }, "No ready-made plan is for this.");
	const back = h("div", { class: "hs-asked", role: "status" });
	const blank = button("Empty plan", once(() => send({ do: "blank" })), { class: "hs-first" });
	const node = h("section", { class: "hs-panel hs-new-plan", "aria-label": "New plan" }, h("div", { class: "hs-start-head" }, h("h2", {}, "New plan"), blank), sought, back, list2, none);
	const arrows = composite(list2, "li", () => sought.focus());
	sought.addEventListener("keydown", (event) => {
		if (event.key !== "ArrowDown") return;
		event.preventDefault();
		arrows.focus();
	});
	const drawOffers = whenNew((all) => {
		const held = list2.contains(document.activeElement);
		list2.replaceChildren(...all.map((one) => offerRow(one, { send, small })));
		arrows.refresh();
		if (held) arrows.focus();
	});
	const drawBack = whenNew((one) => {
		back.replaceChildren();
		if (!one) return;
		const bring = () => send({ do: "bring_back_template", template: one.id });
		back.append(h("p", {}, `“${one.name}” is taken away.`), button("Bring it back", bring, { class: "hs-small" }));
	});
	const draw = (view) => {
		drawOffers(view.offers);
		drawBack(view.removed);
		show(sought, view.sought);
		sought.hidden = view.ready <= MANY;
		none.hidden = view.offers.length > 0;
	};
	return { node, draw };
}
function offerRow(one, { send, small }) {
	const star = one.mine ? [h("span", { class: "hs-star", "aria-hidden": "true" }, "★ ")] : [];
	const whose2 = one.mine ? "My template · " : "";
	const text2 = h("div", { class: "hs-offer-text" }, h("h3", {}, ...star, one.name), h("p", { class: "hs-quiet" }, whose2 + one.about));
	const use = () => send({ do: "template", template: one.id });
	const named2 = { class: "hs-add", "aria-label": `Use this plan: ${one.name}`, title: one.summary };
	const node = h("li", {}, small(one.picture), text2, button("Use", once(use), named2));
	if (one.mine) node.append(...mineOf(one, send));
	return node;
}
function mineOf(one, send) {
	const name = h("input", { type: "text", autocomplete: "off", value: one.name });
	const told3 = atForm({ template: "", "template, name": "The name" }, () => {
	}, { template: name });
	const rename = () => send({ do: "rename_template", template: one.id, name: name.value }, told3.asker);
	const away = () => send({ do: "remove_template", template: one.id });
	const form = h("form", { class: "hs-offer-form", hidden: true, onsubmit: (event) => {
		event.preventDefault();
		rename();
	} }, field("Name", name), h("div", { class: "hs-tools" }, button("Rename", rename, { class: "hs-small", "aria-label": `Rename ${one.name}` }), button("Delete", once(away), { class: "hs-small", "aria-label": `Delete ${one.name}` })), told3.node);
	const unfold = () => {
		form.hidden = !form.hidden;
		told3.clear();
		toggle.setAttribute("aria-expanded", String(!form.hidden));
		if (!form.hidden) name.focus();
	};
	const said2 = { "aria-expanded": "false", "aria-label": `Change ${one.name}`, title: "Rename, delete" };
	const toggle = button("…", unfold, { class: "hs-icon", ...said2 });
	return [toggle, form];
}
var PAGE = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/;
function beside2(path, page = window.location.pathname) {
	const folder = PAGE.exec(page)?.[1];
	return folder === void 0 ? null : folder + path.split("/").map(encodeURIComponent).join("/");
}
var HEADS = ["Patient", "For", "Last visit", "Next review", ""];
var HOW3 = [["Choose", " a ready-made plan on this page, or an empty one."], ["Set", " sides, dose and days; the time of a session follows at once."], ["Issue and print.", " The patient then stands here, with the next review."]];
function whose({ plan_id, patient }) {
	return [plan_id, patient !== plan_id ? patient : ""].filter(Boolean).join(" · ");
}
function versionsOf({ draft, issued }) {
	const newest = draft ?? issued.at(-1) ?? 1;
	return { newest, older: issued.filter((version) => version !== newest) };
}
function countSaid({ found, plans, shown: shown3 }) {
	const all = found === plans ? numbered(plans, "plan") : `${found} of ${numbered(plans, "plan")}`;
	return found > shown3 ? `${all}, the first ${shown3} shown` : all;
}
function rosterPart(send) {
	const find = (all = false) => send({ do: "find_plans", words: words2.value, ...all && { all } });
	const words2 = h("input", { type: "search", autocomplete: "off", placeholder: "Label, id, code, condition", "aria-label": "Find a patient by label, id, code or condition", oninput: () => find() });
	const count = h("span", { class: "hs-quiet", role: "status" });
	const drawCount = whenNew((said2) => count.replaceChildren(said2));
	const more = button("Show all", () => find(true), { class: "hs-plain hs-small" });
	const body = h("tbody", { role: "rowgroup" });
	const names = HEADS.map((name) => h("th", { role: "columnheader", scope: "col" }, name || h("span", { class: "hs-unseen" }, "To do")));
	const head = h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...names));
	const table = h("table", { class: "hs-roster", role: "grid", "aria-label": "Patients" }, head, body);
	const none = h("p", { class: "hs-quiet" }, "No patient has these words.");
	const how = h("ol", { class: "hs-how" }, ...HOW3.map(([name, rest]) => h("li", {}, h("b", {}, name ?? ""), rest ?? "")));
	const title = h("h2", { tabindex: "-1" }, "Patients");
	const node = h("section", { class: "hs-panel hs-patients-part", "aria-label": "Patients" }, h("div", { class: "hs-start-head" }, title, h("span", { class: "hs-count-of" }, count, more), words2), how, table, none);
	const list2 = composite(body, "tr", () => words2.focus());
	words2.addEventListener("keydown", (event) => {
		if (event.key === "ArrowDown") list2.focus();
		else if (event.key === "Enter") open(rows[0]);
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	let rows = [];
	const open = (one) => one && send({ do: "open", code: one.code, version: versionsOf(one).newest });
	const drawRows = whenNew((kept3) => {
		rows = kept3;
		const held = document.activeElement instanceof HTMLElement && body.contains(document.activeElement);
		body.replaceChildren(...kept3.map((one) => row(one, send)));
		list2.refresh();
		if (held) list2.focus();
	});
	const draw = ({ kept: kept3, found, plans, words: asked2 }) => {
		drawRows(kept3);
		how.hidden = plans > 0;
		table.hidden = !kept3.length;
		none.hidden = !plans || found > 0;
		words2.hidden = count.hidden = !plans;
		drawCount(countSaid({ found, plans, shown: kept3.length }));
		more.hidden = found <= kept3.length;
		show(words2, asked2);
	};
	return { node, draw, focus: () => title.focus({ preventScroll: true }) };
}
function row(one, send) {
	const { newest, older } = versionsOf(one);
	const state = one.draft ? `version ${newest}, not issued` : `version ${newest}`;
	const name = one.patient || one.plan_id;
	const under = [name.startsWith(one.plan_id) ? "" : one.plan_id, state].filter(Boolean).join(" · ");
	const open = () => send({ do: "open", code: one.code, version: newest });
	const opens = button(name, open, { class: "hs-plain hs-inline", "aria-label": `${name}, open ${one.plan_id}` });
	const rest = versionsPart(one, older, send);
	const acts = h("div", { class: "hs-roster-acts" }, ...actsOf(one, newest, send), ...rest ? [rest.toggle] : []);
	return h("tr", { role: "row" }, cell2("", h("b", {}, opens), h("span", { class: "hs-quiet" }, under)), cell2("For", one.conditions || one.area, one.conditions ? h("span", { class: "hs-quiet" }, one.area) : ""), cell2("Last visit", one.last, one.waiting ? h("span", { class: "hs-waiting" }, "Diary waiting") : ""), cell2("Next review", h("span", { class: `hs-due hs-due-${one.due || "none"}` }, one.review)), h("td", { role: "gridcell" }, acts, ...rest ? [rest.node] : []));
}
function cell2(named2, ...kids) {
	const word = named2 ? [h("span", { class: "hs-roster-word", "aria-hidden": "true" }, named2)] : [];
	return h("td", { role: "gridcell" }, h("div", { class: "hs-roster-cell" }, ...word, ...kids));
}
function actsOf(one, newest, send) {
	const said2 = whose(one);
	const open = () => send({ do: "open", code: one.code, version: newest });
	const presses = one.waiting || one.due === "today" || one.due === "overdue";
	const page = one.issued.length ? beside2("adherence.ipynb") : null;
	const link2 = { class: presses ? "hs-link hs-pressing" : "hs-link", target: "_blank", rel: "noopener" };
	const href = page ? `${page}?plan=${encodeURIComponent(one.code)}` : "";
	const follow = page ? [h("a", { ...link2, href, "aria-label": `Follow-up, ${said2}, in a new tab` }, "Follow-up")] : [];
	const act = actOf(one);
	const next = () => send({ do: "next_version", code: one.code });
	const look = { class: act === "Go on" && !presses ? "hs-pressing" : "", "aria-label": `${act.replace("…", "")}, ${said2}` };
	return [...follow, button(act, act === "Next version" ? next : open, look)];
}
function actOf({ draft, issued_today }) {
	if (draft) return "Go on";
	return issued_today ? "Correct…" : "Next version";
}
function versionsPart(one, older, send) {
	if (!older.length) return null;
	const buttons = older.map((version) => {
		const open = () => send({ do: "open", code: one.code, version });
		return button(`Version ${version}`, open, { "aria-label": `Version ${version}, ${whose(one)}` });
	});
	const node = h("div", { class: "hs-roster-acts hs-roster-older", hidden: true }, ...buttons);
	const unfold = () => {
		node.hidden = !node.hidden;
		toggle.setAttribute("aria-expanded", String(!node.hidden));
	};
	const named2 = { "aria-expanded": "false", "aria-label": `Older versions, ${whose(one)}`, title: "Older versions" };
	const toggle = button("…", unfold, { class: "hs-icon", ...named2 });
	return { node, toggle };
}
function startPanel(hands) {
	const onward = onwardPart(hands);
	const roster = rosterPart(hands.send);
	const offers = offersPart(hands);
	const care = h("div", { class: "hs-start-main" }, onward.node, roster.node);
	const node = h("div", { class: "hs-start" }, care, offers.node);
	const draw = (view) => {
		onward.draw(view.go_on);
		roster.draw(view);
		offers.draw(view);
	};
	return { node, draw, focus: roster.focus };
}
function onwardPart({ send, small }) {
	const node = h("section", { class: "hs-panel hs-onward", "aria-label": "Go on with", hidden: true });
	const draw = whenNew((one) => {
		node.hidden = !one;
		if (!one) return;
		const open = () => send({ do: "open", code: one.code, version: one.version });
		const named2 = { class: "hs-first", "aria-label": `Go on with ${one.plan_id}` };
		const name = one.patient || one.plan_id;
		const rest = [name.startsWith(one.plan_id) ? "" : one.plan_id, one.what].filter(Boolean);
		const whom = h("p", {}, h("b", {}, name), ...rest.map((said2) => ` · ${said2}`));
		const text2 = h("div", { class: "hs-offer-text" }, whom, h("p", { class: "hs-quiet" }, one.about));
		const picture = one.picture ? [small(one.picture)] : [];
		const card = h("div", { class: "hs-onward-card" }, ...picture, text2, button("Go on", open, named2));
		node.replaceChildren(h("h2", {}, "Go on with"), card);
	});
	return { node, draw };
}
var SIDES3 = [["left", "L", "Left side affected"], ["right", "R", "Right side affected"], ["both", "Both", "Both sides affected"], ["", "–", "Affected side not said"]];
var SUPPORT = [["", "Not known", null], ["yes", "Yes", true], ["no", "No", false]];
var BANDS2 = "band";
var ON = { left: "L", right: "R", both: "L + R" };
var MISSING = { which: "approach", side: "side", region: "region", since: "day" };
function patientStrip(send, { open, go }) {
	const side = sidePart(send);
	const minutes2 = h("input", { type: "number", inputmode: "numeric", min: 1, max: 600, class: "hs-minutes" });
	typed(minutes2, (_text, typing2) => {
		const value = minutes2.value === "" ? null : minutes2.valueAsNumber;
		send({ do: "patient", field: "minutes_a_day", value, typing: typing2 }, atField(minutes2));
	});
	const held = () => SUPPORT.find(([value]) => value === support.value)?.[2] ?? null;
	const told3 = () => send({ do: "patient", field: "support", value: held() }, atField(support));
	const support = h("select", { onchange: told3 }, ...choices(SUPPORT.map(([value, text2]) => [value, text2])));
	const home = homePart(send, () => go("things"));
	const conditions = h("span", { class: "hs-strip-conditions", role: "group", "aria-label": "Conditions" });
	const more = button("+ Condition", () => go("add"), { class: "hs-small hs-plain" });
	const toFlags = button("", () => go("flags"), { class: "hs-plain hs-small hs-to-flags" });
	const screen = h("span", { class: "hs-strip-screen" }, toFlags);
	const age = h("span", { class: "hs-quiet hs-age" });
	const edit = button("Patient", () => open(), { class: "hs-small", "aria-label": "Patient and conditions" });
	const cells = [cell3("Min a day", "Minutes a day", minutes2), cell3("Support", "Support to hold on to", support)];
	const unfold = () => fold2.setAttribute("aria-expanded", String(node.classList.toggle("hs-strip-open")));
	const fold2 = button("More", unfold, { class: "hs-small hs-strip-fold", "aria-expanded": "false" });
	const node = h("section", { class: "hs-strip hs-told-here", "aria-label": "This patient" }, side.node, fold2, ...cells, home.node, conditions, more, h("span", { class: "hs-strip-end" }, age, screen, edit));
	const drawConditions = whenNew((all, notes) => conditions.replaceChildren(...tags(all).map(({ name, side: side2, missing, at }) => tag(name, side2, missing, () => go(at))), ...notes.map((words2) => tag(`${words2} (note)`, "", [], () => go("add")))));
	const drawScreen = whenNew((standing) => {
		const [sign, word] = STANDING[standing];
		toFlags.replaceChildren(h("span", {}, "Red flags"), " ", pill(sign, word));
	});
	const draw = ({ patient, screen: screened, plan }) => {
		const locked2 = !plan.draft;
		side.draw(patient.side ?? "", locked2);
		show(minutes2, patient.minutes_a_day ?? "");
		show(support, supportOf(patient));
		for (const control of [minutes2, support, more]) control.disabled = locked2;
		home.draw(patient, locked2);
		age.textContent = patient.age === null ? "" : numbered(patient.age, "year");
		drawConditions(patient.conditions, patient.unlisted);
		drawScreen(screened.standing);
	};
	const refill = ({ patient }) => {
		restore(minutes2, patient.minutes_a_day ?? "");
		restore(support, supportOf(patient));
	};
	return { node, draw, refill };
}
function tags(all) {
	const told3 = all.map(({ name, side, asks }, at) => {
		const fields = asks.map(({ field: field2 }) => field2);
		return { name, side, missing: fields.map((field2) => MISSING[field2]), at, unsure: fields.includes("which") };
	});
	const first = told3.findIndex(({ unsure }) => unsure);
	return told3.filter(({ unsure, at }) => !unsure || at === first);
}
function supportOf(patient) {
	return SUPPORT.find(([, , held]) => held === patient.support)?.[0] ?? "";
}
function cell3(text2, name, control) {
	control.setAttribute("aria-label", name);
	return h("label", { class: "hs-strip-cell" }, h("span", {}, text2), control);
}
function sidePart(send) {
	const group = `hs-strip-side-${fresh()}`;
	const choose = (value) => send({ do: "patient", field: "side", value: value || null });
	const radios = SIDES3.map(([value, text2, named2]) => {
		const radio = h("input", { type: "radio", name: group, value, "aria-label": named2, onchange: () => choose(value) });
		return { radio, node: h("label", { class: "hs-strip-seg", title: named2 }, radio, h("span", {}, text2)) };
	});
	const node = h("fieldset", { class: "hs-strip-side" }, h("legend", { class: "hs-unseen" }, "Affected side"), h("span", { class: "hs-quiet", "aria-hidden": "true" }, "Side"), h("span", { class: "hs-strip-segs" }, ...radios.map((one) => one.node)));
	const draw = (value, locked2) => {
		const within = radios.some(({ radio }) => radio === document.activeElement);
		for (const { radio } of radios) {
			radio.checked = radio.value === value;
			radio.disabled = locked2;
			if (within && radio.checked) radio.focus();
		}
	};
	return { node, draw };
}
function homePart(send, all) {
	const gone = () => bands.getAttribute("aria-pressed") === "true";
	const bands = button("No bands", () => send({ do: "not_there", name: BANDS2, on: !gone() }), { class: "hs-chip", "aria-pressed": "false", "aria-label": "No bands at home" });
	const things = button("", all, { class: "hs-plain hs-small" });
	const node = h("span", { class: "hs-strip-home" }, things, bands);
	const draw = ({ equipment, not_at_home: without }, locked2) => {
		bands.setAttribute("aria-pressed", String(without.includes(BANDS2)));
		bands.disabled = locked2;
		const others = without.filter((name) => name !== BANDS2).map((name) => `no ${name}`);
		const said2 = [...equipment.length ? [numbered(equipment.length, "thing")] : [], ...others].join(", ");
		things.textContent = said2 ? `At home: ${said2}` : "At home";
		things.title = [...equipment, ...without.map((name) => `no ${name}`)].join(", ");
	};
	return { node, draw };
}
function tag(name, side, missing, open) {
	const asked2 = missing.length ? `${missing.join(", ")}?` : "";
	const label = [name, side, asked2 && `still to be said: ${missing.join(", ")}`].filter(Boolean).join(", ");
	const made4 = button("", open, { class: "hs-tag", "aria-label": `${label}; open it`, title: label });
	made4.append(h("span", {}, short(name)));
	if (ON[side]) made4.append(h("b", { class: "hs-tag-side" }, ON[side]));
	if (asked2) made4.append(h("b", { class: "hs-tag-asks" }, asked2));
	return made4;
}
function short(name) {
	return name.split(/ \((?!note)|, | \/ /)[0] ?? name;
}
var PAGES = { "plan.ipynb": "Planner", "library.ipynb": "Library", "adherence.ipynb": "Follow-up", "caseload.ipynb": "Caseload" };
function neighbours(own2, { aside = false } = {}) {
	const target = aside ? { target: "_blank", rel: "noopener" } : {};
	const links = Object.entries(PAGES).flatMap(([file, text2]) => {
		const href = file === own2 ? null : beside2(file);
		return href === null ? [] : [h("a", { class: "hs-link", href, ...target }, text2)];
	});
	return links.length ? [h("nav", { class: "hs-neighbours", "aria-label": "Other pages" }, ...links, ...menus())] : [];
}
function menus() {
	if (!document.body.classList.contains("hs-page")) return [];
	const toggle = () => document.dispatchEvent(new CustomEvent("hs-menus"));
	return [button("Menus", toggle, { class: "hs-menus", "data-reads": true, title: "Show or hide JupyterLab’s menus" })];
}
function topBand({ close, about }, saved) {
	const brand = h("h1", { class: "hs-brand" }, "Homestretch");
	const what = h("span", { class: "hs-quiet hs-brand-line" }, "Home-exercise planner");
	const patients = button("‹ Patients", close, { class: "hs-plain hs-patients", title: "Other plan, other patient" });
	const whose2 = button("", about, { class: "hs-plain hs-top-whose", title: "Label, plan id, title and dates" });
	const twice = button("Same label twice?", about, { class: "hs-small hs-top-twice", hidden: true });
	const state = h("span", { class: "hs-state" });
	const more = button("About this plan", about, { class: "hs-plain", "aria-haspopup": "true" });
	const plan = h("div", { class: "hs-top-plan" }, patients, whose2, twice, state);
	const links = neighbours("plan.ipynb", { aside: true });
	const node = h("header", { class: "hs-top" }, brand, what, plan, h("div", { class: "hs-top-end" }, saved.node, more, ...links));
	const draw = (view) => {
		plan.hidden = !view;
		more.hidden = !view;
		saved.node.hidden = !view;
		saved.asks(Boolean(view?.conflict));
		what.hidden = Boolean(view);
		brand.classList.toggle("hs-unseen", Boolean(view));
		if (!view) return;
		twice.hidden = !(view.namesake || view.alike);
		twice.textContent = view.namesake ? "Same label twice?" : `Looks like ${view.alike}`;
		const { patient, plan_id, version, draft, review_written } = view.plan;
		whose2.textContent = patient && patient !== plan_id ? `${patient} · plan ${plan_id}` : patient || plan_id;
		const review = review_written ? ` · review ${review_written}` : "";
		state.textContent = `Version ${version} · ${draft ? "draft" : "issued"}${review}`;
	};
	return { node, draw };
}
function partsOf2(model, { send, say }, saved) {
	const drawn2 = pictures(send);
	const code = () => model.get("view").plan?.code ?? "";
	const mending = mendsOf(send, code);
	const hands = { send, say, small: drawn2.small, me: { name: "", role: "" }, mends: mending, code, patient: () => aside.open("patient"), lead: (wrong) => leadTo(items.node, wrong, aside.close) };
	const lists = model.get("lists");
	const items = itemList(hands);
	const patient = patientPanel(lists, send, say);
	const screen = screenPanel(lists.red_flags, send);
	const review = reviewPanel({ ...hands, open: items.open });
	const issue = issuePanel(lists, { ...hands, changed: () => primary.show() });
	const [head, again] = [headPanel(send), againPart(send)];
	const ofOwn = actsOfOwn(() => ({ aside, library }));
	const own2 = ownPanel(lists, send, ofOwn);
	const aside = asidePart(panelsOf({ patient, screen, review, issue, head, again, own: own2 }), (name) => {
		shelf.node.dataset.panel = name;
		issue.handout.pages.opened(name === "issue");
		if (name === "own") own2.arrived();
		primary.show();
	});
	const primary = primaryPart({ isOpen: () => aside.now() === "issue", open: () => aside.open("issue"), preview: () => {
		aside.open("issue");
		issue.handout.pages.focus();
	}, issue });
	const library = libraryPanel(model, hands, (n) => showRow(board.node, n), own2.open);
	const player = playerPart(send, code);
	const board = boardPart(hands, conflictPanel(send), items, { search: () => shelf.search(), play: player.open });
	dropsOn(board.node, (exercise_id, at) => send({ do: "add", exercise_id, at }));
	const shelf = drawer(library, board.node, aside);
	return { shelf, drawn: drawn2, library, start: startPanel(hands), top: topBand({ close: () => send({ do: "close" }), about: () => aside.toggle("about") }, saved), version: versionBand(send, lists.mistakes, hands.lead), strip: patientStrip(send, { open: () => aside.toggle("patient"), go: opensAt(aside, patient, screen) }), foot: footBand(send, { findings: () => aside.toggle("findings") }, primary), aside, items, board, head, again, own: own2, patient, screen, review, issue, player, mending };
}
function actsOfOwn(parts) {
	return { open: () => parts().aside.open("own"), close: () => parts().aside.close(), kept: () => parts().library.ownKept(), gone: () => parts().library.leave() };
}
function panelsOf({ patient, screen, review, issue, head, again, own: own2 }) {
	for (const { node } of [patient, screen]) node.open = true;
	return { patient: { title: "Patient, conditions, red flags", node: h("div", {}, patient.node, screen.node) }, findings: { title: "What the review says", node: review.node }, issue: { title: "Issue and print", node: issue.node }, about: { title: "About this plan", node: h("div", {}, head.node, again.node) }, own: { title: "Exercise of your own", node: own2.node } };
}
function opensAt(aside, patient, screen) {
	return (part3) => {
		aside.open("patient");
		if (part3 === "flags") screen.focus();
		else patient.go(part3);
	};
}
var ASKS = /* @__PURE__ */ new Set(["search", "find_conditions", "detail", "picture", "frames", "unfold", "find_plans", "find_templates", "export", "preview", "mends", "play", "whole", "look", "own", "own_preview", "own_photo"]);
function numbered2(model, waits, asked2) {
	let sent = 0;
	return (wish, asker, content) => {
		sent += 1;
		if (!ASKS.has(wish.do)) waits(sent, wish);
		if (asker) asked2.sent(sent, asker);
		try {
			model.send({ ...wish, n: sent }, void 0, content);
		} catch {
		}
	};
}
function openPage({ model, el }) {
	const { node: spoken, say } = spokenPart();
	const saved = savedSign((is) => {
		if (is) tellAll();
		desk.node.inert = is;
	});
	const asked2 = askers();
	const flight = inFlight({ draw: () => desk.draw(model.get("view")), refill: () => desk.refill(model.get("view")) });
	const lost = lostPart(model, saved);
	const view = kept({ get: () => model.get("view"), set: (now) => model.set("view", now), ask: () => send({ do: "whole" }) });
	const waits = (n, wish) => {
		saved.sent(n);
		flight.sent(n);
		lost.sent(n, wish);
	};
	const send = numbered2(model, waits, asked2);
	const parts = partsOf2(model, { send, say }, saved);
	const { library, board, issue, aside } = parts;
	const notices = noticesPart(issue.refuse);
	const desk = deskOf(parts, notices.node);
	const drawNotices = () => notices.draw(asked2.refuse(model.get("notices")));
	const drawDone = () => {
		const done = model.get("done");
		board.tell(done);
		if (done) say(done);
	};
	const page = pageOf(saved, lost.node, desk.node, spoken);
	page.append(parts.player.node);
	el.replaceChildren(page);
	const idle = () => flight.idle() && isTold() && !page.contains(fieldInUse());
	const quiet = () => Boolean(model.get("view").plan) && !model.get("view").conflict && idle();
	const stops = [fitted(page), keptFocus(page), lookElsewhere(send, quiet)];
	keyMap(page, keyActs(send, parts, notices));
	library.draw();
	flight.view();
	drawNotices();
	const leave = watch(model, [["change:view", flight.view], ["change:found", library.draw], ["change:notices", drawNotices], ["change:done", drawDone], ["msg:custom", listener(parts, { saved, asked: asked2, flight, lost, view })]]);
	const told3 = (words2) => {
		board.tell(words2);
		say(words2);
	};
	lost.watch(page, desk.node, { send, aside, draw: () => desk.draw(model.get("view")), say: told3 });
	openNamed((named2) => send({ do: "open", ...named2 }));
	return () => {
		leave();
		for (const stop of stops) stop();
		parts.issue.handout.drop();
		saved.drop();
		parts.drawn.drop();
		parts.library.drop();
		parts.own.drop();
	};
}
function keyActs(send, { aside, shelf, foot, items }, notices) {
	const back = (way) => {
		tellAll();
		if (document.activeElement) typedNoMore(document.activeElement);
		send({ do: way });
	};
	return { reach: shelf.search, undo: () => back("undo"), redo: () => back("redo"), keep: tellAll, findings: () => aside.toggle("findings"), primary: () => {
		tellAll();
		foot.primary();
	}, shut: () => [notices, shelf, aside, items.bulk].some((part3) => part3.close()) };
}
function listener({ drawn: drawn2, items, library, patient, issue, mending, player, own: form }, { saved, asked: asked2, flight, lost, view }) {
	return ({ answered: answered2, refused, of, about, changed, turn, rest, conditions, picture, frames, detail, unfolded, pages, mends, played, own: own2, preview, photo, made: made4, said: said2, code, version }, buffers) => {
		if (changed && rest) flight.unasked(() => view(changed, turn ?? 0));
		else if (changed) view(changed, turn ?? 0);
		if (refused) flight.refused();
		if (answered2) for (const heard of [saved.heard, lost.heard, asked2.answered, flight.heard]) heard(answered2);
		if (conditions) patient.heard(conditions);
		if (picture) drawn2.heard(picture);
		if (frames) library.heard(frames);
		if (unfolded) items.heard(unfolded);
		if (detail) library.show(detail);
		if (mends) mending.heard(mends);
		if (played) player.heard(played);
		if (own2) form.heard(own2);
		if (preview) form.drawn(preview);
		if (photo) form.shot(photo);
		if (refused && of === "export") issue.handout.refused(about ?? "");
		if (pages) issue.handout.pages.heard(pages, buffers);
		if (made4) issue.handout.ready({ made: made4, said: said2 ?? "", code: code ?? "", version: version ?? 0 }, buffers);
	};
}
function pageOf(saved, lost, desk, spoken) {
	const bands = [lost, saved.band];
	const page = h("div", { class: "hs hs-planner", tabindex: "-1", ...OWN_MENU, "onhs-typing": saved.typing }, ...bands, desk, spoken);
	page.addEventListener("keydown", onEnter);
	return page;
}
function watch(model, watched) {
	for (const [event, act] of watched) model.on(event, act);
	window.addEventListener("pagehide", tellAll);
	document.addEventListener("visibilitychange", tellAll);
	return () => {
		for (const [event, act] of watched) model.off(event, act);
		window.removeEventListener("pagehide", tellAll);
		document.removeEventListener("visibilitychange", tellAll);
	};
}
function render({ model, el }) {
	const faults = model.get("faults");
	if (!faults) return openPage({ model, el });
	el.replaceChildren(closedPage(faults));
	return void 0;
}
var page_default = { render };
export { page_default as default };
