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
