// What the patient wrote, the reasons given, and what can be said to her.
import { h } from "../shared/controls.js";
import { whenNew } from "../shared/draw.js";
import { plainPanel } from "./chart.js";
import { foldsNarrow } from "./narrow.js";

/** @import { Opens } from "./hands.js" */
/** @import { VoiceShown, WordsShown } from "./messages.js" */

/** @param {Opens} opens */
export function voicePanels(opens) {
  const talking = h("ul", { class: "ms-talking" });
  const reasons = h("dl", { class: "ms-reasons" });
  const own = h("ul", { class: "ms-own", tabindex: "0", "aria-label": "In the patient's own words" });
  const noWords = h("p", { class: "hs-quiet" }, "No note was written.");
  const because = h("h4", {}, "Reasons given");
  const words = plainPanel("The patient's own words", "ms-words", noWords, own, because, reasons);
  const talk = plainPanel("To talk about", "ms-talk", talking);
  foldsNarrow(words, "The patient's own words");
  const draw = whenNew((/** @type {VoiceShown} */ shown) => {
    talking.replaceChildren(...shown.talking.map((one) => talkingPoint(one, opens)));
    own.replaceChildren(...shown.own.map((one) => ownWords(one, opens)));
    own.hidden = !shown.own.length;
    noWords.hidden = shown.own.length > 0;
    because.hidden = reasons.hidden = !shown.reasons.length;
    reasons.replaceChildren(
      ...shown.reasons.map(({ name, said, exercises, figure }) =>
        h(
          "div",
          {},
          h("dt", {}, name),
          h("dd", {}, opens(figure, said, name), h("p", { class: "hs-quiet" }, exercises)),
        ),
      ),
    );
  });
  return { words, talk, draw };
}

/** @param {WordsShown} one @param {Opens} opens */
function talkingPoint({ text, figure }, opens) {
  return h("li", {}, h("span", {}, text), figure ? opens(figure, "rows", text) : "");
}

/** @param {WordsShown} one @param {Opens} opens */
function ownWords({ when, text, figure }, opens) {
  return h("li", {}, h("q", {}, text), h("span", { class: "hs-quiet" }, opens(figure, when, "note")));
}
