// Made of js/caseload/ and js/shared/ by "npm run build" in js/.
var PAGE = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/;
function beside(path, page = window.location.pathname) {
	const folder = PAGE.exec(page)?.[1];
	return folder === void 0 ? null : folder + path.split("/").map(encodeURIComponent).join("/");
}
function make(tag, props = {}, ...kids) {
	return furnished(document.createElement(tag), props, kids);
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
function place(where) {
	return where.replace(/\.(\d+)\b/g, (_, n) => ` ${Number(n) + 1}`).replaceAll("_", " ");
}
var OWN_MENU = { "data-jp-suppress-context-menu": "true" };
var TAKES_FOCUS = /* @__PURE__ */ new Set(["INPUT", "SELECT", "BUTTON", "TEXTAREA", "A", "SUMMARY"]);
var made = 0;
function fresh() {
	made += 1;
	return made;
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
function told(faults, name) {
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
	const watch = (page, body) => page.addEventListener("hs-kernel", (event) => hear(body, event.detail));
	return { node, watch };
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
var CHIPS = [{ name: "reasons", title: "With a reason", fits: (one) => one.reasons.length > 0 }, { name: "signs", title: "Reported a sign for help", fits: (one) => one.signs > 0 }, { name: "overdue", title: "Diary waited for", fits: (one) => one.overdue }, { name: "review", title: "Review due", fits: (one) => one.review_due }, { name: "draft", title: "Draft waits", fits: (one) => one.draft !== null }];
function whose({ plan_id, patient, code }) {
	return [.../* @__PURE__ */ new Set([patient, plan_id])].filter(Boolean).join(" · ") || code;
}
function fits(one, { words, chips }) {
	const text = [whose(one), one.code, ...one.reasons.map(({ title, why }) => `${title} ${why}`)].join(" ").toLowerCase();
	return words.toLowerCase().split(/\s+/).every((word) => text.includes(word)) && CHIPS.every((chip) => !chips.has(chip.name) || chip.fits(one));
}
function shownSaid(found, all, most) {
	if (!all) return "No plan is in force.";
	if (!found) return `None of ${all} fits. Take a filter away.`;
	const plans = all === 1 ? "1 plan" : `${all} plans`;
	const said2 = found === all ? `${plans} in force or over for less than four weeks` : `${found} of ${plans}`;
	return found > most ? `${said2}, the first ${most} shown` : said2;
}
function filtersPart(send, want) {
	const chosen = /* @__PURE__ */ new Set();
	const tell = () => want({ words: words.value.trim(), chips: chosen });
	const words = h("input", { type: "search", autocomplete: "off", oninput: tell });
	const chips = CHIPS.map((chip) => ({ chip, node: chipOf(chip.name, chosen, tell) }));
	const day = dayField((value) => send(value ? { do: "as_of", day: value } : { do: "today" }));
	const today = button("Today", () => send({ do: "today" }));
	const node = h("div", { class: "cl-filters", role: "search" }, h("div", { class: "hs-row" }, field("Find a patient, a plan, a code or a reason", words), field("As of", day), today), h("div", { class: "hs-chips", role: "group", "aria-label": "Show only" }, ...chips.map((one) => one.node)));
	const draw = (view) => {
		day.value = view.as_of;
		today.hidden = view.as_of === view.today;
		for (const { chip, node: press } of chips) {
			const n = view.cases.filter(chip.fits).length;
			press.textContent = `${chip.title}: ${n}`;
			press.disabled = !n && !chosen.has(chip.name);
		}
	};
	return { node, draw };
}
function chipOf(name, chosen, tell) {
	const press = () => {
		const isOn = !chosen.delete(name);
		if (isOn) chosen.add(name);
		node.setAttribute("aria-pressed", String(isOn));
		tell();
	};
	const node = button("", press, { class: "hs-chip", "aria-pressed": "false" });
	return node;
}
var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
var DAY_MS = 864e5;
function said(day) {
	const [year, month, date] = day.split("-");
	return year && month && date ? `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}` : "";
}
function brief(day, asOf) {
	return day.slice(0, 4) === asOf.slice(0, 4) ? said(day).replace(/ \d{4}$/, "") : said(day);
}
function away(day, from) {
	const days = Math.round((Date.parse(day) - Date.parse(from)) / DAY_MS);
	if (!Number.isFinite(days)) return "";
	if (days === 0) return "today";
	const n = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
	return days > 0 ? `in ${n}` : `${n} ago`;
}
var collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
var RANK = "why";
var COLUMNS = [{ name: "patient", title: "Patient", keyOf: (one) => one.patient || one.plan_id, falls: false, about: "" }, { name: RANK, title: "Why a call", keyOf: (one) => one.place, falls: false, about: "signs for help first, then by what their reasons weigh" }, { name: "now", title: "Last 7 days", keyOf: (one) => one.now.done, falls: false, about: "the recorded share" }, { name: "before", title: "The 7 before", keyOf: (one) => one.before.done, falls: false, about: "the recorded share" }, { name: "change", title: "Week over week", keyOf: (one) => one.change, falls: false, about: "the change of the share" }, { name: "diary", title: "Diary up to", keyOf: (one) => one.last_day || "0", falls: false, about: "" }, { name: "review", title: "Review", keyOf: (one) => one.review_on || null, falls: false, about: "" }, { name: "weight", title: "Order", keyOf: (one) => one.weight, falls: true, about: "what the reasons weigh together, a design choice" }];
var FIRST = { column: RANK, falls: false };
function pressed(order, name) {
	if (order.column === name) return { column: name, falls: !order.falls };
	return { column: name, falls: columnOf(name).falls };
}
function ordered(cases, { column, falls }) {
	const { keyOf } = columnOf(column);
	const sign = falls ? -1 : 1;
	return [...cases].sort((one, two) => {
		const [a, b] = [keyOf(one), keyOf(two)];
		if (a === null || b === null) return Number(a === null) - Number(b === null) || one.place - two.place;
		return sign * compared(a, b) || one.place - two.place;
	});
}
function compared(a, b) {
	return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}
function columnOf(name) {
	const found = COLUMNS.find((column) => column.name === name);
	if (!found) throw new Error(`No column ${name}.`);
	return found;
}
function numbered(n, one, many = `${one}s`) {
	return `${n} ${n === 1 ? one : many}`;
}
var IN_SIGHT = 2;
var SIGN = "W7";
function reasonsOf(one, name) {
	if (!one.reasons.length) return h("span", { class: "hs-quiet" }, "No reason to call");
	const list = h("ul", { class: "cl-reasons" }, ...one.reasons.slice(0, IN_SIGHT).map(reasonOf));
	const rest = one.reasons.slice(IN_SIGHT);
	if (!rest.length) return list;
	const more = button(`${numbered(rest.length, "more reason")}`, () => {
		const items = rest.map(reasonOf);
		list.append(...items);
		more.remove();
		items[0]?.querySelector("summary")?.focus();
	}, { class: "hs-plain hs-small", "aria-label": `${numbered(rest.length, "more reason")} to call ${name}` });
	return h("div", {}, list, more);
}
function reasonOf(reason) {
	const about = h("div", { class: "cl-behind" });
	const isSign = reason.rule === SIGN;
	const title = isSign ? [] : [h("b", {}, reason.title), " "];
	const head = h("summary", {}, ...title, reason.why);
	const box = h("details", { class: isSign ? "cl-reason cl-sign" : "cl-reason" }, head, about);
	box.addEventListener("toggle", () => about.childElementCount || about.append(...behind(reason)));
	return h("li", {}, box);
}
function behind({ rows, source, weight }) {
	const from = h("p", { class: "hs-quiet" }, `Source: ${source.replace(/ \([A-Z]\)/g, "")}. It weighs ${weight} in the order of this list, a design choice.`);
	if (!rows.length) return [h("p", {}, "It rests on the plan, on no row of the diary."), from];
	const about = h("p", {}, `${numbered(rows.length, "session")} behind it:`);
	return [about, h("ul", { class: "cl-rows" }, ...rows.map((row) => h("li", {}, rowSaid(row)))), from];
}
function rowSaid({ day, slot, logged }) {
	const which = slot === null || slot === 1 ? "" : `, session ${slot}`;
	return `${said(day) || "no day given"}${which}${logged ? "" : " (not logged)"}`;
}
function weekOf({ said: said2, done, missing }) {
	const words = h("span", {}, said2);
	if (done === null || missing === null) return h("div", { class: "cl-week hs-quiet" }, words);
	const bar = h("span", { class: "cl-bar", "aria-hidden": "true" }, part("cl-done", done), part("cl-missing", missing));
	return h("div", { class: "cl-week" }, bar, words);
}
function part(name, share) {
	const node = h("span", { class: name });
	node.style.width = `${(share * 100).toFixed(1)}%`;
	return node;
}
var MOST = 100;
function caseTable(addressOf, say) {
	let order = FIRST;
	let wanted = { words: "", chips: /* @__PURE__ */ new Set() };
	let cases = [];
	let rowOnce = () => h("tr");
	let most = MOST;
	const body = h("tbody", { role: "rowgroup" });
	const status = h("p", { class: "hs-quiet", role: "status" });
	const heads = headsOf((name) => put(pressed(order, name)));
	const pick = pickOf((column) => put(column === order.column ? order : pressed(order, column)));
	const turn = button("", () => put({ ...order, falls: !order.falls }), { class: "cl-turn" });
	const narrow = h("div", { class: "cl-narrow" }, pick.node, turn);
	const arrange = () => {
		const found = ordered(cases, order).filter((one) => fits(one, wanted));
		body.replaceChildren(...found.slice(0, most).map(rowOnce));
		table.hidden = !found.length;
		status.textContent = shownSaid(found.length, cases.length, most);
		more.hidden = found.length <= most;
		more.textContent = `Show the other ${found.length - most}`;
	};
	const more = button("", () => {
		const next = most;
		most = Number.POSITIVE_INFINITY;
		arrange();
		body.querySelectorAll("tr")[next]?.querySelector("a")?.focus();
	});
	const told2 = () => {
		heads.draw(order);
		pick.control.value = order.column;
		turn.textContent = order.falls ? "↓ Falling" : "↑ Rising";
	};
	const put = (next) => {
		order = next;
		told2();
		arrange();
		say(`Ordered by ${titleOf(order.column)}, ${order.falls ? "falling" : "rising"}.`);
	};
	const table = h("table", { role: "table", class: "cl-table" }, h("caption", { class: "hs-unseen" }, "Caseload"));
	table.append(h("thead", { role: "rowgroup" }, heads.node), body);
	table.addEventListener("keydown", step);
	told2();
	return { node: h("div", { class: "cl-cases" }, status, narrow, table, more), draw: (view) => {
		cases = view.cases;
		most = MOST;
		rowOnce = onceEach((one) => rowOf(one, view.as_of, addressOf(one.code)));
		arrange();
	}, want: (next) => {
		wanted = next;
		arrange();
	} };
}
function onceEach(draw) {
	const drawn = /* @__PURE__ */ new Map();
	return (one) => {
		const row = drawn.get(one.code) ?? draw(one);
		drawn.set(one.code, row);
		return row;
	};
}
function headsOf(press) {
	const cells = COLUMNS.map(({ name, title, about }) => {
		const mark = h("span", { class: "cl-mark", "aria-hidden": "true" });
		const act = h("button", { type: "button", onclick: () => press(name), ...about ? { title: about } : {} }, title, mark);
		return { name, mark, cell: h("th", { role: "columnheader", scope: "col", class: `cl-${name}` }, act) };
	});
	const draw = (order) => {
		for (const { name, mark, cell: cell2 } of cells) {
			const isIt = name === order.column;
			cell2.setAttribute("aria-sort", isIt ? order.falls ? "descending" : "ascending" : "none");
			mark.textContent = isIt ? order.falls ? "↓" : "↑" : "";
		}
	};
	return { node: h("tr", { role: "row" }, ...cells.map(({ cell: cell2 }) => cell2)), draw };
}
function pickOf(choose) {
	const control = h("select", { onchange: () => choose(control.value) });
	control.append(...choices(COLUMNS.map(({ name, title }) => [name, title])));
	return { node: field("Order by", control), control };
}
function titleOf(column) {
	return COLUMNS.find(({ name }) => name === column)?.title ?? "";
}
function rowOf(one, asOf, address) {
	const name = one.patient || one.plan_id || one.code;
	const link = address ? h("a", { class: "cl-open", href: address, "aria-label": `Open the follow-up of ${whose(one)}` }, name) : h("b", {}, name);
	const plan = one.plan_id && one.plan_id !== name ? `Plan ${one.plan_id}, version` : "Version";
	const draft = one.draft === null ? "" : `, draft of version ${one.draft}`;
	const who = h("th", { role: "rowheader", scope: "row", class: "cl-patient" }, link);
	who.append(quiet(`${plan} ${one.version}${draft}`));
	const diary = one.last_day ? [brief(one.last_day, asOf), quiet(away(one.last_day, asOf))] : ["No diary yet"];
	const review = one.review_on ? [brief(one.review_on, asOf), quiet(away(one.review_on, asOf))] : ["None set"];
	return h("tr", { role: "row", ...one.signs ? { class: "cl-alarm" } : {} }, who, cell("why", "Why a call", reasonsOf(one, name)), cell("now", "Last 7 days", weekOf(one.now)), cell("before", "The 7 before", weekOf(one.before)), cell("change", "Week over week", one.compared), cell("diary", "Diary up to", ...diary), cell("review", "Review", ...review), cell("weight", "Order", `${one.weight}`));
}
function cell(name, title, ...kids) {
	const label = h("span", { class: "cl-label", "aria-hidden": "true" }, title);
	return h("td", { role: "cell", class: `cl-${name}` }, label, ...kids);
}
function quiet(text) {
	return h("span", { class: "hs-quiet" }, text);
}
function step(event) {
	const { currentTarget, target, key } = event;
	if (key !== "ArrowDown" && key !== "ArrowUp" || !(currentTarget instanceof HTMLElement)) return;
	const links = [...currentTarget.querySelectorAll("a.cl-open")];
	const row = target instanceof Element ? target.closest("tbody tr") : null;
	const at = links.findIndex((link) => link.closest("tr") === row);
	const to = links[at + (key === "ArrowDown" ? 1 : -1)];
	if (!(to instanceof HTMLElement)) return;
	event.preventDefault();
	event.stopPropagation();
	to.focus();
}
function render({ model, el }) {
	const spoken = h("div", { class: "hs-unseen", role: "status" });
	const table = caseTable(followUpOf, (words) => {
		spoken.textContent = words;
	});
	const filters = filtersPart(sending(model), table.want);
	const band = h("p", { class: "cl-band", role: "note" });
	const note = h("p", { class: "hs-quiet" });
	const notices = noticesPart();
	const panel = h("section", { class: "hs-panel", "aria-label": "Who needs a call" });
	panel.append(h("h2", {}, "Who needs a call, and why"), note, filters.node, table.node);
	const line = connection({ cut: () => {
	}, mended: () => {
	} });
	const page = h("div", { class: "hs cl", tabindex: "-1", ...OWN_MENU }, titlePart(band), line.node, panel, notices.node, spoken);
	line.watch(page, panel);
	page.addEventListener("keydown", onEnter);
	el.replaceChildren(page);
	const draw = () => {
		const view = model.get("view");
		band.textContent = view.band;
		band.hidden = !view.band;
		note.textContent = view.note;
		filters.draw(view);
		table.draw(view);
	};
	const tell = () => notices.draw(model.get("notices"));
	draw();
	tell();
	model.on("change:view", draw);
	model.on("change:notices", tell);
	return () => {
		model.off("change:view", draw);
		model.off("change:notices", tell);
	};
}
function sending(model) {
	let n = 0;
	return (wish) => {
		n += 1;
		model.send({ ...wish, n });
	};
}
function followUpOf(code) {
	const page = beside("adherence.ipynb");
	return page && `${page}?plan=${encodeURIComponent(code)}`;
}
function titlePart(band) {
	const about = h("p", { class: "hs-quiet" }, "Caseload");
	return h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), about, band, ...neighbours("caseload.ipynb"));
}
function noticesPart() {
	const alert = h("div", { role: "alert" });
	const close = () => draw([]);
	const node = h("div", { class: "hs-notices" }, alert, button("Close", close, { "aria-label": "Close the message" }));
	const draw = (notices) => {
		node.hidden = !notices.length;
		alert.replaceChildren(...told(notices, "hs-notice"));
	};
	return { node, draw };
}
var page_default = { render };
export { page_default as default };
