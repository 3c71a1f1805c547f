// Pictures of the exercises. A small one is asked for when it first comes into sight, once for each exercise.
import { h } from "./controls.js";

/** @typedef {{ id: string, svg: string }} Picture */

/** @param {(wish: { do: "picture", exercise_id: string }) => void} send */
export function pictures(send) {
  /** @type {Map<string, string>} */
  const known = new Map();
  /** @type {Map<string, HTMLElement[]>} */
  const waiting = new Map();
  /** @param {HTMLElement} place @param {string} svg */
  const fill = (place, svg) => {
    place.hidden = !svg;
    if (svg) place.replaceChildren(drawing(svg, ""));
  };
  /** @param {HTMLElement} place @param {string} id */
  const ask = (place, id) => {
    const svg = known.get(id);
    const places = waiting.get(id);
    if (svg !== undefined) fill(place, svg);
    else if (places) places.push(place);
    else {
      waiting.set(id, [place]);
      send({ do: "picture", exercise_id: id });
    }
  };
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        seen.unobserve(target);
        ask(target, target.dataset.picture ?? "");
      }
    },
    { rootMargin: "200px" },
  );
  /** @param {Picture} picture */
  const heard = ({ id, svg }) => {
    known.set(id, svg);
    for (const place of waiting.get(id) ?? []) fill(place, svg);
    waiting.delete(id);
    // One that was changed: wherever the old one stands.
    for (const place of document.querySelectorAll(`.hs-thumb[data-picture="${CSS.escape(id)}"]`)) {
      if (place.firstChild && place instanceof HTMLElement) fill(place, svg);
    }
  };
  // It says nothing that the name beside it does not say.
  /** @param {string} id */
  const small = (id) => {
    const place = h("span", { class: "hs-thumb", "data-picture": id, "aria-hidden": "true" });
    const svg = known.get(id);
    if (svg !== undefined) fill(place, svg);
    else seen.observe(place);
    return place;
  };
  return { small, heard, drop: () => seen.disconnect() };
}

/**
 * As the source of an image nothing in a picture can run.
 * @param {string} svg
 * @param {string} alt
 */
export function drawing(svg, alt) {
  return h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt });
}
