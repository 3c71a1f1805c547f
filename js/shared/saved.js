// Whether what the clinician did is kept: "Saving…" from a wish until the kernel has answered it. It answers when the
// change is on the disk, not before.
import { button, h } from "./controls.js";

/** @typedef {"in time" | "slow" | "overdue"} Pace */
/** @typedef {{ slow: number, overdue: number }} Patience milliseconds without any answer */

/** A busy machine takes some seconds; a kernel that was started anew elsewhere never answers. @type {Patience} */
const PATIENCE = { slow: 4000, overdue: 20_000 };
/** @type {Record<Pace, string>} */
const WAITS = { "in time": "Saving…", slow: "Still saving…", overdue: "Not saved yet" };

/**
 * How long an answer is waited for. `late` hears when it is, and which it is then.
 * @param {(to: Pace) => void} late
 * @param {Patience} patience
 */
function clock(late, patience) {
  /** @type {ReturnType<typeof setTimeout>[]} */
  let waiting = [];
  return {
    /** From the first thing that waits. */
    wait: () => {
      if (waiting.length) return;
      waiting = [setTimeout(() => late("slow"), patience.slow), setTimeout(() => late("overdue"), patience.overdue)];
    },
    drop: () => {
      for (const timer of waiting) clearTimeout(timer);
      waiting = [];
    },
  };
}

/**
 * The state alone. `say` gets each word, `pace` how long the answer is already waited for; an answer, however late it
 * comes, ends that: what was done meanwhile went out, and is answered in its order.
 * @param {{ say: (word: string) => void, pace: (now: Pace) => void }} told
 * @param {Patience} [patience]
 */
export function savedState({ say, pace }, patience = PATIENCE) {
  let asked = 0;
  let answered = 0;
  let typing = false;
  /** @type {Pace} */
  let now = "in time";
  /** @param {Pace} to */
  const set = (to) => {
    const other = now !== to;
    now = to;
    if (other) pace(to);
    return other;
  };
  const { wait, drop } = clock((to) => {
    say(WAITS[to]);
    set(to);
  }, patience);
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
      set("in time");
      say("Not connected");
    },
    mended: () => {
      cut = false;
      if (answered >= asked) return rests();
      say(WAITS[now]);
      wait();
    },
    /** @param {boolean} is whether two edits stand against each other: hers is kept, and not in the plan */
    asks: (is) => {
      if (is === asks) return;
      asks = is;
      if (!cut && !typing && answered >= asked) rests();
    },
    typing: () => {
      typing = true;
      if (!cut) say(WAITS[now]);
    },
    /** @param {number} n the number of a wish that went out */
    sent: (n) => {
      asked = n;
      typing = false;
      if (cut) return;
      say(WAITS[now]);
      wait();
    },
    /** @param {number} n the number of a wish that was answered */
    heard: (n) => {
      answered = Math.max(answered, n);
      if (cut) return;
      drop();
      const wasLate = set("in time");
      if (answered < asked) wait();
      if (answered >= asked && !typing) rests();
      else if (wasLate) say(WAITS[now]);
    },
  };
}

// To be read when it is looked for; what is lost is told by the band, and a word after each key would bury all else.
const QUIET = { role: "status", "aria-live": "off" };

const SLOW = " What you do is taken in and kept in its order; go on, and wait for “Saved” before you close the page.";
const OVERDUE =
  " It is still waited for. All up to the last “Saved” is kept; what you changed after it may be lost. Nothing more is taken in until it answers, or the page is loaded again.";

/**
 * The state as the page shows it: a word in the head of the plan, and a band while an answer is late.
 * @param {(is: boolean) => void} lock whether nothing more is taken in
 * @param {() => boolean} [isDemo] whether nothing is kept for good
 */
export function savedSign(lock, isDemo = () => false) {
  const node = h("span", { class: "hs-saved", ...QUIET }, isDemo() ? "Demo: not kept" : "Saved");
  const band = h("div", { class: "hs-band-lost", role: "alert", hidden: true });
  const again = button("Load the page again", () => window.location.reload(), { class: "hs-first" });
  const state = savedState({
    say: (word) => {
      const said = isDemo() ? "Demo: not kept" : word;
      if (node.textContent !== said) node.textContent = said;
      node.classList.toggle("hs-lost", word.startsWith("Not"));
      node.classList.toggle("hs-choose", word.startsWith("Choose"));
    },
    pace: (now) => {
      const overdue = now === "overdue";
      band.hidden = now === "in time";
      band.classList.toggle("hs-band-slow", now === "slow");
      const said = overdue ? "Not saved: no answer from the program." : "The program is slow.";
      const words = h("p", {}, h("b", {}, said), overdue ? OVERDUE : SLOW);
      if (band.hidden) band.replaceChildren();
      else band.replaceChildren(words, ...(overdue ? [again] : []));
      lock(overdue);
    },
  });
  return { ...state, node, band };
}
