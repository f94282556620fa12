"""Fruit that dries well: jujube dates, raisins, apricots, figs, mulberries."""

import math

from ink import (
    SHADE,
    Tone,
    drop,
    ellipse,
    fill,
    gleam,
    inside,
    num,
    oval,
    pair,
    rotate,
    smooth,
    stroke,
)

DATE = Tone("#c9492f", "#a3281f", "#6f1517")
RAISINS = {
    "green": Tone("#dfe38c", "#b9c352", "#83902f"),
    "black": Tone("#6d4a63", "#452a42", "#271628"),
    "red": Tone("#d98a55", "#a9502f", "#74301d"),
    "gold": Tone("#f7d57e", "#e0a83c", "#ab7420"),
}
APRICOT = Tone("#fbbd62", "#ee922f", "#c76a1b")
FIG = Tone("#eed79a", "#d6b067", "#a67f42")
FRESH_FIG = Tone("#d9d873", "#b9bd4d", "#848b34")


def date(page, turn=0, tone=DATE):
    """A ripe jujube date, wrinkled and shining."""
    rng = page.rng
    shape = oval(126, 84, rng, 0.02, 12, 0.94)
    wrinkles = "".join(
        f"M{pair(-96 + abs(k) * 9 + rng.uniform(0, 30), k * 20)}q{pair(rng.uniform(40, 70), k * 6 + rng.uniform(-9, 9))} "
        f"{pair(rng.uniform(100, 150), rng.uniform(-4, 4))}"
        for k in (-3, -2, -1, 0, 1, 2, 3)
    )
    detail = (
        stroke(wrinkles, tone.light, 5, 0.55, ' transform="translate(-2 -7)"')
        + stroke(wrinkles, tone.dark, 6, 0.75)
        + ellipse(-108, 0, 11, 18, tone.dark)
        + ellipse(-112, 0, 7, 11, "#c99a5e")
        + gleam(shape, turn, 0.7, 15, 0.6, 34)
    )
    return page.solid(smooth(shape), tone, turn, 16, detail)


def date_ring(page, turn=0):
    """A crisp slice of date: dark skin, golden flesh, a hole where the stone was."""
    rng = page.rng
    rim = smooth(oval(92, 84, rng, 0.05, 10))
    flesh = smooth(oval(72, 65, rng, 0.04, 10))
    hole = smooth(oval(25, 20, rng, 0.08, 8))
    rays = "".join(
        f"M{pair(34 * math.cos(a), 30 * math.sin(a))}L{pair(58 * math.cos(a), 52 * math.sin(a))}"
        for a in (0.2, 1, 1.9, 2.7, 3.6, 4.5, 5.4)
    )
    return page.solid(rim, DATE, turn, 9, fill(flesh, "#eec27a") + stroke(rays, "#cf9545", 6) + fill(hole, "#7c3a1c"))


def raisin(page, turn=0, tone=RAISINS["green"]):
    """A raisin: the light goes through it, so its far side glows."""
    rng = page.rng
    shape = oval(92, 56, rng, 0.035, 11)
    lx, ly = rotate((0.3, 0.5), -turn)
    glow = page.glow(
        (0, tone.light), (0.55, tone.mid), (1, tone.dark), at=(round(0.5 + lx * 0.5, 2), round(0.5 + ly * 0.5, 2)), radius=0.8
    )
    folds = "".join(
        f"M{pair(-70 + rng.uniform(0, 30), k * 17)}q{pair(rng.uniform(30, 60), rng.uniform(-14, 14))} {pair(rng.uniform(70, 120), k * 3)}"
        for k in (-2, -1, 0, 1, 2)
    )
    d = smooth(shape)
    return (
        fill(d, SHADE, 0.25, ' transform="translate(4 9)"')
        + fill(d, glow)
        + stroke(folds, tone.dark, 5, 0.65)
        + ellipse(-88, 0, 8, 8, "#8a6237")
        + gleam(shape, turn, 0.72, 11, 0.6, 32)
    )


def raisin_of(colour):
    return lambda page, turn=0: raisin(page, turn, RAISINS[colour])


def dried_apricot(page, turn=0):
    """Half a dried apricot, its edge rolled in, a hollow in the middle; no two of the same colour."""
    rng = page.rng
    tone = rng.choice((APRICOT, Tone("#ffc977", "#f5a742", "#cb7420"), Tone("#f3a04b", "#de7a1e", "#a9500f")))
    shape = oval(118, 100, rng, 0.045, 12)
    hollow = smooth(oval(66, 50, rng, 0.07, 10))
    wrinkles = "".join(
        f"M{pair(72 * math.cos(a), 58 * math.sin(a))}Q{pair(90 * math.cos(a + 0.1), 76 * math.sin(a + 0.1))} "
        f"{pair(103 * math.cos(a - 0.05), 87 * math.sin(a - 0.05))}"
        for a in [i * 0.52 + rng.uniform(-0.15, 0.15) for i in range(12)]
    )
    detail = (
        stroke(wrinkles, tone.dark, 6, 0.5)
        + fill(hollow, tone.dark, 0.8)
        + fill(hollow, tone.mid, 1, ' transform="translate(6 10)"')
        + stroke("M-34 14q30 -16 66 -4M-14 28q18 -8 40 -4", tone.light, 6, 0.8)
        + gleam(shape, turn, 0.84, 13, 0.5, 40)
    )
    return page.solid(smooth(shape), tone, turn, 18, detail, 8)


def whole_apricot(page, turn=0, tone=APRICOT, wrinkled=True):
    """An apricot with its furrow; dried on the tree when `wrinkled`."""
    rng = page.rng
    shape = oval(104, 98, rng, 0.02, 12)
    blush = page.glow((0, "#d8482f", 0.65), (1, "#d8482f", 0), at=(0.72, 0.62), radius=0.5)
    detail = (
        fill(smooth(shape), blush)
        + stroke("M-6 -98Q-46 0 -4 98", tone.dark, 7, 0.7)
        + stroke("M-14 -92Q-56 0 -14 92", tone.light, 6, 0.7)
    )
    if wrinkled:
        detail += stroke(
            "".join(
                f"M{pair(x, y)}q{pair(rng.uniform(-8, 8), 14)} {pair(rng.uniform(-16, 16), 26)}"
                for x, y in inside(rng, 13, 82, 70, 30)
            ),
            tone.dark,
            5,
            0.55,
        )
    return page.solid(smooth(shape), tone, turn, 15, detail + gleam(shape, turn, 0.74, 15, 0.5, 32))


def stone(page, turn=0):
    """An apricot stone."""
    shape = drop(150, 116, page.rng, 0.015, 14, 0.2)
    return page.solid(
        smooth(shape),
        Tone("#d9a26c", "#b97c48", "#8a5429"),
        turn,
        11,
        stroke("M-66 16Q0 58 70 6M-60 28Q0 72 66 18", "#8a5429", 5, 0.7) + gleam(shape, turn, 0.7, 9, 0.4),
    )


def dried_fig(page, turn=0):
    """A dried fig, pressed flat: creases run from the stalk to the open eye."""
    rng = page.rng
    shape = oval(112, 104, rng, 0.03, 14)
    shape[10] = (shape[10][0] * 0.6, shape[10][1] - 22)
    rays = "".join(
        f"M{pair(26 * math.cos(a), 24 * math.sin(a))}Q{pair(66 * math.cos(a + 0.12), 62 * math.sin(a + 0.12))} {pair(100 * math.cos(a), 94 * math.sin(a))}"
        for a in [i * 0.45 + rng.uniform(-0.1, 0.1) for i in range(14)]
    )
    detail = (
        stroke(rays, FIG.light, 8, 0.8, ' transform="translate(-4 -4)"')
        + stroke(rays, "#a67a3e", 5, 0.9)
        + ellipse(0, 0, 20, 17, "#8b5a2b")
        + ellipse(0, 0, 9, 7, "#5b3517")
    )
    return page.solid(smooth(shape), FIG, turn, 15, detail)


def half_dried_fig(page, turn=0):
    """A dried fig cut open: amber inside, full of seeds."""
    return _cut_fig(page, turn, FIG, "#f3dfae", "#b8662f", "#e2a155")


def fig_outline(page, size=1.0):
    rng = page.rng
    pts = [
        (0, -150),
        (22, -118),
        (44, -74),
        (92, -12),
        (112, 54),
        (84, 112),
        (0, 134),
        (-84, 112),
        (-112, 54),
        (-92, -12),
        (-44, -74),
        (-22, -118),
    ]
    return [(x * size + rng.uniform(-3, 3), y * size + rng.uniform(-3, 3)) for x, y in pts]


def fig(page, turn=0, tone=FRESH_FIG):
    """A fresh fig, stalk upwards."""
    shape = fig_outline(page)
    ribs = "".join(
        f"M{pair(k * 6, -120)}C{pair(k * 20, -60)} {pair(k * 40, 20)} {pair(k * 26, 128)}"
        for k in (-2.6, -1.6, -0.5, 0.6, 1.7, 2.6)
    )
    blush = page.gradient((0.35, "#8d4a72", 0), (1, "#8d4a72", 0.55))
    body = page.solid(
        smooth(shape),
        tone,
        turn,
        17,
        fill(smooth(shape), blush) + stroke(ribs, tone.light, 6, 0.65) + gleam(shape, turn, 0.7, 16, 0.5, 36),
    )
    return body + stroke("M0 -146Q4 -164 -6 -178", "#6f7a35", 20)


def _cut_fig(page, turn, skin, pith, core, seed):
    rng = page.rng
    outer = fig_outline(page)
    inner = [(x * 0.86, y * 0.84 + 8) for x, y in outer]
    heart = [(x * 0.66, (y * 0.58 + 26)) for x, y in outer]
    seeds = inside(rng, 34, 62, 68, 13)
    dots = "".join(f"M{pair(x * 1.0, y + 38)}l{pair(x * 0.1, (y) * 0.1)}" for x, y in seeds)
    rays = "".join(
        f"M{pair(20 * math.cos(a), 34 + 22 * math.sin(a))}L{pair(66 * math.cos(a), 34 + 72 * math.sin(a))}"
        for a in [i * 0.42 for i in range(15)]
    )
    glow = page.glow((0, seed), (0.45, core), (1, core), at=(0.5, 0.58), radius=0.55)
    return page.solid(
        smooth(outer),
        skin,
        turn,
        8,
        fill(smooth(inner), pith)
        + fill(smooth(heart), glow)
        + stroke(rays, pith, 5, 0.35)
        + stroke(dots, seed, 9)
        + ellipse(0, 42, 18, 26, core, 0.8),
    )


def half_fig(page, turn=0):
    """A fresh fig cut open."""
    return _cut_fig(page, turn, FRESH_FIG, "#fbf1d3", "#c83a50", "#f6a77c") + stroke("M0 -146Q4 -164 -6 -178", "#6f7a35", 18)


def mulberry(page, turn=0, tone=Tone("#fbf0cf", "#e9d29a", "#bd9a5a")):
    """A dried white mulberry: a cob of little beads on a stalk."""
    rng = page.rng
    shape = oval(82, 46, rng, 0.02, 12)
    lx, ly = rotate((-0.5, -0.8), -turn)
    bead = page.define(
        ellipse(0, 0, 17, 17, tone.dark) + ellipse(lx * 2, ly * 2, 15, 15, tone.mid) + ellipse(lx * 6, ly * 6, 7, 7, tone.light)
    )
    beads = []
    for i, x in enumerate((-68, -44, -20, 4, 28, 52, 72)):
        for y in (-28, 0, 28) if i % 2 else (-40, -14, 14, 40):
            beads.append(
                f'<use href="#{bead}" x="{num(x + rng.uniform(-3, 3))}" y="{num(y * (1 - abs(x) / 200) + rng.uniform(-2, 2))}"/>'
            )
    return page.solid(smooth(shape), tone, turn, 9, "".join(beads)) + stroke("M-80 0l-28 -8", "#a98a4c", 7)
