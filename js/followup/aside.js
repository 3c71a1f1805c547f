// What asks for attention before the numbers: open signs for help, each until somebody signs for it, and alerts.
import { atForm } from "../shared/asked.js";
import { button, field, fresh, h, line } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { icon } from "../shared/icons.js";
import { numbered } from "../shared/numbers.js";
import { sourced } from "./source.js";
import { unreadPanel } from "./unread.js";

/** @import { Opens, Send } from "./hands.js" */
/** @import { AlertShown, AsideShown, SignShown } from "./messages.js" */

const FIELDS = { "Dealt, by": "Name", "Dealt, role": "Role", "Dealt, what": "What was done" };

/** @param {Opens} opens @param {Send} send */
export function asidePanel(opens, send) {
  const signs = h("div", { class: "ms-signs" });
  const list = h("ul", { class: "ms-alerts" });
  const title = h("h3", { id: "ms-alerts", tabindex: "-1" }, "Worth a call");
  const note = h("p", { class: "ms-about" });
  const head = h("div", { class: "ms-head" }, icon("CAUTION"), title, note);
  const alerts = h("section", { class: "hs-panel ms-panel ms-call", "aria-labelledby": "ms-alerts" }, head, list);
  const notes = unreadPanel(opens, send);
  const node = h("div", { class: "ms-aside" }, signs, alerts, notes.node);
  const draw = whenNew((/** @type {AsideShown} */ shown) => {
    signs.replaceChildren(...(shown.signs.length ? [signsPart(shown, opens, send)] : []));
    note.textContent = shown.note;
    notes.draw({ unread: shown.unread, read: shown.read });
    alerts.hidden = !shown.alerts.length;
    list.replaceChildren(...shown.alerts.map((alert) => alertRow(alert, opens)));
  });
  return { node, draw };
}

/** @param {AlertShown} alert @param {Opens} opens */
function alertRow({ rule, title, why, source, figure }, opens) {
  return h("li", {}, h("b", {}, `${title}. `), `${why} `, opens(figure, "rows", title), " ", sourced(source, rule));
}

/** @param {AsideShown} shown @param {Opens} opens @param {Send} send */
function signsPart({ signs, by, role }, opens, send) {
  const title = `${numbered(signs.length, "sign")} for help, not dealt with`;
  return h(
    "section",
    { class: "ms-sign-panel", "aria-labelledby": "ms-signs" },
    h(
      "div",
      { class: "ms-head" },
      icon("STOP"),
      h("h3", { id: "ms-signs", tabindex: "-1" }, title),
      h("p", { class: "ms-about" }, "Hold the exercises until it is dealt with."),
    ),
    ...signs.map((sign) => signPart(sign, by, role, opens, send)),
  );
}

/** @param {SignShown} sign @param {string} by @param {string} role @param {Opens} opens @param {Send} send */
function signPart({ key, said, urgency, figure }, by, role, opens, send) {
  const [name, as, what] = [line(), line(), line()];
  name.value = by;
  as.value = role;
  const {
    node: faults,
    asker,
    clear,
  } = atForm(FIELDS, () => {}, {
    "Dealt, by": name,
    "Dealt, role": as,
    "Dealt, what": what,
  });
  const id = `ms-deal-${fresh()}`;
  const cancel = button("Cancel", () => set(false));
  const sign = h("button", { type: "submit", class: "hs-first" }, "Sign that it was dealt with");
  const form = h(
    "form",
    { id, hidden: true, class: "ms-deal" },
    ...[field("Name", name), field("Role", as), field("What was done", what, { class: "hs-field ms-what-done" })],
    h("div", { class: "hs-tools" }, sign, cancel),
    faults,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send({ do: "deal", sign: key, by: name.value, role: as.value, what: what.value }, asker);
  });
  const opener = button("Dealt with…", () => set(form.hasAttribute("hidden")), {
    "aria-expanded": "false",
    "aria-controls": id,
  });
  /** @param {boolean} open */
  const set = (open) => {
    form.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    clear();
    (open ? what : opener).focus();
  };
  const rows = figure ? opens(figure, "rows", `Sign for help ${said}`) : "";
  const words = h("p", {}, h("b", {}, said), " ", rows, h("br", {}), h("b", { class: "ms-urgency" }, urgency));
  return h("div", { class: "ms-sign" }, h("div", { class: "ms-sign-head" }, words, opener), form);
}
