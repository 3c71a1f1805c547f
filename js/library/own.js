// The clinician's own files: a form for a new one, her folder, the file just written, the faults of her files.
import { beside } from "../shared/beside.js";
import { button, field, h } from "../shared/controls.js";

/** @import { Model } from "../shared/widget.js" */
/** @import { Send, Shelf } from "./hands.js" */
/** @import { BrokenFile, Done, FaultTold, Own } from "./messages.js" */
/** @typedef {(file: string) => Node[]} Editor a link to a file of hers, where the page stands beside it */

/**
 * Opens a line to name a new file; closed, only its button is in sight.
 * @param {string} text
 * @param {(name: string) => void} write
 */
export function ownForm(text, write) {
  const name = h("input", { type: "text", autocomplete: "off", maxlength: "200" });
  const toggle = () => (node.hidden ? open() : close());
  const opener = button(text, toggle, { "aria-expanded": "false", class: "bs-opener" });
  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    write(name.value);
  };
  const leave = () => {
    close();
    opener.focus();
  };
  // JupyterLab takes Enter and Escape for itself before a form sees them.
  name.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" && e.key !== "Escape") return;
    e.stopPropagation();
    if (e.key === "Enter") submit(e);
    else leave();
  });
  const node = h(
    "form",
    { class: "bs-own-form", hidden: true, onsubmit: submit },
    field("Name of my exercise", name),
    h("button", { type: "submit", class: "hs-first" }, "Write the file"),
    button("Cancel", leave),
  );
  /** @param {boolean} is */
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

/**
 * How many exercises of hers are in force.
 * @param {Pick<Own, "own" | "overridden">} own
 */
export function countOf({ own, overridden }) {
  const parts = [own ? `${own} of my own` : "", overridden ? `${overridden} of the kit's changed by me` : ""];
  const said = parts.filter(Boolean).join(", ");
  return said ? `${said}.` : "None yet. Start from an exercise of the kit, or from a blank form.";
}

/**
 * @param {Model<Shelf>} model
 * @param {Send} send
 */
export function ownPanel(model, send) {
  const folder = h("code", { class: "bs-path" });
  const count = h("p", {});
  const again = button("Read again", () => send({ do: "read_again" }));
  const form = ownForm("New blank form", (name) => send({ do: "start", name }));
  const said = h("p", { class: "hs-quiet bs-said", role: "status" });
  const node = h(
    "section",
    { class: "hs-panel bs-mine", "aria-label": "My own exercises" },
    h("h2", {}, "My own exercises"),
    count,
    h("p", { class: "hs-quiet" }, "Folder: ", folder),
    h("div", { class: "bs-buttons" }, again, form.opener),
    said,
    form.node,
  );
  /** @type {Editor} */
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
  /** @param {Partial<Done>} message */
  const heard = ({ done }) => {
    if (done) said.textContent = done;
  };
  return { node, started: started.node, draw, drawStarted, heard, editor };
}

/**
 * The file written last, and what to edit in it.
 * @param {Model<Shelf>} model
 * @param {Editor} editor
 */
function startedPart(model, editor) {
  const node = h("section", { class: "hs-panel bs-started", "aria-label": "The new file", hidden: true });
  const draw = () => {
    const { id, name, file, edit, note } = model.get("started");
    node.hidden = !id;
    if (!id) return;
    const written = h("p", { role: "status" }, h("b", {}, name), " is written to ", h("code", {}, file), ".");
    node.replaceChildren(
      h("div", { class: "bs-started-head" }, written, ...editor(file)),
      h("p", {}, "What to edit:"),
      h("ul", { class: "bs-dots" }, ...edit.map((line) => h("li", {}, line))),
      h("p", {}, "Save the file, then press “Read again” here. ", note),
    );
    node.scrollIntoView({ block: "nearest" });
  };
  return { node, draw };
}

/**
 * How many faults in how many files.
 * @param {readonly Pick<BrokenFile, "faults">[]} files
 */
export function faultsOf(files) {
  const n = files.reduce((sum, file) => sum + file.faults.length, 0);
  const faults = `${n} ${n === 1 ? "fault" : "faults"}`;
  return `${faults} in ${files.length} ${files.length === 1 ? "file" : "files"} of mine`;
}

/**
 * @param {Model<Shelf>} model
 * @param {Editor} editor
 */
export function faultPanel(model, editor) {
  const title = h("h2", {});
  const list = h("div", { class: "bs-files" });
  const node = h(
    "section",
    { class: "hs-panel bs-faults", "aria-label": "Faults in my files", hidden: true },
    title,
    h("p", {}, "These files are left out until they are mended. Everything else works."),
    list,
  );
  const draw = () => {
    const { files } = model.get("own");
    node.hidden = !files.some((file) => file.faults.length);
    title.textContent = faultsOf(files);
    list.replaceChildren(...files.map((file) => brokenFile(file, editor)));
  };
  return { node, draw };
}

/** @param {BrokenFile} broken @param {Editor} editor */
function brokenFile({ file, stays, faults }, editor) {
  const kept = stays ? h("span", { class: "hs-quiet" }, "The kit's own exercise stays in force.") : "";
  const links = file.endsWith(".toml") ? editor(`exercises/${file}`) : [];
  return h(
    "div",
    { class: "bs-file" },
    h("div", { class: "bs-file-head" }, h("h3", {}, file), kept, ...links),
    h("ul", { class: "bs-fault-list" }, ...faults.map(faultRow)),
  );
}

/** @param {FaultTold} fault */
function faultRow({ field: name, what, mend }) {
  const text = h("div", {}, h("p", {}, what), mend ? h("p", { class: "bs-why" }, mend) : "");
  return h("li", {}, h("code", {}, name), text);
}
