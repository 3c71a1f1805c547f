// The keyboard never falls out of the page: where the element that had it goes away or closes, the nearest one to it
// that is left takes its place.

const TAKES = "button, input, select, textarea, a[href], summary, [tabindex]";

/** @typedef {{ node: Element, at: number }} Step a node, and its place among those beside it */

/**
 * @param {HTMLElement} page
 * @returns {() => void} the way to stop
 */
export function keptFocus(page) {
  /** @type {Step[]} from the element that had the keyboard last up to the page */
  let trail = [];
  let waiting = false;
  const look = () => {
    waiting = false;
    const now = document.activeElement;
    const lost = !now || now === document.body;
    if (lost && trail.length && page.isConnected && !document.querySelector(".jp-Dialog"))
      nearest(trail, page).focus({ preventScroll: true });
  };
  // A browser takes the keyboard from what is closed only with the next picture.
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => setTimeout(look));
  };
  page.addEventListener("focusin", ({ target }) => {
    trail = trailOf(/** @type {Element} */ (target), page);
  });
  const watcher = new MutationObserver(soon);
  watcher.observe(page, { childList: true, subtree: true, attributeFilter: ["hidden", "disabled", "inert"] });
  return () => watcher.disconnect();
}

/**
 * @param {Element} from
 * @param {Element} page
 */
function trailOf(from, page) {
  /** @type {Step[]} */
  const trail = [];
  for (let node = /** @type {Element | null} */ (from); node && node !== page; node = node.parentElement) {
    trail.push({ node, at: [...(node.parentElement?.children ?? [])].indexOf(node) });
  }
  return trail;
}

/**
 * What stands where the lost one stood: first of its own kind, then whatever takes the keyboard, then the page.
 * @param {readonly Step[]} trail
 * @param {HTMLElement} page
 * @returns {HTMLElement}
 */
function nearest(trail, page) {
  const [lost] = trail;
  const kind = lost?.node.className ? `.${[...lost.node.classList].map(CSS.escape).join(".")}` : "";
  for (const [i, { at }] of trail.entries()) {
    const around = trail[i + 1]?.node ?? page;
    if (!around.isConnected || !seen(around)) continue;
    const beside = around.children[Math.min(at, around.children.length - 1)];
    const places = beside ? [beside, around] : [around];
    for (const place of places) {
      const open = [...place.querySelectorAll(TAKES)].filter(takes);
      const next = (kind && open.find((one) => one.matches(kind))) || open[0];
      if (next instanceof HTMLElement) return next;
    }
  }
  return page;
}

/** @param {Element} node */
function takes(node) {
  return seen(node) && !node.closest("[inert]") && !("disabled" in node && node.disabled);
}

/** @param {Element} node */
function seen(node) {
  return node.getClientRects().length > 0;
}
