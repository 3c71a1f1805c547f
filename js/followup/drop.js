// Diary files on their way to the kernel: dropped anywhere on the page, or chosen.
import { button, h } from "../shared/controls.js";

/** @import { Send } from "./hands.js" */

const MOST = 8_000_000; // bytes of one drop: more is for the command line, which reads piece by piece

/**
 * Why these files are not sent; empty where they are.
 * @param {readonly { name: string, size: number }[]} files
 */
export function tooLarge(files) {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size <= MOST) return "";
  const names = files.map((file) => file.name).join(", ");
  return `${names}: more than 8 MB at once. Bring it in with: kit diary import`;
}

/**
 * @param {Send} send
 * @param {HTMLElement} page where files may be dropped
 */
export function dropZone(send, page) {
  const input = h("input", { type: "file", multiple: true, class: "hs-unseen", tabindex: "-1", "aria-hidden": "true" });
  input.accept = ".csv,.tsv,.txt,.xlsx";
  const said = h("p", { class: "hs-quiet", role: "status" });
  const opener = button("Choose files", () => input.click(), { class: "hs-first" });
  const where = h("b", {}, "Drop diary files anywhere on this page");
  const lead = h("p", { class: "fu-lead" }, where, ", CSV or Excel, as they came back.", input);
  /** @param {FileList | null | undefined} list */
  const take = async (list) => {
    const files = [...(list ?? [])];
    if (!files.length) return;
    said.textContent = tooLarge(files);
    if (said.textContent) return;
    said.textContent = `Reading ${files.map((file) => file.name).join(", ")}…`;
    const contents = await Promise.all(files.map((file) => file.arrayBuffer().catch(() => null)));
    if (contents.some((one) => one === null)) {
      said.textContent = "That is no file that can be read, a folder perhaps. Drop the files in it.";
      return;
    }
    busy(true);
    const buffers = /** @type {ArrayBuffer[]} */ (contents);
    send({ do: "bring_in", names: files.map((file) => file.name) }, { refused: done, taken: done }, buffers);
  };
  /** @param {boolean} is */
  const busy = (is) => {
    opener.disabled = is;
    opener.setAttribute("aria-busy", String(is));
  };
  const done = () => {
    busy(false);
    said.textContent = "";
    return false;
  };
  input.addEventListener("change", () => {
    void take(input.files);
    input.value = ""; // the same file may be chosen again
  });
  listen(page, (files) => void take(files));
  /** @param {boolean} another whether one came in before: then the way is known, and steps back */
  const draw = (another) => {
    opener.textContent = another ? "Bring more in" : "Choose files";
    opener.title = another ? "Or drop files anywhere on this page" : "";
    opener.classList.toggle("hs-first", !another);
    where.hidden = another;
    lead.classList.toggle("hs-unseen", another);
  };
  return { lead, opener, said, draw };
}

/** @param {HTMLElement} page @param {(files: FileList) => void} take */
function listen(page, take) {
  /** @param {DragEvent} event */
  const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files") ?? false;
  /** @param {boolean} is */
  const over = (is) => page.classList.toggle("fu-over", is);
  page.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    over(true);
  });
  page.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && page.contains(event.relatedTarget))) over(false);
  });
  page.addEventListener("drop", (event) => {
    over(false);
    if (!event.dataTransfer || !hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    take(event.dataTransfer.files);
  });
}
