// The container that JupyterLab loads, as it stands in the kit.
import assert from "node:assert/strict";
import test from "node:test";
import { runInNewContext } from "node:vm";
import { PAGES, standing } from "../../build.js";

/** @import { Container } from "../../app/jupyterlab.js" */

const [APP] = PAGES.filter((page) => page.folder === "app");
const TRACKER = { token: "the tracker of notebooks" };
const LAUNCHER = { token: "the launcher" };
const LOST = { token: "who tells that the server has gone" };

/**
 * Run the script as JupyterLab does.
 * @param {Record<string, Container>} [others] containers that stand there already
 * @param {object} [settings] of JupyterLab's own page
 */
function load(others, settings = {}) {
  /** @type {{ rel: string, href: string }[]} */
  const styles = [];
  const document = {
    currentScript: { src: "http://localhost/static/remoteEntry.js?v=1" },
    createElement: () => ({}),
    getElementById: () => ({ textContent: JSON.stringify(settings) }),
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

/** @type {import("../../app/jupyterlab.js").ShareScope} */
const SHARED = {
  "@jupyterlab/notebook": { "4.4.0": { get: async () => () => ({ INotebookTracker: TRACKER }) } },
  "@jupyterlab/launcher": { "4.4.0": { get: async () => () => ({ ILauncher: LAUNCHER }) } },
  "@jupyterlab/application": { "4.4.0": { get: async () => () => ({ IConnectionLost: LOST }) } },
};

test("its plugins start by themselves, and ask for JupyterLab's own tracker and launcher", async () => {
  const { container } = load();
  container.init(SHARED);
  const { default: plugins } = (await container.get("./extension"))();
  const told = plugins.map(({ id, autoStart, requires }) => [id, autoStart, ...requires]);
  assert.deepEqual(JSON.parse(JSON.stringify(told)), [
    ["homestretch-app:plugin", true, TRACKER],
    ["homestretch-app:launcher", true, LAUNCHER],
  ]);
});

test("in the kit's own lab the page alone says that the server has gone, elsewhere JupyterLab does", async () => {
  const { container } = load(undefined, { homestretch: "lab" });
  container.init(SHARED);
  const { default: plugins } = (await container.get("./extension"))();
  const silence = plugins.find(({ id }) => id === "homestretch-app:silence");
  assert.equal(silence?.provides, LOST);
});

test("a JupyterLab that shares no notebooks is told by name", async () => {
  const { container } = load();
  container.init({});
  await assert.rejects(container.get("./extension"), { message: "JupyterLab shares no @jupyterlab/notebook." });
});
