"""Gift boxes, and the atlas silk they are tied with."""

import math

from ink import SHADE, Tone, fill, group, num, oval, pair, smooth, stroke

ATLAS = ("#b5245c", "#f2b53a", "#178a8f", "#fdf3e0", "#3a2440")


def atlas_strip(page, length, width):
    """Ikat silk along x: feathered flames in five colours, from x = 0 to `length`."""
    rose, gold, teal, white, night = ATLAS
    period, h = width * 1.9, width / 2

    def flame(x, long, high, colour):
        a, b = period * long / 2, h * high
        return fill(
            f"M{pair(x, 0)}l{pair(a * 0.45, -b * 0.4)}l{pair(a * 0.12, -b * 0.22)}l{pair(a * 0.43, -b * 0.38)}l{pair(a * 0.43, b * 0.38)}l{pair(a * 0.12, b * 0.22)}"
            f"l{pair(a * 0.45, b * 0.4)}l{pair(-a * 0.45, b * 0.4)}l{pair(-a * 0.12, b * 0.22)}l{pair(-a * 0.43, b * 0.38)}l{pair(-a * 0.43, -b * 0.38)}l{pair(-a * 0.12, -b * 0.22)}z",
            colour,
        )

    key = page.define(
        flame(period * 0.03, 0.94, 0.94, white)
        + flame(period * 0.13, 0.74, 0.72, gold)
        + flame(period * 0.27, 0.46, 0.46, teal)
        + fill(
            f"M{pair(-period * 0.13, -h)}l{pair(period * 0.13, h * 0.75)}l{pair(period * 0.13, -h * 0.75)}z"
            f"M{pair(-period * 0.13, h)}l{pair(period * 0.13, -h * 0.75)}l{pair(period * 0.13, h * 0.75)}z",
            night,
        )
    )
    return f'<rect x="0" y="{num(-h)}" width="{num(length)}" height="{num(width)}" fill="{rose}"/>' + "".join(
        f'<use href="#{key}" x="{num(i * period)}"/>' for i in range(int(length / period) + 1)
    )


def ribbon(page, x1, y1, x2, y2, width):
    """A band of atlas silk from one point to another, its shadow beside it."""
    length, turn = math.hypot(x2 - x1, y2 - y1), math.degrees(math.atan2(y2 - y1, x2 - x1))
    rect = f"M0 {num(-width / 2)}h{num(length)}v{num(width)}h{num(-length)}z"
    return group(
        f'<rect x="0" y="{num(-width / 2 + 10)}" width="{num(length)}" height="{num(width)}" fill="{SHADE}" opacity=".25"/>',
        page.clipped(rect, atlas_strip(page, length, width)),
        x=x1,
        y=y1,
        turn=turn,
    )


def bow(page, size=1.0):
    """A bow of atlas silk: two loops, two tails and the knot."""
    loop = "M0 0C40 -110 180 -150 214 -84C240 -30 130 26 0 0z"
    tail = "M0 0C60 40 110 90 130 190L84 168L52 206C40 130 18 60 -16 10z"
    hole = "M60 -34C100 -82 160 -96 176 -70C186 -46 130 -16 60 -34z"
    out = []
    for flip in (False, True):
        out.append(group(page.clipped(tail, group(atlas_strip(page, 300, 110), x=-10, turn=58)), flip=flip))
    for flip in (False, True):
        out.append(
            group(
                f'<path d="{loop}" transform="translate(6 14)" fill="{SHADE}" opacity=".25"/>',
                page.clipped(loop, group(atlas_strip(page, 320, 170), x=-30, y=10, turn=-24)),
                fill(hole, "#7c153f"),
                stroke("M8 -4Q60 -40 90 -48M8 2Q60 2 96 -8", "#7c153f", 5, 0.5),
                flip=flip,
            )
        )
    out.append(page.solid(smooth(oval(34, 30, page.rng, 0.05, 8)), Tone("#d24a7e", "#b5245c", "#7c153f"), 0, 8, "", 6))
    return group(*out, size=size)


def gift_box(page, x, y, side, paper, contents):
    """An open square box from above; `contents(cx, cy, cell)` fills each of its four cells."""
    h = side / 2
    page.add(
        f'<rect x="{num(x - h + 22)}" y="{num(y - h + 34)}" width="{num(side)}" height="{num(side)}" rx="26" fill="{SHADE}" opacity=".2"/>'
    )
    page.add(
        f'<rect x="{num(x - h)}" y="{num(y - h)}" width="{num(side)}" height="{num(side)}" rx="26" fill="{paper.dark}"/>',
        f'<rect x="{num(x - h)}" y="{num(y - h)}" width="{num(side)}" height="{num(side - 16)}" rx="26" fill="{paper.mid}"/>',
        f'<rect x="{num(x - h + 14)}" y="{num(y - h + 14)}" width="{num(side - 28)}" height="{num(side - 44)}" rx="18" fill="{paper.light}"/>',
    )
    cell = (side - 110) / 2
    for i in (-1, 1):
        for j in (-1, 1):
            cx, cy = x + i * (cell / 2 + 12), y + j * (cell / 2 + 12) - 4
            page.add(
                f'<rect x="{num(cx - cell / 2)}" y="{num(cy - cell / 2)}" width="{num(cell)}" height="{num(cell)}" rx="16" fill="#6b3f22"/>'
            )
            contents(cx, cy, cell)
