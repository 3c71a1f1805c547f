// Whether what the clinician did is kept: "Saving…" from a wish until the kernel has answered it. It answers when the
// change is on the disk, not before.
import { button, h } from "./controls.js";

const PATIENCE_MS = 4000; // without an answer by then, nothing can be promised

/**
 * The state alone. `say` gets each word, `late` is called once, when no answer has come in time; after that the
 * state stays as it is.
 * @param {{ say: (word: string) => void, late: () => void }} told
 * @param {number} [patience] milliseconds
 */
export function savedState({ say, late }, patience = PATIENCE_MS) {
  let asked = 0;
  let answered = 0;
  let typing = false;
  let lost = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const drop = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  const lose = () => {
    lost = true;
    say("Not saved");
    late();
  };
  let cut = false;
  let asks = false;
  /** What it is once every wish is answered. */
  const rests = () => say(asks ? "Choose which edit goes on" : "Saved");
  return {
    drop,
    /** The kernel cannot be reached: nothing is waited for until it can be. */
    cut: () => {
      cut = true;
      drop();
      if (!lost) say("Not connected");
    },
    mended: () => {
      cut = false;
      if (lost) return;
      if (answered >= asked) return rests();
      say("Saving…");
      waiting = setTimeout(lose, patience);
    },
    /** @param {boolean} is whether two edits stand against each other: hers is kept, and not in the plan */
    asks: (is) => {
      if (is === asks) return;
      asks = is;
      if (!lost && !cut && !typing && answered >= asked) rests();
    },
    typing: () => {
      typing = true;
      if (!lost && !cut) say("Saving…");
    },
    /** @param {number} n the number of a wish that went out */
    sent: (n) => {
      asked = n;
      typing = false;
      if (cut) return;
      if (!lost) say("Saving…");
      waiting ??= setTimeout(lose, patience);
    },
    /** @param {number} n the number of a wish that was answered */
    heard: (n) => {
      answered = Math.max(answered, n);
      if (lost || cut) return;
      drop();
      if (answered < asked) waiting = setTimeout(lose, patience);
      else if (!typing) rests();
    },
  };
}

// To be read when it is looked for; what is lost is told by the band, and a word after each key would bury all else.
const QUIET = { role: "status", "aria-live": "off" };

/**
 * The state as the page shows it: a word in the head of the plan, and a band once nothing more is taken in.
 * @param {() => void} lost
 * @param {() => boolean} [isDemo] whether nothing is kept for good
 */
export function savedSign(lost, isDemo = () => false) {
  const node = h("span", { class: "hs-saved", ...QUIET }, isDemo() ? "Demo: not kept" : "Saved");
  const band = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
  const state = savedState({
    say: (word) => {
      const said = isDemo() ? "Demo: not kept" : word;
      if (node.textContent !== said) node.textContent = said;
      node.classList.toggle("hs-lost", word.startsWith("Not"));
      node.classList.toggle("hs-choose", word.startsWith("Choose"));
    },
    late: () => {
      band.hidden = false;
      band.replaceChildren(
        h(
          "p",
          {},
          h("b", {}, "Not saved: no answer from the program."),
          " All up to the last “Saved” is kept; what you changed after it may be lost. Nothing more is taken in until the page is loaded again.",
        ),
        button("Load the page again", () => window.location.reload(), { class: "hs-first" }),
      );
      lost();
    },
  });
  return { ...state, node, band };
}
