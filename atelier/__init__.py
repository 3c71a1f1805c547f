"""Where the exercise pictures are drawn: from pose files, on a human mesh, by a small engine of the project's own.

A room for authors alone. `kit` never imports it and its wheel does not carry it: what users need are the pictures that
it leaves in `data/figures/`, handed out by `kit.figures`.

The steps, each a module: `angles` and `skeleton` (joints, and where bones stand), `people`, `cast` and `body` (the mesh
of each person), `grips` and `skin` (how it follows), `landmarks` and `posed` (where its spots are in a pose), `pose`
(what an author writes in `poses/`), `contacts`, `collide` and `solve` (angles from contacts), `solids`, `clothes`,
`hair`, `furniture` and `soup` (all triangles of a picture), `raster` and `scene` (what each pixel shows), `tones`,
`trace` and `curve` (colours and Bezier arcs), `fills`, `ink`, `marks`, `face` and `paint` (SVG), `motion` (the way
between panels), `studio` (drawing into `data/`), `check` (the rules), `record` (what holds as it stands), `workers`
(both processors), `sheet` (to look at it), `door` (the commands).
"""
