// The photo of an exercise of her own: chosen from a file, taken in by the kernel, which gives it back as it is kept.
import { atField } from "../shared/asked.js";
import { button, field, h } from "../shared/controls.js";
import { refuse, settle } from "../shared/refused.js";

/** @import { Send } from "./hands.js" */
/** @import { OwnForm, PhotoTaken } from "./messages.js" */
/** @typedef {Pick<OwnForm, "photo" | "photo_alt">} Shot */

const MOST_MB = 10;

/**
 * @param {Send} send
 * @param {() => void} changed
 */
export function photoPart(send, changed) {
  let jpeg = "";
  const file = h("input", { type: "file", accept: "image/jpeg,image/png,image/webp" });
  const alt = h("textarea", { rows: 2 });
  const about = h("p", { class: "hs-quiet", role: "status" });
  const image = h("img", { alt: "" });
  const away = button("Take the photo away", () => put("", ""), { class: "hs-small" });
  const shown = h("div", { class: "hs-own-photo" }, image, h("div", {}, about, away));
  const altField = field("What the picture shows, for who does not see it (needed with a photo)", alt);
  const node = h(
    "section",
    { class: "hs-own-part" },
    h("h3", {}, "Photo"),
    h(
      "p",
      { class: "hs-quiet" },
      `JPEG, PNG or WebP, up to ${MOST_MB} MB. It is kept on this machine, in the folder of your exercises. Place, time and camera are taken out. Whoever can be recognised in it has to agree: every patient with this exercise sees it.`,
    ),
    field("Picture file", file),
    shown,
    altField,
  );
  const draw = () => {
    shown.hidden = altField.hidden = !jpeg;
    if (jpeg) image.src = `data:image/jpeg;base64,${jpeg}`;
    else image.removeAttribute("src");
  };
  /** @param {string} photo @param {string} said */
  const put = (photo, said) => {
    jpeg = photo;
    about.textContent = said;
    if (!photo) file.value = "";
    draw();
    changed();
  };
  file.addEventListener("change", async () => {
    const [one] = file.files ?? [];
    settle(file);
    if (!one) return;
    if (one.size > MOST_MB * 1_000_000) {
      refuse(file, [{ what: `is larger than ${MOST_MB} MB.`, mend: "Save it smaller, and choose it again." }]);
      file.value = "";
      return;
    }
    about.textContent = "Taking it in…";
    const content = await one.arrayBuffer().catch(() => null);
    if (content) send({ do: "own_photo" }, atField(file), [content]);
    else refuse(file, [{ what: "cannot be read.", mend: "Choose it again." }]);
  });
  alt.addEventListener("input", () => changed());
  /** @param {PhotoTaken} taken */
  const heard = ({ jpeg: photo, about: said }) => {
    put(photo, said);
    if (!alt.value) alt.focus({ preventScroll: true });
  };
  /** @returns {Shot} */
  const read = () => ({ photo: jpeg, photo_alt: alt.value });
  /** @param {Shot} shot */
  const write = ({ photo, photo_alt }) => {
    jpeg = photo;
    alt.value = photo_alt;
    file.value = about.textContent = "";
    settle(file);
    settle(alt);
    draw();
  };
  return { node, controls: { photo: file, photo_alt: alt }, heard, read, write };
}
