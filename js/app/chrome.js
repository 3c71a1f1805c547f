// JupyterLab's own menus and bars. They make room for a page, and come back when they are asked for.

/** @import { Shell, Widget } from "./jupyterlab.js" */

const BARS = new Set(["jp-header-panel", "jp-menu-panel", "jp-top-panel", "jp-bottom-panel"]);
const SIDES = "jp-main-content-panel";

/**
 * @param {Shell} shell
 * @param {(widget: Widget | null) => boolean} isPage
 */
export function chrome(shell, isPage) {
  /** @type {Set<Widget>} */
  const away = new Set();
  let wanted = false;
  const draw = () => {
    const page = isPage(shell.currentWidget);
    document.body.classList.toggle("hs-page", page);
    document.body.classList.toggle("hs-menus", wanted);
    if (page && !wanted) hide();
    else back();
  };
  const hide = () => {
    for (const bar of barsOf(shell)) {
      if (bar.isHidden) continue;
      away.add(bar);
      bar.hide(); // not by a style: the layout then gives its place to the page
    }
  };
  const back = () => {
    for (const bar of away) bar.show();
    away.clear();
  };
  const toggle = () => {
    wanted = !wanted;
    draw();
  };
  return { draw, toggle };
}

/**
 * The bars above, below and beside the place of the documents.
 * @param {Shell} shell
 */
function* barsOf(shell) {
  for (const part of shell.layout ?? []) {
    if (BARS.has(part.id)) yield part;
    if (part.id !== SIDES) continue;
    for (const side of part.layout ?? []) if (side.hasClass("jp-SideBar")) yield side;
  }
}
