// Whether a page's kernel hears it. The page is told by an event in its own place, and asks by one to be connected
// again; a kernel that is new has its cells run again.

/** @import { Kernel, NotebookPanel, SessionContext } from "./jupyterlab.js" */
/** @import { Standing } from "../shared/connection.js" */
/** @typedef {"ready" | "lost"} State */

const GONE = new Set(["dead", "restarting", "autorestarting", "terminating"]);
const BACK = new Set(["restarting", "autorestarting"]); // it comes by itself; a second one beside it would be lost
const AGAIN_MS = 2000; // between two tries to reach a server that has gone
const ASK_MS = 1200; // between two questions whether the kernel is still there: who ends one elsewhere tells nobody

/**
 * What the kernel's state and that of the way to it mean for the page.
 * @param {string | undefined} status
 * @param {string | undefined} connection
 * @returns {State | "wait"} "wait" says nothing new
 */
export function standing(status, connection) {
  if (!connection || connection !== "connected" || !status || GONE.has(status)) return "lost";
  return status === "idle" || status === "busy" ? "ready" : "wait";
}

/**
 * Watch the kernel of `panel`; `run` makes the page anew. Gives the way to tell a page that has just been drawn.
 * @param {NotebookPanel} panel
 * @param {() => Promise<unknown>} run
 */
export function watch(panel, run) {
  const { node, sessionContext: session } = panel;
  /** @type {State} */
  let state = "ready";
  let ended = false; // what the page hung on is gone, and with it the page's own side
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let trying;
  let missing = ""; // the kernel that the server has no more, though the line to it is open
  const look = async () => {
    const kernel = session.session?.kernel;
    const none = !kernel || kernel.id === missing;
    const now = none ? "lost" : standing(kernel.status, kernel.connectionStatus);
    if (none || GONE.has(kernel.status)) ended = true;
    if (now === "wait" || now === state) return;
    state = now;
    node.dataset.hsKernel = now;
    clearInterval(trying);
    if (now === "lost") trying = setInterval(() => void reach(session), AGAIN_MS);
    const again = now === "ready" && ended;
    tell(node, again ? "again" : now);
    if (!again) return;
    ended = false;
    await run();
  };
  const heard = () => void look();
  session.statusChanged.connect(heard);
  session.connectionStatusChanged.connect(heard);
  session.kernelChanged.connect((_, { oldValue, newValue }) => {
    if (oldValue && oldValue.id !== newValue?.id) ended = true;
    heard();
  });
  const ask = async () => {
    const kernel = session.session?.kernel;
    if (!kernel || state === "lost" || document.hidden || !(await isGone(kernel))) return;
    missing = kernel.id;
    await look();
  };
  const asking = setInterval(() => void ask(), ASK_MS);
  node.addEventListener("hs-reconnect", () => void anew(session, missing));
  panel.disposed.connect(() => {
    clearInterval(trying);
    clearInterval(asking);
  });
  // A page that is drawn after its kernel went away has not been told.
  return () => state === "lost" && tell(node, state);
}

/**
 * @param {HTMLElement} node
 * @param {Standing} state
 */
function tell(node, state) {
  for (const page of node.querySelectorAll(".hs")) page.dispatchEvent(new CustomEvent("hs-kernel", { detail: state }));
}

/**
 * A kernel that lives behind a broken line is reached again once the server answers.
 * @param {SessionContext} session
 */
async function reach(session) {
  const kernel = session.session?.kernel;
  if (!kernel || kernel.isDisposed || GONE.has(kernel.status) || kernel.connectionStatus === "connected") return;
  const { baseUrl } = kernel.serverSettings;
  const there = await fetch(`${baseUrl}api`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (there && !kernel.isDisposed && kernel.connectionStatus !== "connected") {
    await kernel.reconnect().catch(() => undefined); // it is tried again
  }
}

/**
 * Whether the server says that it has no such kernel; one that says nothing is no answer.
 * @param {Kernel} kernel
 */
function isGone({ id, serverSettings }) {
  return fetch(`${serverSettings.baseUrl}api/kernels/${id}`).then(
    ({ status }) => status === 404,
    () => false,
  );
}

/**
 * She asks for it: the same kernel where it lives, else a new one.
 * @param {SessionContext} session
 * @param {string} missing
 */
async function anew(session, missing) {
  await reach(session);
  const kernel = session.session?.kernel;
  if (kernel && BACK.has(kernel.status)) return;
  if (kernel?.id !== missing && kernel?.connectionStatus === "connected" && !GONE.has(kernel.status)) return;
  await session.sessionManager.refreshRunning().catch(() => undefined); // one whose kernel was ended is gone with it
  await session.changeKernel({ name: kernel?.name || "python3" }).catch(() => undefined); // the band stays, and says how
}
