// The container that JupyterLab loads, as it stands in the kit.
import assert from "node:assert/strict";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { PAGES, standing } from "../../build.js";

/** @import { Container, JupyterLab, NotebookTracker } from "../../app/jupyterlab.js" */

const [APP] = PAGES.filter((page) => page.folder === "app");
const TRACKER = { token: "the tracker of notebooks" };

/**
 * Run the script as JupyterLab does.
 * @param {Record<string, Container>} [others] containers that stand there already
 */
function load(others) {
  /** @type {{ rel: string, href: string }[]} */
  const styles = [];
  const document = {
    currentScript: { src: "http://localhost/static/remoteEntry.js?v=1" },
    createElement: () => ({}),
    head: { append: (/** @type {{ rel: string, href: string }} */ node) => styles.push(node) },
  };
  /** @type {{ _JUPYTERLAB?: Record<string, Container> }} */
  const window = others ? { _JUPYTERLAB: others } : {};
  assert.ok(APP);
  runInNewContext(standing(APP), { window, document, URL });
  const container = window._JUPYTERLAB?.["homestretch-app"];
  assert.ok(container);
  return { container, styles, window };
}

test("the container stands under its name beside those of others, and its style beside the script", () => {
  const other = /** @type {Container} */ ({});
  const { window, styles } = load({ other });
  assert.deepEqual(Object.keys(window._JUPYTERLAB ?? {}), ["other", "homestretch-app"]);
  assert.deepEqual({ ...styles[0] }, { rel: "stylesheet", href: "http://localhost/static/app.css" });
});

test("its plugin starts by itself, asks for JupyterLab's own tracker, and listens for notebooks", async () => {
  const { container } = load();
  container.init({ "@jupyterlab/notebook": { "4.4.0": { get: async () => () => ({ INotebookTracker: TRACKER }) } } });
  const { default: plugin } = (await container.get("./extension"))();
  assert.deepEqual([plugin.id, plugin.autoStart, plugin.requires[0]], ["homestretch-app:plugin", true, TRACKER]);
  /** @type {unknown[]} */
  const heard = [];
  const tracker = /** @type {NotebookTracker} */ ({ widgetAdded: { connect: (then) => heard.push(then) > 0 } });
  plugin.activate(/** @type {JupyterLab} */ ({}), tracker);
  assert.equal(heard.length, 1);
});

test("a JupyterLab that shares no notebooks is told by name", async () => {
  const { container } = load();
  container.init({});
  await assert.rejects(container.get("./extension"), { message: "JupyterLab shares no @jupyterlab/notebook." });
});
