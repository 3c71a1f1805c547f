// Pictures of the exercises. A small one is asked for when it first comes into sight, once for each exercise.
function pictures(send) {
  const known = new Map(), waiting = new Map();
  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      const id = target.dataset.picture;
      if (known.has(id)) fill(target, known.get(id));
      else if (waiting.has(id)) waiting.get(id).push(target);
      else {
        waiting.set(id, [target]);
        send({ do: "picture", exercise_id: id });
      }
    }
  }, { rootMargin: "200px" });
  const fill = (place, svg) => {
    if (svg) place.replaceChildren(drawing(svg, ""));
    else place.hidden = true;
  };
  const heard = ({ id, svg }) => {
    known.set(id, svg);
    for (const place of waiting.get(id) ?? []) fill(place, svg);
    waiting.delete(id);
  };
  // It says nothing that the name beside it does not say.
  const small = (id) => {
    const place = h("span", { class: "hs-thumb", "data-picture": id, "aria-hidden": "true" });
    if (known.has(id)) fill(place, known.get(id));
    else seen.observe(place);
    return place;
  };
  return { small, heard, drop: () => seen.disconnect() };
}

// As the source of an image nothing in a picture can run.
function drawing(svg, alt) {
  return h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt });
}

// A movement as pictures that take turns, forth and back in about 3 s. Whoever asks for less motion steps by click.
const FORTH_AND_BACK_MS = 3000;
function movement(frames) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const shown = frames.map((svg) => drawing(svg, ""));
  const told = h("span", { class: "hs-quiet", role: "status" });
  const next = button("Next position", () => {
    turn();
    told.textContent = `Position ${at + 1} of ${shown.length}`;
  });
  const stage = h("div", { class: "hs-motion-stage", role: "img", "aria-label": "The movement from start to end" }, ...shown);
  const steps = h("div", { class: "hs-motion-steps" }, next, told);
  const toggle = button("Show the movement", () => (stage.hidden ? start() : stop()), { "aria-pressed": "false" });
  let at = 0, by = 1, timer = null;

  const draw = () => shown.forEach((one, i) => { one.hidden = i !== at; });
  const turn = () => {
    if (!(at + by in shown)) by = -by;
    at += by;
    draw();
  };
  // Out of sight it stops by itself, so that no clock is left behind.
  const tick = () => {
    if (!stage.isConnected || !stage.checkVisibility()) stop();
    else if (calm.matches) byClick();
    else turn();
  };
  const byClick = () => {
    window.clearInterval(timer);
    steps.hidden = false;
  };
  const start = () => {
    [at, by, told.textContent] = [0, 1, ""];
    draw();
    stage.hidden = false;
    toggle.setAttribute("aria-pressed", "true");
    if (calm.matches) byClick();
    else timer = window.setInterval(tick, FORTH_AND_BACK_MS / (2 * (shown.length - 1)));
  };
  const stop = () => {
    window.clearInterval(timer);
    stage.hidden = steps.hidden = true;
    toggle.setAttribute("aria-pressed", "false");
  };
  stop();
  return h("div", { class: "hs-motion" }, toggle, stage, steps);
}
