// What the patient wrote and nobody has read yet, below the signs and the alerts, until it is marked as read.
import { button, h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { numbered } from "../shared/numbers.js";

/** @import { Opens, Send } from "./hands.js" */
/** @import { AsideShown, NoteShown } from "./messages.js" */

/** @param {Opens} opens @param {Send} send */
export function unreadPanel(opens, send) {
  const title = h("h3", { id: "ms-unread", tabindex: "-1" });
  const all = button("Mark all as read", () => {}, { class: "hs-small" });
  const list = h("ul", { class: "ms-unread" });
  const past = h("ul", { class: "ms-unread" });
  const summary = h("summary", {});
  const fold = h("details", { class: "ms-fold" }, summary, past);
  const node = h(
    "section",
    { class: "hs-panel ms-panel ms-notes", "aria-labelledby": "ms-unread" },
    h("div", { class: "ms-head" }, title, all),
    list,
    fold,
  );
  let keys = /** @type {string[]} */ ([]);
  all.addEventListener("click", () => send({ do: "read", notes: keys }));
  const draw = whenNew((/** @type {Pick<AsideShown, "unread" | "read">} */ { unread, read }) => {
    keys = unread.map(({ key }) => key);
    node.hidden = !unread.length && !read.length;
    title.textContent = unread.length ? `${numbered(unread.length, "note")} unread` : "No note unread";
    all.hidden = unread.length < 2;
    list.replaceChildren(
      ...unread.map((one) => noteRow(one, opens, "Read", () => send({ do: "read", notes: [one.key] }))),
    );
    list.hidden = !unread.length;
    fold.hidden = !read.length;
    summary.textContent = `${numbered(read.length, "note")} read`;
    past.replaceChildren(
      ...read.map((one) => noteRow(one, opens, "Unread again", () => send({ do: "unread", note: one.key }))),
    );
  });
  return { node, draw };
}

/** @param {NoteShown} note @param {Opens} opens @param {string} act @param {() => void} press */
function noteRow({ key, when, text, mark, figure }, opens, act, press) {
  const props = { class: "hs-small", "aria-label": `${act}: ${text}`, "data-key": `note ${key}` };
  const marked = mark ? h("b", { class: "ms-red" }, `${mark}. `) : "";
  const about = h("span", { class: "hs-quiet" }, opens(figure, when, `Note of ${when}`));
  return h("li", {}, h("span", {}, marked, h("q", {}, text), " ", about), " ", button(act, press, props));
}
