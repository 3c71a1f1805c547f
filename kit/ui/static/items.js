// The exercises of the plan, in their order; they are dragged, moved and removed here.
function itemList({ send, say, me, small }) {
  const list = h("ol", { class: "hs-items", "aria-label": "Exercises of the plan" });
  const none = h("p", { class: "hs-panel hs-none" }, "No exercises yet. Add one from the list.");
  const node = h("div", {}, none, list);
  const rows = new Map();
  let plan = { items: [] }, order = "", held = null, after = null;
  const place = (id) => plan.items.findIndex((item) => item.item_id === id);
  const drag = {
    move: (id, by, focus) => {
      const to = place(id) + by;
      after = () => {
        const row = rows.get(id).node;
        (row.querySelector(`${focus}:not(:disabled)`) ?? row.querySelector(".hs-icon:not(:disabled)")).focus();
      };
      send({ do: "move", item_id: id, to });
      say(`${plan.items[place(id)].name} is now number ${to + 1} of ${plan.items.length}`);
    },
    remove: (id, name) => {
      const next = plan.items[place(id) + 1] ?? plan.items[place(id) - 1];
      after = () => rows.get(next?.item_id)?.node.querySelector("[aria-label^='Remove']")?.focus();
      send({ do: "remove", item_id: id });
      say(`${name} removed`);
    },
    watch: (row, grip, id) => {
      grip.addEventListener("dragstart", (e) => {
        held = id;
        e.stopPropagation(); // JupyterLab would drag the cell
        e.dataTransfer.effectAllowed = "move";
        e.dataTransfer.setData("text/plain", id);
        e.dataTransfer.setDragImage(row, 12, 12);
      });
      grip.addEventListener("dragend", () => { held = null; });
      row.addEventListener("dragover", (e) => {
        if (!held) return;
        e.preventDefault();
        e.stopPropagation();
        row.classList.add("hs-over");
      });
      row.addEventListener("dragleave", () => row.classList.remove("hs-over"));
      row.addEventListener("drop", (e) => {
        row.classList.remove("hs-over");
        if (!held) return;
        e.preventDefault();
        e.stopPropagation();
        if (held !== id) send({ do: "move", item_id: held, to: place(id) });
      });
    },
  };
  const draw = ({ plan: next, review }) => {
    plan = next;
    const ids = plan.items.map((item) => `${item.item_id}:${item.name}`).join();
    if (ids !== order) {
      const names = new Map(plan.items.map((item) => [item.item_id, item.name]));
      const at = [...list.children].findIndex((row) => row.contains(document.activeElement));
      for (const [id, row] of rows) if (names.get(id) !== row.name) rows.delete(id);
      for (const item of plan.items) {
        if (!rows.has(item.item_id)) rows.set(item.item_id, { ...itemRow(item, { send, me, small }, drag), name: item.name });
      }
      list.replaceChildren(...plan.items.map((item) => rows.get(item.item_id).node));
      order = ids;
      // Where the card under the keyboard was swapped for another, the keyboard stays in its place.
      const lost = at >= 0 && !list.contains(document.activeElement) && plan.items.length;
      if (lost) after ??= () => rows.get(plan.items[Math.min(at, plan.items.length - 1)].item_id).focus();
    }
    const told = Map.groupBy(review.findings, (finding) => finding.item);
    plan.items.forEach((item, i) => rows.get(item.item_id).draw(item, i, plan.items.length, !plan.draft, told.get(item.item_id) ?? []));
    none.hidden = plan.items.length > 0;
    after?.();
    after = null;
  };
  return { node, draw, open: (id) => rows.get(id)?.open() };
}
