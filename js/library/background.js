// What the library knows of an exercise beyond the patient's sheet.
import { h } from "../shared/controls.js";
import { aside, lines, linkTo, part } from "./parts.js";

/** @import { Go } from "./hands.js" */
/** @import { Background, SourceTold, TagTold, VariantTold } from "./messages.js" */

/**
 * @param {Background} known
 * @param {Go} go
 */
export function backgroundOf(known, go) {
  const ways = [...waysPart("Easier", known.easier, go), ...waysPart("Harder", known.harder, go)];
  const tags = known.tags.length
    ? h("dl", { class: "bs-facts bs-tags" }, ...known.tags.flatMap(tagRows))
    : h("p", { class: "hs-quiet" }, "None. No condition can be matched by its movement.");
  return [
    part("At a glance", facts(known.facts)),
    ...(ways.length ? [h("div", { class: "bs-pair" }, ...ways)] : []),
    ...(known.precautions.length ? [part("Precautions", lines("bs-dots", known.precautions))] : []),
    part("Movement tags", tags),
    part("Sources", h("ul", { class: "bs-sources" }, ...known.sources.map(sourceRow))),
    ...(known.licence.length ? [part("Licence", facts(known.licence))] : []),
  ];
}

/** @param {readonly (readonly [string, string])[]} pairs */
function facts(pairs) {
  return h("dl", { class: "bs-facts" }, ...pairs.flatMap(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]));
}

/** @param {string} title @param {readonly VariantTold[]} all @param {Go} go */
function waysPart(title, all, go) {
  /** @param {VariantTold} v */
  const way = (v) =>
    h(
      "li",
      {},
      v.id ? linkTo(v.id, v.name, go) : v.text,
      v.id && v.text ? ` ${v.text}` : "",
      v.why ? aside(v.why) : "",
    );
  return all.length ? [part(title, h("ul", { class: "bs-ways" }, ...all.map(way)))] : [];
}

/** @param {TagTold} tag */
function tagRows({ name, means, limb }) {
  const counts = limb ? aside(`Counts for ${limb}.`) : "";
  return [h("dt", {}, h("code", {}, name)), h("dd", {}, means, counts)];
}

/** @param {SourceTold} source */
function sourceRow({ mark, means, says, cites }) {
  const evidence = `${mark}: ${means}.`;
  const cited = aside(cites ? `${cites} ${evidence}` : evidence);
  const text = h("span", {}, says || "Named as the source.", cited);
  return h("li", {}, h("b", { class: "bs-evidence", title: means }, mark), text);
}
