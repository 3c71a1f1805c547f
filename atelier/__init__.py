"""Where the exercise pictures are drawn: from pose files, by a small drawing engine of the project's own.

A room for authors alone. `kit` never imports it and its wheel does not carry it: what users need are the pictures that
it leaves in `data/figures/`, handed out by `kit.figures`.

The steps, each a module: `proportions` and `skeleton` (where bones stand), `anatomy` and `extremities` (flesh), `pose`
(what an author writes in `poses/`), `contacts`, `collide` and `solve` (angles from contacts), `depth` and `scene` (what
each pixel shows), `trace` and `curve` (Bezier arcs), `fills`, `ink`, `ground`, `marks`, `face` and `paint` (SVG),
`motion` (the way between panels), `studio` (drawing into `data/`), `check` (the rules), `record` (what holds as it
stands), `workers` (both processors), `sheet` (to look at it), `door` (the commands).
"""
