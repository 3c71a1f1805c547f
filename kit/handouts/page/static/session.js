// Made of js/session/ and js/shared/ by "npm run build" in js/.
function make(tag, props = {}, ...kids) {
	return furnished(document.createElement(tag), props, kids);
}
function drawn(tag, props = {}, ...kids) {
	return furnished(document.createElementNS("http://www.w3.org/2000/svg", tag), props, kids);
}
function press(text, act, props = {}) {
	return make("button", { type: "button", onclick: act, ...props }, text);
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
var ACTIVITIES = ["activity_1", "activity_2", "activity_3"];
function isAsking(facts2, diary, { day, week, number }) {
	if (week === null || !facts2.activities.length || !facts2.asking.includes(week)) return false;
	const others = diary.rows.filter((row) => row.week === week && !(row.date === day && row.slot === number));
	return !others.some((row) => ACTIVITIES.some((name) => row[name]));
}
var two = (n) => String(n).padStart(2, "0");
function dayOf(date) {
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
function isDay(value) {
	return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(noon(value));
}
function dayAfter(day, days = 1) {
	return new Date(noon(day) + days * 864e5).toISOString().slice(0, 10);
}
function dayInWords(day, lang) {
	const format = new Intl.DateTimeFormat(lang, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC", numberingSystem: "latn" });
	return format.format(noon(day));
}
function moment(date) {
	const minutes = -date.getTimezoneOffset();
	const off = Math.abs(minutes);
	const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
	return `${dayOf(date)}T${time}${minutes < 0 ? "-" : "+"}${two(Math.floor(off / 60))}:${two(off % 60)}`;
}
function noon(day) {
	return Date.parse(`${day}T12:00:00Z`);
}
function csvLine(cells) {
	return `${cells.map((cell) => /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join(",")}\r
`;
}
function csvRecords(text) {
	const bare = text.replace(/^\ufeff/, "");
	const separator = (bare.split("\n")[0] ?? "").includes(";") ? ";" : ",";
	const records = [];
	let record = [];
	let cell = "";
	let quoted = false;
	const endCell = () => {
		record.push(cell);
		cell = "";
	};
	const endRecord = () => {
		endCell();
		if (record.length > 1) records.push(record);
		record = [];
	};
	for (let i = 0; i < bare.length; i += 1) {
		const sign2 = bare.charAt(i);
		if (quoted && sign2 === '"' && bare[i + 1] === '"') {
			cell += '"';
			i += 1;
		} else if (sign2 === '"' && (quoted || cell === "")) quoted = !quoted;
		else if (quoted) cell += sign2;
		else if (sign2 === separator) endCell();
		else if (sign2 === "\n" || sign2 === "\r") endRecord();
		else cell += sign2;
	}
	endRecord();
	return records;
}
function safeCell(text, starts) {
	const bare = text.replace(/^'+/, "");
	return starts.some((start) => bare.startsWith(start)) ? `'${text}` : text;
}
function unsafeCell(cell, starts) {
	return cell.startsWith("'") && safeCell(cell, starts) !== cell ? cell.slice(1) : cell;
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isText(value) {
	return typeof value === "string";
}
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
function stepsOf(items, { rest_ex_s }) {
	const steps = [];
	let at = 0;
	for (const { item, steps: rows } of items) {
		if (rest_ex_s && steps.length) {
			steps.push({ start_s: at, end_s: at + rest_ex_s, kind: "between", item, set: 1, rep: null, side: null });
			at += rest_ex_s;
		}
		for (const [kind, seconds, set, rep, side] of rows) {
			steps.push({ start_s: at, end_s: at + seconds, kind, item, set, rep, side });
			at += seconds;
		}
	}
	return steps;
}
function toAllow(items, facts2) {
	const places = items.map((item) => facts2.items.indexOf(item));
	const ways = places.slice(1).map((place, n) => facts2.ways_s[places[n] ?? -1]?.[place] ?? 0);
	return ways.reduce((sum, way) => sum + way, stepsOf(items, facts2).at(-1)?.end_s ?? 0);
}
var FORMAT = 1;
var SWITCHES = ["sound", "voice", "wait"];
var STATUS = ["", "done", "partial", "not_done"];
function keptText({ rows, open, choices, saved }) {
	return JSON.stringify({ format: FORMAT, rows, open, choices, saved });
}
function keptIn(text, facts2) {
	const none = { rows: [], open: null, choices: {}, saved: "" };
	const held2 = text ? parsed(text) : { format: FORMAT, ...none };
	if (!isRecord(held2) || held2.format !== FORMAT) return { ...none, sound: false };
	const given = Array.isArray(held2.rows) ? held2.rows : [];
	const rows = given.filter((row) => isRow(row, facts2));
	const open = isHeld(held2.open, facts2) ? held2.open : null;
	const { choices, whole: whole2 } = choicesIn(held2.choices);
	const saved = isText(held2.saved) ? held2.saved : "";
	const sound = Array.isArray(held2.rows) && rows.length === given.length && open === (held2.open ?? null) && whole2;
	return { rows, open, choices, saved, sound };
}
function isRow(value, { items, answers }) {
	if (!isRecord(value)) return false;
	const { item, side, date, week, slot, status = "", asked = false, dealt: dealt2 = false } = value;
	const sides = items.find((one) => one.item === item)?.sides ?? [];
	const placed = sides.some((one) => one === side) && isDay(date) && isWeek(week) && isCount(slot, 1);
	const said = answers.every((name) => value[name] === void 0 || typeof value[name] === "string");
	return placed && said && STATUS.some((one) => one === status) && isTruth(asked) && isTruth(dealt2);
}
function isHeld(value, facts2) {
	if (!isRecord(value) || !isRecord(value.sitting) || !isRecord(value.reasons)) return false;
	const { day, sitting: sitting2, items, before, started, spent, index, reasons: reasons2, by_hand = false, form = [] } = value;
	const known2 = facts2.items.map((one) => one.item);
	if (!isListOf(items, (id) => known2.some((one) => one === id)) || !items.length) return false;
	const steps = stepsOf(facts2.items.filter((one) => items.includes(one.item)), facts2);
	const stands = isDay(sitting2.day) && isWeek(sitting2.week) && isCount(sitting2.number, 1) && isDay(day);
	const planned = isListOf(sitting2.planned, isText) && isText(before) && Object.values(reasons2).every(isText);
	const began = isText(started) && !Number.isNaN(Date.parse(started));
	const ran = isListOf(spent, (seconds) => Number.isFinite(seconds)) && spent.length <= steps.length;
	const written = isTruth(by_hand) && isListOf(form, isText);
	return stands && planned && began && ran && written && isCount(index, 0) && index < steps.length;
}
function choicesIn(value) {
	const given = isRecord(value) ? value : {};
	const chosen = SWITCHES.filter((name) => isTruth(given[name]));
	const choices = Object.fromEntries(chosen.map((name) => [name, given[name]]));
	return { choices, whole: isRecord(value) && chosen.length === Object.keys(given).length };
}
function isListOf(value, is) {
	return Array.isArray(value) && value.every(is);
}
function isTruth(value) {
	return typeof value === "boolean";
}
function isWeek(value) {
	return value === null || isCount(value, 1);
}
function isCount(value, least) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}
function inGroup(facts2, group) {
	const places = facts2.groups[group] ?? [];
	return places.map((n) => facts2.items[n]).filter((item) => item !== void 0);
}
function keyOf({ date, slot, item, side }) {
	return JSON.stringify([date, slot, item, side]);
}
var Diary = class {
	rows = [];
	open = null;
	choices = {};
	saved = "";
	damaged = false;
	constructor(facts2, place, earlier = []) {
		this.facts = facts2;
		this.place = place;
		this.earlier = earlier;
		this.load();
		this.save();
	}
	load() {
		const text = this.place.read();
		const { sound, ...kept2 } = keptIn(text, this.facts);
		if (text && !sound) {
			this.damaged = true;
			this.place.setAside(text);
		}
		Object.assign(this, kept2);
	}
	save() {
		return this.place.write(keptText(this));
	}
	clear() {
		this.rows = [];
		this.open = null;
		this.saved = "";
		this.damaged = false;
		this.place.clear();
	}
	sessions() {
		return this.rows.filter((row) => row.logged_at).sort(latestFirst((row) => row.logged_at ?? ""));
	}
	openSigns() {
		const heads = [...this.sessions(), ...this.earlier.flatMap(({ sessions }) => sessions)];
		return heads.filter((row) => row.help_sign && row.help_sign !== "no" && !row.dealt);
	}
	deal(head) {
		head.dealt = true;
		this.save();
		for (const other of this.earlier.filter(({ sessions }) => sessions.includes(head))) other.save();
	}
	onlyHere() {
		const saved = Date.parse(this.saved) || 0;
		return this.sessions().filter((row) => !(Date.parse(row.logged_at ?? "") <= saved)).length;
	}
	ofSession(head) {
		return this.rows.filter((row) => row.date === head.date && row.slot === head.slot);
	}
	nextNumber(day, planned) {
		const written = this.rows.filter((row) => row.date === day).map((row) => row.slot);
		return Math.max(0, ...planned, ...written) + 1;
	}
	log({ day, week, number }, parts, head) {
		const planned = this.facts.slots.filter(([, date]) => date === day);
		const group = planned.find(([, , of]) => of === number)?.[3];
		const asked = group === void 0 ? [] : inGroup(this.facts, group);
		const isOwn = group !== void 0 && !parts.some(([item, , { status }]) => status && asked.includes(item));
		const numbers = planned.map(([, , of]) => of);
		const slot = isOwn ? this.nextNumber(day, numbers) : number;
		const rows = parts.map(([item, side, answers], n) => {
			return { item: item.item, side, date: day, week, slot, ...answers, ...n ? {} : head };
		});
		const fresh = new Set(rows.map(keyOf));
		this.rows = [...this.rows.filter((row) => !fresh.has(keyOf(row))), ...rows];
		this.open = null;
		this.save();
	}
	waitingForMorning(day) {
		const done = this.sessions().filter((head) => head.date < day && this.ofSession(head).some(isDone));
		const [last] = done.sort(latestFirst((row) => row.date));
		return last && !last.pain_next_morning && !last.asked ? last : null;
	}
	freeDone(item, week) {
		const mine = this.rows.filter((row) => row.item === item.item && row.side === item.sides[0]);
		return mine.filter((row) => row.week === week && isDone(row)).length;
	}
};
function isDone({ status }) {
	return status === "done" || status === "partial";
}
function latestFirst(when) {
	return (a, b) => when(a) < when(b) ? 1 : -1;
}
var TEXT_MAX = 2e3;
var UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
function plainText(text) {
	return text.replace(/\s+/g, " ").replace(UNSEEN, "").trim().slice(0, TEXT_MAX);
}
var RATED = ["pain_before", "pain_worst", "pain_after", "pain_next_morning", "effort", ...ACTIVITIES];
function diaryCsv(facts2, diary, told2 = false) {
	const held2 = new Map(diary.rows.map((row) => [keyOf(row), row]));
	const lines = [csvLine(facts2.columns)];
	for (const [week, date, slot, group] of facts2.slots) {
		for (const item of inGroup(facts2, group)) {
			for (const side of item.sides) {
				const key = keyOf({ date, slot, item: item.item, side });
				const row = held2.get(key);
				if (row || !told2) lines.push(line(facts2, item, { side, week, date, slot }, row));
				held2.delete(key);
			}
		}
	}
	for (const row of held2.values()) {
		const item = facts2.items.find((one) => one.item === row.item);
		if (item) lines.push(line(facts2, item, row, row));
	}
	return `\uFEFF${lines.join("")}`;
}
function mergeCsv(facts2, diary, text) {
	const [names = [], ...records] = csvRecords(text);
	const here = new Set(diary.rows.map(keyOf));
	const told2 = { taken: 0, kept: 0, refused: 0 };
	for (const record of records) {
		const cells = new Map(names.map((name, i) => [name, typed(facts2, record[i] ?? "")]));
		const status = statusOf(facts2, cells.get("status") ?? "");
		if (status === "" && !facts2.answers.some((name) => name !== "status" && cells.get(name))) continue;
		const row = rowOf(facts2, cells, status);
		if (!row) told2.refused += 1;
		else if (here.has(keyOf(row))) told2.kept += 1;
		else {
			here.add(keyOf(row));
			diary.rows.push(row);
			told2.taken += 1;
		}
	}
	diary.save();
	return told2;
}
function line(facts2, item, { side, week, date, slot }, row) {
	const told2 = { plan_code: facts2.plan_code, plan_id: facts2.plan_id, plan_version: `${facts2.plan_version}`, item_id: item.item, week: week ? `${week}` : "", date, slot: `${slot}`, exercise_id: item.exercise_id, exercise: item.exercise, side, prescribed: item.prescribed };
	for (const name of facts2.answers) told2[name] = row?.[name];
	return csvLine(facts2.columns.map((name) => safeCell(`${told2[name] ?? ""}`, facts2.formula_starts)));
}
function typed(facts2, cell) {
	return unsafeCell(cell.trim(), facts2.formula_starts).trim();
}
function statusOf(facts2, cell) {
	const plain = cell.toLowerCase().replace(/(?:[\s_-]|\ufe0e|\ufe0f)+/g, " ").trim();
	if (!plain) return "";
	return Object.hasOwn(facts2.status_words, plain) ? facts2.status_words[plain] ?? null : null;
}
function rowOf(facts2, cells, status) {
	const cell = (name) => cells.get(name) ?? "";
	const item = facts2.items.find((one) => one.item === cell("item_id"));
	const side = item?.sides.find((one) => one === cell("side"));
	const ours = cell("plan_code") === facts2.plan_code && Number(cell("plan_version")) === facts2.plan_version;
	const dated = isDay(cell("date")) && /^[1-9]\d?$/.test(cell("slot"));
	const rated = RATED.every((name) => /^(|\d|10)$/.test(cell(name)));
	if (!item || !side || !ours || !dated || !rated || status === null) return null;
	const answers = status ? { status } : {};
	for (const name of facts2.answers) {
		const text = name === "status" ? "" : plainText(cell(name));
		if (text) Object.assign(answers, { [name]: text });
	}
	const [date, week, slot] = [cell("date"), Number(cell("week")) || null, Number(cell("slot"))];
	return { item: item.item, side, date, week, slot, ...answers };
}
var FETCHED_MS = 6e4;
function download(page) {
	put(csvFile(page));
	wentOut(page);
}
function downloadText(name, text) {
	put(new File([text], name, { type: "text/plain" }));
}
function put(file) {
	const href = URL.createObjectURL(file);
	make("a", { href, download: file.name }).click();
	setTimeout(() => URL.revokeObjectURL(href), FETCHED_MS);
}
function canShare(page) {
	try {
		return Boolean(navigator.canShare?.({ files: [csvFile(page)] }));
	} catch {
		return false;
	}
}
async function share(page) {
	const file = csvFile(page);
	try {
		await navigator.share({ files: [file], title: file.name });
	} catch {
		return false;
	}
	wentOut(page);
	return true;
}
async function copy(page) {
	try {
		await navigator.clipboard.writeText(diaryText(page));
	} catch {
		return false;
	}
	wentOut(page);
	return true;
}
function wentOut({ diary, now }) {
	diary.saved = moment(now());
	diary.save();
}
function diaryText({ facts: facts2, diary }) {
	return diaryCsv(facts2, diary, true).replace(/^\ufeff/, "");
}
function csvFile({ facts: facts2, diary }) {
	const name = `diary-${facts2.plan_id}-${facts2.plan_code}-v${facts2.plan_version}.csv`;
	return new File([diaryCsv(facts2, diary)], name, { type: "text/csv" });
}
var known = {};
function learn(words) {
	known = words;
}
function say(key, values = {}) {
	const sentence = known[key];
	if (sentence === void 0) throw new Error(`The page has no sentence ${key}.`);
	return sentence.replace(/\{([a-z]+)\}/g, (blank2, name) => name in values ? `${values[name]}` : blank2);
}
function prose(...sentences) {
	return sentences.join(say("mark.prose"));
}
var named = 0;
var Choice = class {
	value = "";
	#inputs;
	#kind;
	#clear;
	constructor(title, pairs, { kind = "", value = "", changed } = {}) {
		named += 1;
		const name = `f${named}`;
		const pick = (own) => {
			this.#set(own);
			changed?.(own);
		};
		const clear = () => {
			this.#set("");
			this.#inputs[0]?.focus();
			changed?.("");
		};
		this.#kind = kind;
		this.#inputs = pairs.map(([own]) => make("input", { type: "radio", name, value: own, onchange: () => pick(own) }));
		const labels = pairs.map(([, text], n) => make("label", { class: "pick" }, ...this.#inputs.slice(n, n + 1), make("span", {}, text)));
		this.#clear = press(say("page.clear"), clear, { class: "plain" });
		const picks = make("div", { class: "picks" }, ...labels);
		this.node = make("fieldset", { class: `choice ${kind}` }, make("legend", {}, title), picks, this.#clear);
		this.#set(value);
	}
	#set(own) {
		this.value = own;
		for (const input of this.#inputs) input.checked = input.value === own;
		this.#clear.hidden = !own || this.#kind !== "scale";
	}
};
function scale(title, low, high) {
	const numbers = Array.from({ length: 11 }, (_, n) => [`${n}`, `${n}`]);
	const part2 = new Choice(title, numbers, { kind: "scale" });
	const ends = [`0: ${low}`, `10: ${high}`].map((text) => make("span", {}, text));
	part2.node.append(make("p", { class: "ends", "aria-hidden": "true" }, ...ends));
	return part2;
}
function painScale(title) {
	return scale(title, say("page.pain.low"), say("page.pain.high"));
}
function ask(title, kids, keys) {
	named += 1;
	const id = `f${named}`;
	return new Promise((answer) => {
		const end = (value) => {
			box.close();
			box.remove();
			answer(value);
		};
		const head = make("h2", { id, tabindex: "-1", autofocus: true }, title);
		const presses = keys.map(([value, text, kind = ""]) => press(text, () => end(value), { class: kind }));
		const box = make("dialog", { "aria-labelledby": id }, head, ...kids, make("div", { class: "keys" }, ...presses));
		box.addEventListener("cancel", (event) => {
			event.preventDefault();
			end(null);
		});
		document.body.append(box);
		box.showModal();
	});
}
function notice(text, kind = "") {
	return make("p", { class: `notice ${kind}` }, text);
}
function reasons() {
	return [say("page.reason.pain"), say("page.reason.hard"), say("page.reason.time"), say("page.reason.ill"), say("page.reason.gear"), say("page.reason.something")];
}
function reasonList() {
	const pairs = reasons().map((text) => [text, text]);
	return new Choice(say("page.reason.why"), pairs, { kind: "list" });
}
var PlanView = class {
	constructor(node) {
		this.node = node;
		this.title = node.querySelector("h1")?.textContent ?? "";
		this.tiers = [...node.querySelectorAll(".box-emergency, .box-today, .box-call")].filter(isElement);
		this.pains = [...node.querySelectorAll(".box-pain")].filter(isElement);
	}
	get banners() {
		return [...this.node.querySelectorAll(".draft")].map((banner) => banner.cloneNode(true));
	}
	fact(name) {
		const rows = [...this.node.querySelectorAll("dl.facts > div")];
		const mine = rows.filter((row) => row.querySelector("dt")?.textContent === name);
		return make("p", { class: "fact" }, ...mine.flatMap((row) => copies(row.querySelector("dd"))));
	}
	figures(item, mirrored) {
		const blocks = [...this.node.querySelectorAll("article.exercise")].filter(isElement);
		const block = blocks.find((node) => node.dataset.item === item.item);
		const panels = [...block?.querySelectorAll(":scope > .panels > figure") ?? []];
		return panels.map((panel, n) => {
			const copy2 = panel.cloneNode(true);
			copy2.classList.toggle("mirrored", mirrored);
			const alt = item.alts[n];
			if (mirrored && alt) copy2.querySelector("[role=img]")?.setAttribute("aria-label", alt);
			else if (mirrored) copy2.setAttribute("aria-hidden", "true");
			return copy2;
		});
	}
};
function copies(node) {
	return [...node?.childNodes ?? []].map((kid) => kid.cloneNode(true));
}
function isElement(node) {
	return node instanceof HTMLElement;
}
function signNotices(page) {
	return page.diary.openSigns().map((head) => sign(page, head));
}
function signScreen(page, goOn) {
	const still = press(say("page.help.still"), goOn, { class: "wide-key" });
	return make("div", { class: "screen" }, make("h1", { tabindex: "-1" }, say("page.morning.title")), ...signNotices(page), still);
}
function sign(page, head) {
	const text = head.help_sign ?? "";
	const box = page.tiers.find((tier2) => signsOf(tier2).some((line2) => text.includes(line2)));
	const contact = page.contact();
	const boxes = box ? [box] : page.tiers;
	const links = [...boxes.flatMap((tier2) => [...tier2.querySelectorAll("h2 a, h3 a, strong a")]), ...contact.querySelectorAll("a")];
	return make("section", { class: "notice danger" }, make("p", { class: "quiet" }, say("page.help.told", { day: dayInWords(head.date, page.facts.lang) })), make("p", {}, make("b", {}, make("bdi", {}, signText(head)))), ...box ? [make("p", { class: "alert" }, ...adviceOf(box))] : [], make("div", { class: "keys" }, ...calls(links)), ...links.length && contact.querySelector("a") ? [] : [contact], dealt(page, head));
}
function dealt(page, head) {
	const box = make("div", { class: "dealt" });
	const put2 = (text, ...keys) => box.replaceChildren(make("p", {}, text), make("div", { class: "keys" }, ...keys));
	const deal = () => {
		page.diary.deal(head);
		page.attend();
	};
	const got = press(say("page.help.dealt"), () => {
		const may = press(say("page.help.may_yes"), deal);
		put2(say("page.help.may"), may, press(say("page.help.may_not"), first));
		may.focus();
	});
	const first = () => put2(say("page.help.is_dealt"), got);
	first();
	return box;
}
function signText({ help_sign: told2 = "" }) {
	if (!told2 || told2 === "no") return "";
	return told2.replace(/^yes:? ?/, "") || say("page.help.ask");
}
function adviceOf(box) {
	const parts = copies(box.querySelector("h2, h3"));
	const end = parts.at(-1);
	if (end) end.textContent = (end.textContent ?? "").replace(/:$/, ".").replace(/ if\.$/, ".");
	return [...copies(box.querySelector("p strong")), " ", ...parts];
}
function signsOf(box) {
	return [...box.querySelectorAll("li")].map((line2) => line2.textContent ?? "");
}
function calls(links) {
	const numbers = new Map(links.map((link) => [link.getAttribute("href") ?? "", link.textContent ?? ""]));
	return [...numbers].map(([href, number]) => make("a", { class: "call", href }, say("page.help.call", { number })));
}
var REMIND_AFTER = 3;
function storeNotes(page) {
	const { diary } = page;
	const older = diary.earlier.filter(({ isUnsent }) => isUnsent);
	const found = [...diary.damaged ? aside(page) : [], ...older.map(({ version }) => notice(say("page.store.older", { number: version }), "warn"))];
	if (!diary.place.kept) return [...found, notice(say("page.store.refused"), "warn")];
	const number = diary.onlyHere();
	return number < REMIND_AFTER ? found : [...found, reminder(page, number)];
}
function kept() {
	return notice(prose(say("page.store.kept"), say("page.store.drop")));
}
function aside({ facts: facts2, diary }) {
	const texts = diary.place.asides();
	if (!texts.length) return [];
	const save = () => downloadText(`diary-${facts2.plan_id}-${facts2.plan_code}-aside.txt`, texts.join("\n"));
	const keys = make("div", { class: "keys" }, press(say("page.store.aside"), save));
	return [make("div", { class: "notice warn" }, make("p", {}, say("page.store.damaged")), keys)];
}
function send(page) {
	const shared = async () => {
		if (await share(page)) page.show("diary", say("page.book.sent"));
	};
	if (canShare(page)) return press(say("page.book.share"), shared);
	const copied = async () => {
		if (await copy(page)) return page.show("diary", say("page.book.copied"));
		const text = make("textarea", { rows: 6, readonly: true, "aria-label": say("page.book.copy") });
		text.value = diaryText(page);
		text.addEventListener("focus", () => text.select());
		const closed = ask(say("page.book.copy"), [make("p", {}, say("page.book.by_hand")), text], [[null, say("page.close"), "main"]]);
		text.focus();
		await closed;
	};
	const key = press(say("page.book.copy"), copied);
	key.hidden = !("clipboard" in navigator);
	return key;
}
function reminder(page, number) {
	const save = press(say("page.book.download"), () => {
		download(page);
		box.replaceWith(notice(say("page.book.put"), "good"));
	});
	const box = make("div", { class: "notice" }, make("p", {}, prose(say("page.store.only_here", { number }), say("page.store.drop"))), make("div", { class: "keys" }, save, send(page)));
	return box;
}
function bookScreen(page, said) {
	const { diary } = page;
	const heads = diary.sessions();
	const put2 = () => {
		download(page);
		page.show("diary", say("page.book.put"));
	};
	return make("div", { class: "screen" }, make("h1", { tabindex: "-1" }, say("diary.title")), ...said ? [make("p", { class: "notice good said", tabindex: "-1" }, said)] : [], ...aside(page), diary.place.kept ? kept() : notice(say("page.store.refused"), "warn"), press(say("page.book.download"), put2, { class: "main wide-key" }), send(page), ...diary.saved ? [make("p", { class: "quiet" }, say("page.book.last", { day: savedOn(page) }))] : [], make("p", { class: "quiet" }, say("page.book.download_how")), make("h2", {}, say("page.book.entries")), heads.length ? make("ul", { class: "entries" }, ...heads.map((head) => entry(page, head))) : notice(say("page.book.empty")), more(page));
}
function savedOn({ diary, facts: facts2 }) {
	return dayInWords(diary.saved.slice(0, 10), facts2.lang);
}
function entry(page, head) {
	const rows = page.diary.ofSession(head);
	const names = (status) => {
		const items = page.facts.items.filter((item) => statusOf2(item, rows) === status);
		return items.map((item) => item.exercise).join(say("mark.comma"));
	};
	const lines = [[say("page.book.done"), names("done")], [say("page.book.partial"), names("partial")], [say("page.book.not_done"), names("not_done")], [say("diary.pain_before"), head.pain_before], [say("diary.pain_worst"), head.pain_worst], [say("page.book.after"), head.pain_after], [say("diary.pain_morning"), head.pain_next_morning], [say("diary.effort"), head.effort], ...page.facts.activities.map((name, n) => [name, ratingOf(head, n)]), [say("page.book.sign"), signText(head)], [say("page.book.reason"), head.reason], [say("page.book.note"), head.note]];
	const shown = lines.flatMap(([name, text]) => name && text ? [make("div", {}, make("dt", {}, name), make("dd", {}, make("bdi", {}, text)))] : []);
	const title = make("h3", {}, dayInWords(head.date, page.facts.lang));
	return make("li", { class: "card" }, title, make("dl", { class: "facts" }, ...shown));
}
function ratingOf(head, n) {
	const name = ACTIVITIES[n];
	return name && head[name];
}
function statusOf2(item, rows) {
	const told2 = new Set(rows.filter((row) => row.item === item.item && row.status).map((row) => row.status));
	return told2.size > 1 ? "partial" : [...told2][0];
}
function more(page) {
	const takenIn = async () => {
		const [chosen] = file.files ?? [];
		if (chosen) takeIn(page, await chosen.text());
	};
	const file = make("input", { type: "file", accept: ".csv,text/csv", id: "earlier", onchange: takenIn });
	return make("details", {}, make("summary", {}, say("page.book.more")), make("div", { class: "field" }, make("label", { for: "earlier" }, say("page.book.earlier")), file), make("p", {}, say("page.book.delete_how")), press(say("page.book.delete"), () => remove(page), { class: "danger" }));
}
function takeIn(page, text) {
	const { taken, kept: kept2, refused } = mergeCsv(page.facts, page.diary, text);
	const said = [say("page.book.taken", { number: taken }), say("page.book.stayed", { number: kept2 }), say("page.book.refused", { number: refused })];
	page.show("diary", prose(...said));
}
async function remove(page) {
	const said = await ask(say("page.book.delete"), [notice(say("page.book.delete_sure"), "warn")], [["yes", say("page.book.delete_yes"), "danger"], [null, say("page.cancel"), "main"]]);
	if (said !== "yes") return;
	page.diary.clear();
	page.show("diary", say("page.book.deleted"));
}
var Earlier = class {
	#held;
	constructor(name, version, held2, store) {
		this.name = name;
		this.version = version;
		this.#held = held2;
		this.store = store;
		this.sessions = Array.isArray(held2.rows) ? held2.rows.filter(isHead) : [];
	}
	get isUnsent() {
		const saved = isText(this.#held.saved) ? Date.parse(this.#held.saved) || 0 : 0;
		return this.sessions.some((row) => !(Date.parse(row.logged_at ?? "") <= saved));
	}
	save() {
		try {
			this.store().setItem(this.name, JSON.stringify(this.#held));
		} catch {
			return;
		}
	}
};
function earlierOf(plan2, own, store = () => localStorage) {
	try {
		const there = store();
		const names = Array.from({ length: there.length }, (_, n) => there.key(n) ?? "");
		const found = names.flatMap((name) => {
			const [version, ...rest] = name.startsWith(plan2) ? name.slice(plan2.length).split(" ") : [];
			if (!version || rest.length !== 1 || name === own) return [];
			const held2 = parsed(there.getItem(name) ?? "");
			return isRecord(held2) ? [new Earlier(name, version, held2, store)] : [];
		});
		return found.sort((one, two2) => Number(two2.version) - Number(one.version));
	} catch {
		return [];
	}
}
function isHead(row) {
	if (!isRecord(row) || !isText(row.date) || !isText(row.logged_at)) return false;
	return Boolean(row.logged_at) && (row.help_sign === void 0 || isText(row.help_sign));
}
function activityFields(facts2) {
	const scales = facts2.activities.map((name) => scale(name, say("activities.low"), say("activities.high")));
	const nodes = [make("h2", {}, say("activities.title")), make("p", {}, say("activities.how")), ...scales.map((part2) => part2.node)];
	const answers = () => Object.fromEntries(scales.map((part2, n) => [ACTIVITIES[n], part2.value]));
	return { nodes, answers };
}
var NEARLY_S = 0.1;
var MOST_S = 1e4;
var MOST_KG = 500;
function worked(item, side, steps, spent) {
	const mine = work(item, side, steps, spent);
	if (mine.every(({ spent_s }) => spent_s === 0)) return { status: "not_done" };
	const counts = fullSets(item, mine);
	if (counts.length === item.sets && counts.every((n) => n === item.reps)) return whole(item);
	const last = counts.at(-1) ?? 0;
	const fewest = counts.length > 1 ? Math.min(...counts.slice(0, -1)) : last;
	const answers = { status: "partial", sets_done: `${counts.length}`, reps_done: `${fewest}` };
	if (item.sets > 1 && counts.length) answers.reps_last_set = `${last}`;
	if (item.hold_s) answers.hold_done_s = `${longest("hold", mine)}`;
	else if (item.duration_s) answers.hold_done_s = inDiary(longest("move", mine));
	return answers;
}
function whole(item) {
	const answers = { status: "done", sets_done: `${item.sets}`, reps_done: `${item.reps}` };
	if (item.sets > 1) answers.reps_last_set = `${item.reps}`;
	if (item.hold_s) answers.hold_done_s = `${item.hold_s}`;
	else if (item.duration_s) answers.hold_done_s = inDiary(item.duration_s);
	return answers;
}
function kilos(typed2) {
	const text = typed2.trim().replace(",", ".");
	return /^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) <= MOST_KG ? text : "";
}
function work(item, side, steps, spent) {
	return steps.map((step, i) => ({ step, spent_s: spent[i] ?? 0 })).filter(({ step }) => step.item === item.item && (step.side ?? "both") === side).filter(({ step }) => step.kind === "move" || step.kind === "hold");
}
function fullSets(item, mine) {
	const counts = [];
	for (let set = 1; set <= item.sets; set += 1) {
		let full = 0;
		for (let rep = 1; rep <= item.reps; rep += 1) {
			const parts = mine.filter(({ step }) => step.set === set && step.rep === rep);
			if (parts.length && parts.every(({ step, spent_s }) => spent_s >= step.end_s - step.start_s - NEARLY_S)) full += 1;
		}
		if (full) counts.push(full);
	}
	return counts;
}
function longest(kind, mine) {
	const seconds = mine.filter(({ step }) => step.kind === kind).map(({ spent_s }) => Math.floor(spent_s + NEARLY_S));
	return Math.max(0, ...seconds);
}
function inDiary(seconds) {
	return seconds <= MOST_S ? `${seconds}` : "";
}
var DoneField = class {
	#told;
	#first;
	#why;
	#asked;
	#status;
	#load = null;
	#loaded = null;
	constructor(item, run2, asks) {
		this.item = item;
		this.asks = asks;
		this.run = run2;
		this.#told = run2 ? item.sides.map((side) => worked(item, side, run2.steps, run2.spent)) : [];
		this.#first = proposal(this.#told);
		this.#why = reasonSelect(`why-${item.item}`, run2?.reasons[item.item] ?? "");
		this.#asked = field(say("page.reason.why"), this.#why);
		const pairs = [["done", say("page.end.all")], ["partial", say("page.end.part")], ["not_done", say("page.end.none")]];
		this.#status = new Choice(item.exercise, pairs, { value: this.#first, changed: () => this.#refresh() });
		this.node = make("div", { class: "card" }, this.#status.node, this.#asked);
		if (item.load_kg) {
			this.#load = make("input", { id: `load-${item.item}`, inputmode: "decimal", value: item.load_kg, size: 6 });
			this.#loaded = field(say("page.end.load"), this.#load);
			this.node.append(this.#loaded);
		}
		this.#refresh();
	}
	answers() {
		if (!this.#status.value && !this.run) return [];
		return this.item.sides.map((side, n) => [this.item, side, this.#answersOf(n)]);
	}
	#answersOf(n) {
		const row = this.#done(n);
		if (this.#load && row.status !== "not_done") row.load_kg = kilos(this.#load.value);
		if (n === 0 && ["partial", "not_done"].includes(row.status ?? "")) row.reason = this.#why.value;
		return row;
	}
	#done(n) {
		const status = this.#status.value;
		const counted = this.#told[n];
		if (counted && status === this.#first) return { ...counted };
		return status === "done" ? whole(this.item) : { status };
	}
	#refresh() {
		const status = this.#status.value;
		this.#asked.hidden = this.asks === "brief" || !["partial", "not_done"].includes(status);
		if (this.#loaded) this.#loaded.hidden = !["partial", "done"].includes(status);
	}
};
function proposal(told2) {
	if (!told2.length) return "";
	if (told2.every(({ status }) => status === "done")) return "done";
	return told2.every(({ status }) => status === "not_done") ? "not_done" : "partial";
}
function reasonSelect(id, given) {
	const options = reasons().map((text) => make("option", { value: text, selected: text === given }, text));
	return make("select", { id }, make("option", { value: "" }), ...options);
}
function field(title, control) {
	return make("div", { class: "field" }, make("label", { for: control.id }, title), control);
}
function fieldsOf(screen) {
	const fields = screen.querySelectorAll("input, select, textarea");
	return [...fields];
}
function isTick(field2) {
	return field2 instanceof HTMLInputElement && ["checkbox", "radio"].includes(field2.type);
}
function filledIn(screen) {
	return fieldsOf(screen).map((field2) => isTick(field2) ? field2.checked ? "x" : "" : field2.value);
}
function fillIn(screen, texts) {
	const fields = fieldsOf(screen);
	if (fields.length !== texts.length) return;
	for (const [n, field2] of fields.entries()) {
		const text = texts[n] ?? "";
		if (isTick(field2) && !text) continue;
		if (isTick(field2)) field2.checked = true;
		else field2.value = text;
		field2.dispatchEvent(new Event("change"));
	}
}
var HelpField = class {
	#signs = make("div", { hidden: true });
	#told;
	constructor(page) {
		const pairs = [["no", say("page.no")], ["yes", say("page.yes")]];
		const changed = (value) => {
			this.#signs.hidden = value !== "yes";
		};
		this.#told = new Choice(say("page.help.ask"), pairs, { changed });
		this.#signs.append(...page.tiers.map(tier));
		const help2 = press(say("safety.help"), () => page.help());
		this.node = make("div", { class: "card" }, this.#told.node, help2, this.#signs);
	}
	get value() {
		const ticked = this.#signs.querySelectorAll("input:checked");
		const which = [...ticked].map((input) => input.value);
		return this.#told.value === "yes" && which.length ? plainText(`yes: ${which.join(" ")}`) : this.#told.value;
	}
};
function tier(box) {
	const title = box.querySelector("h2, h3");
	const alert = make("p", { class: "alert", role: "alert" });
	const warn = () => {
		const any = inputs.some((input) => input.checked);
		alert.replaceChildren(...any ? adviceOf(box) : []);
	};
	const inputs = signsOf(box).map((value) => make("input", { type: "checkbox", value, onchange: warn }));
	const rows = inputs.map((input) => make("li", {}, make("label", { class: "tick-row" }, input, make("span", {}, input.value))));
	return make("div", { class: box.className }, make("h3", {}, ...copies(title)), alert, make("ul", { class: "ticks" }, ...rows));
}
function finishScreen(page, sitting2, run2, before, form = []) {
	const asked = askedFor(page, sitting2).map((item) => new DoneField(item, run2, page.facts.asks));
	const felt = feltScales(page.facts);
	const activities = isAsking(page.facts, page.diary, sitting2) ? activityFields(page.facts) : null;
	const help2 = new HelpField(page);
	const note = make("textarea", { id: "note", rows: 3, maxlength: TEXT_MAX });
	const nothing = make("div", { role: "alert" });
	const save = () => {
		const parts = asked.flatMap((field2) => field2.answers());
		const said = { help_sign: help2.value, note: plainText(note.value), pain_before: before, ...Object.fromEntries(felt.map(([name, part2]) => [name, part2.value])), ...activities?.answers() };
		if (!parts.length && !Object.values(said).some(Boolean)) {
			nothing.replaceChildren(notice(say("page.end.nothing"), "warn"));
			return;
		}
		const times = { started_at: run2 ? moment(run2.started) : "", logged_at: moment(page.now()) };
		page.diary.log(sitting2, parts.length ? parts : blank(asked), { ...times, ...said });
		page.show("diary", say("page.saved"));
	};
	const screen = make("div", { class: "screen" }, ...heading(page, sitting2, run2), make("h2", {}, say("page.end.what")), ...asked.map((field2) => field2.node), make("h2", {}, say("page.end.felt")), ...felt.map(([, part2]) => part2.node), ...activities?.nodes ?? [], help2.node, make("div", { class: "field" }, make("label", { for: "note" }, say("page.end.note")), note), notice(say("page.end.blank")), nothing, press(say("page.end.save"), save, { class: "main wide-key" }));
	fillIn(screen, form);
	const keep = () => {
		const held2 = run2 && page.diary.open ? page.diary.open : byHand(page, sitting2, before);
		page.diary.open = { ...held2, form: filledIn(screen) };
		page.diary.save();
	};
	screen.addEventListener("change", keep);
	note.addEventListener("input", keep);
	return screen;
}
function blank([first]) {
	const [side] = first?.item.sides ?? [];
	return first && side ? [[first.item, side, {}]] : [];
}
function byHand(page, { items, ...sitting2 }, before) {
	const ids = items.map((item) => item.item);
	const started = moment(page.now());
	return { day: sitting2.day, sitting: sitting2, items: ids, before, started, spent: [], index: 0, reasons: {}, by_hand: true };
}
function feltScales({ asks }) {
	const worst = painScale(say("page.end.worst"));
	if (asks === "brief") return [["pain_worst", worst]];
	const effort = scale(say("page.end.effort"), say("page.effort.low"), say("page.effort.high"));
	return [["pain_worst", worst], ["pain_after", painScale(say("page.end.now"))], ["effort", effort]];
}
function askedFor({ facts: facts2 }, { items, planned }) {
	const ofDay = items.some((item) => planned.includes(item.item));
	return facts2.items.filter((item) => items.includes(item) || ofDay && planned.includes(item.item));
}
function heading(page, sitting2, run2) {
	const head = (text) => make("h1", { tabindex: "-1" }, text);
	if (!run2) return [head(dayInWords(sitting2.day, page.facts.lang))];
	const early = askedFor(page, sitting2).some((item) => item.sides.some((side) => worked(item, side, run2.steps, run2.spent).status !== "done"));
	const [title, how] = early ? [say("page.end.early"), say("page.end.early_how")] : [say("page.end.done"), say("page.end.done_how")];
	return [head(title), make("p", { class: "big" }, how)];
}
var Frame = class {
	#alerts = make("aside", { class: "alerts", "aria-label": say("safety.help") });
	#place = make("main", { id: "screen" });
	#tabs;
	constructor(plan2, show) {
		this.plan = plan2;
		const tab = (name, text) => [name, press(text, () => show(name))];
		this.#tabs = [tab("session", say("page.tab.session")), tab("plan", say("page.tab.plan")), tab("diary", say("page.tab.diary"))];
		const keys = this.#tabs.map(([, key]) => key);
		this.nodes = [make("nav", { class: "tabs", "aria-label": say("page.tab.name") }, ...keys), this.#alerts, this.#place];
	}
	alert(notices) {
		this.#alerts.replaceChildren(...notices);
	}
	put(screen, tab) {
		this.plan.hidden = Boolean(screen);
		this.#place.hidden = !screen;
		this.#place.replaceChildren(...screen ? [screen] : []);
		for (const [name, key] of this.#tabs) {
			if (name === tab) key.setAttribute("aria-current", "page");
			else key.removeAttribute("aria-current");
		}
		scrollTo(0, 0);
		const said = this.#place.querySelector(".said");
		if (said) said.focus();
		else (screen ?? this.plan).querySelector("h1")?.focus({ preventScroll: true });
	}
};
var ROUND_S = 3;
async function unpacked(packed) {
	if (!packed || !("DecompressionStream" in globalThis)) return null;
	const bytes = Uint8Array.from(atob(packed), (sign2) => sign2.charCodeAt(0));
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
	return JSON.parse(await new Response(stream).text());
}
function picture({ box, placed, shapes, frames }) {
	const paths = shapes.map((shape) => drawn("path", shape));
	const within = drawn("g", { transform: placed });
	const node = drawn("svg", { viewBox: box, "aria-hidden": "true" }, within);
	let shown = -1;
	const show = (place) => {
		const now = Math.round(place * (frames.length - 1));
		if (now === shown) return;
		shown = now;
		within.replaceChildren(...(frames[now] ?? []).flatMap((n) => paths[n] ?? []));
	};
	return { node, show };
}
function swinging(at_s) {
	return smooth(1 - Math.abs(1 - 2 * at_s / ROUND_S % 2));
}
function placeIn(step, at_s, { holds, timed, before }) {
	if (step.kind === "setup" || step.kind === "move" && timed) return null;
	if (step.kind === "hold") return 1;
	if (step.kind !== "move") return 0;
	const share2 = Math.min(1, at_s / (step.end_s - step.start_s));
	if (!holds) return smooth(1 - Math.abs(1 - 2 * share2));
	return smooth(before?.kind === "hold" ? Math.abs(1 - 2 * share2) : share2);
}
function smooth(share2) {
	return (1 - Math.cos(Math.PI * share2)) / 2;
}
var SHORT_S = 5;
function inWords(step, item) {
	const counts = [];
	if (item.sets > 1 && step.kind !== "setup" && step.kind !== "between") counts.push(say("page.player.set", { number: step.set, of: item.sets }));
	if (step.rep && item.reps > 1) counts.push(say("page.player.rep", { number: step.rep, of: item.reps }));
	return { what: deed(step, item), side: step.side ? sideOf(step, step.side, item) : "", counts };
}
function aloud(step, item) {
	const { what, side, counts } = inWords(step, item);
	const seconds = step.end_s - step.start_s;
	if (step.rep && step.rep > 1 && seconds < SHORT_S) return step.kind === "move" ? `${step.rep}` : what;
	const name = step.kind === "setup" ? item.name : "";
	return [name, what, side, counts.join(" · "), say("page.player.seconds", { number: seconds })].filter(Boolean).join(". ");
}
function clockText(seconds) {
	const whole2 = Math.max(0, Math.ceil(seconds - 1e-6));
	return whole2 < 60 ? `${whole2}` : `${Math.floor(whole2 / 60)}:${String(whole2 % 60).padStart(2, "0")}`;
}
function deed(step, item) {
	switch (step.kind) {
		case "setup":
			return say("page.player.setup");
		case "rest":
		case "between":
			return say("page.player.rest");
		case "switch":
			return say("page.player.switch");
		case "hold":
			return say("page.player.hold");
		case "move":
			return item.timed ? say("page.player.going") : say("page.player.move");
	}
}
function sideOf(step, at, { turns }) {
	const side = at === "left" ? say("side.left") : say("side.right");
	if (step.kind === "setup" && turns) return say("page.player.side_first", { side });
	if (step.kind === "switch") return say("page.player.side_now", { side });
	return say("page.player.side", { side });
}
var ROUND = 2 * Math.PI * 54;
var Board = class {
	where = make("p", { class: "stage-where" });
	left = make("p", { class: "stage-left" });
	live = make("p", { class: "unseen", role: "status" });
	lines = make("ol");
	#what = make("p", { class: "stage-what" });
	#side = make("p", { class: "stage-side" });
	#counts = make("p", { class: "stage-counts" });
	#ready = make("p", { class: "stage-ready", hidden: true });
	#coming = make("p", { class: "stage-coming" });
	#number = make("div", { class: "stage-number", "aria-hidden": "true" });
	#arc = drawn("circle", { class: "arc", cx: 60, cy: 60, r: 54, "stroke-dasharray": ROUND });
	#calm = matchMedia("(prefers-reduced-motion: reduce)");
	#roomy = matchMedia("(min-width: 54rem)");
	constructor(heading2, total_s, { back, play, next, onward, skip }, moving) {
		this.moving = moving;
		this.bar = make("progress", { max: total_s, value: 0, "aria-label": say("page.player.progress") });
		this.name = make(heading2, { class: "stage-name", tabindex: "-1" });
		this.how = make("details", { class: "stage-how" }, make("summary", {}, say("page.player.how")), this.lines);
		this.play = press(say("page.player.pause"), play, { class: "main" });
		this.onward = press(say("page.player.onward"), onward, { "aria-keyshortcuts": "Shift+ArrowRight" });
		this.more = make("div", { class: "stage-more" }, this.onward, press(say("page.player.skip"), skip));
		const keys = [press(say("page.player.back"), back, { class: "back", "aria-keyshortcuts": "ArrowLeft" }), this.play, press(say("page.player.next"), next, { class: "next", "aria-keyshortcuts": "ArrowRight" })];
		this.node = make("section", { class: "stage", "aria-label": say("page.player.region") }, make("div", { class: "stage-head" }, this.where, this.left, this.bar), make("div", { class: "stage-body" }, this.name, moving.node, this.#now(), this.how), make("div", { class: "stage-keys" }, ...keys), this.more, this.live);
	}
	show(step, item, coming, isLast) {
		const { what, side, counts } = inWords(step, item);
		this.node.setAttribute("data-kind", step.kind);
		const isOpen = step.kind === "setup" || this.#roomy.matches || this.moving.isEmpty;
		if (this.how.open && !isOpen) this.node.scrollIntoView();
		this.how.open = isOpen;
		this.#what.textContent = what;
		this.#side.textContent = side;
		this.#counts.replaceChildren(...counts.flatMap((count, n) => [n ? " · " : "", make("span", {}, count)]));
		this.#side.hidden = !side;
		this.#counts.hidden = !counts.length;
		this.#coming.textContent = coming;
		if (isLast && document.activeElement === this.onward) this.name.focus();
		this.onward.hidden = isLast;
	}
	settle(running, step, rest_s) {
		const waits = !running && step?.kind === "setup";
		const begin = waits ? say("page.player.ready") : say("page.player.play");
		this.play.textContent = running ? say("page.player.pause") : begin;
		this.node.toggleAttribute("data-paused", !running);
		this.#ready.hidden = !waits;
		this.#ready.textContent = waits ? say("page.player.ready_how", { number: Math.ceil(rest_s) }) : "";
	}
	count(rest_s, step) {
		const text = clockText(rest_s);
		if (this.#number.textContent !== text) this.#number.textContent = text;
		this.#number.classList.toggle("long", text.length > 2);
		const share2 = (this.#calm.matches ? Math.ceil(rest_s) : rest_s) / (step.end_s - step.start_s);
		this.#arc.style.strokeDashoffset = `${ROUND * (1 - Math.min(1, share2))}`;
	}
	#now() {
		const track = drawn("circle", { class: "track", cx: 60, cy: 60, r: 54 });
		const dial = drawn("svg", { viewBox: "0 0 120 120", "aria-hidden": "true" }, track, this.#arc);
		const words = make("div", { class: "stage-words" }, this.#counts, this.#coming);
		const ring = make("div", { class: "ring" }, dial, this.#number);
		return make("div", { class: "stage-now" }, make("div", {}, this.#what, this.#side, this.#ready), ring, words);
	}
};
var STILL = "M6 5h4v14H6zM14 5h4v14h-4z";
var MOVE = "M8 5v14l11-7z";
var Moving = class {
	figure = make("div", { class: "stage-figure" });
	#stage = make("div", { class: "stage-moving panel", role: "img" });
	#sign = drawn("path", { d: STILL });
	#key = press("", () => this.#turn(!this.#on), { class: "moving-key" });
	#on = !matchMedia("(prefers-reduced-motion: reduce)").matches;
	#picture = null;
	#wanted = null;
	#frame = 0;
	constructor(where) {
		this.where = where;
		this.#key.append(drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, this.#sign));
		this.node = make("div", { class: "stage-picture" }, this.figure, this.#stage, this.#key);
		this.#turn(this.#on);
	}
	get isEmpty() {
		return !this.figure.childElementCount;
	}
	async show(panels, movement, mirrored) {
		this.figure.replaceChildren(...panels);
		this.#picture = null;
		this.#wanted = movement;
		this.#turn(this.#on);
		const told2 = await movement;
		if (!told2 || this.#wanted !== movement) return;
		const texts = [...this.figure.querySelectorAll("figure:not([aria-hidden]) [role=img]")];
		this.#stage.setAttribute("aria-label", texts.map((part2) => part2.getAttribute("aria-label")).join(" "));
		this.#stage.classList.toggle("mirrored", mirrored);
		this.#picture = picture(told2);
		this.#stage.replaceChildren(this.#picture.node);
		this.#turn(this.#on);
	}
	close() {
		this.#wanted = null;
		cancelAnimationFrame(this.#frame);
	}
	#turn(on) {
		this.#on = on;
		const shown = on && this.#picture !== null;
		this.#key.hidden = !this.#picture;
		this.#key.setAttribute("aria-label", on ? say("page.player.still") : say("page.player.moving"));
		this.#sign.setAttribute("d", on ? STILL : MOVE);
		this.figure.hidden = shown;
		this.#stage.hidden = !shown;
		cancelAnimationFrame(this.#frame);
		if (shown) this.#draw(performance.now());
	}
	#draw(now) {
		this.#picture?.show(this.where() ?? swinging(now / 1e3));
		this.#frame = requestAnimationFrame((then) => this.#draw(then));
	}
};
var LEAP_MS = 1e4;
var AGAIN_S = 2;
var Player = class {
	#zero = null;
	#at = 0;
	#seen = 0;
	#index = 0;
	constructor(steps) {
		this.steps = steps;
		this.total_s = steps.at(-1)?.end_s ?? 0;
		this.spent_s = steps.map(() => 0);
	}
	get index() {
		return this.#index;
	}
	get step() {
		return this.steps[this.#index] ?? null;
	}
	get running() {
		return this.#zero !== null;
	}
	get done() {
		return this.#index >= this.steps.length;
	}
	at_s(now) {
		return this.#zero === null ? this.#at : Math.min((now - this.#zero) / 1e3, this.total_s);
	}
	left_s(now) {
		return this.step ? Math.max(0, this.step.end_s - this.at_s(now)) : 0;
	}
	play(now) {
		if (this.running || this.done) return;
		this.#zero = now - this.#at * 1e3;
		this.#seen = now;
	}
	pause(now) {
		this.tick(now);
		this.#stand(now);
	}
	tick(now) {
		if (!this.running) return { entered: [], slept: false };
		if (now - this.#seen > LEAP_MS) {
			this.#stand(this.#seen);
			return { entered: [], slept: true };
		}
		this.#seen = now;
		const at = this.at_s(now);
		const entered = [];
		this.#note(at);
		while (this.step && at >= this.step.end_s) {
			this.#index += 1;
			if (this.step) entered.push(this.#index);
			this.#note(at);
		}
		if (this.done) this.#stand(now);
		return { entered, slept: false };
	}
	next(now) {
		this.#jump(this.#index + 1, now);
	}
	back(now) {
		const again = this.step && this.at_s(now) - this.step.start_s > AGAIN_S;
		this.#jump(Math.max(0, this.#index - (again ? 0 : 1)), now);
	}
	skip(now) {
		const found = this.#following();
		this.#jump(found < 0 ? this.steps.length : found, now);
	}
	get isLast() {
		return this.#following() < 0;
	}
	#following() {
		const here = this.step?.item;
		return this.steps.findIndex((step, i) => i > this.#index && step.item !== here);
	}
	to(index, now) {
		this.#jump(index, now);
	}
	#note(at) {
		if (!this.step) return;
		const spent = Math.min(at, this.step.end_s) - this.step.start_s;
		this.spent_s[this.#index] = Math.max(this.spent_s[this.#index] ?? 0, spent);
	}
	#stand(now) {
		if (this.running) this.#at = this.at_s(now);
		this.#zero = null;
	}
	#jump(index, now) {
		const here = this.#index;
		this.tick(now);
		const meant = this.#index !== here && index > here ? Math.max(index, this.#index) : index;
		this.#index = Math.min(meant, this.steps.length);
		this.#at = this.step ? this.step.start_s : this.total_s;
		if (this.done) this.#zero = null;
		else if (this.running) this.#zero = now - this.#at * 1e3;
	}
};
var TICK_MS = 50;
var Stage = class {
	#timer;
	#shown = "";
	#beaten = /* @__PURE__ */ new Set();
	#begun = false;
	constructor(steps, items, hooks, heading2 = "h2", clock = () => performance.now()) {
		this.player = new Player(steps);
		this.items = items;
		this.hooks = hooks;
		this.clock = clock;
		this.order = [...new Set(steps.map((step) => step.item))];
		const keys = { back: () => this.jump("back"), play: () => this.toggle(), next: () => this.jump("next"), onward: () => this.onward(), skip: () => this.player.step && hooks.skip(this.player.step) };
		this.board = new Board(heading2, this.player.total_s, keys, new Moving(() => this.#place()));
		this.node = this.board.node;
		this.#draw();
		this.#settle(clock());
	}
	start() {
		this.player.play(this.clock());
		this.#settle(this.clock());
		if (!this.#begun) this.#tell();
		this.#begun = true;
	}
	halt(silent = false) {
		if (!this.player.running) return;
		this.player.pause(this.clock());
		if (this.player.done) {
			this.#finish();
			return;
		}
		this.#settle(this.clock());
		if (!silent) this.board.live.textContent = say("page.player.paused");
	}
	toggle() {
		if (this.player.running) this.halt();
		else this.start();
	}
	onward() {
		if (!this.player.isLast) this.jump("skip");
	}
	jump(way) {
		const reading = this.clock();
		this.player[way](reading);
		if (this.player.done) {
			this.#finish();
			return;
		}
		this.#enter();
		this.#paint(reading);
	}
	from(index) {
		this.player.to(index, this.clock());
		this.#draw();
		this.#paint(this.clock());
	}
	close() {
		this.#stop();
		this.board.moving.close();
	}
	#stop() {
		clearInterval(this.#timer);
		this.#timer = void 0;
	}
	focus() {
		this.board.name.focus();
	}
	get #here() {
		const { step } = this.player;
		const item = step && this.items.get(step.item);
		return step && item ? { step, item } : null;
	}
	#enter() {
		this.#draw();
		this.board.settle(this.player.running, this.player.step, this.player.left_s(this.clock()));
		this.#tell();
	}
	#draw() {
		this.#beaten = /* @__PURE__ */ new Set();
		if (!this.#here) return;
		const { step, item } = this.#here;
		const side = step.side ?? item.lead;
		const key = `${step.item} ${side}`;
		if (this.#shown !== key) {
			if (this.#shown && !this.#shown.startsWith(`${step.item} `)) this.node.scrollIntoView();
			this.#shown = key;
			this.#present(step.item, item, side);
		}
		this.board.show(step, item, this.#coming(step), this.player.isLast);
	}
	#present(id, item, side) {
		const { name, moving, lines, where } = this.board;
		const mirrored = side !== item.lead;
		name.textContent = item.name;
		void moving.show(item.figures(mirrored), item.movement, mirrored);
		lines.replaceChildren(...item.lines(side).map((line2) => make("li", {}, line2)));
		where.textContent = say("page.player.exercise", { number: this.order.indexOf(id) + 1, of: this.order.length });
	}
	#place() {
		if (!this.#here) return 0;
		const { step, item } = this.#here;
		const at_s = this.player.at_s(this.clock()) - step.start_s;
		return placeIn(step, at_s, { ...item, before: this.player.steps[this.player.index - 1] });
	}
	#coming(step) {
		const after = this.player.steps[this.player.index + 1];
		const item = after && this.items.get(after.item);
		if (!item) return say("page.player.last");
		return say("page.player.then", { text: after.item === step.item ? inWords(after, item).what : item.name });
	}
	#tell() {
		if (!this.#here) return;
		const { step, item } = this.#here;
		const text = aloud(step, item);
		this.board.live.textContent = text;
		this.hooks.told(text, step.kind);
	}
	#paint(reading) {
		const at = this.player.at_s(reading);
		const minutes = Math.ceil((this.player.total_s - at) / 60);
		this.board.left.textContent = say("page.player.left", { number: minutes });
		this.board.bar.value = at;
		if (this.player.step) this.board.count(this.player.left_s(reading), this.player.step);
	}
	#beat(reading) {
		const { step, running } = this.player;
		if (!step || !running) return;
		const marks = step.end_s - step.start_s > SHORT_S ? [3, 2, 1, 0] : [0];
		for (const mark of marks) {
			const in_s = this.player.left_s(reading) - mark;
			if (in_s >= -0.05 && in_s < 0.25 && !this.#beaten.has(mark)) {
				this.#beaten.add(mark);
				this.hooks.beat(mark, Math.max(0, in_s));
			}
		}
	}
	#tick() {
		const reading = this.clock();
		const { entered, slept } = this.player.tick(reading);
		if (entered.length) this.#enter();
		if (slept) {
			this.#settle(reading);
			this.board.live.textContent = say("page.player.paused");
		}
		this.#paint(reading);
		this.#beat(reading);
		if (this.player.done) this.#finish();
	}
	#settle(reading) {
		const { running, step } = this.player;
		this.board.settle(running, step, this.player.left_s(reading));
		if (running) this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
		else this.#stop();
		this.hooks.played(running);
		this.#paint(reading);
	}
	#finish() {
		this.close();
		this.hooks.played(false);
		this.hooks.finished();
	}
};
var Performance = class {
	#kept = -1;
	constructor(app2, sitting2, run2, before) {
		this.app = app2;
		this.sitting = sitting2;
		this.run = run2;
		this.before = before;
		const items = new Map(sitting2.items.map((item) => [item.item, this.#played(item)]));
		const hooks = { told: (text, kind) => this.#told(text, kind), beat: (mark, in_s) => mark ? app2.sounds.count(in_s) : app2.sounds.end(in_s), played: (is) => this.#running(is), skip: (step) => void this.#skip(step), finished: () => this.#over() };
		this.stage = new Stage(run2.steps, items, hooks, "h1");
		this.stage.player.spent_s.splice(0, run2.spent.length, ...run2.spent);
		run2.spent = this.stage.player.spent_s;
		this.stage.board.more.append(this.#mute(), this.#aid(), this.#end());
	}
	begin(index) {
		if (index) this.stage.from(index);
		this.stage.start();
		this.stage.focus();
	}
	get #onStage() {
		return this.app.stage === this.stage;
	}
	#played(item) {
		return { name: item.exercise, lead: item.sides[0] ?? "both", timed: Boolean(item.duration_s), turns: item.sides.includes("left") && item.sides.includes("right"), sets: item.sets, reps: item.reps, lines: (side) => item.lines[side] ?? [], figures: (mirrored) => this.app.plan.figures(item, mirrored), holds: item.hold_s > 0, movement: unpacked(item.motion) };
	}
	#told(text, kind) {
		this.app.voice.say(text);
		if (kind === "switch") this.app.sounds.change();
		if (kind !== "move") queueMicrotask(() => this.#onStage && this.#keep());
		if (kind === "setup" && this.app.choice("wait")) queueMicrotask(() => this.#onStage && this.stage.halt(true));
	}
	#keep() {
		const { diary } = this.app;
		const { index } = this.stage.player;
		if (this.#kept === index) return;
		this.#kept = index;
		const { items, ...sitting2 } = this.sitting;
		const { spent, reasons: reasons2 } = this.run;
		const ids = items.map((item) => item.item);
		const started = this.run.started.toISOString();
		diary.open = { day: sitting2.day, sitting: sitting2, items: ids, before: this.before, started, spent, index, reasons: reasons2 };
		diary.save();
	}
	#running(is) {
		void this.app.lock.keep(is);
		if (!is) this.app.voice.hush();
	}
	async #skip(step) {
		const was = this.stage.player.running;
		this.stage.halt(true);
		const why = reasonList();
		const said = await ask(say("page.player.skip"), [why.node], [["yes", say("page.player.skip"), "main"], [null, say("page.cancel")]]);
		if (said === "yes") {
			this.run.reasons[step.item] = why.value;
			this.stage.jump("skip");
		}
		if (was && this.#onStage) this.stage.start();
	}
	#over() {
		this.app.finish(this.sitting, this.run, this.before);
	}
	#mute() {
		const key = press("", () => {
			this.app.choose("sound", !this.app.choice("sound"));
			label();
		});
		const label = () => {
			key.textContent = this.app.choice("sound") ? say("page.player.mute") : say("page.player.unmute");
		};
		label();
		return key;
	}
	#aid() {
		const help2 = () => {
			this.stage.halt(true);
			void this.app.help();
		};
		return press(say("safety.help"), help2, { class: "help-key" });
	}
	#end() {
		return press(say("page.player.stop"), async () => {
			this.stage.halt(true);
			const said = await ask(say("page.player.stop"), [notice(say("page.player.stop_how"))], [["yes", say("page.player.stop_yes"), "main"], [null, say("page.player.stop_no")]]);
			if (said === "yes") this.#over();
		});
	}
};
var ScreenLock = class {
	#lock = null;
	#wanted = false;
	async keep(is) {
		this.#wanted = is;
		if (!is) this.#letGo();
		else if (!this.#lock && "wakeLock" in navigator) await this.#take();
	}
	async #take() {
		try {
			const lock = await navigator.wakeLock.request("screen");
			this.#lock = lock;
			lock.addEventListener("release", () => {
				if (this.#lock === lock) this.#lock = null;
			});
			if (!this.#wanted) this.#letGo();
		} catch {
			this.#lock = null;
		}
	}
	#letGo() {
		this.#lock?.release().catch(() => null);
		this.#lock = null;
	}
};
var PITCH_HZ = { count: 660, end: 880, change: 520 };
var Sounds = class {
	on = true;
	#audio = null;
	wake() {
		if (!this.#audio && "AudioContext" in window) this.#audio = new AudioContext();
		void this.#audio?.resume();
	}
	count(in_s) {
		this.#beep(PITCH_HZ.count, 0.12, in_s);
	}
	end(in_s) {
		this.#beep(PITCH_HZ.end, 0.35, in_s);
	}
	change() {
		this.#beep(PITCH_HZ.change, 0.18, 0.4);
		this.#beep(PITCH_HZ.end, 0.25, 0.62);
	}
	#beep(pitch_hz, length_s, in_s) {
		if (!this.on || !this.#audio) return;
		const at = this.#audio.currentTime + in_s;
		const tone = this.#audio.createOscillator();
		const level = this.#audio.createGain();
		tone.frequency.value = pitch_hz;
		level.gain.setValueAtTime(0, at);
		level.gain.linearRampToValueAtTime(0.3, at + 0.01);
		level.gain.exponentialRampToValueAtTime(1e-3, at + length_s);
		tone.connect(level).connect(this.#audio.destination);
		tone.start(at);
		tone.stop(at + length_s + 0.02);
	}
};
function agenda(facts2, diary, day) {
	const week = facts2.days[day] ?? null;
	const state2 = stateOf(facts2, day, week);
	const today = facts2.slots.filter(([, date]) => date === day);
	const [slot] = today.filter(([, , number]) => !diary.rows.some((row) => told(row, day) && row.slot === number));
	const items = slot ? inGroup(facts2, slot[3]) : [];
	return { day, week, state: state2, due: slot !== void 0, number: slot?.[2] ?? diary.nextNumber(day, today.map(([, , number]) => number)), times: today.length, items, free: state2 === "open" ? facts2.items.filter((item) => item.free && !items.includes(item)) : [] };
}
function missedDay(facts2, diary, day) {
	const before = facts2.slots.filter(([, date, , group]) => date < day && inGroup(facts2, group).some((item) => !item.free));
	const last = before.at(-1)?.[1];
	return last && !diary.rows.some((row) => told(row, last)) ? last : null;
}
function sitting({ day, week, number, items: asked }, items) {
	return { day, week, number, planned: asked.map((item) => item.item), items };
}
function stateOf(facts2, day, week) {
	if (day < facts2.start) return "early";
	if (day >= facts2.until) return "over";
	return week === null ? "paused" : "open";
}
function told(row, day) {
	return row.date === day && Boolean(row.status);
}
async function notDone(page, plan2, title) {
	const why = reasonList();
	const said = await ask(title, [notice(say("handout.missed_rule")), why.node], [["yes", say("page.save"), "main"], [null, say("page.cancel")]]);
	if (said !== "yes") return;
	const parts = plan2.items.flatMap((item) => item.sides.map((side) => [item, side, { status: "not_done" }]));
	page.diary.log(plan2, parts, { reason: why.value, logged_at: moment(page.now()) });
	page.show("diary", say("page.saved_none"));
}
function notes(page, plan2, offered) {
	const { facts: facts2, diary } = page;
	const found = facts2.caution.map((text) => notice(text, "warn"));
	found.push(...storeNotes(page));
	const night = facts2.asks === "full" ? diary.waitingForMorning(plan2.day) : null;
	const missed = plan2.state === "open" && !diary.open ? missedDay(facts2, diary, plan2.day) : null;
	return [...found, ...diary.open ? [begun(page, plan2, diary.open)] : [], ...night ? [morning(page, night)] : [], ...state(page, plan2, offered), ...missed ? [missedNote(page, missed)] : []];
}
function state({ facts: facts2 }, { state: is, times, due }, offered) {
	const words = (day) => dayInWords(day, facts2.lang);
	if (is === "early") return [notice(say("page.start.early", { day: words(facts2.start) }))];
	if (is === "over") return [notice(say("page.start.over", { day: words(dayAfter(facts2.until, -1)) }))];
	if (is === "paused") return [notice(say("page.start.paused"))];
	if (times && !due) return [notice(say("page.start.all_done"), "good")];
	return times || offered ? [] : [notice(say("page.start.rest_day"))];
}
function begun(page, plan2, held2) {
	const drop = () => {
		page.diary.open = null;
		page.diary.save();
		page.show("session");
	};
	const tell = held2.form ? say("page.start.fill") : say("page.start.tell");
	const keys = [press(tell, () => page.tell(held2)), press(say("page.start.drop"), drop)];
	if (held2.day === plan2.day && !held2.by_hand && !page.diary.openSigns().length) {
		keys.unshift(press(say("page.start.resume"), () => page.resume(held2), { class: "main" }));
	}
	const day = dayInWords(held2.day, page.facts.lang);
	const text = held2.form ? say("page.start.unsaved", { day }) : say("page.start.begun", { day });
	return make("div", { class: "notice warn" }, make("p", {}, text), make("div", { class: "keys" }, ...keys));
}
function missedNote(page, day) {
	const then = agenda(page.facts, page.diary, day);
	const text = say("page.start.missed", { day: dayInWords(day, page.facts.lang) });
	const keys = [press(say("page.start.did"), () => page.finish(sitting(then, then.items), null, "")), press(say("page.start.did_not"), () => notDone(page, then, say("page.start.did_not")))];
	const told2 = make("p", {}, prose(text, say("handout.missed_rule")));
	return make("div", { class: "notice" }, told2, make("div", { class: "keys" }, ...keys));
}
function morning(page, head) {
	const part2 = painScale(say("page.morning.ask"));
	const close = (value) => {
		if (value) head.pain_next_morning = value;
		else head.asked = true;
		page.diary.save();
		page.show("session");
	};
	const keep = press(say("page.save"), () => part2.value && close(part2.value), { class: "main" });
	const how = say("page.morning.how", { day: dayInWords(head.date, page.facts.lang) });
	return make("section", { class: "notice" }, make("h2", {}, say("page.morning.title")), make("p", {}, how), part2.node, make("div", { class: "keys" }, keep, press(say("page.unknown"), () => close(""))));
}
function switches(page) {
	const voice = flip(page, "voice", say("page.switch.voice"));
	const heed = () => {
		voice.hidden = !page.voice.there;
	};
	heed();
	page.voice.whenChanged(heed);
	return make("div", { class: "switches" }, flip(page, "sound", say("page.switch.sound")), voice, flip(page, "wait", say("page.switch.wait")));
}
function flip(page, name, text) {
	const input = make("input", { type: "checkbox", role: "switch", checked: page.choice(name) });
	input.addEventListener("change", () => page.choose(name, input.checked));
	return make("label", { class: "switch" }, input, make("span", {}, text));
}
function startScreen(page) {
	return new Start(page).node;
}
var Start = class {
	#chosen = /* @__PURE__ */ new Set();
	#minutes = make("p", { class: "big" });
	#gear = make("p");
	#helpful = make("p");
	#pain = make("div", { class: "stack" });
	#none = notice(say("page.start.tick"));
	#before = painScale(say("page.start.pain"));
	constructor(page) {
		this.page = page;
		this.plan = agenda(page.facts, page.diary, page.today());
		this.begin = press(say("page.start.begin"), () => page.play(this.#sitting(), this.#before.value), { class: "main wide-key" });
		const today = this.#today();
		const free = this.#free();
		const offered = this.plan.items.length + this.plan.free.length > 0;
		this.usual = make("div", { class: "stack" }, this.#minutes, page.warmUp(), this.#gear, this.#helpful, this.#none, this.#pain, help(page), switches(page), this.#ways());
		this.node = make("div", { class: "screen start" }, make("h1", { tabindex: "-1" }, page.title), make("p", { class: "big" }, dayInWords(this.plan.day, page.facts.lang)), ...notes(page, this.plan, offered), ...page.facts.asks === "full" ? [this.#before.node] : [], ...today, ...free, ...offered || this.plan.state === "paused" ? [] : [this.#anyway()], this.usual, ...this.#isHeld ? [notice(say("page.help.wait"), "warn")] : [], this.begin);
		this.#open(offered);
		this.#refresh();
	}
	#today() {
		const { items, times, number } = this.plan;
		if (!items.length) return [];
		const which = times > 1 ? [notice(say("page.start.session", { number, of: times }))] : [];
		return [...which, make("h2", {}, say("page.start.today")), this.#ticks(items, true)];
	}
	#free() {
		const { free } = this.plan;
		if (!free.length) return [];
		const list = this.#ticks(free, false);
		const all = () => {
			const open = list.querySelectorAll("input:not(:checked)");
			for (const box of open) box.click();
		};
		return [make("h2", {}, say("page.start.choose")), make("p", {}, say("page.start.choose_how")), list, press(say("page.start.all"), all)];
	}
	#anyway() {
		const open = press(say("page.start.anyway"), () => {
			open.replaceWith(this.#ticks(this.page.facts.items, true));
			this.#open(true);
			this.#refresh();
		});
		return make("div", { class: "stack" }, open);
	}
	#ways() {
		const { page, plan: plan2 } = this;
		const by_hand = () => this.#chosen.size && page.finish(this.#sitting(), null, this.#before.value);
		const keys = [press(say("page.start.by_hand"), by_hand)];
		const not_today = say("page.start.not_today");
		if (plan2.items.length) keys.push(press(not_today, () => notDone(page, plan2, not_today)));
		return make("div", { class: "keys" }, ...keys);
	}
	#ticks(items, on) {
		return make("ul", { class: "ticks" }, ...items.map((item) => this.#tick(item, on)));
	}
	#tick(item, on) {
		const mark = () => {
			if (input.checked) this.#chosen.add(item);
			else this.#chosen.delete(item);
			this.#refresh();
		};
		const input = make("input", { type: "checkbox", checked: on, onchange: mark });
		if (on) this.#chosen.add(item);
		const words = make("span", {}, make("b", {}, item.exercise), make("small", {}, this.#hint(item, on)));
		return make("li", {}, make("label", { class: "tick-row" }, input, words));
	}
	#hint(item, on) {
		if (on) return item.dose;
		const number = this.page.diary.freeDone(item, this.plan.week);
		return `${item.dose} · ${say("page.start.this_week", { number, of: item.a_week })}`;
	}
	#sitting() {
		return sitting(this.plan, this.page.facts.items.filter((item) => this.#chosen.has(item)));
	}
	get #isHeld() {
		return this.page.diary.openSigns().length > 0;
	}
	#open(is) {
		this.usual.hidden = this.#before.node.hidden = !is;
		this.begin.hidden = !is || this.#isHeld;
	}
	#refresh() {
		const { items } = this.#sitting();
		const number = Math.ceil((this.page.facts.ready_s + toAllow(items, this.page.facts)) / 60);
		this.#minutes.textContent = say("page.start.minutes", { number });
		const needed = new Set(items.flatMap((item) => item.equipment));
		const helpful = new Set(items.flatMap((item) => item.optional.filter((thing) => !needed.has(thing))));
		this.#gear.textContent = `${say("handout.equipment")}: ${listed(needed) || say("handout.nothing_needed")}`;
		this.#helpful.textContent = `${say("handout.optional")}: ${listed(helpful)}`;
		const kinds = new Set(items.map((item) => item.pain));
		const boxes = this.page.pains.filter((box) => [...kinds].some((kind) => kind === box.dataset.topic));
		this.#pain.replaceChildren(...boxes.map((box) => box.cloneNode(true)));
		this.begin.disabled = !items.length;
		this.#none.hidden = items.length > 0;
		this.#minutes.hidden = this.#gear.hidden = !items.length;
		this.#helpful.hidden = !helpful.size;
	}
};
function listed(things) {
	return [...things].join(say("mark.list"));
}
function help(page) {
	return make("div", { class: "notice care" }, press(say("safety.help"), () => page.help()));
}
function shelf(name, store = () => localStorage) {
	const besides = (n) => `${name} aside ${n}`;
	const place = { name, kept: true, read: () => attempt((there) => there.getItem(name)), write(text) {
		if (place.kept) attempt((there) => there.setItem(name, text));
		return place.kept;
	}, clear() {
		attempt((there) => there.removeItem(name));
		place.asides().forEach((_, n) => void attempt((there) => there.removeItem(besides(n + 1))));
	}, asides() {
		const texts = [];
		const next = () => attempt((there) => there.getItem(besides(texts.length + 1)));
		for (let text = next(); text !== null; text = next()) texts.push(text);
		return texts;
	}, setAside(text) {
		const there = place.asides();
		if (!there.includes(text)) attempt((store2) => store2.setItem(besides(there.length + 1), text));
	} };
	const attempt = (act) => {
		try {
			return act(store());
		} catch {
			place.kept = false;
			return null;
		}
	};
	return place;
}
var Voice = class {
	on = false;
	#engine = "speechSynthesis" in window ? window.speechSynthesis : null;
	#lang;
	constructor(lang) {
		this.#lang = lang.slice(0, 2);
	}
	get there() {
		return this.#mine() !== void 0;
	}
	whenChanged(then) {
		this.#engine?.addEventListener?.("voiceschanged", then);
	}
	say(text) {
		const mine = this.#mine();
		if (!this.on || !this.#engine || !mine) return;
		this.#engine.cancel();
		const said = new SpeechSynthesisUtterance(text);
		said.voice = mine;
		said.lang = mine.lang;
		this.#engine.speak(said);
	}
	hush() {
		this.#engine?.cancel();
	}
	#mine() {
		const voices = this.#engine?.getVoices() ?? [];
		return voices.find((voice) => voice.localService && voice.lang.replace("_", "-").startsWith(this.#lang));
	}
};
var App = class {
	sounds = new Sounds();
	lock = new ScreenLock();
	stage = null;
	#fresh = null;
	#asked = false;
	constructor(facts2, plan2, now, store) {
		this.facts = facts2;
		this.plan = plan2;
		this.now = now;
		this.title = plan2.title;
		this.tiers = plan2.tiers;
		this.pains = plan2.pains;
		this.voice = new Voice(facts2.lang);
		const all = `homestretch ${facts2.plan_code} `;
		const place = `${all}${facts2.plan_version} ${facts2.fingerprint}`;
		this.diary = new Diary(facts2, shelf(place, store), earlierOf(all, place, store));
		this.frame = new Frame(plan2.node, (name) => this.show(name));
		this.#heed();
	}
	today() {
		return dayOf(this.now());
	}
	choice(name) {
		return this.diary.choices[name] ?? name !== "voice";
	}
	choose(name, is) {
		this.diary.choices[name] = is;
		this.diary.save();
		this.#heed();
	}
	show(name, said) {
		this.#leave();
		this.#fresh = name === "session" ? this.today() : null;
		this.#put(this.#screen(name, said), name);
	}
	attend() {
		if (this.#fresh && !this.#asked) this.show("session");
		else this.frame.alert(signNotices(this));
	}
	refresh() {
		if (!this.#fresh || this.#fresh === this.today()) return;
		this.#asked = false;
		this.show("session");
	}
	finish(sitting2, run2, before, form) {
		this.#leave();
		this.#fresh = null;
		this.#put(finishScreen(this, sitting2, run2, before, form), "session");
	}
	warmUp() {
		return this.plan.fact(say("handout.before"));
	}
	contact() {
		const contact = this.plan.fact(say("handout.contact"));
		contact.classList.add("contact");
		return contact;
	}
	help() {
		const copies2 = this.tiers.map((box) => box.cloneNode(true));
		return ask(say("safety.help"), [this.contact(), ...copies2], [[null, say("page.close"), "main"]]);
	}
	play(sitting2, before) {
		const steps = stepsOf(sitting2.items, this.facts);
		this.#perform(sitting2, { steps, spent: [], started: this.now(), reasons: {} }, before, 0);
	}
	resume(held2) {
		const sitting2 = this.#sitting(held2);
		this.#perform(sitting2, run(sitting2, held2, this.facts), held2.before, held2.index);
	}
	tell(held2) {
		const sitting2 = this.#sitting(held2);
		this.finish(sitting2, held2.by_hand ? null : run(sitting2, held2, this.facts), held2.before, held2.form);
	}
	#screen(name, said) {
		if (name === "session" && this.#isAsking) return signScreen(this, () => this.#goOn());
		if (name === "session") return startScreen(this);
		return name === "diary" ? bookScreen(this, said) : null;
	}
	get #isAsking() {
		return !this.#asked && this.diary.openSigns().length > 0;
	}
	#goOn() {
		this.#asked = true;
		this.show("session");
	}
	#put(screen, tab) {
		this.frame.alert(this.#isAsking && tab === "session" ? [] : signNotices(this));
		this.frame.put(screen, tab);
	}
	#perform(sitting2, run2, before, index) {
		this.#leave();
		this.#heed();
		this.sounds.wake();
		this.#fresh = null;
		const performance2 = new Performance(this, sitting2, run2, before);
		this.stage = performance2.stage;
		this.#put(this.stage.node, "session");
		document.body.setAttribute("data-playing", "");
		performance2.begin(index);
	}
	#sitting(held2) {
		return { ...held2.sitting, items: this.facts.items.filter((item) => held2.items.includes(item.item)) };
	}
	#leave() {
		this.stage?.close();
		this.stage = null;
		this.voice.hush();
		void this.lock.keep(false);
		document.body.removeAttribute("data-playing");
	}
	#heed() {
		this.sounds.on = this.choice("sound");
		this.voice.on = this.choice("voice");
		if (!this.voice.on) this.voice.hush();
	}
};
function run({ items }, { spent, started, reasons: reasons2 }, facts2) {
	return { steps: stepsOf(items, facts2), spent, started: new Date(started), reasons: reasons2 };
}
var TRIAL = "homestretch: trial";
var LEAVES = "homestretch: leave";
function isTrial(frame = window) {
	return frame.name === TRIAL;
}
function forNow() {
	const held2 = /* @__PURE__ */ new Map();
	return { get length() {
		return held2.size;
	}, key: (n) => [...held2.keys()][n] ?? null, getItem: (name) => held2.get(name) ?? null, setItem: (name, text) => void held2.set(name, text), removeItem: (name) => void held2.delete(name) };
}
function leave() {
	if (!document.querySelector("dialog[open]")) parent.postMessage(LEAVES, "*");
}
function part(id) {
	const node = document.getElementById(id);
	if (!node) throw new Error(`The page has no ${id}.`);
	return node;
}
var facts = JSON.parse(part("facts").textContent ?? "");
learn(facts.words);
var plan = new PlanView(part("plan"));
var trial = isTrial();
var held = forNow();
var app = new App(facts, plan, () => /* @__PURE__ */ new Date(), trial ? () => held : void 0);
function pressed(event) {
	if (trial && event.key === "Escape") leave();
	const { stage } = app;
	const busy = event.target instanceof Element && event.target.closest("button, input, textarea, select, summary, a, dialog");
	if (!stage || busy || event.ctrlKey || event.metaKey || event.altKey) return;
	if (event.key === " ") stage.toggle();
	else if (event.key === "ArrowRight" && event.shiftKey) stage.onward();
	else if (event.key === "ArrowRight") stage.jump("next");
	else if (event.key === "ArrowLeft") stage.jump("back");
	else return;
	event.preventDefault();
}
document.addEventListener("keydown", pressed);
document.addEventListener("visibilitychange", () => {
	if (document.hidden) app.stage?.halt();
	else app.refresh();
});
window.addEventListener("storage", (event) => {
	if (event.key === app.diary.place.name) app.diary.load();
});
plan.node.querySelector("h1")?.setAttribute("tabindex", "-1");
var root = part("app");
var { banners } = plan;
root.append(...banners.length ? [make("header", {}, ...banners)] : [], ...app.frame.nodes);
app.show("session");
root.hidden = false;
document.body.classList.add("live");
