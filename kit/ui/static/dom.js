// Elements. Strings become text nodes: what a person typed is never read as markup.
const TAKES_FOCUS = new Set(["INPUT", "SELECT", "BUTTON", "TEXTAREA", "A", "SUMMARY"]);
let made = 0;

function h(tag, props = {}, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (typeof value === "boolean") node.toggleAttribute(name, value);
    else node.setAttribute(name, value);
  }
  // JupyterLab looks for its one-letter shortcuts on the focused element itself; an ancestor's mark does not count.
  if (TAKES_FOCUS.has(node.tagName) || "tabindex" in props) node.setAttribute("data-lm-suppress-shortcuts", "true");
  node.append(...kids);
  return node;
}

function button(text, act, props = {}) {
  return h("button", { type: "button", onclick: act, ...props }, text);
}

// A field with its visible name; `control` gets an id so that the name belongs to it.
function field(name, control, props = {}) {
  control.id ||= `hs-${++made}`;
  return h("div", { class: "hs-field", ...props }, h("label", { for: control.id }, name), control);
}

function choices(pairs) {
  return pairs.map(([value, text]) => h("option", { value }, text));
}

// Show the kernel's value, but never under the fingers of the one who types.
function show(control, value) {
  if (control !== control.getRootNode().activeElement && control.value !== String(value)) control.value = value;
}

// The same after a refusal: the field shows again what the plan holds, whoever types.
function restore(control, value) { control.value = value; }

// Enter takes what was typed: it sends the form of the field, or else the field itself.
function onEnter(e) {
  if (e.key !== "Enter" || e.target.tagName !== "INPUT" || e.target.type === "checkbox") return;
  e.preventDefault();
  if (e.target.form) return e.target.form.requestSubmit();
  e.target.blur();
  e.target.focus();
}

// Text is kept while it is typed: a moment after the last letter, and at once when the field is left or the page goes.
// `tell` gets the value and the number of this visit to the field, so that one visit is one step back.
const PAUSE_MS = 600;
const untold = new Set();
let visits = Date.now(); // also after a reload no number comes again

function typed(control, tell) {
  let timer = null, visit = 0;
  const now = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    untold.delete(now);
    tell(control.value, visit);
  };
  control.addEventListener("focus", () => { visit = ++visits; });
  control.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(now, PAUSE_MS);
    untold.add(now);
    control.dispatchEvent(new CustomEvent("hs-typing", { bubbles: true }));
  });
  control.addEventListener("change", now);
  return control;
}

// What waits for a pause in the typing is told now.
function tellAll() { for (const now of [...untold]) now(); }

// A part of the page that folds. Closed, its name and one line are in sight.
function fold(name, props, ...kids) {
  const line = h("span", { class: "hs-line" });
  const node = h("details", { class: "hs-fold", ...props },
    h("summary", {}, h("h2", {}, name), line), h("div", { class: "hs-fold-body" }, ...kids));
  return { node, line };
}

// Draws again only when what it draws has changed.
function whenNew(draw) {
  let last = null;
  return (...given) => {
    const now = JSON.stringify(given);
    if (now === last) return;
    last = now;
    draw(...given);
  };
}

// The folder of this page in JupyterLab's address, where it shows one; a file beside it opens in the editor.
function beside(path) {
  const found = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/.exec(window.location.pathname);
  return found ? found[1] + path.split("/").map(encodeURIComponent).join("/") : null;
}
