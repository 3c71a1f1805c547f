// Files beside this page in JupyterLab's address; each opens in the editor.

const PAGE = /^(.*\/(?:doc|lab)(?:\/workspaces\/[^/]+)?\/tree\/(?:.*\/)?)[^/]+\.ipynb$/;

/**
 * The address of a file beside the page, where the page's own address shows its folder.
 * @param {string} path
 * @param {string} [page] the path of this page's address
 * @returns {string | null}
 */
export function beside(path, page = window.location.pathname) {
  const folder = PAGE.exec(page)?.[1];
  return folder === undefined ? null : folder + path.split("/").map(encodeURIComponent).join("/");
}
