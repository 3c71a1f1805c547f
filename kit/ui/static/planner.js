// Made of js/planner/ and js/shared/ by "npm run build" in js/.
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
var made = 0;
var told = /* @__PURE__ */ new WeakMap();
var shown = /* @__PURE__ */ new WeakMap();
function sentence({ what, mend }) {
	return `${what.charAt(0).toUpperCase()}${what.slice(1)} ${mend}`.trimEnd();
}
function refuse(control, faults) {
	settle(control);
	const box = control.closest(".hs-field");
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
function settleAll(part2) {
	for (const control of part2.querySelectorAll("[aria-invalid]")) settle(control);
}
function keepsTyped(control, value) {
	shown.set(control, value);
	const refused = told.get(control);
	if (refused && refused.held !== value) settle(control);
	return told.has(control);
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
function atField(control) {
	return { refused: (faults) => refuse(control, faults), taken: () => settle(control) };
}
function atForm(names, done) {
	const node = make("div", { class: "hs-fault", role: "alert" });
	const clear = () => node.replaceChildren();
	const asker = { refused: (faults) => {
		node.replaceChildren(...faults.map((fault) => make("p", {}, inForm(fault, names))));
		return node.isConnected;
	}, taken: () => {
		clear();
		done();
	} };
	return { node, clear, asker };
}
function inForm({ where = "", what, mend }, names) {
	const name = names[where];
	return sentence({ what: name ? `${name} ${what}` : what, mend });
}
var TAKES_FOCUS = /* @__PURE__ */ new Set(["INPUT", "SELECT", "BUTTON", "TEXTAREA", "A", "SUMMARY"]);
var made2 = 0;
function fresh() {
	made2 += 1;
	return made2;
}
function h(tag, props = {}, ...kids) {
	const node = make(tag, props, ...kids);
	if (TAKES_FOCUS.has(node.tagName) || "tabindex" in props) node.setAttribute("data-lm-suppress-shortcuts", "true");
	return node;
}
function button(text2, act, props = {}) {
	return h("button", { type: "button", onclick: act, ...props }, text2);
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
	if (keepsTyped(control, String(value))) return;
	const root = control.getRootNode();
	if (control !== root.activeElement && control.value !== String(value)) control.value = String(value);
}
function restore(control, value) {
	if (!keepsTyped(control, String(value))) control.value = String(value);
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
function fold(name, ...kids) {
	const about = h("span", { class: "hs-line" });
	const head = h("summary", {}, h("h2", {}, name), about);
	const node = h("details", { class: "hs-fold" }, head, h("div", { class: "hs-fold-body" }, ...kids));
	return { node, line: about };
}
function told2(faults, name) {
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
var PAGE = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/;
function beside(path, page = window.location.pathname) {
	const folder = PAGE.exec(page)?.[1];
	return folder === void 0 ? null : folder + path.split("/").map(encodeURIComponent).join("/");
}
var PAGES = { "plan.ipynb": "Planner", "library.ipynb": "Library", "adherence.ipynb": "Follow-up", "caseload.ipynb": "Caseload" };
function neighbours(own, { aside = false } = {}) {
	const target = aside ? { target: "_blank", rel: "noopener" } : {};
	const links = Object.entries(PAGES).flatMap(([file, text2]) => {
		const href = file === own ? null : beside(file);
		return href === null ? [] : [h("a", { class: "hs-link", href, ...target }, text2)];
	});
	return links.length ? [h("nav", { class: "hs-neighbours", "aria-label": "Other pages" }, ...links)] : [];
}
function pictures(send) {
	const known = /* @__PURE__ */ new Map();
	const waiting = /* @__PURE__ */ new Map();
	const fill = (place, svg) => {
		if (svg) place.replaceChildren(drawing(svg, ""));
		else place.hidden = true;
	};
	const ask = (place, id) => {
		const svg = known.get(id);
		const places = waiting.get(id);
		if (svg !== void 0) fill(place, svg);
		else if (places) places.push(place);
		else {
			waiting.set(id, [place]);
			send({ do: "picture", exercise_id: id });
		}
	};
	const seen2 = new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries) {
			if (!isIntersecting || !(target instanceof HTMLElement)) continue;
			seen2.unobserve(target);
			ask(target, target.dataset.picture ?? "");
		}
	}, { rootMargin: "200px" });
	const heard = ({ id, svg }) => {
		known.set(id, svg);
		for (const place of waiting.get(id) ?? []) fill(place, svg);
		waiting.delete(id);
	};
	const small = (id) => {
		const place = h("span", { class: "hs-thumb", "data-picture": id, "aria-hidden": "true" });
		const svg = known.get(id);
		if (svg !== void 0) fill(place, svg);
		else seen2.observe(place);
		return place;
	};
	return { small, heard, drop: () => seen2.disconnect() };
}
function drawing(svg, alt) {
	return h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt });
}
var PATIENCE_MS = 4e3;
function savedState({ say, late }, patience = PATIENCE_MS) {
	let asked = 0;
	let answered2 = 0;
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
		answered2 = Math.max(answered2, n);
		if (lost) return;
		drop();
		if (answered2 < asked) waiting = setTimeout(lose, patience);
		else if (!typing) say("Saved");
	} };
}
function savedSign(lost, isDemo = () => false) {
	const node = h("span", { class: "hs-saved", role: "status" }, isDemo() ? "Demo: not kept" : "Saved");
	const band = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
	const state = savedState({ say: (word) => {
		const said2 = isDemo() ? "Demo: not kept" : word;
		if (node.textContent !== said2) node.textContent = said2;
	}, late: () => {
		band.hidden = false;
		band.replaceChildren(h("p", {}, h("b", {}, "Not saved: no answer from the program."), " All up to the last “Saved” is kept; what you changed after it may be lost. Nothing more is taken in until the page is loaded again."), button("Load the page again", () => window.location.reload(), { class: "hs-first" }));
		lost();
	} });
	return { ...state, node, band };
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
		tell(control.value, now);
	};
	control.addEventListener("focus", () => {
		now = visit();
	});
	control.addEventListener("input", () => {
		if (timer !== null) clearTimeout(timer);
		timer = setTimeout(send, PAUSE_MS);
		untold.add(send);
		control.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
	});
	control.addEventListener("change", send);
	return control;
}
function tellAll() {
	for (const send of [...untold]) send();
}
function closedPage(faults) {
	const rows = faults.map((f) => h("div", { class: "hs-notice" }, h("p", {}, h("b", {}, f.where), ` ${f.what}`), h("p", {}, f.mend)));
	const kept = "Nothing was changed, and nothing is lost by this. Mend it, then reload the page.";
	const panel = h("section", { class: "hs-panel", "aria-label": "Not open", role: "alert" }, h("h2", {}, "Your plans cannot be opened"), h("p", {}, kept), ...rows);
	return h("div", { class: "hs" }, h("header", { class: "hs-title" }, h("h1", {}, "Homestretch")), panel);
}
function conflictPanel(send) {
	const title = h("h2", { tabindex: "-1" }, "This plan was changed elsewhere");
	const who = h("p", {});
	const yours = h("ul", { "aria-label": "In your edit" });
	const theirs = h("ul", { "aria-label": "In theirs" });
	const choose = (choice) => () => send({ do: "resolve", choice });
	const mine = button("Go on with mine", choose("mine"));
	const kept = "Nothing is thrown away: with yours, theirs is one Undo away; a copy is a plan of its own.";
	const node = h("section", { class: "hs-panel hs-conflict", "aria-label": "Two edits", hidden: true }, title, who, h("div", { class: "hs-sides" }, h("div", {}, h("h3", {}, "Yours"), yours), h("div", {}, h("h3", {}, "Theirs"), theirs)), h("div", { class: "hs-row" }, button("Go on with theirs", choose("theirs"), { class: "hs-first" }), mine, button("Keep mine as a copy", choose("copy"))), h("p", { class: "hs-quiet" }, kept));
	let shown3 = false;
	const draw = ({ conflict }) => {
		node.hidden = !conflict;
		if (conflict) {
			who.textContent = `Another window or person (${conflict.by}) changed the same thing after you had opened it. Both edits are kept.`;
			yours.replaceChildren(...conflict.yours.map((text2) => h("li", {}, text2)));
			theirs.replaceChildren(...conflict.theirs.map((text2) => h("li", {}, text2)));
			mine.hidden = !conflict.mine;
			if (!shown3) title.focus();
		}
		shown3 = Boolean(conflict);
	};
	return { node, draw };
}
var TYPES = { pdf: "application/pdf", csv: "text/csv", html: "text/html", ics: "text/calendar" };
var NAMES = { "handout.pdf": "Handout (PDF)", "handout.csv": "Handout as a table (CSV)", "diary.csv": "Diary to fill in (CSV)", "session.html": "Page that plays the session (HTML)", "calendar.ics": "Calendar (ICS)" };
var PALETTE_NAMES = { day: "Colour", grey: "Grey, for print" };
var PAPERS = [["", "As the clinic has set"], ["a4", "A4"], ["letter", "Letter"]];
function typeOf(file) {
	return TYPES[file.split(".").pop() ?? ""] ?? "application/octet-stream";
}
function nameOf(file) {
	const [, name] = Object.entries(NAMES).find(([end]) => file.endsWith(end)) ?? [];
	return name ?? file;
}
function exportPanel(send, palettes) {
	const form = exportForm(palettes, (choice) => {
		form.busy(true);
		told3.textContent = "Making the handout…";
		links.drop();
		send({ do: "export", ...choice });
	});
	const told3 = h("p", { class: "hs-quiet", role: "status" });
	const links = fileLinks();
	const draft = h("p", { class: "hs-quiet" }, "This plan is a draft: every page of its handout says so.");
	const whose2 = h("p", {});
	const old = h("p", { class: "hs-lost" });
	const title = h("h2", {}, "Handout");
	const named = { class: "hs-panel", "aria-label": "Handout" };
	const node = h("section", named, title, whose2, old, draft, form.node, told3, links.node);
	const refused = () => {
		if (form.make.disabled) told3.textContent = "";
		form.busy(false);
	};
	const ready = ({ made: made3, said: said2 }, buffers) => {
		form.busy(false);
		told3.textContent = `The handout is ready. ${said2}`;
		links.show(made3, buffers);
	};
	let shown3 = null;
	const draw = ({ plan, patient, review, next }) => {
		form.of(`${plan.code} ${plan.version}`);
		const label = plan.patient || "a patient without a label";
		whose2.textContent = `It goes to ${label}: plan ${plan.plan_id}, version ${plan.version}.`;
		old.hidden = !next || next.draft;
		if (next) old.textContent = `This version is no longer in force: version ${next.version} replaces it.`;
		draft.hidden = !plan.draft;
		form.make.disabled = !plan.items.length;
		const said2 = JSON.stringify([plan, patient, review.reporting]);
		if (shown3 !== null && shown3 !== said2) {
			links.drop();
			told3.textContent = "";
		}
		shown3 = said2;
	};
	return { node, draw, refused, ready, drop: links.drop };
}
function exportForm(palettes, make2) {
	const name = line();
	const paper = h("select", {}, ...choices(PAPERS));
	const palette = h("select", {}, ...choices(palettes.map((key) => [key, PALETTE_NAMES[key] ?? `Colour, ${key}`])));
	const large = h("input", { type: "checkbox" });
	const act = () => make2({ name: name.value, paper: paper.value, palette: palette.value, large: large.checked });
	const makes = button("Make handout", act, { class: "hs-first" });
	const node = h("div", { class: "hs-row" }, field("Patient’s name, only in what you hand over", name), field("Pictures", palette), field("Paper", paper), h("label", { class: "hs-check" }, large, h("span", {}, "Large print")), makes);
	let whose2 = null;
	const of = (version) => {
		if (whose2 !== version) name.value = "";
		whose2 = version;
	};
	const busy = (is) => {
		makes.disabled = is;
		makes.setAttribute("aria-busy", String(is));
	};
	return { node, make: makes, of, busy };
}
function fileLinks() {
	const node = h("ul", { class: "hs-links", "aria-label": "Files to download" });
	const drop = () => {
		for (const link2 of node.querySelectorAll("a")) URL.revokeObjectURL(link2.href);
		node.replaceChildren();
	};
	const show2 = (files, buffers) => {
		const rows = files.map((file, i) => {
			const content = buffers[i];
			const href = URL.createObjectURL(new Blob(content ? [content] : [], { type: typeOf(file) }));
			return h("li", {}, h("a", { href, download: file, class: "hs-link" }, nameOf(file)));
		});
		node.replaceChildren(...rows);
	};
	return { node, drop, show: show2 };
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
var KINDS = [["stretch", "Stretch"], ["mobility", "Mobility"], ["balance", "Balance"], ["strength", "Strength"], ["walking", "Walking"], ["tendon", "Tendon"], ["osteoarthritis", "Osteoarthritis"]];
var PAIN_OF_PLAN = [["", "Each exercise’s own kind"], ...KINDS];
var PAIN_OF_ITEM = [["", "As the plan says"], ...KINDS];
function headPanel(send, saved) {
	const state = h("span", { class: "hs-state" });
	const code = h("span", { class: "hs-code" });
	const fields = headFields(send);
	const tools = toolsPart(send);
	const until = h("p", { class: "hs-quiet" });
	const also = h("p", { class: "hs-quiet" });
	const done = h("p", { class: "hs-quiet hs-done" });
	const replaced = replacedPart(send);
	const namesake = namesakePart(send);
	const node = h("section", { class: "hs-panel", "aria-label": "Plan" }, h("div", { class: "hs-head" }, h("h2", {}, "Plan"), state, saved.node, tools.node), done, replaced.node, fields.node, namesake.node, also, until, h("p", { class: "hs-quiet" }, "Code of this plan, on every page of its handout: ", code));
	const draw = (view) => {
		const { plan, siblings } = view;
		replaced.draw(plan, view.next);
		also.hidden = !siblings;
		also.textContent = siblings ? `Other plans of this patient: ${siblings}.` : "";
		fields.draw(plan);
		state.textContent = `Version ${plan.version} · ${plan.draft ? "draft" : "issued"}`;
		code.textContent = plan.code;
		until.textContent = plan.review_on ? "" : `Without a review date it runs until ${plan.until}.`;
		until.hidden = Boolean(plan.review_on);
		namesake.draw(view.namesake, plan.patient);
		tools.draw(view);
	};
	return { node, draw, refill: fields.refill, done };
}
function toolsPart(send) {
	const undo = button("Undo", () => send({ do: "undo" }));
	const redo = button("Redo", () => send({ do: "redo" }));
	const close = button("Other plan…", () => send({ do: "close" }));
	const node = h("div", { class: "hs-tools", role: "group", "aria-label": "Plan tools" }, undo, redo, close);
	const draw = (view) => {
		undo.disabled = !view.undo;
		redo.disabled = !view.redo;
	};
	return { node, draw };
}
function headFields(send) {
	const tell = (name) => (value, typing) => send({ do: "describe", field: name, value, ...typing && { typing } }, atField(fields[name]));
	const day = (name) => dayField((value) => tell(name)(value, 0), { autocomplete: "off" });
	const label = h("input", { type: "text", autocomplete: "off", onchange: () => tell("plan_id")(label.value, 0) });
	const pain = h("select", { onchange: () => tell("pain_kind")(pain.value || null, 0) }, ...choices(PAIN_OF_PLAN));
	const rested = () => tell("rest_ex_s")(rest.value === "" ? null : rest.valueAsNumber, 0);
	const rest = h("input", { type: "number", inputmode: "numeric", min: 0, max: 600, step: 5, onchange: rested });
	const fields = { plan_id: label, patient: typed(line(), tell("patient")), title: typed(line(), tell("title")), start: day("start"), review_on: day("review_on"), pain_kind: pain, rest_ex_s: rest };
	const names = Object.keys(fields);
	const node = h("div", { class: "hs-line-fields" }, field("Plan id", fields.plan_id), field("Patient label (printed)", fields.patient), field("Start", fields.start), field("Review date", fields.review_on), field("Pain is judged as in", fields.pain_kind, { class: "hs-field hs-mid" }), field("Rest between exercises (s)", fields.rest_ex_s, { class: "hs-field hs-mid" }), field("Title on the handout", fields.title, { class: "hs-field hs-long" }));
	const draw = (plan) => {
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
	const draw = (plan, following) => {
		next = following;
		node.hidden = !next;
		if (!next) return;
		const what = next.draft ? `Version ${next.version} has been begun.` : `It is replaced by version ${next.version}.`;
		newer.textContent = `This is version ${plan.version}. ${what}`;
	};
	return { node, draw };
}
function namesakePart(send) {
	const node = h("div", { class: "hs-asked", role: "status" });
	const apart = () => h("p", { class: "hs-quiet" }, "They are kept apart by their codes. Another label would help people, too.");
	const same = (other) => send({ do: "same_patient", patient_code: other.patient_code });
	const asked = (other, label) => [h("p", {}, `There is another patient ${label} with ${other.said}. Is it the same person?`), h("div", { class: "hs-row" }, button("Yes, the same patient", () => same(other)), button("No, another person", () => node.replaceChildren(apart())))];
	const draw = whenNew((other, label) => node.replaceChildren(...other ? asked(other, label) : []));
	return { node, draw };
}
function issuePanel(send, me) {
	const title = h("h2", { tabindex: "-1" }, "Issue");
	const issued = h("p", {});
	const about = h("p", { class: "hs-quiet" });
	const held = h("p", {});
	const reasons = reasonsPart();
	const confirm = confirmPart(send, me, reasons.clear);
	const again = againPart(send);
	const node = h("section", { class: "hs-panel", "aria-label": "Issue" }, title, about, held, confirm.asks, confirm.form, reasons.node, issued, again.node);
	let draft = false;
	const draw = ({ plan, review, next, correct_from }) => {
		again.draw(plan, correct_from);
		const just = draft && !plan.draft && confirm.isOpen();
		draft = plan.draft;
		if (!draft) confirm.open(false);
		about.hidden = !draft;
		confirm.asks.hidden = !draft;
		about.textContent = "An issued version is final; a change after that is a new version.";
		held.hidden = !draft || !review.holding;
		held.textContent = `${review.holding}.`;
		confirm.draw(plan);
		issued.textContent = plan.issued;
		issued.hidden = draft;
		again.node.hidden = draft || Boolean(next);
		reasons.clear();
		if (!just) return;
		title.focus({ preventScroll: true });
		title.scrollIntoView({ block: "center" });
	};
	return { node, draw, refuse: reasons.refuse };
}
function reasonsPart() {
	const node = h("div", { class: "hs-refused", role: "alert" });
	const refuse2 = (faults) => node.replaceChildren(...faults.length ? refusal(faults) : []);
	return { node, refuse: refuse2, clear: () => node.replaceChildren() };
}
function refusal(faults) {
	const rows = faults.map((f) => h("li", {}, h("b", {}, f.where), ` ${f.what} ${f.mend}`));
	return [h("p", {}, h("b", {}, "Not issued. Nothing is lost; this holds it:")), h("ul", {}, ...rows)];
}
function confirmPart(send, me, closed) {
	const by = line();
	const ask = button("Issue…", () => open(true), { "aria-expanded": "false" });
	const which = h("p", {});
	const submit = (event) => {
		event.preventDefault();
		me.name = by.value;
		send({ do: "issue", by: by.value });
	};
	const cancel = () => {
		open(false);
		ask.focus();
	};
	const row = h("div", { class: "hs-row" }, field("Name of the clinician", by), h("button", { type: "submit", class: "hs-first" }, "Issue now"), button("Cancel", cancel));
	const form = h("form", { class: "hs-confirm", hidden: true, onsubmit: submit }, which, row);
	const open = (is) => {
		form.hidden = !is;
		ask.hidden = is;
		ask.setAttribute("aria-expanded", String(is));
		if (!is) {
			closed();
			return;
		}
		by.value ||= me.name;
		by.focus();
	};
	const draw = ({ patient, plan_id, version }) => {
		const whose2 = patient ? `For ${patient}: plan` : "Plan";
		which.textContent = `${whose2} ${plan_id}, version ${version}. An issued version cannot be edited.`;
	};
	return { asks: h("div", {}, ask), form, open, draw, isOpen: () => !form.hidden };
}
function againPart(send) {
	const from = h("input", { type: "date", max: "9999-12-31" });
	const why = line();
	let start = "";
	let shown3 = "";
	const correct = () => send({ do: "new_version", start, reason: why.value }, atField(why));
	const next = () => send({ do: "new_version", start: from.value, reason: "" }, atField(from));
	const node = h("div", {}, h("h3", {}, "A mistake in it?"), h("div", { class: "hs-row" }, field("What is corrected", why, { class: "hs-field hs-long" }), button("Correct it now", correct)), h("h3", {}, "The next step?"), h("div", { class: "hs-row" }, field("New version from", from), button("Make a new version", next)));
	const draw = ({ code, version }, correctFrom) => {
		start = correctFrom;
		const now = `${code} ${version}`;
		if (now === shown3) return;
		shown3 = now;
		from.value = "";
		why.value = "";
	};
	return { node, draw };
}
var RING = "M8 1a7 7 0 1 0 .01 0z";
var LEVELS = { STOP: ["Stop", "M5 1h6l4 4v6l-4 4H5l-4-4V5z", "M5 8h6"], ERROR: ["Error", "M2 2h12v12H2z", "M5.5 5.5l5 5m0-5l-5 5"], AVOID: ["Avoid", RING, "M3.5 3.5l9 9"], CAUTION: ["Caution", "M8 1.5l7 13H1z", "M8 6v4m0 1.8v.7"], INFO: ["Info", RING, "M8 7.2v4.3m0-7v.7"], OK: ["Clear", RING, "M4.8 8.2l2.2 2.3 4.2-4.6"] };
function icon(level) {
	const [, ...outlines] = LEVELS[level];
	const paths = outlines.map((d) => drawn("path", { d }));
	return drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "hs-sign" }, ...paths);
}
function pill(level, text2 = LEVELS[level][0]) {
	return h("span", { class: `hs-pill hs-level-${level.toLowerCase()}` }, icon(level), h("span", {}, text2));
}
function countPill([level, n]) {
	return pill(level, `${n} ${LEVELS[level][0].toLowerCase()}`);
}
var AMOUNTS = [{ name: "sets", text: "Sets", range: { min: 1, max: 10 }, fits: () => true }, { name: "reps", text: "Times", range: { min: 1, max: 100 }, fits: (d) => !d.duration_s }, { name: "hold_s", text: "Hold", range: { min: 0, max: 300, step: 5, unit: "s" }, fits: (d) => !d.duration_s }, { name: "tempo_s", text: "Move", range: { min: 0, max: 60, unit: "s" }, fits: (d) => !d.duration_s && (d.tempo_s > 0 || !d.hold_s) }, { name: "duration_s", text: "For", range: { min: 1, max: 10800, step: 30, unit: "s" }, fits: (d) => Boolean(d.duration_s) }, { name: "rest_rep_s", text: "Rest", range: { min: 0, max: 600, step: 5, unit: "s" }, fits: (d) => d.reps > 1 }, { name: "rest_set_s", text: "Set rest", range: { min: 0, max: 600, step: 5, unit: "s" }, fits: (d) => d.sets > 1 }];
function nudged(value, by, { min, max }) {
	return Math.min(max, Math.max(min, (value || 0) + by));
}
function stepper(name, whose2, range, change) {
	const { min, max, step = 1, unit = "" } = range;
	const label = `${name}${unit && `, ${unit}`}, ${whose2}`;
	const input = h("input", { type: "number", inputmode: "numeric", min, max, step, "aria-label": label });
	const tell = (typing) => {
		if (input.value !== "" && Number.isInteger(input.valueAsNumber)) change(input.valueAsNumber, typing);
	};
	let now = 0;
	const by = (n) => () => {
		input.value = String(nudged(input.valueAsNumber, n, range));
		tell();
	};
	const nudge = (sign, n) => button(sign, by(n), { class: "hs-nudge", tabindex: "-1", "aria-hidden": "true" });
	input.addEventListener("focus", () => {
		now = visit();
	});
	input.addEventListener("input", () => tell(now));
	const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, unit ? `${name} (${unit})` : name);
	const less = nudge("−", -step);
	const more = nudge("+", step);
	const node = h("div", { class: "hs-field hs-stepper" }, caption, h("div", {}, less, input, more));
	const draw = (value, shown3, locked) => {
		show(input, value ?? "");
		node.hidden = !shown3;
		for (const part2 of [less, input, more]) part2.disabled = locked;
	};
	return { node, draw, input };
}
var DAYS = [["mon", "Mon"], ["tue", "Tue"], ["wed", "Wed"], ["thu", "Thu"], ["fri", "Fri"], ["sat", "Sat"], ["sun", "Sun"]];
var WEEK = DAYS.map(([day]) => day);
var MODES = [["every", "Every day"], ["count", "Some days"], ["fixed", "Set days"]];
function modeOf({ weekdays, days_a_week }, chosen) {
	if (days_a_week) return "count";
	return weekdays?.length === WEEK.length && chosen !== "fixed" ? "every" : "fixed";
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
function daysField(whose2, change) {
	let now = { weekdays: null, days_a_week: null, times_a_day: 1 };
	let chosen = null;
	const mode = h("select", { "aria-label": `Days, ${whose2}` }, ...choices(MODES));
	const tell = (days, asker) => change({ weekdays: now.weekdays, days_a_week: now.days_a_week, times_a_day: now.times_a_day, ...days }, asker);
	const count = stepper("Days a week", whose2, { min: 1, max: 6 }, (n) => tell({ weekdays: null, days_a_week: n }, atField(count.input)));
	const times = stepper("Times a day", whose2, { min: 1, max: 10 }, (n) => tell({ times_a_day: n }, atField(times.input)));
	const chips = DAYS.map(([day, name]) => {
		const press = () => tell({ weekdays: toggled(now.weekdays ?? [], day), days_a_week: null });
		return { day, node: button(name, press, { class: "hs-chip", "aria-label": `${name}, ${whose2}` }) };
	});
	const named = { class: "hs-chips", role: "group", "aria-label": `Weekdays, ${whose2}` };
	const chipRow = h("div", named, ...chips.map((chip) => chip.node));
	mode.addEventListener("change", () => {
		const [picked] = MODES.find(([value]) => value === mode.value) ?? [];
		if (!picked) return;
		chosen = picked;
		tell(begun(picked));
	});
	const draw = (schedule, locked) => {
		now = schedule;
		mode.value = modeOf(schedule, chosen);
		mode.disabled = locked;
		count.draw(schedule.days_a_week, mode.value === "count", locked);
		times.draw(schedule.times_a_day, true, locked);
		chipRow.hidden = mode.value !== "fixed";
		for (const { day, node: chip } of chips) {
			chip.setAttribute("aria-pressed", String(Boolean(schedule.weekdays?.includes(day))));
			chip.disabled = locked;
		}
	};
	const caption = h("span", { class: "hs-caption", "aria-hidden": "true" }, "Days");
	const choice = h("div", { class: "hs-field" }, caption, mode);
	return { node: h("div", { class: "hs-days" }, choice, count.node, chipRow, times.node), draw };
}
var ANSWERS = { "": null, reason: { open: "Keep it, with a reason…", ask: "Why it is right for this patient", give: "Keep it", given: "Kept" }, confirmation: { open: "It is right: confirm…", ask: "How it is known", give: "Confirm it", given: "Confirmed" }, "sign-off": { open: "Sign off…", ask: "Reason, in 10 letters or more", give: "Sign off", given: "Signed off" } };
var NAMES2 = { by: "Your name", reason: "The reason" };
function keyed(findings) {
	const seen2 = /* @__PURE__ */ new Map();
	return findings.map((finding) => {
		const n = (seen2.get(finding.key) ?? 0) + 1;
		seen2.set(finding.key, n);
		return [`${n} ${finding.key}`, finding];
	});
}
function answeredBy({ asks, answer }) {
	const by = [answer.by, answer.role, answer.on].filter(Boolean).join(", ");
	const carried = answer.carried_from ? `, carried from version ${answer.carried_from}` : "";
	return `${ANSWERS[asks]?.given ?? "Answered"} by ${by}${carried}.`;
}
function answerForm(first, whose2, { send, me }) {
	const words = ANSWERS[first.asks];
	const change = button("", () => open(true), { "aria-expanded": "false" });
	const fields = answerFields(first.asks, words?.ask ?? "");
	const { reason, by, role } = fields;
	let now = first;
	const submit = (event) => {
		event.preventDefault();
		me.name = by.value;
		me.role = role.value || me.role;
		const said2 = { by: by.value, reason: reason.value, ...first.asks === "sign-off" && { role: role.value } };
		send({ do: "answer", key: now.key, ...said2 }, refusal2.asker);
	};
	const cancel = () => {
		open(false);
		change.focus();
	};
	const refusal2 = atForm(NAMES2, () => {
		if (!form.hidden) cancel();
	});
	const give = h("button", { type: "submit", class: "hs-first" }, words?.give ?? "");
	const row = h("div", { class: "hs-row" }, ...fields.nodes, give, button("Cancel", cancel));
	const form = h("form", { class: "hs-answering", hidden: true, onsubmit: submit }, row, refusal2.node);
	const open = (is) => {
		form.hidden = !is;
		change.hidden = is;
		change.setAttribute("aria-expanded", String(is));
		refusal2.clear();
		if (!is) return;
		reason.value ||= now.answer?.said ?? "";
		by.value ||= now.answer?.by ?? me.name;
		role.value ||= now.answer?.role || me.role;
		reason.focus();
	};
	const draw = (finding, locked) => {
		now = finding;
		change.textContent = finding.answer ? "Change the answer…" : words?.open ?? "";
		change.setAttribute("aria-label", `${change.textContent} ${whose2}`);
		change.disabled = locked;
	};
	return { nodes: words ? [h("div", {}, change), form] : [], draw };
}
function answerFields(asks, ask) {
	const reason = line();
	const by = line();
	const role = line();
	const nodes = [field(ask, reason, { class: "hs-field hs-grow" }), field("Your name", by)];
	if (asks === "sign-off") nodes.push(field("Role or registration", role));
	return { reason, by, role, nodes };
}
function findingRow(first, whose2, hands) {
	const what = h("p", { class: "hs-what" });
	const why = h("p", {});
	const mend = h("p", {});
	const source = h("p", { class: "hs-quiet" });
	const answer = h("p", { class: "hs-answer" });
	const swaps = h("div", { class: "hs-tools" });
	const form = answerForm(first, whose2, hands);
	const text2 = h("div", { class: "hs-finding-text" }, what, why, mend, source, answer, swaps, ...form.nodes);
	const node = h("li", { class: "hs-finding", "data-level": first.level }, pill(first.level), text2);
	const swap = (one, { item }, locked) => {
		const does = () => {
			if (item) hands.send({ do: "swap", item_id: item, exercise_id: one.id });
		};
		const label = `Swap for ${one.name}, in place of ${whose2}`;
		const swaps2 = button(`Swap for ${one.name}`, does, { "aria-label": label });
		swaps2.disabled = locked;
		return swaps2;
	};
	const draw = whenNew((finding, locked) => {
		what.textContent = finding.what;
		why.textContent = finding.why;
		mend.textContent = finding.mend;
		source.textContent = `Source: ${finding.source}`;
		swaps.replaceChildren(...finding.swaps.map((one) => swap(one, finding, locked)));
		swaps.hidden = !finding.swaps.length;
		answer.hidden = !finding.answer;
		answer.replaceChildren(...finding.answer ? answered(finding.asks, finding.answer) : []);
		form.draw(finding, locked);
	});
	return { node, draw };
}
function answered(asks, answer) {
	const words = h("span", {}, h("b", {}, answeredBy({ asks, answer })), answer.said ? ` ${answer.said}` : "");
	return [icon("OK"), words];
}
function rowsByKey(list2, make2) {
	const rows = /* @__PURE__ */ new Map();
	let order = "";
	return (things) => {
		const keys = things.map(([key]) => key);
		const made3 = things.map(([key, thing]) => {
			const row = rows.get(key) ?? make2(thing);
			rows.set(key, row);
			return row;
		});
		const now = JSON.stringify(keys);
		if (now === order) return made3;
		order = now;
		const stays = new Set(keys);
		for (const key of [...rows.keys()]) if (!stays.has(key)) rows.delete(key);
		list2.replaceChildren(...made3.map((row) => row.node));
		return made3;
	};
}
function findingList(list2, whose2, hands) {
	const rows = rowsByKey(list2, (finding) => findingRow(finding, whose2, hands));
	return (findings, locked) => {
		for (const [i, row] of rows(keyed(findings)).entries()) {
			const finding = findings[i];
			if (finding) row.draw(finding, locked);
		}
	};
}
var SIDES = { each: "Each side", left: "Left only", right: "Right only", both: "Both at once" };
var SURFACES = { floor: "Floor", bed: "Firm bed" };
var ORDERS = [["", "One, then the other"], ["alternate", "In turn, each time"]];
function surfacesOf({ surfaces, surface, surface_now }) {
	const own = surface === null && surface_now ? `: ${SURFACES[surface_now].toLowerCase()}` : "";
	return [["", `Default${own}`], ...surfaces.map((one) => [one, SURFACES[one]])];
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
	const draw = (way, now, locked) => {
		form = way.instead;
		fill(way.sides);
		show(sides, now);
		sides.disabled = locked;
		node.hidden = way.sides.length === 1;
		both.hidden = way.sides.includes("each") || locked;
		why.textContent = form ? "It works both sides at once. For one side alone there is another exercise." : "It works both sides at once, and not one alone.";
		instead.hidden = !form;
		instead.textContent = form ? `Swap for ${form.name}` : "";
		if (form) instead.setAttribute("aria-label", `Swap for ${form.name}, in place of ${whose2}`);
	};
	return { node, both, draw };
}
function wayFields(whose2, item_id, adjust, send) {
	const select = (name, text2, pairs) => {
		const change = () => adjust(name, control.value || null, void 0, atField(control));
		const control = h("select", { "aria-label": `${text2}, ${whose2}`, onchange: change }, ...choices(pairs));
		return { control, node: captioned(text2, control) };
	};
	const surface = select("surface", "Where", []);
	const order = select("side_order", "Order of sides", ORDERS);
	const pain = select("pain_kind", "Pain is judged as in", PAIN_OF_ITEM);
	const arc = arcFields(whose2, item_id, send);
	const fill = whenNew((pairs) => surface.control.replaceChildren(...choices(pairs)));
	const node = h("div", { class: "hs-ways" }, surface.node, order.node, ...arc.nodes, pain.node);
	const draw = (way, locked) => {
		fill(surfacesOf(way));
		show(surface.control, way.surface ?? "");
		surface.node.hidden = !way.surfaces.length;
		show(order.control, way.side_order === "alternate" ? "alternate" : "");
		order.node.hidden = !way.may_alternate;
		show(pain.control, way.pain_kind ?? "");
		arc.draw(way, locked);
		for (const { control } of [surface, order, pain]) control.disabled = locked;
	};
	return { node, draw };
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
	const fill = ({ control, node }, name, { arc, rom_limit }, locked) => {
		node.hidden = !arc && !rom_limit;
		control.placeholder = arc ? `${arc[name]}` : "";
		control.disabled = locked;
		if (rom_limit || arcOf(from.control.valueAsNumber, to.control.valueAsNumber)) show(control, rom_limit?.[name] ?? "");
	};
	const draw = (way, locked) => {
		fill(from, "from_deg", way, locked);
		fill(to, "to_deg", way, locked);
	};
	return { nodes: [from.node, to.node], draw };
}
function itemRow(first, { send, me, small }, drag) {
	const id = first.item_id;
	const whose2 = first.name;
	const adjust = (field2, value, typing, asker) => send({ do: "adjust", item_id: id, field: field2, value, ...typing && { typing } }, asker);
	const said2 = h("p", { class: "hs-said" });
	const head = itemHead(first, small, drag);
	const flags = itemFlags(whose2, { send, me });
	const swap = (exercise_id) => send({ do: "swap", item_id: id, exercise_id });
	const sides = sidesField(whose2, adjust, swap);
	const amounts = amountFields(whose2, adjust);
	amounts.node.prepend(sides.node);
	const way = wayFields(whose2, id, adjust, send);
	const days = daysField(whose2, (set, asker) => send({ do: "schedule", item_id: id, ...set }, asker));
	const note = h("input", { type: "text", autocomplete: "off", "aria-label": `Note, ${whose2}`, placeholder: "Note for the patient" });
	typed(note, (text2, typing) => adjust("note", text2, typing));
	const node = h("li", { class: "hs-item", "data-item": id }, head.node, said2, flags.node, amounts.node, sides.both, way.node, days.node, note);
	drag.watch(node, head.grip, id);
	const draw = (item, place, locked, findings) => {
		head.draw(item, place, locked);
		said2.textContent = item.sentences;
		sides.draw(item.way, item.sides, locked);
		amounts.draw(item, locked);
		way.draw(item.way, locked);
		days.draw(item.schedule, locked);
		show(note, item.note);
		note.disabled = locked;
		note.hidden = locked && !item.note;
		flags.draw(findings, locked);
	};
	return { node, draw, name: whose2, focus: head.focus, open: flags.open };
}
function itemHead({ item_id: id, name: whose2, exercise_id }, small, drag) {
	const number = h("span", { class: "hs-number" });
	const time = h("span", { class: "hs-item-time" });
	const up = button("↑", () => drag.move(id, -1, ".hs-up"), { class: "hs-icon hs-up", "aria-label": `Move ${whose2} up`, title: "Move up" });
	const down = button("↓", () => drag.move(id, 1, ".hs-down"), { class: "hs-icon hs-down", "aria-label": `Move ${whose2} down`, title: "Move down" });
	const away = button("✕", () => drag.remove(id, whose2), { class: "hs-icon", "aria-label": `Remove ${whose2}`, title: "Remove" });
	const name = h("h3", { tabindex: "-1" }, whose2);
	const hint = "Drag to another place";
	const grip = h("span", { class: "hs-grip", draggable: "true", "aria-hidden": "true", title: hint }, "⠿");
	const named = h("div", { class: "hs-item-name" }, name);
	const node = h("div", { class: "hs-item-head" }, grip, number, small(exercise_id), named, time, up, down, away);
	const draw = (item, { at, all }, locked) => {
		number.textContent = `${at + 1}`;
		time.textContent = item.time;
		up.disabled = locked || at === 0;
		down.disabled = locked || at === all - 1;
		away.disabled = locked;
		grip.draggable = !locked;
	};
	return { node, grip, draw, focus: () => name.focus() };
}
function amountFields(whose2, adjust) {
	const amounts = AMOUNTS.map(({ name, text: text2, range, fits }) => {
		const part2 = stepper(text2, whose2, range, (n, typing) => adjust(name, n, typing, atField(part2.input)));
		part2.input.setAttribute("data-field", name);
		part2.input.step = "1";
		return { part: part2, name, fits };
	});
	const node = h("div", { class: "hs-amounts" }, ...amounts.map(({ part: part2 }) => part2.node));
	const draw = (item, locked) => {
		for (const { part: part2, name, fits } of amounts) part2.draw(item.dose[name], fits(item.dose), locked);
	};
	return { node, draw };
}
function itemFlags(whose2, hands) {
	const badge = h("span", { class: "hs-badges" });
	const first = h("span", { class: "hs-line" });
	const summary = h("summary", {}, badge, first, h("span", { class: "hs-why" }, "What the review says"));
	const list2 = h("ul", { class: "hs-findings", "aria-label": `Review of ${whose2}` });
	const node = h("details", { class: "hs-item-flags", hidden: true }, summary, list2);
	const fill = findingList(list2, whose2, hands);
	const drawBadge = whenNew((findings) => {
		const [worst] = findings;
		if (!worst) return;
		const others = findings.length - 1;
		const answered2 = findings.every((finding) => finding.answer) ? [pill("OK", "Answered")] : [];
		badge.replaceChildren(pill(worst.level), ...answered2);
		first.textContent = `${worst.what}${others ? ` And ${others} more.` : ""}`;
	});
	const draw = (findings, locked) => {
		node.hidden = !findings.length;
		if (findings.length) drawBadge(findings);
		else node.open = false;
		fill(findings, locked);
	};
	const open = () => {
		node.open = true;
		summary.focus();
	};
	return { node, draw, open };
}
function itemList(hands) {
	const list2 = h("ol", { class: "hs-items", "aria-label": "Exercises of the plan" });
	const none = h("p", { class: "hs-panel hs-none" }, "No exercises yet. Add one from the list.");
	let items = [];
	let order = "";
	let after = null;
	const drag = movesOf(hands, () => items, (id, ...places) => {
		after = () => focusIn(rows.get(id)?.node, ...places);
	});
	const { rows, arrange } = itemRows(list2, (item) => itemRow(item, hands, drag));
	const draw = ({ plan, review }) => {
		items = plan.items;
		const now = items.map((item) => `${item.item_id}:${item.name}`).join();
		const lost = now === order ? null : arrange(items);
		order = now;
		const told3 = grouped(review.findings, (finding) => finding.item);
		for (const [at, item] of items.entries()) {
			rows.get(item.item_id)?.draw(item, { at, all: items.length }, !plan.draft, told3.get(item.item_id) ?? []);
		}
		none.hidden = items.length > 0;
		(after ?? lost)?.();
		after = null;
	};
	return { node: h("div", {}, none, list2), draw, open: (id) => rows.get(id)?.open() };
}
function movesOf({ send, say }, now, thenFocus) {
	const place = (id) => now().findIndex((item) => item.item_id === id);
	return { move: (id, by, focus) => {
		const from = place(id);
		const to = from + by;
		thenFocus(id, `${focus}:not(:disabled)`, ".hs-icon:not(:disabled)");
		send({ do: "move", item_id: id, to });
		say(`${now()[from]?.name} is now number ${to + 1} of ${now().length}`);
	}, remove: (id, name) => {
		const next = now()[place(id) + 1] ?? now()[place(id) - 1];
		thenFocus(next?.item_id ?? "", "[aria-label^='Remove']");
		send({ do: "remove", item_id: id });
		say(`${name} removed`);
	}, watch: dragHands((held, onto) => send({ do: "move", item_id: held, to: place(onto) })) };
}
function itemRows(list2, make2) {
	const rows = /* @__PURE__ */ new Map();
	const arrange = (items) => {
		const names = new Map(items.map((item) => [item.item_id, item.name]));
		const at = [...list2.children].findIndex((row) => row.contains(document.activeElement));
		for (const [id, row] of [...rows]) if (names.get(id) !== row.name) rows.delete(id);
		const standing = items.map((item) => {
			const row = rows.get(item.item_id) ?? make2(item);
			rows.set(item.item_id, row);
			return row;
		});
		list2.replaceChildren(...standing.map((row) => row.node));
		const lost = at >= 0 && !list2.contains(document.activeElement);
		return lost ? () => standing[Math.min(at, standing.length - 1)]?.focus() : null;
	};
	return { rows, arrange };
}
function focusIn(row, ...places) {
	for (const place of places) {
		const found = row?.querySelector(place);
		if (found instanceof HTMLElement) {
			found.focus();
			return;
		}
	}
}
function dragHands(drop) {
	let held = null;
	return (row, grip, id) => {
		grip.addEventListener("dragstart", (e) => {
			held = id;
			e.stopPropagation();
			if (!e.dataTransfer) return;
			e.dataTransfer.effectAllowed = "move";
			e.dataTransfer.setData("text/plain", id);
			e.dataTransfer.setDragImage(row, 12, 12);
		});
		grip.addEventListener("dragend", () => {
			held = null;
		});
		row.addEventListener("dragover", (e) => {
			if (!held) return;
			e.preventDefault();
			e.stopPropagation();
			row.classList.add("hs-over");
		});
		row.addEventListener("dragleave", () => row.classList.remove("hs-over"));
		row.addEventListener("drop", (e) => {
			row.classList.remove("hs-over");
			if (!held) return;
			e.preventDefault();
			e.stopPropagation();
			if (held !== id) drop(held, id);
		});
	};
}
function draftIn(address) {
	const asked = new URL(address).searchParams;
	const [code, version] = [asked.get("plan") ?? "", Number(asked.get("version"))];
	return code && Number.isInteger(version) && version > 0 ? { code, version } : null;
}
function openNamed(open) {
	const named = draftIn(performance.getEntriesByType("navigation")[0]?.name ?? window.location.href);
	if (!named || document.body.dataset.hsNamed === named.code) return;
	document.body.dataset.hsNamed = named.code;
	open(named);
}
function noticesPart(refuse2) {
	const alert = h("div", { role: "alert" });
	const close = () => {
		alert.replaceChildren();
		node.hidden = true;
	};
	const dismiss = button("Close", close, { "aria-label": "Close the message" });
	const node = h("div", { class: "hs-notices" }, alert, dismiss);
	const draw = (notices) => {
		refuse2(notices.filter((fault) => fault.of === "issue"));
		const others = notices.filter((fault) => fault.of !== "issue");
		node.hidden = !others.length;
		alert.replaceChildren(...told2(others, "hs-notice"));
	};
	return { node, draw };
}
function numbered(n, one, many = `${one}s`) {
	return `${n} ${n === 1 ? one : many}`;
}
function counted(n, all, shown3) {
	const found = n === all ? numbered(n, "exercise") : `${n} of ${numbered(all, "exercise")}`;
	return n > shown3 ? `${found}, the first ${shown3} shown` : found;
}
var FORTH_AND_BACK_MS = 3e3;
function turned({ at, by }, count) {
	const there = at + by >= 0 && at + by < count;
	const way = there ? by : -by;
	return { at: at + way, by: way };
}
function stageOf(frames) {
	const shown3 = frames.map((svg) => drawing(svg, ""));
	const named = { class: "hs-motion-stage", role: "img", "aria-label": "The movement from start to end" };
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
	return { node: h("div", named, ...shown3), reset, turn, where: () => `Position ${now.at + 1} of ${shown3.length}` };
}
function movement(frames) {
	const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
	const { node: stage, reset, turn, where } = stageOf(frames);
	const told3 = h("span", { class: "hs-quiet", role: "status" });
	const next = button("Next position", () => {
		turn();
		told3.textContent = where();
	});
	const steps = h("div", { class: "hs-motion-steps" }, next, told3);
	const press = () => stage.hidden ? start() : stop();
	const toggle = button("Show the movement", press, { "aria-pressed": "false" });
	let timer;
	const tick = () => {
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
		else timer = window.setInterval(tick, FORTH_AND_BACK_MS / (2 * (frames.length - 1)));
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
function detailView({ send, add, back }) {
	let now = null;
	const title = h("h3", { tabindex: "-1", class: "hs-detail-name" });
	const adding = () => {
		if (now) add(now);
	};
	const adds = button("Add to the plan", adding, { class: "hs-first" });
	const body = h("div", { class: "hs-detail-body" });
	const leave = button("‹ All exercises", () => back(now), { class: "hs-plain" });
	const scroll = { class: "hs-scroll hs-detail-scroll", tabindex: "0", role: "group", "aria-label": "Exercise in full, scrolling" };
	const whole2 = h("div", scroll, title, body);
	const node = h("div", { class: "hs-detail", hidden: true }, h("div", { class: "hs-detail-bar" }, leave, adds), whole2);
	const show2 = (exercise) => {
		now = exercise;
		title.textContent = exercise.name;
		adds.setAttribute("aria-label", `Add to the plan: ${exercise.name}`);
		adds.hidden = exercise.open.length > 0;
		body.replaceChildren(...seen(exercise), ...said(exercise, send));
		node.hidden = false;
		whole2.scrollTop = 0;
		title.focus();
	};
	const allow = (may) => {
		adds.disabled = !may;
	};
	return { node, show: show2, allow };
}
function seen({ pictures: pictures2, frames, open }) {
	const drawn2 = pictures2.map((one) => drawing(one.svg, one.alt));
	return [...drawn2.length ? [h("div", { class: "hs-pictures" }, ...drawn2)] : [], ...frames.length > 1 ? [movement(frames)] : [], ...open.length ? [pillNote(`Still to be filled in: ${open.join(", ")}.`)] : []];
}
function said(exercise, send) {
	const sources = exercise.sources.map((s) => h("li", {}, h("b", {}, s.cited), ` ${s.says}`));
	const signed = exercise.draft ? "Its text is not yet signed off by a physiotherapist." : "Signed off by a physiotherapist.";
	return [h("p", {}, `For the patient: ${exercise.patient_name}`), h("p", { class: "hs-quiet" }, [...exercise.about, exercise.position].join(" · ")), ...text("What it is for", exercise.purpose), ...text("Usual dose", exercise.dose), ...text("Muscles", exercise.muscles), ...text("Equipment", exercise.equipment), ...list("Steps", exercise.steps, "ol"), ...text("Where to feel it", exercise.feel), ...text("Breathing", exercise.breathing), ...list("Take care that", exercise.mistakes), ...list("Precautions", exercise.precautions), ...variants("Easier", exercise.easier, send), ...variants("Harder", exercise.harder, send), ...part("Sources", h("ul", { class: "hs-sources" }, ...sources)), h("p", { class: "hs-quiet" }, signed)];
}
function part(name, ...kids) {
	return [h("h4", {}, name), ...kids];
}
function text(name, words) {
	return words ? part(name, h("p", {}, words)) : [];
}
function list(name, lines, tag = "ul") {
	return lines.length ? part(name, h(tag, {}, ...lines.map((line2) => h("li", {}, line2)))) : [];
}
function variants(name, all, send) {
	const go = (one) => button(one.text, () => send({ do: "detail", exercise_id: one.id }), { class: "hs-plain hs-inline" });
	const rows = all.map((one) => h("li", {}, one.id ? go(one) : one.text, one.why ? h("span", { class: "hs-quiet" }, ` ${one.why}`) : ""));
	return rows.length ? part(name, h("ul", {}, ...rows)) : [];
}
function pillNote(words) {
	return h("p", { class: "hs-pill-note" }, pill("CAUTION", "Needs a clinician"), ` ${words}`);
}
function libraryPanel(model, { send, say, small }) {
	const search = searchPart(model.get("lists"), send);
	const add = (exercise) => {
		send({ do: "add", exercise_id: exercise.id });
		say(`${exercise.name} added`);
	};
	const found = foundPart({ send, small, add }, search.clear);
	const browse = h("div", { class: "hs-browse" }, search.node, ...found.nodes);
	const back = (exercise) => {
		detail.node.hidden = true;
		browse.hidden = false;
		(found.nameOf(exercise?.id) ?? search.words).focus();
	};
	const detail = detailView({ send, add, back });
	const show2 = (exercise) => {
		browse.hidden = true;
		detail.show(exercise);
	};
	const draw = () => {
		found.draw(model.get("found"));
		allow();
	};
	const allow = () => {
		const { plan } = model.get("view");
		const may = !plan || plan.draft;
		found.allow(may);
		detail.allow(may);
	};
	const named = { class: "hs-panel hs-library", "aria-label": "Exercise library" };
	const node = h("section", named, h("h2", {}, "Exercises"), browse, detail.node);
	return { node, draw, allow, show: show2 };
}
function foundPart(hands, clear) {
	const count = h("p", { class: "hs-count", role: "status" });
	const signed = h("p", { class: "hs-quiet" });
	const list2 = h("ul", { class: "hs-cards", "aria-label": "Exercises found" });
	const scrolls = { class: "hs-scroll", tabindex: "0", role: "group", "aria-label": "Exercises found, scrolling" };
	const draw = ({ cards, count: n, all, drafts, instead }) => {
		const mixed = drafts > 0 && drafts < n;
		const focused = list2.querySelector(":focus");
		const kind = focused?.classList.contains("hs-add") ? ".hs-add" : ".hs-details";
		const at = nameIn(focused?.closest("li"))?.dataset.exercise;
		list2.replaceChildren(...cards.map((exercise) => cardRow(exercise, mixed, hands)));
		if (at) nameOf2(at)?.closest("li")?.querySelector(kind)?.focus();
		count.textContent = counted(n, all, cards.length);
		signed.textContent = "No text of these is signed off by a physiotherapist yet.";
		signed.hidden = !n || drafts < n;
		if (!n) list2.append(h("li", {}, ["Nothing found.", ...instead, "Try other words or fewer filters."].join(" ")));
	};
	const allow = (may) => {
		const adds = list2.querySelectorAll(".hs-add");
		for (const control of adds) control.disabled = !may;
	};
	const nameIn = (row) => row?.querySelector(".hs-details");
	const nameOf2 = (id) => {
		const names = list2.querySelectorAll(".hs-details");
		return [...names].find((name) => name.dataset.exercise === id);
	};
	const nodes = [h("div", { class: "hs-count-row" }, count, clear), signed, h("div", scrolls, list2)];
	return { nodes, draw, allow, nameOf: nameOf2 };
}
function searchPart(lists, send) {
	const words = h("input", { type: "search", placeholder: "hip, glute, wall…", autocomplete: "off" });
	const select = (all, pairs) => h("select", { onchange: () => seek() }, ...choices([["", all], ...pairs]));
	const region = select("All regions", lists.regions);
	const category = select("All kinds", lists.categories);
	const position = select("All positions", lists.positions);
	const atHome = h("input", { type: "checkbox", onchange: () => seek() });
	const texts = [words, region, category, position];
	const act = () => {
		for (const control of texts) control.value = "";
		atHome.checked = false;
		seek();
		words.focus();
	};
	const clear = button("Clear", act, { class: "hs-plain", "aria-label": "Clear search and filters" });
	const seek = () => {
		clear.hidden = !(atHome.checked || texts.some((control) => control.value));
		send({ do: "search", words: words.value, region: region.value, category: category.value, position: position.value, at_home: atHome.checked });
	};
	words.addEventListener("input", seek);
	clear.hidden = true;
	const node = h("div", { class: "hs-filters" }, field("Search", words, { class: "hs-field hs-wide" }), field("Region", region), field("Kind", category), field("Position", position), h("label", { class: "hs-check" }, atHome, h("span", {}, "Only what is at home")));
	return { node, words, clear };
}
function cardRow(exercise, mixed, { send, small, add }) {
	const open = exercise.open.length > 0;
	const about = h("p", { class: "hs-quiet" }, `${exercise.about.join(" · ")} · ${exercise.position}`);
	const show2 = button(exercise.name, () => send({ do: "detail", exercise_id: exercise.id }), { class: "hs-plain hs-inline hs-details", "data-exercise": exercise.id, "aria-label": `${exercise.name}, show in full` });
	const name = h("h3", {}, show2);
	const text2 = h("div", { class: "hs-card-text" }, name, h("p", {}, exercise.patient_name), about);
	if (open) text2.append(h("p", {}, pill("CAUTION", "Needs a clinician")));
	else if (mixed && exercise.draft) text2.append(h("p", { class: "hs-quiet" }, "Text not yet signed off"));
	const row = h("li", {}, small(exercise.id), text2);
	if (!open) row.append(button("Add", () => add(exercise), { class: "hs-add", "aria-label": `Add ${exercise.name}` }));
	return row;
}
var MOST = 3;
function activitiesPart(send) {
	const fields = Array.from({ length: MOST }, () => {
		const control = line();
		control.maxLength = 80;
		return typed(control, (_, typing) => {
			const names = fields.map((one) => one.value);
			send({ do: "activities", names, ...typing && { typing } }, atField(control));
		});
	});
	const node = h("div", { class: "hs-part" }, h("h3", {}, "What matters to this patient: activities in her own words"), h("p", { class: "hs-quiet" }, "The diary asks every two weeks how well each of them goes, from 0 (cannot do it) to 10 (as well as before)."), h("div", { class: "hs-line-fields" }, ...fields.map((control, n) => field(`Activity ${n + 1}`, control, { class: "hs-field hs-long" }))));
	const fill = ({ activities }, put) => {
		const taken = fields.filter((control) => !control.hasAttribute("aria-invalid"));
		if (isHeld(taken, activities)) for (const control of taken) put(control, control.value);
		else for (const [n, control] of fields.entries()) put(control, activities[n] ?? "");
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
function offered(options, { words, ids }) {
	const places = ids.map((id) => options.findIndex((option) => option.id === id)).filter((at) => at >= 0);
	return { places, keep: words.trim().replace(/\s+/g, " ") };
}
function combobox(name, placeholder, options, { ask, choose, keep }) {
	const id = `hs-${fresh()}`;
	const input = comboInput(id, placeholder);
	const list2 = optionList(id, name, input);
	let asked = "";
	const done = (act) => {
		input.value = "";
		list2.open(false);
		act();
	};
	const rows = options.map((one, i) => optionRow(`${id}-${i}`, one.name, () => done(() => choose(one))));
	const keeping = (words, known) => {
		const text2 = known ? `None of these: keep “${words}” as a note` : `Keep “${words}” as a note: no rule covers this`;
		return optionRow(`${id}-keep`, text2, () => done(() => keep(words)));
	};
	const heard = (answer) => {
		const root = input.getRootNode();
		if (answer.words !== input.value || answer.words !== asked || root.activeElement !== input) return;
		const { places, keep: words } = offered(options, answer);
		list2.show([...places.flatMap((i) => rows[i] ?? []), ...words ? [keeping(words, places.length > 0)] : []]);
	};
	const filter = () => {
		asked = input.value;
		if (asked.trim()) ask(asked);
		else list2.show(rows);
	};
	onKeys(input, { ArrowDown: () => {
		if (list2.node.hidden) filter();
		list2.step(1);
	}, ArrowUp: () => list2.step(-1), Enter: () => {
		if (!list2.node.hidden && asked === input.value) list2.pointed()?.take();
	}, Escape: () => {
		asked = "";
		list2.open(false);
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
		node.replaceChildren(...rows.map((row) => row.node));
		open(true);
		node.scrollIntoView({ block: "nearest" });
	};
	const step = (by) => point(Math.max(0, Math.min(at + by, shown3.length - 1)));
	return { node, open, show: show2, step, pointed: () => shown3[Math.max(at, 0)] };
}
function optionRow(id, name, take) {
	const node = h("li", { id, role: "option", "aria-selected": "false" }, name);
	node.addEventListener("mousedown", (e) => e.preventDefault());
	node.addEventListener("click", take);
	return { node, take };
}
function onKeys(node, keys) {
	node.addEventListener("keydown", (e) => {
		const act = keys[e.key];
		if (!act) return;
		e.preventDefault();
		e.stopPropagation();
		act();
	});
}
function comboInput(list2, placeholder) {
	return h("input", { type: "text", role: "combobox", autocomplete: "off", placeholder, "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": list2 });
}
var AFFECTED = [["", "Not said"], ["left", "Left"], ["right", "Right"], ["both", "Both"]];
function conditionRow(first, at, { regions, send, say }) {
	const whose2 = first.name;
	const away = button("✕", () => {
		send({ do: "remove_condition", at });
		say(`${whose2} removed`);
	}, { class: "hs-icon", "aria-label": `Remove condition ${whose2}`, title: "Remove" });
	const fields = conditionFields(first, at, regions, send);
	const ends = endsPart(first, at, send);
	const window2 = first.window && `Window: ${first.window}.`;
	const node = h("li", { class: "hs-condition" }, h("div", { class: "hs-item-head" }, h("h3", { class: "hs-item-name" }, whose2), away), h("p", { class: "hs-quiet" }, [first.message, window2].filter(Boolean).join(" ")), fields.node, ends.node);
	const draw = (held, locked) => {
		fields.draw(held, locked);
		ends.draw(held.ends, locked);
		away.disabled = locked;
	};
	return { condition: first.condition, node, draw, refill: fields.refill };
}
function conditionFields({ name: whose2, stop }, at, regions, send) {
	const change = (field2, value) => send({ do: "change_condition", at, field: field2, value }, atField(fields[field2]));
	const select = (name, text2, pairs) => {
		const props = { "aria-label": `${text2}, ${whose2}`, onchange: () => change(name, control.value) };
		const control = h("select", props, ...choices(pairs));
		return control;
	};
	const date = (name, text2) => dayField((value) => change(name, value), { "aria-label": `${text2}, ${whose2}` });
	const fields = { side: select("side", "Affected side", AFFECTED), region: select("region", "Region", [["", "Not said"], ...regions]), since: date("since", "Surgery or onset"), until: date("until", "Holds until") };
	const names = Object.keys(fields);
	const until = field("Holds until", fields.until);
	const node = h("div", { class: "hs-fields" }, field("Affected side", fields.side), field("Region", fields.region), field("Surgery or onset", fields.since), until);
	const draw = (held, locked) => {
		for (const name of names) {
			show(fields[name], held[name]);
			fields[name].disabled = locked;
		}
		until.hidden = stop && !held.until && !fields.until.matches("[aria-invalid]");
	};
	const refill = (held) => {
		for (const name of names) restore(fields[name], held[name]);
	};
	return { node, draw, refill };
}
function endsPart({ name: whose2, tags, stop }, at, send) {
	const list2 = h("ul", { class: "hs-ends", "aria-label": `Ends for single movements, ${whose2}` });
	const tag = h("select", { "aria-label": `Movement, ${whose2}` }, ...choices(tags.map((t) => [t.tag, t.name])));
	const until = h("input", { type: "date", "aria-label": `No longer a concern from, ${whose2}`, max: "9999-12-31" });
	const does = () => send({ do: "end_tag", at, tag: tag.value, until: until.value }, atField(until));
	const set = button("Set", does, { "aria-label": `Set the end, ${whose2}` });
	const node = h("details", { class: "hs-more" }, h("summary", {}, "An end of its own for one movement"), h("div", { class: "hs-row" }, field("Movement", tag, { class: "hs-field hs-grow" }), field("No longer a concern from", until), set), list2);
	node.hidden = stop || !tags.length;
	const row = (end, locked) => {
		const remove = button("✕", () => send({ do: "end_tag", at, tag: end.tag, until: "" }), { class: "hs-icon", "aria-label": `Remove the end for: ${end.name}`, title: "Remove" });
		remove.disabled = locked;
		return h("li", {}, h("span", {}, `${end.name}: until ${end.until}`), remove);
	};
	const drawList = whenNew((all, locked) => list2.replaceChildren(...all.map((end) => row(end, locked))));
	const draw = (all, locked) => {
		drawList(all, locked);
		for (const control of [tag, until, set]) control.disabled = locked;
	};
	return { node, draw };
}
var SUPPORT = [["", "Not known", null], ["yes", "Yes", true], ["no", "No", false]];
var FLOOR = [["", "Not asked"], ["yes", "Yes"], ["with_help", "With help"], ["no", "No"], ["unknown", "Not known"]];
function patientPanel(lists, send, say) {
	const fields = patientFields(send);
	const things = thingsPart(lists.things, send);
	const conditions = conditionsPart(lists, send, say);
	const activities = activitiesPart(send);
	const { node, line: about } = fold("This patient", fields.node, activities.node, h("div", { class: "hs-part" }, h("h3", {}, "Conditions in force"), ...conditions.nodes), h("div", { class: "hs-part" }, h("h3", {}, "Things at home"), h("p", { class: "hs-quiet" }, "Where none is marked, equipment is not checked."), ...things.nodes));
	const draw = ({ patient, plan }) => {
		const locked = !plan.draft;
		about.textContent = patient.summary;
		fields.draw(patient, locked);
		activities.draw(plan);
		things.draw(patient.equipment, locked);
		conditions.draw(patient, locked);
	};
	const refill = ({ patient, plan }) => {
		activities.refill(plan);
		fields.refill(patient);
		conditions.refill(patient.conditions);
	};
	return { node, draw, refill, heard: conditions.heard };
}
function patientFields(send) {
	const tell = (field2, value, typing) => send({ do: "patient", field: field2, value, ...typing && { typing } }, atField(fields[field2]));
	const number = (name, min, max) => {
		const change = () => tell(name, control.value === "" ? null : control.valueAsNumber);
		const control = h("input", { type: "number", inputmode: "numeric", min, max, onchange: change });
		return control;
	};
	const chosen = () => tell("support", SUPPORT.find(([value]) => value === support.value)?.[2] ?? null);
	const support = h("select", { onchange: chosen }, ...choices(SUPPORT.map(([value, text2]) => [value, text2])));
	const floors = h("select", { onchange: () => tell("gets_off_floor", floors.value || null) }, ...choices(FLOOR));
	const fields = { age: number("age", 0, 120), minutes_a_day: number("minutes_a_day", 1, 600), support, gets_off_floor: floors, goal: typed(line(), (text2, typing) => tell("goal", text2, typing)) };
	const names = Object.keys(fields);
	const node = h("div", { class: "hs-line-fields" }, field("Age, years", fields.age), field("Minutes a day", fields.minutes_a_day), field("Support to hold on to", fields.support), field("Gets down to and up from the floor", fields.gets_off_floor, { class: "hs-field hs-mid" }), field("Goal", fields.goal, { class: "hs-field hs-long" }));
	const draw = (patient, locked) => {
		for (const name of names) {
			show(fields[name], shown2(patient, name));
			fields[name].disabled = locked;
		}
	};
	const refill = (patient) => {
		for (const name of names) restore(fields[name], shown2(patient, name));
	};
	return { node, draw, refill };
}
function shown2(patient, name) {
	if (name === "support") return SUPPORT.find(([, , held]) => held === patient.support)?.[0] ?? "";
	return patient[name] ?? "";
}
function thingsPart(offered2, send) {
	const group = h("div", { class: "hs-chips", role: "group", "aria-label": "Things at home" });
	const other = h("input", { type: "text", autocomplete: "off", placeholder: "Another thing", "aria-label": "Another thing at home" });
	const bring = () => {
		if (other.value.trim()) send({ do: "thing", name: other.value, has: true });
		other.value = "";
	};
	other.addEventListener("keydown", (e) => {
		if (e.key === "Enter") bring();
	});
	const bringing = button("Add", bring, { "aria-label": "Add another thing at home" });
	const chips = /* @__PURE__ */ new Map();
	const chip = (name) => {
		const press = () => send({ do: "thing", name, has: made3.getAttribute("aria-pressed") !== "true" });
		const made3 = button(name, press, { class: "hs-chip" });
		chips.set(name, made3);
		return made3;
	};
	const drawChips = whenNew((has, locked) => {
		const all = [.../* @__PURE__ */ new Set([...offered2, ...has])].map((name) => {
			const made3 = chips.get(name) ?? chip(name);
			made3.setAttribute("aria-pressed", String(has.includes(name)));
			made3.disabled = locked;
			return made3;
		});
		if (group.children.length !== all.length) group.replaceChildren(...all);
	});
	const draw = (has, locked) => {
		drawChips(has, locked);
		other.disabled = locked;
		bringing.disabled = locked;
	};
	return { nodes: [group, h("div", { class: "hs-row hs-short" }, other, bringing)], draw };
}
function conditionsPart({ conditions: offered2, regions }, send, say) {
	const list2 = h("ul", { class: "hs-conditions", "aria-label": "Conditions in force" });
	const noted = notesPart(send, say);
	const picker = combobox("Add a condition", "A name, a short form such as THR, or a lay word", offered2, { ask: (words) => send({ do: "find_conditions", words }), choose: (one) => {
		send({ do: "add_condition", condition: one.id });
		say(`${one.name} added`);
	}, keep: (words) => {
		send({ do: "note_unlisted", words });
		say(`“${words}” kept as a note. No rule covers this.`);
	} });
	let rows = [];
	let order = "";
	const draw = ({ conditions, unlisted }, locked) => {
		const now = JSON.stringify(conditions.map((held) => held.condition));
		if (now !== order) {
			const had = list2.contains(document.activeElement);
			const before = rows;
			rows = conditions.map((held, at) => {
				const stays = before[at];
				return stays?.condition === held.condition ? stays : conditionRow(held, at, { regions, send, say });
			});
			list2.replaceChildren(...rows.map((row) => row.node));
			if (had) picker.input.focus();
			order = now;
		}
		for (const [i, held] of conditions.entries()) rows[i]?.draw(held, locked);
		if (noted.draw(unlisted, locked)) picker.input.focus();
		picker.input.disabled = locked;
	};
	const refill = (conditions) => {
		for (const [i, held] of conditions.entries()) rows[i]?.refill(held);
	};
	return { nodes: [list2, noted.node, picker.node], draw, refill, heard: picker.heard };
}
function notesPart(send, say) {
	const node = h("ul", { class: "hs-conditions hs-unlisted", "aria-label": "Noted, no rule covers it" });
	let order = "";
	const row = (words, at, locked) => {
		const act = () => {
			send({ do: "remove_unlisted", at });
			say(`${words} removed`);
		};
		const away = button("✕", act, { class: "hs-icon", "aria-label": `Remove note ${words}`, title: "Remove" });
		away.disabled = locked;
		const head = h("div", { class: "hs-item-head" }, h("h3", { class: "hs-item-name" }, words), away);
		return h("li", { class: "hs-condition" }, head, h("p", { class: "hs-quiet" }, "A note: no rule covers this."));
	};
	const draw = (all, locked) => {
		const now = JSON.stringify([all, locked]);
		if (now === order) return false;
		const had = node.contains(document.activeElement);
		node.replaceChildren(...all.map((words, at) => row(words, at, locked)));
		order = now;
		return had;
	};
	return { node, draw };
}
var RECORD = [["provider", "Therapist and qualification"], ["setting", "Where it is done"], ["supervision", "How it is supervised"], ["group", "Alone or in a group", [["alone", "Alone"], ["group", "In a group"]]], ["tailoring", "Generic or tailored", [["", "Not said"], ["generic", "Generic"], ["tailored", "Tailored to the patient"]]], ["tailored_how", "How it was tailored"], ["start_rule", "How the starting dose was found"], ["progression_rule", "When it will be made harder"], ["advice", "Advice beside the exercises, or “none”"]];
function recordPart(send) {
	const fields = RECORD.map(([name, text2, options]) => {
		const tell = (value, typing) => send({ do: "report", field: name, value, ...typing && { typing } }, atField(control));
		const select = (pairs) => {
			const made3 = h("select", { onchange: () => tell(made3.value) }, ...choices(pairs));
			return made3;
		};
		const control = options ? select(options) : typed(line(), tell);
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
	const draw = ({ cert, fitt_vp, reporting }, locked) => {
		drawScores(cert, fitt_vp);
		for (const { name, control } of fields) {
			show(control, reporting[name] ?? "");
			control.disabled = locked;
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
	const named = { class: "hs-panel hs-review", "aria-label": "Review" };
	const node = h("section", named, head, holding, nothing, list2, infos, banner, record.node, spoken);
	const fill = reviewList(list2, hands);
	const fillInfo = reviewList(info, hands);
	const drawCounts = whenNew((all, summary) => {
		counts.replaceChildren(...all.map(countPill));
		spoken.textContent = `Review: ${summary}`;
	});
	const draw = ({ review, plan }) => {
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
	});
	return (findings, names, locked) => {
		const groups = [...groupsOf(findings)];
		for (const [i, row] of rows(groups).entries()) row.draw(groups[i]?.[1] ?? [], names, locked);
	};
}
function whole(finding, hands) {
	const { node, draw } = findingRow(finding, "the plan", hands);
	return { node, draw: ([now], _, locked) => {
		if (now) draw(now, locked);
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
	return h("span", { class: "hs-go-line" }, badges, h("span", {}, ...name ? [h("b", {}, name)] : [], what));
}
var STANDING = { open: ["CAUTION", "Open"], old: ["ERROR", "Too old"], clear: ["OK", "Clear"], flagged: ["STOP", "Present"] };
var HOW = "One sign alone proves little; the whole picture counts. Anything present holds the plan until you sign it off by name.";
function screenPanel(flags, send) {
	const rows = flags.map((flag) => flagRow(flag, send));
	const done = button("Screen done", () => send({ do: "screened", done: true }), { class: "hs-first" });
	const undone = button("Not done after all", () => send({ do: "screened", done: false }));
	const state = h("span", {});
	const age = h("p", {});
	const cleared = h("p", {});
	const { node, line: line2 } = fold("Red flags", cleared, h("p", { class: "hs-quiet" }, HOW), h("ul", { class: "hs-flags", "aria-label": "Signs to look for" }, ...rows.map((row) => row.node)), h("div", { class: "hs-tools" }, done, undone, state), age);
	const drawLine = whenNew((standing, summary) => {
		line2.replaceChildren(pill(...STANDING[standing]), h("span", {}, ` ${summary}`));
		state.textContent = summary;
	});
	const draw = ({ screen, plan }) => {
		drawLine(screen.standing, screen.summary);
		age.textContent = screen.age;
		age.hidden = !screen.age;
		cleared.textContent = screen.cleared;
		cleared.hidden = !screen.cleared;
		for (const { name, tick } of rows) {
			tick.checked = screen.present.includes(name);
			tick.disabled = !plan.draft;
		}
		done.textContent = screen.done ? "Screen done again today" : "Screen done";
		done.disabled = !plan.draft;
		undone.disabled = !plan.draft;
		undone.hidden = !screen.done;
	};
	return { node, draw, refill: draw };
}
function flagRow({ name, signs, action, source }, send) {
	const change = () => send({ do: "flag", name, present: tick.checked });
	const tick = h("input", { type: "checkbox", "aria-label": `Yes, present: ${name}`, onchange: change });
	const what = h("p", { class: "hs-quiet" }, h("b", {}, action), ` ${source}`);
	const node = h("li", {}, h("div", { class: "hs-item-name" }, h("h3", {}, name), h("p", {}, signs), what), h("label", { class: "hs-check" }, tick, h("span", {}, "Yes, present")));
	return { name, tick, node };
}
var MANY = 8;
var HOW2 = [["Choose", " a ready-made plan, or add exercises from the list."], ["Set", " sides, dose and days. The time of a session follows at once."], ["Review", " what does not fit the patient: swap it, or give your reason."], ["Issue", " the plan in your name, and make the handout. Every change is kept as you make it."]];
function whose({ plan_id, patient }) {
	return [plan_id, patient !== plan_id ? patient : ""].filter(Boolean).join(" · ");
}
function versionsOf({ draft, issued }) {
	const newest = draft ?? issued.at(-1) ?? 1;
	return { newest, older: issued.filter((version) => version !== newest) };
}
function startPanel(send) {
	const open = (plan, version) => send({ do: "open", code: plan.code, version });
	const onward = onwardPart(open);
	const kept = keptPart(send, open);
	const offers = h("ul", { class: "hs-offers", "aria-label": "Ready-made plans" });
	const seek = () => send({ do: "find_templates", words: sought.value });
	const sought = h("input", { type: "search", autocomplete: "off", oninput: seek });
	const seeking = field("Find a ready-made plan by problem or exercise", sought);
	const none = h("p", { class: "hs-quiet" }, "No ready-made plan is for this.");
	const how = HOW2.map(([name, rest]) => h("li", {}, h("b", {}, name ?? ""), rest ?? ""));
	const node = h("section", { class: "hs-panel hs-start", "aria-label": "Start" }, onward.node, h("h2", {}, "Start a plan"), h("ol", { class: "hs-how" }, ...how), kept.node, h("div", { class: "hs-head" }, h("h3", { class: "hs-item-name" }, "Ready-made plans"), button("Start with an empty plan", () => send({ do: "blank" }))), seeking, offers, none);
	const offer = (one, i) => {
		const first = i === 0 && onward.node.hidden;
		const props = { class: first ? "hs-first" : "", "aria-label": `Use this plan: ${one.name}` };
		const about = h("p", { class: "hs-quiet" }, one.about);
		return h("li", {}, h("div", {}, h("h3", {}, one.name), h("p", {}, one.summary), about), button("Use this plan", () => send({ do: "template", template: one.id }), props));
	};
	const drawOffers = whenNew((all) => offers.replaceChildren(...all.map(offer)));
	const draw = (view) => {
		onward.draw(view.go_on);
		drawOffers(view.offers);
		seeking.hidden = view.ready <= MANY;
		none.hidden = view.offers.length > 0;
		kept.draw(view);
	};
	return { node, draw };
}
function onwardPart(open) {
	const node = h("div", { class: "hs-onward", hidden: true });
	const draw = whenNew((one) => {
		node.hidden = !one;
		if (!one) return;
		const version = versionsOf(one).newest;
		const title = h("h2", { class: "hs-item-name" }, `You were at work on ${whose(one)}`);
		const go = button(`Go on with ${one.plan_id}`, () => open(one, version), { class: "hs-first" });
		const about = `Version ${version}, draft, last changed ${one.changed}. All of it was kept.`;
		node.replaceChildren(h("div", { class: "hs-head" }, title, go), h("p", { class: "hs-quiet" }, about));
	});
	return { node, draw };
}
function keptPart(send, open) {
	const list2 = h("ul", { class: "hs-kept", "aria-label": "Plans of this workspace" });
	const find = () => send({ do: "find_plans", words: words.value });
	const words = h("input", { type: "search", autocomplete: "off", oninput: find });
	const finding = field("Find a plan by patient, id or code", words);
	const none = h("p", { class: "hs-quiet" }, "No plan has these words.");
	const node = h("div", {}, h("h3", {}, "Open a plan"), finding, list2, none);
	const row = (one) => {
		const { newest, older } = versionsOf(one);
		const state = `version ${newest} · ${one.draft ? "draft" : "issued"}`;
		const code = h("span", { class: "hs-code" }, one.code);
		const others = older.map((version) => {
			const props = { class: "hs-small", "aria-label": `Open ${whose(one)}, version ${version}` };
			return button(`Version ${version}`, () => open(one, version), props);
		});
		return h("li", {}, button([whose(one), state].join(" · "), () => open(one, newest)), h("span", { class: "hs-quiet" }, one.changed, " · code ", code), ...others);
	};
	const drawRows = whenNew((rows) => list2.replaceChildren(...rows.map(row)));
	const draw = ({ plans, kept }) => {
		node.hidden = !plans;
		finding.hidden = plans <= MANY;
		drawRows(kept);
		none.hidden = kept.length > 0;
	};
	return { node, draw };
}
var KINDS2 = [["setup", "Get ready"], ["move", "Move"], ["hold", "Hold"], ["rest", "Rest"], ["switch", "Change sides"], ["between", "Rest before the next one"]];
function share(start, end, all) {
	const whole2 = all || 1;
	return { left: 100 * start / whole2, width: 100 * (end - start) / whole2 };
}
function spans(items) {
	return items.map(({ start_s, seconds }) => ({ start: start_s, end: start_s + seconds }));
}
function inWords({ total, items }) {
	if (!items.length) return "No exercises yet.";
	return `${total} in all. ${items.map(({ name, time }) => `${name}: ${time}`).join("; ")}.`;
}
function block(name, { start, end }, all, text2) {
	const part2 = h("div", { class: name, title: text2 });
	const { left, width } = share(start, end, all);
	part2.style.left = `${left}%`;
	part2.style.width = `${width}%`;
	return part2;
}
function barsPart() {
	const items = h("div", { class: "hs-band", "aria-hidden": "true" });
	const steps = h("div", { class: "hs-bar", role: "img" });
	const draw = (plan) => {
		const places = spans(plan.items);
		const parts = plan.items.map((item, i) => {
			const span = places[i] ?? { start: 0, end: 0 };
			const part2 = block("hs-band-item", span, plan.total_s, `${item.name}: ${item.time}`);
			part2.append(h("b", {}, `${i + 1}`), h("span", {}, ` ${item.time}`));
			return part2;
		});
		items.replaceChildren(...parts);
		steps.replaceChildren(...plan.steps.map((s) => block(`hs-step hs-${s.kind}`, s, plan.total_s, s.text)));
		steps.setAttribute("aria-label", inWords(plan));
		steps.dataset.total = String(plan.total_s);
	};
	return { nodes: [items, steps], draw };
}
function timelinePanel(toReview) {
	const total = h("p", { class: "hs-total" });
	const whose2 = h("p", { class: "hs-whose" });
	const about = h("p", { class: "hs-quiet" });
	const bars = barsPart();
	const legend = KINDS2.map(([kind, name]) => h("li", {}, h("span", { class: `hs-key hs-${kind}` }), name));
	const badge = h("span", { class: "hs-badges" });
	const review = h("button", { type: "button", class: "hs-to-review", onclick: toReview }, badge);
	const heard = h("div", { class: "hs-unseen", role: "status" });
	const node = h("section", { class: "hs-panel hs-time", "aria-label": "Time of one session" }, whose2, h("div", { class: "hs-time-head" }, h("h2", {}, "One session"), total, about, review), ...bars.nodes, h("ul", { class: "hs-legend", "aria-label": "Legend" }, ...legend), heard);
	const drawReview = whenNew((counts, summary) => {
		badge.replaceChildren(...counts.length ? counts.map(countPill) : [h("span", {}, summary)]);
		review.setAttribute("aria-label", `Review: ${summary}`);
	});
	const draw = ({ plan, review: { counts, summary } }) => {
		drawReview(counts, summary);
		const state = `version ${plan.version}, ${plan.draft ? "draft" : "issued"}`;
		whose2.textContent = [plan.patient, plan.plan_id, state].filter(Boolean).join(" · ");
		bars.draw(plan);
		about.textContent = numbered(plan.items.length, "exercise");
		if (total.textContent === plan.total) return;
		total.textContent = plan.total;
		heard.textContent = `One session takes ${plan.total}`;
	};
	return { node, draw };
}
var ASKS = /* @__PURE__ */ new Set(["search", "find_conditions", "detail", "picture", "find_plans", "find_templates", "export"]);
function numbered2(model, waits, asked) {
	let sent = 0;
	return (wish, asker) => {
		sent += 1;
		if (!ASKS.has(wish.do)) waits(sent);
		if (asker) asked.sent(sent, asker);
		model.send({ ...wish, n: sent });
	};
}
function partsOf(model, { send, say }, saved) {
	const drawn2 = pictures(send);
	const hands = { send, say, small: drawn2.small, me: { name: "", role: "" } };
	const lists = model.get("lists");
	const items = itemList(hands);
	return { drawn: drawn2, library: libraryPanel(model, hands), start: startPanel(send), conflict: conflictPanel(send), head: headPanel(send, saved), patient: patientPanel(lists, send, say), screen: screenPanel(lists.red_flags, send), items, review: reviewPanel({ send, me: hands.me, open: items.open }), issue: issuePanel(send, hands.me), handout: exportPanel(send, lists.palettes) };
}
function openPage({ model, el }) {
	const spoken = h("div", { class: "hs-unseen", role: "status" });
	const say = (text2) => {
		spoken.textContent = text2;
	};
	const saved = savedSign(() => {
		grid.inert = true;
	});
	const asked = askers();
	const flight = inFlight({ draw: () => desk.draw(model.get("view")), refill: () => desk.refill(model.get("view")) });
	const waits = (n) => {
		saved.sent(n);
		flight.sent(n);
	};
	const send = numbered2(model, waits, asked);
	const parts = partsOf(model, { send, say }, saved);
	const { library, head, issue } = parts;
	const notices = noticesPart(issue.refuse);
	const desk = deskOf(parts);
	const grid = h("div", { class: "hs-grid" }, library.node, h("div", { class: "hs-desk" }, ...desk.nodes, notices.node));
	const drawNotices = () => notices.draw(asked.refuse(model.get("notices")));
	const drawDone = () => {
		const done = model.get("done");
		head.done.textContent = done;
		if (done) say(done);
	};
	el.replaceChildren(pageOf(saved, grid, spoken));
	library.draw();
	flight.view();
	drawNotices();
	const leave = watch(model, [["change:view", flight.view], ["change:found", library.draw], ["change:notices", drawNotices], ["change:done", drawDone], ["msg:custom", listener(parts, { saved, asked, flight })]]);
	openNamed((named) => send({ do: "open", ...named }));
	return () => {
		leave();
		parts.handout.drop();
		saved.drop();
		parts.drawn.drop();
	};
}
function deskOf({ library, start, conflict, head, patient, screen, items, review, issue, handout }) {
	const time = timelinePanel(review.focus);
	const named = { class: "hs-panel hs-about", "aria-label": "Patient and red flags" };
	const about = h("section", named, patient.node, screen.node);
	const below = [time, items, review, issue, handout].map((part2) => part2.node);
	const rest = h("div", { class: "hs-work" }, head.node, about, ...below);
	const work = h("div", { class: "hs-work" }, conflict.node, rest);
	const parts = [conflict, head, patient, screen, time, items, review, issue, handout];
	let inHand = "";
	const draw = (view) => {
		const now = view.plan ? `${view.plan.code} ${view.plan.version}` : "";
		if (now !== inHand) settleAll(work);
		inHand = now;
		start.node.hidden = Boolean(view.plan);
		work.hidden = !view.plan;
		rest.inert = Boolean(view.conflict);
		library.node.inert = Boolean(view.conflict);
		if (view.plan) for (const part2 of parts) part2.draw(view);
		else start.draw(view);
		library.allow();
	};
	const refill = (view) => {
		if (view.plan) for (const part2 of [head, patient, screen]) part2.refill(view);
	};
	return { nodes: [start.node, work], draw, refill };
}
function listener({ drawn: drawn2, library, patient, handout }, { saved, asked, flight }) {
	return ({ answered: answered2, refused, conditions, picture, detail, made: made3, said: said2 }, buffers) => {
		if (refused) flight.refused();
		if (answered2) for (const heard of [saved.heard, asked.answered, flight.heard]) heard(answered2);
		if (conditions) patient.heard(conditions);
		if (picture) drawn2.heard(picture);
		if (detail) library.show(detail);
		if (refused) handout.refused();
		if (made3) handout.ready({ made: made3, said: said2 ?? "" }, buffers);
	};
}
function pageOf(saved, grid, spoken) {
	const head = h("header", { class: "hs-title" }, h("h1", {}, "Homestretch"), h("p", { class: "hs-quiet" }, "Home-exercise planner"), ...neighbours("plan.ipynb", { aside: true }));
	const page = h("div", { class: "hs", "onhs-typing": saved.typing }, saved.band, head, grid, spoken);
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
