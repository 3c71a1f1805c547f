// Pictures of the exercises. A small one is asked for when it first comes into sight, once for each exercise.
import { h } from "./controls.js";

/** @typedef {{ code: string, version: number }} Issued a version whose exercises are its own */
/** @typedef {{ id: string, issued?: Issued, svg: string }} Picture */

/**
 * What a picture is known by: that of an issued version stays, whatever becomes of the library's.
 * @param {string} id
 * @param {Issued | null} [issued]
 */
export function keyOf(id, issued) {
  return issued ? `${id} ${issued.code} ${issued.version}` : id;
}

/** @param {(wish: { do: "picture", exercise_id: string, issued?: Issued }) => void} send */
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
  /** @type {Map<string, () => void>} */
  const asks = new Map();
  /** @param {HTMLElement} place @param {string} key */
  const ask = (place, key) => {
    const svg = known.get(key);
    const places = waiting.get(key);
    if (svg !== undefined) fill(place, svg);
    else if (places) places.push(place);
    else {
      waiting.set(key, [place]);
      asks.get(key)?.();
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
  const heard = ({ id, issued, svg }) => {
    const key = keyOf(id, issued);
    known.set(key, svg);
    for (const place of waiting.get(key) ?? []) fill(place, svg);
    waiting.delete(key);
    // One that was changed: wherever the old one stands.
    for (const place of document.querySelectorAll(`.hs-thumb[data-picture="${CSS.escape(key)}"]`)) {
      if (place.firstChild && place instanceof HTMLElement) fill(place, svg);
    }
  };
  // It says nothing that the name beside it does not say.
  /** @param {string} id @param {Issued | null} [issued] the version in which it is shown */
  const small = (id, issued = null) => {
    const key = keyOf(id, issued);
    const place = h("span", { class: "hs-thumb", "data-picture": key, "aria-hidden": "true" });
    asks.set(key, () => send({ do: "picture", exercise_id: id, ...(issued && { issued }) }));
    const svg = known.get(key);
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
