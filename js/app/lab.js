// Whose JupyterLab this is: the one that `kit lab` started on a folder of the clinician's, or any other.

/** The kit's own lab says so in the page's settings (kit/lab/folders.py). */
export function ownLab() {
  const told = document.getElementById("jupyter-config-data")?.textContent;
  return Boolean(told) && JSON.parse(told ?? "{}").homestretch === "lab";
}
