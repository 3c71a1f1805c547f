// Parts of forms: a scale from 0 to 10, a choice, a dialogue.
let named = 0;

// A field set of radio buttons. `pairs` are [value, text]; `value` is "" until somebody chooses.
function choice(title, pairs, { kind = "", value = "", changed } = {}) {
  const name = `f${++named}`;
  const inputs = pairs.map(([own, text]) => {
    const input = make("input", { type: "radio", name, value: own, checked: own === value, onchange: () => { set(own); changed?.(own); } });
    return [input, make("label", { class: "pick" }, input, make("span", {}, text))];
  });
  const clear = press(say("page.clear"), () => { set(""); inputs[0][0].focus(); changed?.(""); }, { class: "plain", hidden: !value });
  const node = make("fieldset", { class: `choice ${kind}` }, make("legend", {}, title),
    make("div", { class: "picks" }, ...inputs.map(([, label]) => label)), clear);
  const part = { node, value };
  const set = (own) => {
    part.value = own;
    for (const [input] of inputs) input.checked = input.value === own;
    clear.hidden = !own || kind !== "scale";
  };
  set(value);
  return part;
}

// 0 is an answer like any other; no answer is "".
function scale(title, low, high, value = "") {
  const part = choice(title, Array.from({ length: 11 }, (_, n) => [`${n}`, `${n}`]), { kind: "scale", value });
  part.node.append(make("p", { class: "ends", "aria-hidden": "true" }, make("span", {}, `0: ${low}`), make("span", {}, `10: ${high}`)));
  return part;
}

// A question over the page; gives what was chosen, or null for none. `keys` are [value, text, class].
function ask(title, kids, keys) {
  const id = `f${++named}`;
  return new Promise((answer) => {
    const end = (value) => { box.close(); box.remove(); answer(value); };
    const box = make("dialog", { "aria-labelledby": id }, make("h2", { id, tabindex: "-1", autofocus: true }, title), ...kids,
      make("div", { class: "keys" }, ...keys.map(([value, text, kind = ""]) => press(text, () => end(value), { class: kind }))));
    box.addEventListener("cancel", (event) => { event.preventDefault(); end(null); });
    document.body.append(box);
    box.showModal();
  });
}

function notice(text, kind = "") { return make("p", { class: `notice ${kind}` }, text); }

function reasons() {
  return [say("page.reason.pain"), say("page.reason.hard"), say("page.reason.time"), say("page.reason.ill"),
    say("page.reason.gear"), say("page.reason.something")].map((text) => [text, text]);
}
