// The session over the page, as the patient will play it: the page of the handout itself, walled off from this one.
import { button, h } from "../shared/controls.js";
import { LEAVES, TRIAL } from "../shared/trial.js";

/** @import { Send } from "./hands.js" */
/** @import { Played } from "./messages.js" */

/**
 * @param {Send} send
 * @param {() => string} code of the plan in hand
 */
export function playerPart(send, code) {
  const said = h("p", { class: "hs-quiet", role: "status" });
  const shut = button("✕", () => node.close(), {
    class: "hs-icon",
    "aria-label": "Close the player",
    title: "Close (Esc)",
  });
  const place = h("div", { class: "hs-player-place" });
  const title = h("h2", { id: "hs-player-title", tabindex: "-1" }, "As the patient plays it");
  const about = h("p", { class: "hs-quiet" }, "A trial: nothing of it is kept.");
  const head = h("div", { class: "hs-player-head" }, title, about, shut);
  const node = h("dialog", { class: "hs-player", "aria-labelledby": title.id }, head, said, place);
  /** @param {MessageEvent} event */
  const left = ({ data, source }) => {
    if (data === LEAVES && source === place.querySelector("iframe")?.contentWindow) node.close();
  };
  node.addEventListener("close", () => {
    window.removeEventListener("message", left);
    place.replaceChildren(); // and with it every sound
  });
  node.addEventListener("keydown", (event) => event.stopPropagation()); // no key of the page below is meant
  const open = () => {
    said.textContent = "The session is being made …";
    node.showModal();
    window.addEventListener("message", left);
    send({ do: "play" });
  };
  /** @param {Played} played */
  const heard = ({ html, fault, code: of }) => {
    if (!meant(of, node.open && code())) return;
    said.textContent = fault;
    said.hidden = !fault;
    if (!html) return;
    const frame = h("iframe", { title: "The session", name: TRIAL, sandbox: "allow-scripts" });
    frame.srcdoc = html;
    frame.addEventListener("load", () => frame.focus());
    place.replaceChildren(frame);
  };
  return { node, open, heard };
}

/**
 * Whether a page of the session is for who waits for it: the player is open, and at the plan that it was asked for. She
 * may have left that patient while it was made.
 * @param {string} of the code of its plan
 * @param {string | false} now the code of the plan in the player's sight, where it is open
 */
export function meant(of, now) {
  return now !== false && of === now;
}
