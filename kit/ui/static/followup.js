// Made of js/followup/ and js/shared/ by "npm run build" in js/.
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
function whenNew(draw) {
	let last = "";
	return (...given) => {
		const now = JSON.stringify(given);
		if (now === last) return;
		last = now;
		draw(...given);
	};
}
function grouped(things, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const thing of things) {
		const key = keyOf(thing);
		const group = groups.get(key);
		if (group) group.push(thing);
		else groups.set(key, [thing]);
	}
	return groups;
}
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
var PAGE = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/;
function beside(path, page = window.location.pathname) {
	const folder = PAGE.exec(page)?.[1];
	return folder === void 0 ? null : folder + path.split("/").map(encodeURIComponent).join("/");
}
var TAKES_FOCUS = /* @__PURE__ */ new Set(["INPUT", "SELECT", "BUTTON", "TEXTAREA", "A", "SUMMARY"]);
var made = 0;
function fresh() {
	made += 1;
	return made;
}
function h(tag, props = {}, ...kids) {
	const node = make(tag, props, ...kids);
	if (TAKES_FOCUS.has(node.tagName) || "tabindex" in props) node.setAttribute("data-lm-suppress-shortcuts", "true");
	return node;
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
function onEnter(event) {
	const { target } = event;
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
	return faults.map(({ where, what, mend }) => h("div", { class: name }, h("p", {}, h("b", {}, where), ` ${what}`), mend ? h("p", {}, mend) : ""));
}
function inFlight({ draw, refill }) {
	const waited = /* @__PURE__ */ new Set();
	const later = /* @__PURE__ */ new Set();
	const once = (act) => () => {
		if (waited.size > 1) later.add(act);
		else act();
	};
	return { sent: (n) => {
		waited.add(n);
	}, view: once(draw), refused: once(refill), heard: (n) => {
		waited.delete(n);
		if (waited.size) return;
		for (const act of [draw, refill]) if (later.delete(act)) act();
	} };
}
var PATIENCE_MS = 4e3;
function savedState({ say, late }, patience = PATIENCE_MS) {
	let asked = 0;
	let answered = 0;
	let typing = false;
	let lost = false;
	let waiting;
	const drop = () => {
		clearTimeout(waiting);
		waiting = void 0;
	};
	const lose = () => {
		lost = true;
		say("Not saved");
		late();
	};
	return { drop, typing: () => {
		typing = true;
		say("Saving…");
	}, sent: (n) => {
		asked = n;
		typing = false;
		if (!lost) say("Saving…");
		waiting ??= setTimeout(lose, patience);
	}, heard: (n) => {
		answered = Math.max(answered, n);
		if (lost) return;
		drop();
		if (answered < asked) waiting = setTimeout(lose, patience);
		else if (!typing) say("Saved");
	} };
}
function savedSign(lost) {
	const node = h("span", { class: "hs-saved", role: "status" }, "Saved");
	const band = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
	const state = savedState({ say: (word) => {
		if (node.textContent !== word) node.textContent = word;
	}, late: () => {
		band.hidden = false;
		band.replaceChildren(h("p", {}, h("b", {}, "Not saved: no answer from the program."), " All up to the last “Saved” is kept; what you changed after it may be lost. Nothing more is taken in until the page is loaded again."), button("Load the page again", () => window.location.reload(), { class: "hs-first" }));
		lost();
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
	return [h("div", { class: "fu-alarms", role: "alert" }, title, ...told(alarms, "fu-alarm"), ...rest)];
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
function diariesPanel(send) {
	const state = h("p", {});
	const waits = h("p", { class: "fu-waits" });
	const list = h("ul", { class: "fu-files", "aria-label": "What came in before" });
	const node = h("section", { class: "hs-panel fu-diaries", "aria-label": "Diaries" }, h("h2", {}, "Diaries"), state, waits, list);
	const drawFiles = whenNew((files) => list.replaceChildren(...files.map((file) => fileRow(file, send))));
	const draw = ({ diary, waits: since, files }) => {
		state.textContent = `${diary}.`;
		waits.textContent = since ? `The days since ${since} have no diary.` : "";
		waits.hidden = !since;
		list.hidden = !files.length;
		drawFiles(files);
	};
	return { node, draw };
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
	const opener = button("Choose files", () => input.click(), { class: "hs-first" });
	const lead = h("p", {}, h("b", {}, "Drop diary files anywhere on this page"), ", CSV or Excel, as they came back.");
	const node = h("div", { class: "fu-drop" }, lead, opener, input, said);
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
		opener.disabled = is;
		opener.setAttribute("aria-busy", String(is));
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
	return { node };
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
var ASKED = "plan";
function planIn(address) {
	return new URL(address).searchParams.get(ASKED) ?? "";
}
function openLinked(choose) {
	const came = performance.getEntriesByType("navigation")[0]?.name;
	const code = planIn(came ?? window.location.href);
	if (!code || document.body.dataset.hsLinked === code) return;
	document.body.dataset.hsLinked = code;
	choose(code);
}
function measuresPart() {
	const node = h("section", { class: "hs-measures", "aria-label": "Measures", hidden: true });
	const draw = (measures) => {
		node.hidden = measures === null;
	};
	return { node, draw };
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
	const node = h("section", { class: "hs-panel", "aria-label": "Patients" }, h("h2", {}, "Choose the patient"), bar, said, list);
	node.addEventListener("keydown", (event) => step(event, words, list));
	const drawRows = whenNew((rows) => list.replaceChildren(...rows.map((one) => patientRow(one, choose))));
	const draw = (found) => {
		only.textContent = `Diaries waiting: ${found.waiting}`;
		only.hidden = !found.waiting && !waiting;
		said.textContent = foundSaid(found, waiting);
		drawRows(found.rows);
	};
	return { node, draw, focus: () => words.focus() };
}
function patientRow(one, choose) {
	const waits = one.waits ? h("span", { class: "fu-waits" }, `No diary since ${one.waits}`) : "";
	const name = h("span", { class: "fu-label" }, whose(one) || one.code);
	const about = h("span", { class: "hs-quiet" }, `${one.state} · last seen ${one.seen}`);
	const diary = h("span", { class: "hs-quiet" }, one.diary, " · code ", h("span", { class: "hs-code" }, one.code));
	const props = { type: "button", class: "fu-patient", onclick: () => choose(one.code) };
	return h("li", {}, h("button", props, name, waits, about, diary));
}
function step(event, words, list) {
	if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
	const stops = [words, ...list.querySelectorAll("button")];
	const at = stops.indexOf(event.target);
	const to = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
	if (at < 0 || !to) return;
	event.preventDefault();
	event.stopPropagation();
	to.focus();
}
var ASKS = /* @__PURE__ */ new Set(["find", "choose", "leave", "show", "bring_in"]);
function numbered2(model, waits, asked) {
	let sent = 0;
	return (wish, asker, buffers = []) => {
		sent += 1;
		if (!ASKS.has(wish.do)) waits(sent);
		if (asker) asked.sent(sent, asker);
		model.send({ ...wish, n: sent }, void 0, buffers);
	};
}
var PAUSE_MS = 600;
var visits = Date.now();
function shapeOf(sheet) {
	return { weeks: sheet.weeks.length, lines: sheet.rows.length + sheet.of_day.length };
}
function boxAt(sheet, { week, line: line2, day }) {
	const table = sheet.weeks[week];
	const of = table?.days[day];
	if (!table || !of) return null;
	const here = { day: of.date, closed: of.closed };
	const when = `${of.weekday} ${of.label}`;
	const row = sheet.rows[line2];
	if (row) {
		const { item_id, side, slot } = row;
		const about2 = { kind: "mark", column: "status", item_id, side, slot };
		const due = table.due[line2]?.[day] ?? false;
		const key = `${of.date} ${item_id} ${side} ${slot}`;
		return { ...here, ...about2, key, due, spoken: `${when}, ${row.spoken}` };
	}
	const [column, title] = sheet.of_day[line2 - sheet.rows.length] ?? [];
	if (!column) return null;
	const kind = column === "note" ? "note" : "score";
	const about = { kind, column, item_id: "", side: "", slot: 1 };
	return { ...here, ...about, key: `${of.date} ${column}`, due: true, spoken: `${when}, ${title}` };
}
function paper(told2 = { said: {}, was: {} }) {
	let said = { ...told2.said };
	let was = told2.was;
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
var MARKS = { done: ["✓", "done"], partial: ["P", "partly done"], not_done: ["✕", "not done"] };
function signOf(box, text) {
	return box.kind === "mark" ? MARKS[text]?.[0] ?? "" : text;
}
function spoken(box, text, before) {
	const plain = (box.kind === "mark" ? MARKS[text]?.[1] : text) || (box.due ? "blank" : "nothing planned");
	const corrected = before ? `, corrected, was ${before}` : "";
	return `${box.spoken}: ${plain}${corrected}${box.closed ? `, ${box.closed}` : ""}`;
}
var BRIEF = { pain_before: "Before", pain_worst: "Worst", pain_next_morning: "Morn.", effort: "Effort", note: "Note", activity_1: "Act. 1", activity_2: "Act. 2", activity_3: "Act. 3" };
function grid(sheet, on, take) {
	const { weeks, lines } = shapeOf(sheet);
	const cells = /* @__PURE__ */ new Map();
	const tables = sheet.weeks.map((table, week) => {
		const boxesOf = (line2) => table.days.map((_, day) => {
			const at = { week, line: line2, day };
			const box = boxAt(sheet, at);
			const cell = boxCell(box, () => take(at));
			cells.set(nameOf(at), { cell, at, box });
			return cell;
		});
		return weekTable(sheet, table, Array.from({ length: lines }, (_, line2) => boxesOf(line2)));
	});
	const node = h("div", { class: "fu-sheet" }, ...weeks ? tables : []);
	let last = "";
	const draw = (hand) => {
		for (const { cell, box } of cells.values()) show(cell, box, hand.text(box), on.before(box));
		point(hand);
	};
	const point = (hand) => {
		const name = nameOf(hand.at());
		cells.get(last)?.cell.setAttribute("tabindex", "-1");
		cells.get(name)?.cell.setAttribute("tabindex", "0");
		last = name;
	};
	const focus = (hand) => {
		point(hand);
		cells.get(last)?.cell.focus();
	};
	const here = (hand) => cells.get(nameOf(hand.at()))?.cell;
	return { node, draw, focus, here };
}
function nameOf({ week, line: line2, day }) {
	return `${week} ${line2} ${day}`;
}
function boxCell(box, take) {
	const kind = `fu-${box.kind}${box.due ? "" : " fu-rest"}${box.closed ? " fu-closed" : ""}`;
	const props = { role: "gridcell", tabindex: "-1", class: `fu-box ${kind}`, onfocus: take };
	return h("td", props, h("span", { class: "fu-sign", "aria-hidden": "true" }));
}
function show(cell, box, text, before) {
	const sign = cell.firstElementChild;
	const said = spoken(box, text, before);
	if (cell.getAttribute("aria-label") === said) return;
	cell.setAttribute("aria-label", said);
	cell.dataset.says = box.kind === "mark" ? text : text && "text";
	cell.classList.toggle("fu-corrected", Boolean(before));
	cell.title = before ? `Corrected; was ${before}` : box.kind === "note" ? text : "";
	sign.textContent = signOf(box, text) || (box.due ? "" : "–");
}
function weekTable(sheet, week, boxes) {
	const id = `fu-week-${fresh()}`;
	const days = week.days.map(({ weekday, label, closed }) => h("th", { scope: "col", class: closed ? "fu-closed" : "" }, h("b", {}, weekday), h("span", {}, label)));
	const corner = [h("th", { scope: "col", class: "fu-name", colspan: 2 }, "Exercise"), h("td", { class: "fu-brief" })];
	const columns = ["fu-name", "fu-side", ...days.map(() => "")].map((name) => h("col", { class: name }));
	const rows = boxes.flatMap((line2, n) => [...nameRow(sheet, n), h("tr", { class: lineClass(sheet, n) }, ...headsOf(sheet, n), ...line2)]);
	const head = h("thead", {}, h("tr", {}, ...corner, ...days));
	const named = { role: "grid", "aria-labelledby": id };
	const table = h("table", named, h("colgroup", {}, ...columns), head, h("tbody", {}, ...rows));
	return h("div", { class: "fu-week" }, h("h3", { id }, week.title), table);
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
		const made2 = button(text, () => act(deed), { class: key ? "hs-small" : "hs-small fu-digit" });
		if (key) made2.append(h("kbd", { "aria-hidden": "true" }, key));
		return made2;
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
var MARKS2 = { d: "done", " ": "done", p: "partial", x: "not_done", Delete: "", Backspace: "" };
var FILLS = { a: "done", n: "not_done", s: "before" };
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
	const fill = FILLS[plain];
	if (fill) return { do: "fill", with: fill };
	if (kind === "score" && /^\d$/.test(key)) return { do: "digit", text: key };
	const mark = MARKS2[plain];
	if (mark === void 0 || kind === "score" && mark) return null;
	return { do: "mark", text: mark };
}
function scored(text, digit) {
	return text === "1" && digit === "0" ? "10" : digit;
}
var FIRST_SCORE = "pain_worst";
function halfTyped(write) {
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
function pen(sheet, on, { keep, typing, note, say }, half) {
	let score = FIRST_SCORE;
	const mark = (box, text) => {
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
			typing();
		} else {
			mark(box, deed.text);
			if (box.kind === "mark" && deed.text) next();
		}
		return null;
	};
}
function writer(sheet, on, given) {
	const shape = shapeOf(sheet);
	let at = { week: 0, line: 0, day: 0 };
	const acts = { ...given, keep: (typed) => typed.length && given.keep(typed) };
	const half = halfTyped((box2, text) => acts.keep(on.write(box2, text)));
	const write = pen(sheet, on, acts, half);
	const box = () => boxAt(sheet, at);
	const go = (place) => {
		half.finish();
		if (place) at = place;
	};
	const next = () => go(after(at, shape, (place) => boxAt(sheet, place)?.due ?? false));
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
function typingPanel(hands, saved) {
	const id = `fu-typing-${fresh()}`;
	const by = line();
	const version = h("select", {}, ...choices([]));
	version.addEventListener("change", () => hands.send({ do: "show", version: Number(version.value) }));
	const versions = field("Sheet of", version);
	const beside2 = h("p", { class: "hs-quiet" });
	const place = h("div", {});
	const body = h("div", { id, hidden: true, class: "fu-typing-body" }, h("div", { class: "hs-row" }, field("Typed in by", by), versions), beside2, place);
	const toggle = () => set(body.hasAttribute("hidden"));
	const opener = button("Type in a paper diary", toggle, { "aria-expanded": "false", "aria-controls": id });
	const head = h("div", { class: "hs-head" }, h("h2", {}, "Paper diary"), opener);
	const node = h("section", { class: "hs-panel fu-typing", "aria-label": "Paper diary" }, head, body);
	const on = paper();
	let part2 = null;
	const set = (open) => {
		body.hidden = !open;
		opener.setAttribute("aria-expanded", String(open));
		opener.textContent = open ? "Close the sheet" : "Type in a paper diary";
		if (open) part2?.begin();
		else part2?.flush();
	};
	const drawSheet = whenNew((sheet) => {
		part2?.flush();
		part2 = sheetPart(sheet, on, hands, () => by.value);
		part2.node.querySelector(".fu-now")?.append(saved);
		place.replaceChildren(part2.node);
		version.replaceChildren(...choices(sheet.versions));
		version.value = String(sheet.version);
		versions.hidden = sheet.versions.length < 2;
		node.hidden = !sheet.weeks.length;
		beside2.textContent = sheet.beside;
		beside2.hidden = !sheet.beside;
	});
	let whose2 = "";
	const draw = (chosen, sheet, cells) => {
		if (chosen && whose2 !== chosen.code) {
			set(false);
			by.value = chosen.by;
		}
		whose2 = chosen?.code ?? "";
		drawSheet(sheet);
		on.lay(cells);
		part2?.draw();
	};
	return { node, draw, flush: () => part2?.flush() };
}
function sheetPart(sheet, on, { send, say }, by) {
	let pause;
	const hand = writer(sheet, on, { keep: (typed) => send({ do: "type", code: sheet.code, version: sheet.version, by: by(), typed: typed.map((one) => ({ ...one })) }), typing: () => {
		clearTimeout(pause);
		pause = setTimeout(hand.flush, PAUSE_MS);
		drawn.node.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
	}, note: (text) => {
		const cell = drawn.here(hand);
		const box = hand.box();
		if (cell && box) noteField(cell, text || on.at(box), hand, again);
	}, say });
	const again = () => {
		drawn.draw(hand);
		drawn.focus(hand);
		pad.draw(hand.box());
	};
	const drawn = grid(sheet, on, (at) => {
		hand.go(at);
		drawn.draw(hand);
		pad.draw(hand.box());
	});
	const pad = keypad((deed) => {
		hand.act(deed);
		if (deed.do !== "write") again();
	});
	drawn.node.addEventListener("keydown", (event) => {
		const { key, target } = event;
		if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLInputElement) return;
		if (!hand.key(key)) return;
		event.preventDefault();
		event.stopPropagation();
		if (!drawn.node.querySelector(".fu-note-field")) again();
	});
	drawn.node.addEventListener("focusout", hand.finish);
	const node = h("div", { class: "fu-desk" }, pad.node, drawn.node);
	return { node, draw: () => drawn.draw(hand), flush: hand.finish, begin: () => {
		hand.go(beginning(sheet, on));
		again();
	} };
}
function noteField(cell, text, hand, again) {
	let open = true;
	const close = (keep) => {
		if (!open) return;
		open = false;
		input.remove();
		if (keep) hand.noted(input.value.trim());
	};
	const input = h("input", { type: "text", class: "fu-note-field", "aria-label": hand.box()?.spoken ?? "Note", maxlength: 500, onblur: () => close(true), oninput: () => cell.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true })) });
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
function partsOf(hands, saved) {
	return { patients: patientsPanel(hands.send), head: headPart(hands.send), brought: broughtPanel(hands.send), diaries: diariesPanel(hands.send), measures: measuresPart(), typing: typingPanel(hands, saved.node), notices: noticesPart() };
}
function render({ model, el }) {
	const spoken2 = h("div", { class: "hs-unseen", role: "status" });
	const say = (text) => {
		spoken2.textContent = text;
	};
	const saved = savedSign(() => {
		body.inert = true;
	});
	const asked = askers();
	const draw = () => drawAll(model, parts, body);
	const flight = inFlight({ draw, refill: draw });
	const waits = (n) => {
		saved.sent(n);
		flight.sent(n);
	};
	const send = numbered2(model, waits, asked);
	const parts = partsOf({ send, say }, saved);
	const page = h("div", { class: "hs fu", "onhs-typing": saved.typing });
	const body = bodyOf(parts, dropZone(send, page).node);
	page.append(titleOf(), saved.band, body, spoken2);
	page.addEventListener("keydown", onEnter);
	el.replaceChildren(page);
	draw();
	parts.notices.draw(model.get("notices"));
	openLinked((code) => send({ do: "choose", code }));
	return watch(model, saved, parts, [["change:patients", draw], ["change:view", flight.view], ["change:sheet", flight.view], ["change:cells", flight.view], ["change:brought", () => parts.brought.draw(model.get("brought"))], ["change:notices", () => parts.notices.draw(asked.refuse(model.get("notices")))], ["change:done", () => doneSaid(model, parts, say)], ["msg:custom", ({ answered, refused }) => {
		if (refused) flight.refused();
		if (!answered) return;
		saved.heard(answered);
		flight.heard(answered);
		asked.answered(answered);
	}]]);
}
function drawAll(model, { patients, head, brought, diaries, measures, typing }, body) {
	const { chosen, measures: told_ } = model.get("view");
	const was = body.dataset.chosen ?? "";
	body.dataset.chosen = chosen?.code ?? "";
	patients.node.hidden = Boolean(chosen);
	for (const part2 of [head, diaries]) part2.node.hidden = !chosen;
	typing.node.hidden = !chosen;
	patients.draw(model.get("patients"));
	brought.draw(model.get("brought"));
	measures.draw(told_);
	if (chosen) {
		head.draw(chosen);
		diaries.draw(chosen);
	}
	typing.draw(chosen, model.get("sheet"), model.get("cells"));
	if (was === body.dataset.chosen) return;
	if (chosen) head.focus();
	else patients.focus();
}
function bodyOf({ patients, head, brought, diaries, measures, typing, notices }, zone) {
	const bring = h("section", { class: "hs-panel", "aria-label": "Bring diaries in" }, h("h2", {}, "Bring diaries in"), zone);
	return h("div", { class: "fu-body" }, head.node, brought.node, patients.node, h("div", { class: "fu-beside" }, bring, diaries.node), measures.node, typing.node, notices.node);
}
function headPart(send) {
	const name = h("h2", { tabindex: "-1" });
	const about = h("span", { class: "hs-quiet" });
	const code = h("span", { class: "hs-code" });
	const back = button("All patients", () => send({ do: "leave" }), { class: "fu-back" });
	const done = h("p", { class: "hs-quiet hs-done" });
	const line2 = h("p", { class: "hs-quiet" }, about, " · code ", code);
	const node = h("section", { class: "hs-panel fu-head", "aria-label": "The patient" }, h("div", { class: "hs-head" }, name, back), line2, done);
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
		alert.replaceChildren(...told(notices, "hs-notice"));
	};
	return { node, draw };
}
function doneSaid(model, { head }, say) {
	const done = model.get("done");
	head.done.textContent = done;
	if (done) say(done);
}
function titleOf() {
	const planner = beside("plan.ipynb");
	const link = { class: "hs-link hs-neighbour", href: planner ?? "" };
	return h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), h("p", { class: "hs-quiet" }, "Follow-up"), ...planner ? [h("a", link, "Open the planner")] : []);
}
function watch(model, saved, { typing }, watched) {
	for (const [event, act] of watched) model.on(event, act);
	window.addEventListener("pagehide", typing.flush);
	document.addEventListener("visibilitychange", typing.flush);
	return () => {
		for (const [event, act] of watched) model.off(event, act);
		window.removeEventListener("pagehide", typing.flush);
		document.removeEventListener("visibilitychange", typing.flush);
		saved.drop();
	};
}
var page_default = { render };
export { page_default as default };
