// The plan and version that a link to this page names: plan.ipynb?plan=CODE&version=N. JupyterLab takes the question out
// of the address while it starts, so that it is read from the address that the document came by.

/**
 * @param {string} address by which the document came
 * @returns {{ code: string, version: number } | null} null where no plan is named
 */
export function draftIn(address) {
  const asked = new URL(address).searchParams;
  const [code, version] = [asked.get("plan") ?? "", Number(asked.get("version"))];
  return code && Number.isInteger(version) && version > 0 ? { code, version } : null;
}

/**
 * Opens what is named, once in the life of the document: a plan that was opened later stays.
 * @param {(named: { code: string, version: number }) => void} open
 */
export function openNamed(open) {
  const named = draftIn(performance.getEntriesByType("navigation")[0]?.name ?? window.location.href);
  if (!named || document.body.dataset.hsNamed === named.code) return;
  document.body.dataset.hsNamed = named.code;
  open(named);
}
