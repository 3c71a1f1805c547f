// Made of js/library/ and js/shared/ by "npm run build" in js/.
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
var PAGE = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/;
function beside(path, page = window.location.pathname) {
	const folder = PAGE.exec(page)?.[1];
	return folder === void 0 ? null : folder + path.split("/").map(encodeURIComponent).join("/");
}
var PAGES = { "plan.ipynb": "Planner", "library.ipynb": "Library", "adherence.ipynb": "Follow-up", "caseload.ipynb": "Caseload" };
function neighbours(own, { aside: aside2 = false } = {}) {
	const target = aside2 ? { target: "_blank", rel: "noopener" } : {};
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
function numbered(n, one, many = `${one}s`) {
	return `${n} ${n === 1 ? one : many}`;
}
function counted(n, all, shown) {
	const found = n === all ? numbered(n, "exercise") : `${n} of ${numbered(all, "exercise")}`;
	return n > shown ? `${found}, the first ${shown} shown` : found;
}
function shelfList(model, send, picked) {
	const search = searchPart(send);
	const count = h("p", { class: "bs-count", role: "status" });
	const list = h("ul", { class: "bs-rows", "aria-label": "Exercises found" });
	const choose = (id) => {
		picked();
		send({ do: "show", id });
	};
	const rows = () => list.querySelectorAll(".bs-row");
	const point = () => {
		const now = model.get("one").id;
		for (const row of rows()) {
			if (row.dataset.id === now) row.setAttribute("aria-current", "true");
			else row.removeAttribute("aria-current");
		}
	};
	const reveal = () => list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
	const draw = () => {
		const { rows: found, count: n, all } = model.get("found");
		const held = focusedId(list);
		list.replaceChildren(...found.map((exercise) => shelfRow(exercise, choose)));
		count.textContent = counted(n, all, found.length);
		if (!n) list.append(h("li", { class: "bs-none" }, "Nothing found. Try fewer letters or fewer filters."));
		point();
		if (held) [...rows()].find((row) => row.dataset.id === held)?.focus();
	};
	const named = { class: "hs-panel bs-list", "aria-label": "Exercises" };
	const scrolls = { class: "bs-scroll", tabindex: "0", role: "group", "aria-label": "Exercises found, scrolling" };
	const counts = h("div", { class: "bs-count-row" }, count, search.clear);
	const node = h("section", named, h("h2", {}, "Exercises"), ...search.nodes, counts, h("div", scrolls, list));
	return { node, draw, drawLists: () => search.draw(model.get("lists")), point, reveal };
}
function focusedId(list) {
	const { activeElement } = list.getRootNode();
	return activeElement instanceof HTMLElement ? activeElement.dataset.id : void 0;
}
function shelfRow(exercise, choose) {
	const act = () => choose(exercise.id);
	const row = h("button", { type: "button", class: "bs-row", "data-id": exercise.id, onclick: act }, h("span", { class: "bs-row-name" }, exercise.name), h("span", { class: "bs-row-about" }, `${exercise.about.join(" · ")} · ${exercise.position}`), h("span", { class: "bs-marks" }, ...markers(exercise)));
	return h("li", {}, row);
}
function markers({ open, origin, whose, review }) {
	return [h("span", { class: `bs-mark bs-${origin}` }, whose), h("span", { class: "bs-mark bs-review" }, review), ...open.length ? [h("span", { class: "bs-mark bs-open" }, "Needs a clinician")] : []];
}
function searchPart(send) {
	const words = h("input", { type: "search", placeholder: "hip, glute, wall…", autocomplete: "off" });
	const filters = filtersPart(() => seek());
	const things = thingsPart(() => seek());
	const texts = [words, ...filters.controls];
	const empty = () => {
		for (const control of texts) control.value = "";
		things.clear();
		seek();
		words.focus();
	};
	const props = { class: "bs-plain", "aria-label": "Clear search and filters", hidden: true };
	const clear = button("Clear", empty, props);
	const seek = () => {
		const chosen = things.chosen();
		clear.hidden = !(chosen || texts.some((control) => control.value));
		send({ do: "search", words: words.value, ...filters.chosen(), things: chosen });
	};
	words.addEventListener("input", seek);
	const draw = (lists) => {
		filters.draw(lists);
		things.draw(lists.things);
	};
	return { nodes: [field("Search", words), filters.node, ...things.nodes], clear, draw };
}
function filtersPart(seek) {
	const select = () => h("select", { onchange: seek });
	const region = select();
	const category = select();
	const position = select();
	const whose = select();
	const chosen = () => ({ region: region.value, category: category.value, position: position.value, whose: whose.value });
	const draw = (lists) => {
		offer(region, [["", "All regions"], ...lists.regions]);
		offer(category, [["", "All kinds"], ...lists.categories]);
		offer(position, [["", "All positions"], ...lists.positions]);
		offer(whose, lists.whose);
	};
	const node = h("div", { class: "bs-filters" }, field("Region", region), field("Kind", category), field("Position", position), field("Whose", whose));
	return { node, controls: [region, category, position, whose], chosen, draw };
}
function thingsPart(seek) {
	const group = h("div", { class: "bs-things", role: "group", "aria-label": "Equipment at hand", hidden: true });
	const asked = h("input", { type: "checkbox", onchange: seek });
	const ticks = () => [...group.querySelectorAll("input")];
	const ticked = () => ticks().flatMap((box) => box.checked ? [box.value] : []);
	const chosen = () => {
		group.hidden = !asked.checked;
		return asked.checked ? ticked() : null;
	};
	const clear = () => {
		for (const box of [asked, ...ticks()]) box.checked = false;
	};
	const draw = (things) => {
		const kept = new Set(ticked());
		group.replaceChildren(...things.map((name) => thingTick(name, kept.has(name), seek)));
	};
	const label = h("label", { class: "bs-tick" }, asked, h("span", {}, "Only with the equipment at hand"));
	return { nodes: [label, group], chosen, clear, draw };
}
function thingTick(name, checked, change) {
	const box = h("input", { type: "checkbox", value: name, onchange: change, checked });
	return h("label", { class: "bs-tick" }, box, h("span", {}, name));
}
function offer(control, pairs) {
	const chosen = control.value;
	control.replaceChildren(...choices(pairs));
	control.value = pairs.some(([value]) => value === chosen) ? chosen : "";
}
function linkTo(id, name, go) {
	const act = (event) => {
		event.preventDefault();
		go(id);
	};
	return h("a", { href: "#bs-one", class: "bs-link", onclick: act }, name);
}
function part(title, ...kids) {
	return h("section", { class: "bs-part" }, h("h3", {}, title), ...kids);
}
function lines(name, lines2) {
	return h("ul", name ? { class: name } : {}, ...lines2.map((line) => h("li", {}, line)));
}
function aside(text) {
	return h("span", { class: "bs-why" }, text);
}
function backgroundOf(known, go) {
	const ways = [...waysPart("Easier", known.easier, go), ...waysPart("Harder", known.harder, go)];
	const tags = known.tags.length ? h("dl", { class: "bs-facts bs-tags" }, ...known.tags.flatMap(tagRows)) : h("p", { class: "hs-quiet" }, "None. No condition can be matched by its movement.");
	return [part("At a glance", facts(known.facts)), ...ways.length ? [h("div", { class: "bs-pair" }, ...ways)] : [], ...known.precautions.length ? [part("Precautions", lines("bs-dots", known.precautions))] : [], part("Movement tags", tags), part("Sources", h("ul", { class: "bs-sources" }, ...known.sources.map(sourceRow))), ...known.licence.length ? [part("Licence", facts(known.licence))] : []];
}
function facts(pairs) {
	return h("dl", { class: "bs-facts" }, ...pairs.flatMap(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));
}
function waysPart(title, all, go) {
	const way = (v) => h("li", {}, v.id ? linkTo(v.id, v.name, go) : v.text, v.id && v.text ? ` ${v.text}` : "", v.why ? aside(v.why) : "");
	return all.length ? [part(title, h("ul", { class: "bs-ways" }, ...all.map(way)))] : [];
}
function tagRows({ name, means, limb }) {
	const counts = limb ? aside(`Counts for ${limb}.`) : "";
	return [h("dt", {}, h("code", {}, name)), h("dd", {}, means, counts)];
}
function sourceRow({ mark, means, says, cites }) {
	const evidence = `${mark}: ${means}.`;
	const cited = aside(cites ? `${cites} ${evidence}` : evidence);
	const text = h("span", {}, says || "Named as the source.", cited);
	return h("li", {}, h("b", { class: "bs-evidence", title: means }, mark), text);
}
var RING = "M8 1a7 7 0 1 0 .01 0z";
var LEVELS = { STOP: ["Stop", "M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5 8h6"], ERROR: ["Error", "M2 2h12v12H2z", "M5.5 5.5l5 5m0-5l-5 5"], AVOID: ["Avoid", RING, "M3.5 3.5l9 9"], CAUTION: ["Caution", "M8 1.5l7 13H1z", "M8 6v4m0 1.8v.7"], INFO: ["Info", RING, "M8 7.2v4.3m0-7v.7"], OK: ["Clear", RING, "M4.8 8.2l2.2 2.3 4.2-4.6"] };
function icon(level) {
	const [, ...outlines] = LEVELS[level];
	const paths = outlines.map((d) => drawn("path", { d }));
	return drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "hs-sign" }, ...paths);
}
function pill(level, ...words) {
	const said = words.length ? words : [LEVELS[level][0]];
	return h("span", { class: `hs-pill hs-level-${level.toLowerCase()}` }, icon(level), h("span", {}, ...said));
}
function checkOf(check, go) {
	return [part("Words of the patient's sheet", ...wordsOf(check.reading)), part("Default dose", ...doseOf(check)), part("Conditions", ...conditionsOf(check, go)), h("p", { class: "bs-banner" }, check.banner)];
}
function wordsOf(reading) {
	const judged = [reading.judged, reading.counts].filter(Boolean).join(" · ");
	const summary = h("p", { class: "bs-line" }, pill(reading.level, `School grade ${reading.grade}`), h("span", {}, judged));
	const hard = hardOf(reading);
	const none = h("p", { class: "hs-quiet" }, "No long sentence, no long word, no word of the clinic.");
	return [summary, ...hard.length ? hard : [none]];
}
function hardOf({ long_sentences, most_words, jargon, long_words, stated }) {
	const block = (title, body) => h("div", {}, h("h4", {}, title), body);
	const hard = [];
	if (stated.length) hard.push(block("A dose or an address of its own: the plan says the dose", lines("bs-dots", stated)));
	if (long_sentences.length) {
		hard.push(block(`Sentences of more than ${most_words} words`, lines("bs-dots", long_sentences)));
	}
	if (jargon.length) {
		const rows = jargon.map(([word, plain]) => h("li", {}, h("b", {}, word), ` – say “${plain}”`));
		hard.push(block("Words of the clinic", h("ul", { class: "bs-dots" }, ...rows)));
	}
	if (long_words.length) hard.push(block("Long words", h("p", {}, long_words.join(", "))));
	return hard;
}
function doseOf({ open_dose, dose, nothing }) {
	if (open_dose) {
		return [h("p", {}, "The dose is not filled in yet, so that there is nothing to hold against the limits.")];
	}
	if (!dose.length) return [h("p", { class: "bs-line" }, pill("OK", "Within the limits"), h("span", {}, nothing))];
	const row = (f) => {
		const text = h("p", {}, h("b", {}, f.what), ` ${f.why}`);
		return h("li", {}, pill(f.level), h("div", {}, text, h("p", { class: "bs-why" }, `${f.mend} ${f.source}`)));
	};
	return [h("ul", { class: "bs-flags" }, ...dose.map(row))];
}
function conditionsOf({ conditions: { flags, holds, rest, all }, region, open_tags, nothing }, go) {
	const how = `All ${all} conditions, each as if it held from today on the working side (region: ${region}).`;
	const open = "Its movement tags are not filled in, so that most conditions cannot be matched yet.";
	const shown = flags.length ? h("ul", { class: "bs-flags" }, ...flags.map((flag) => flagRow(flag, go))) : h("p", {}, nothing);
	const held = `${numbered(holds.length, "condition stops", "conditions stop")} any plan until a named sign-off`;
	const unmatched = `${numbered(rest.length, "condition")}: no rule matched, which is no proof of safety`;
	return [h("p", { class: "hs-quiet" }, how), ...open_tags ? [h("p", { class: "bs-note" }, open)] : [], shown, ...holds.length ? [folded(held, holds)] : [], ...rest.length ? [folded(unmatched, rest)] : []];
}
function flagRow(flag, go) {
	const swaps = flag.swaps.flatMap((s, i) => [i ? ", " : "", linkTo(s.id, s.name, go)]);
	const text = h("div", {}, h("p", {}, h("b", {}, flag.name), flag.what ? `: ${flag.what}` : ""), h("p", {}, flag.why), flag.alone ? h("p", {}, h("b", {}, `Without fixed support: ${flag.alone.toLowerCase()}.`)) : "", swaps.length ? h("p", {}, "Instead: ", ...swaps) : "", h("p", { class: "bs-why" }, flag.source));
	return h("li", {}, pill(flag.level), text);
}
function folded(title, names) {
	return h("details", { class: "bs-more" }, h("summary", {}, title), lines("bs-dots", names));
}
function ownForm(text, write) {
	const name = h("input", { type: "text", autocomplete: "off", maxlength: "200" });
	const toggle = () => node.hidden ? open() : close();
	const opener = button(text, toggle, { "aria-expanded": "false", class: "bs-opener" });
	const submit = (event) => {
		event.preventDefault();
		write(name.value);
	};
	const leave = () => {
		close();
		opener.focus();
	};
	name.addEventListener("keydown", (e) => {
		if (e.key !== "Enter" && e.key !== "Escape") return;
		e.stopPropagation();
		if (e.key === "Enter") submit(e);
		else leave();
	});
	const node = h("form", { class: "bs-own-form", hidden: true, onsubmit: submit }, field("Name of my exercise", name), h("button", { type: "submit", class: "hs-first" }, "Write the file"), button("Cancel", leave));
	const set = (is) => {
		node.hidden = !is;
		opener.setAttribute("aria-expanded", String(is));
	};
	const open = () => {
		set(true);
		name.focus();
	};
	const close = () => {
		set(false);
		name.value = "";
	};
	return { opener, node, close };
}
function countOf({ own, overridden }) {
	const parts = [own ? `${own} of my own` : "", overridden ? `${overridden} of the kit's changed by me` : ""];
	const said = parts.filter(Boolean).join(", ");
	return said ? `${said}.` : "None yet. Start from an exercise of the kit, or from a blank form.";
}
function ownPanel(model, send) {
	const folder = h("code", { class: "bs-path" });
	const count = h("p", {});
	const again = button("Read again", () => send({ do: "read_again" }));
	const form = ownForm("New blank form", (name) => send({ do: "start", name }));
	const said = h("p", { class: "hs-quiet bs-said", role: "status" });
	const node = h("section", { class: "hs-panel bs-mine", "aria-label": "My own exercises" }, h("h2", {}, "My own exercises"), count, h("p", { class: "hs-quiet" }, "Folder: ", folder), h("div", { class: "bs-buttons" }, again, form.opener), said, form.node);
	const editor = (file) => {
		const at = model.get("editor") ? beside(file) : null;
		const link = { class: "hs-link", href: at ?? "", target: "_blank", rel: "noopener" };
		return at ? [h("a", link, "Open it in the editor")] : [];
	};
	const started = startedPart(model, editor);
	const draw = () => {
		const own = model.get("own");
		count.textContent = countOf(own);
		folder.textContent = own.folder;
	};
	const drawStarted = () => {
		if (model.get("started").id) form.close();
		started.draw();
	};
	const heard = ({ done }) => {
		if (done) said.textContent = done;
	};
	return { node, started: started.node, draw, drawStarted, heard, editor };
}
function startedPart(model, editor) {
	const node = h("section", { class: "hs-panel bs-started", "aria-label": "The new file", hidden: true });
	const draw = () => {
		const { id, name, file, edit, note } = model.get("started");
		node.hidden = !id;
		if (!id) return;
		const written = h("p", { role: "status" }, h("b", {}, name), " is written to ", h("code", {}, file), ".");
		node.replaceChildren(h("div", { class: "bs-started-head" }, written, ...editor(file)), h("p", {}, "What to edit:"), h("ul", { class: "bs-dots" }, ...edit.map((line) => h("li", {}, line))), h("p", {}, "Save the file, then press “Read again” here. ", note));
		node.scrollIntoView({ block: "nearest" });
	};
	return { node, draw };
}
function faultsOf(files) {
	const n = files.reduce((sum, file) => sum + file.faults.length, 0);
	const faults = `${n} ${n === 1 ? "fault" : "faults"}`;
	return `${faults} in ${files.length} ${files.length === 1 ? "file" : "files"} of mine`;
}
function faultPanel(model, editor) {
	const title = h("h2", {});
	const list = h("div", { class: "bs-files" });
	const node = h("section", { class: "hs-panel bs-faults", "aria-label": "Faults in my files", hidden: true }, title, h("p", {}, "These files are left out until they are mended. Everything else works."), list);
	const draw = () => {
		const { files } = model.get("own");
		node.hidden = !files.some((file) => file.faults.length);
		title.textContent = faultsOf(files);
		list.replaceChildren(...files.map((file) => brokenFile(file, editor)));
	};
	return { node, draw };
}
function brokenFile({ file, stays, faults }, editor) {
	const kept = stays ? h("span", { class: "hs-quiet" }, "The kit's own exercise stays in force.") : "";
	const links = file.endsWith(".toml") ? editor(`exercises/${file}`) : [];
	return h("div", { class: "bs-file" }, h("div", { class: "bs-file-head" }, h("h3", {}, file), kept, ...links), h("ul", { class: "bs-fault-list" }, ...faults.map(faultRow)));
}
function faultRow({ field: name, what, mend }) {
	const text = h("div", {}, h("p", {}, what), mend ? h("p", { class: "bs-why" }, mend) : "");
	return h("li", {}, h("code", {}, name), text);
}
function printed(sheet) {
	const pictures = sheet.pictures.map((p) => h("figure", {}, h("img", { src: p.src, alt: p.alt })));
	const table = sheet.table.map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)));
	const steps = h("ol", {}, ...sheet.steps.map((step) => h("li", {}, step)));
	const asides = sheet.asides.map((aside2) => h("div", { class: "bs-aside" }, h("h4", {}, aside2.title), h("ul", {}, ...aside2.lines.map((line) => h("li", {}, line)))));
	return [h("h3", {}, sheet.name), ...pictures.length ? [h("div", { class: "bs-pictures" }, ...pictures)] : [], h("p", { class: "bs-dose" }, sheet.dose.join(" ")), h("dl", { class: "bs-table", "aria-label": sheet.dose_title }, ...table), h("div", { class: "bs-columns" }, h("div", { class: "bs-steps" }, h("h4", {}, sheet.steps_title), steps), h("div", { class: "bs-asides" }, ...asides)), ...sheet.licence ? [h("p", { class: "bs-licence" }, sheet.licence)] : []];
}
function sheetPanel(turn) {
	const sides = sidesPart(turn);
	const time = h("p", { class: "hs-quiet" });
	const paper = h("article", { class: "bs-paper", "aria-label": "As the patient reads it" });
	const node = h("div", {}, h("div", { class: "bs-sheet-bar" }, sides.node, time), paper);
	const draw = (sheet, id) => {
		sides.draw(sheet, id);
		time.textContent = `As it is printed, at the default dose: ${sheet.time} in a session`;
		paper.replaceChildren(...printed(sheet));
	};
	return { node, draw };
}
function sidesPart(turn) {
	const name = `bs-sides-${fresh()}`;
	const node = h("fieldset", { class: "bs-sides" });
	let offered = "";
	const choice = (value, text) => {
		const act = () => {
			if (value !== "both") turn(value);
		};
		const radio = h("input", { type: "radio", name, value, onchange: act });
		return h("label", { class: "bs-side" }, radio, h("span", {}, text));
	};
	const draw = ({ choices: choices2, sides }, id) => {
		const now = JSON.stringify([id, choices2]);
		if (now !== offered) {
			const legend = h("legend", { class: "hs-unseen" }, "Sides");
			node.replaceChildren(legend, ...choices2.map(([value, text]) => choice(value, text)));
		}
		offered = now;
		node.hidden = !choices2.length;
		for (const radio of node.querySelectorAll("input")) radio.checked = radio.value === sides;
	};
	return { node, draw };
}
function reached(key, at, count) {
	const last = count - 1;
	const places = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last };
	return places[key];
}
function tabs(pairs) {
	const id = fresh();
	const heads = pairs.map(([name], i) => button(name, () => choose(i), { role: "tab", id: `bs-tab-${id}-${i}`, "aria-controls": `bs-page-${id}-${i}` }));
	const pages = pairs.map(([, node], i) => {
		const named = { role: "tabpanel", id: `bs-page-${id}-${i}`, "aria-labelledby": `bs-tab-${id}-${i}` };
		return h("div", { ...named, tabindex: "0", class: "bs-page" }, node);
	});
	const choose = (n) => {
		for (const [i, head] of heads.entries()) {
			head.setAttribute("aria-selected", String(i === n));
			head.tabIndex = i === n ? 0 : -1;
		}
		for (const [i, page] of pages.entries()) page.hidden = i !== n;
	};
	const bar = h("div", { role: "tablist", class: "bs-tabs", "aria-label": "Parts of the exercise" }, ...heads);
	bar.addEventListener("keydown", (e) => {
		const at = e.target instanceof HTMLButtonElement ? heads.indexOf(e.target) : -1;
		const to = reached(e.key, at, heads.length);
		if (to === void 0 || at < 0) return;
		e.preventDefault();
		e.stopPropagation();
		choose(to);
		heads[to]?.focus();
	});
	choose(0);
	return { node: h("div", {}, bar, ...pages) };
}
function shelfOne(send, go) {
	let shown = "";
	const name = h("h2", { class: "bs-name", tabindex: "-1", id: "bs-one" });
	const about = h("p", { class: "bs-about" });
	const marks = h("p", { class: "bs-marks" });
	const open = h("p", { class: "bs-note", hidden: true });
	const own = ownForm("Start my own from this", (typed) => send({ do: "start", name: typed, base: shown }));
	const sheet = sheetPanel((sides) => send({ do: "show", id: shown, sides }));
	const background = h("div", { class: "bs-background" });
	const check = h("div", { class: "bs-check" });
	const pages = tabs([["The patient's sheet", sheet.node], ["Background", background], ["Check", check]]);
	const title = h("div", { class: "bs-title" }, name, about, marks);
	const named = { class: "hs-panel bs-one", "aria-label": "Exercise in full" };
	const node = h("section", named, h("div", { class: "bs-head" }, title, own.opener), own.node, open, pages.node);
	const draw = (one) => {
		const other = one.id !== shown;
		shown = one.id;
		name.textContent = one.name;
		about.textContent = `${one.about.join(" · ")} · ${one.position}`;
		marks.replaceChildren(...markers(one));
		open.hidden = !one.open.length;
		open.textContent = `Still to be filled in by a clinician: ${one.open.join(", ")}. Until then no plan takes it, and what stands there is a placeholder.`;
		sheet.draw(one.sheet, one.id);
		background.replaceChildren(...backgroundOf(one.background, go));
		check.replaceChildren(...checkOf(one.check, go));
		if (other) own.close();
	};
	const focus = () => {
		name.scrollIntoView({ block: "nearest" });
		name.focus();
	};
	return { node, draw, focus };
}
function render({ model, el }) {
	const send = (wish) => model.send(wish);
	const notices = h("div", { class: "bs-notices", role: "alert" });
	const { list, one, drawOne } = shelfPart(model, send);
	const own = ownPanel(model, send);
	const faults = faultPanel(model, own.editor);
	const side = h("div", { class: "bs-side-column" }, list.node, own.node);
	const main = h("div", { class: "bs-main" }, faults.node, own.started, one.node);
	const grid = h("div", { class: "bs-grid" }, side, main);
	const drawOwn = () => {
		own.draw();
		faults.draw();
	};
	const drawNotices = () => {
		notices.replaceChildren(...told(model.get("notices"), "bs-notice"));
		if (notices.firstChild) notices.scrollIntoView({ block: "nearest" });
	};
	const watched = [["change:found", list.draw], ["change:lists", list.drawLists], ["change:one", drawOne], ["change:own", drawOwn], ["change:started", own.drawStarted], ["change:notices", drawNotices], ["msg:custom", own.heard]];
	for (const [event, act] of watched) model.on(event, act);
	const line = connection({ cut: () => {
	}, mended: () => {
	} });
	const page = h("div", { class: "hs bs", tabindex: "-1", ...OWN_MENU }, titleOf(model.get("editor")), line.node, notices, grid);
	line.watch(page, grid);
	el.replaceChildren(page);
	for (const draw of [list.drawLists, list.draw, drawOne, drawOwn, drawNotices]) draw();
	return () => {
		for (const [event, act] of watched) model.off(event, act);
	};
}
function shelfPart(model, send) {
	let jump = false;
	let picked = false;
	const go = (id) => {
		jump = true;
		send({ do: "show", id });
	};
	const list = shelfList(model, send, () => {
		picked = true;
	});
	const one = shelfOne(send, go);
	const drawOne = () => {
		one.draw(model.get("one"));
		list.point();
		const below = one.node.offsetTop > list.node.offsetTop + list.node.offsetHeight;
		if (picked && below) one.node.scrollIntoView({ block: "start" });
		picked = false;
		if (jump) {
			list.reveal();
			one.focus();
		}
		jump = false;
	};
	return { list, one, drawOne };
}
function titleOf(editor) {
	const about = h("p", { class: "hs-quiet" }, "Exercise library");
	return h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), about, ...editor ? neighbours("library.ipynb") : []);
}
var page_default = { render };
export { page_default as default };
