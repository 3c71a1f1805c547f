// The pages of the handout as they will be printed, drawn by the same program. They follow the plan a moment later, and
// no edit waits for them.
import { fresh, h } from "../shared/controls.js";
import { scrollTo } from "./shell.js";

/** @import { Send } from "./hands.js" */
/** @import { Pages, Work } from "./messages.js" */
/** @import { Form } from "./form.js" */

const PAUSE_MS = 500; // after the last change

/**
 * What is shown, and what is asked for, by a key of the plan and its form. `ask` asks for new pages.
 * @param {{ ask: (turn: number) => void, say: (state: "none" | "old" | "making" | "shown") => void }} acts
 * @param {number} [pause] milliseconds
 */
export function pagesState({ ask, say }, pause = PAUSE_MS) {
  let wanted = "";
  let asked = "";
  let shown = "";
  let turn = 0;
  let underway = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const go = () => {
    timer = undefined;
    if (underway || wanted === shown) return;
    asked = wanted;
    turn += 1;
    underway = true;
    say("making");
    ask(turn);
  };
  return {
    stop,
    /** The key of what should be shown. @param {string} key */
    want: (key) => {
      wanted = key;
      stop();
      if (key === shown) say("shown");
      else {
        say(shown ? "old" : "making");
        timer = setTimeout(go, shown ? pause : 0);
      }
    },
    /** The pages of this turn have come: `take` shows them, where they are the ones waited for. @param {number} of @param {() => void} take */
    heard: (of, take) => {
      if (of !== turn) return;
      underway = false;
      shown = asked;
      take();
      if (wanted === shown) say("shown");
      else {
        say("old");
        timer ??= setTimeout(go, pause);
      }
    },
    /** Nothing is shown any more, and nothing asked for. */
    forget: () => {
      stop();
      wanted = asked = shown = "";
      underway = false;
      turn += 1; // what is still on its way is of no use
      say("none");
    },
  };
}

/**
 * @param {Send} send
 * @param {() => Form} chosen
 * @param {() => string} by in whose name it will be issued
 */
export function pagesPart(send, chosen, by) {
  const title = h("h3", { tabindex: "-1", id: `hs-pages-${fresh()}` }, "The pages");
  const said = h("p", { class: "hs-quiet", role: "status" });
  const sheets = sheetList();
  const node = h("section", { class: "hs-preview", "aria-labelledby": title.id }, title, said, sheets.node);
  let told = ""; // how many pages, or why there are none
  const words = {
    none: () => "",
    making: () => "Making the pages…",
    old: () => "The plan has changed. Making the pages anew…",
    shown: () => told,
  };
  const state = pagesState({
    ask: (turn) => send({ do: "preview", turn, by: by(), ...chosen() }),
    say: (now) => {
      const text = words[now]();
      if (said.textContent !== text) said.textContent = text;
      sheets.node.classList.toggle("hs-stale", now === "old" || now === "making");
    },
  });
  /** @type {Work | null} */
  let now = null;
  let open = false;
  /** @param {string} why */
  const clear = (why) => {
    state.forget();
    sheets.drop();
    said.textContent = why;
  };
  const want = () => {
    if (!open || !now) return;
    const { plan, patient, review } = now;
    if (plan.items.length) state.want(JSON.stringify([plan, patient, review.reporting, chosen(), by()]));
    else clear("An exercise first: then the pages stand here.");
  };
  /** @param {Pages} pages @param {readonly DataView[]} buffers */
  const heard = ({ turn, said: count, fault }, buffers) =>
    state.heard(turn, () => {
      told = fault || (now?.plan.draft ? `${count}, as they will be once it is issued.` : `${count}.`);
      sheets.show(buffers);
      if (title === document.activeElement) scrollTo(node); // now there is something to scroll to
    });
  /** @param {Work} view */
  const draw = (view) => {
    const other = now && `${now.plan.code} ${now.plan.version}` !== `${view.plan.code} ${view.plan.version}`;
    now = view;
    if (other) clear("");
    want();
  };
  /** @param {boolean} is */
  const opened = (is) => {
    open = is;
    if (is) want();
    else state.stop();
  };
  const focus = () => {
    scrollTo(node);
    title.focus({ preventScroll: true });
  };
  return { node, want, heard, draw, opened, focus, drop: sheets.drop };
}

/** The pages as pictures, which live in this page until they are dropped. */
function sheetList() {
  const node = h("ol", { class: "hs-pages", tabindex: "0", "aria-label": "Pages of the handout", hidden: true });
  const drop = () => {
    for (const picture of node.querySelectorAll("img")) URL.revokeObjectURL(picture.src);
    node.replaceChildren();
    node.hidden = true;
  };
  /** @param {readonly DataView[]} drawings */
  const show = (drawings) => {
    drop();
    node.replaceChildren(...drawings.map((drawn, i) => h("li", {}, sheet(drawn, i + 1, drawings.length))));
    node.hidden = !drawings.length;
  };
  return { node, drop, show };
}

/** @param {DataView} drawn @param {number} n @param {number} of */
function sheet(drawn, n, of) {
  const content = /** @type {DataView<ArrayBuffer>} */ (drawn);
  const src = URL.createObjectURL(new Blob([content], { type: "image/svg+xml" }));
  return h("img", { src, alt: `Page ${n} of ${of}` });
}
