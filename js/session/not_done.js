// A session that is not done is written down too, with a reason where somebody gives one.

/** @import { Page } from "./host.js" */
/** @import { Agenda, Part } from "./types.js" */
import { moment } from "./days.js";
import { ask, notice, reasonList } from "./forms.js";
import { say } from "./say.js";

/**
 * Ask why, and write down that nothing of `plan` was done.
 * @param {Page} page
 * @param {Agenda} plan
 * @param {string} title
 */
export async function notDone(page, plan, title) {
  const why = reasonList();
  const said = await ask(
    title,
    [notice(say("handout.missed_rule")), why.node],
    [
      ["yes", say("page.save"), "main"],
      [null, say("page.cancel")],
    ],
  );
  if (said !== "yes") return;
  const parts = plan.items.flatMap((item) =>
    item.sides.map((side) => /** @type {Part} */ ([item, side, { status: "not_done" }])),
  );
  page.diary.log(plan, parts, { reason: why.value, logged_at: moment(page.now()) });
  page.show("diary", say("page.saved_none"));
}
