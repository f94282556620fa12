"""Fruit that is sold fresh: melons, pomegranates, quinces, grapes."""

import math

from ink import (
    SHADE,
    Tone,
    ellipse,
    fill,
    gleam,
    group,
    inside,
    num,
    oval,
    pair,
    smooth,
    stroke,
)

POMEGRANATE = Tone("#ef7a5f", "#d2403a", "#98242b")
QUINCE = Tone("#fbe27a", "#f0c840", "#c99a26")
GRAPE = Tone("#e3ec9d", "#bfd163", "#8fa53d")


def net(rng, rx, ry, count):
    """The corky net on a melon's rind: short crooked strokes that follow its roundness."""
    d = []
    for x, y in inside(rng, count, rx * 0.96, ry * 0.96, rx * 0.085):
        a = rng.uniform(0, 6.3)
        for k in range(3):
            b = a + k * 2.1 + rng.uniform(-0.4, 0.4)
            r = rng.uniform(0.07, 0.12) * rx
            d.append(
                f"M{pair(x, y)}q{pair(r * 0.5 * math.cos(b + 0.4), r * 0.5 * math.sin(b + 0.4))} {pair(r * math.cos(b), r * 0.8 * math.sin(b))}"
            )
    return "".join(d)


def hami_melon(page, turn=0, rx=330, ry=235):
    """A Hami melon: golden, netted, with a stalk."""
    rng = page.rng
    tone = Tone("#f7d983", "#e6b552", "#b98330")
    shape = oval(rx, ry, rng, 0.008, 14, 0.96)
    furrows = "".join(f"M{pair(-rx, 0)}Q0 {num(k * ry)} {pair(rx, 0)}" for k in (-1.45, -0.75, 0, 0.75, 1.45))
    lines = net(rng, rx, ry, 84 if rx > 200 else 20)
    return stroke(f"M{pair(-rx + 6, 0)}q-34 -6 -50 -40", "#8f8a43", 22) + page.solid(
        smooth(shape),
        tone,
        turn,
        30,
        stroke(furrows, "#c99a3b", rx / 20, 0.6)
        + stroke(lines, "#fdf1cb", rx / 48, 0.95)
        + gleam(shape, turn, 0.8, 26, 0.35, 34),
        10,
    )


def green_melon(page, turn=0, rx=330, ry=270):
    """A pale green melon with soft furrows and freckles."""
    rng = page.rng
    tone = Tone("#dbe8a4", "#b9d178", "#86a54a")
    shape = oval(rx, ry, rng, 0.008, 14, 0.97)
    furrows = "".join(f"M{pair(-rx, 0)}Q0 {num(k * ry)} {pair(rx, 0)}" for k in (-1.5, -0.85, -0.2, 0.45, 1.1, 1.7))
    freckles = "".join(
        f"M{pair(x, y)}l{pair(rng.uniform(-9, 9), rng.uniform(-4, 4))}" for x, y in inside(rng, 70, rx * 0.92, ry * 0.9, 26)
    )
    return stroke(f"M{pair(-rx + 6, 0)}q-34 -6 -46 -44", "#7d8f45", 20) + page.solid(
        smooth(shape),
        tone,
        turn,
        30,
        stroke(furrows, "#8fb054", 15, 0.75)
        + stroke(furrows, tone.light, 8, 0.9, ' transform="translate(0 -14)"')
        + stroke(freckles, "#eef4c8", 6, 0.9)
        + gleam(shape, turn, 0.8, 26, 0.5, 34),
        10,
    )


def half_melon(page, turn=0, flesh="#e9f3c6", rind="#a9c668", deep="#c6dc8e", size=250):
    """A melon cut across, its cut face towards us, the seeds in its hollow."""
    rng = page.rng
    s = size
    face = oval(s, s * 0.92, rng, 0.008, 14)
    glow = page.glow((0.3, deep), (0.72, flesh), (0.9, "#f6f7d8"), (0.97, rind), at=(0.5, 0.5), radius=0.5)
    hollow = smooth(oval(s * 0.46, s * 0.36, rng, 0.07, 10))
    seeds = "".join(
        group(
            fill("M-22 0Q-4 -14 24 0Q-4 14 -22 0z", "#fdf0c4") + stroke("M-16 4Q0 12 18 3", "#d9a94e", 3),
            x=x,
            y=y,
            turn=rng.uniform(0, 360),
        )
        for x, y in inside(rng, 22, s * 0.36, s * 0.26, 25)
    )
    return page.solid(
        smooth(face),
        Tone(rind, rind, "#6f8f3c"),
        turn,
        6,
        fill(smooth(face), glow)
        + fill(hollow, "#b3c876")
        + fill(hollow, "#d3dfa0", 1, ' transform="translate(6 10)"')
        + seeds
        + stroke(f"M{pair(-s * 0.66, -s * 0.4)}Q{pair(-s * 0.4, -s * 0.7)} {pair(-s * 0.06, -s * 0.74)}", "#fff", 14, 0.6),
        12,
    )


def melon_slice(page, flesh, rind, deep, turn=0, size=300, seeds=True):
    """A crescent of melon lying on its rind, the points upwards."""
    s = size
    outer = f"M{pair(-s, -s * 0.34)}C{pair(-s * 0.84, s * 0.74)} {pair(s * 0.84, s * 0.74)} {pair(s, -s * 0.34)}"
    back = f"C{pair(s * 0.55, s * 0.0)} {pair(-s * 0.55, s * 0.0)} {pair(-s, -s * 0.34)}z"
    glow = page.gradient((0, deep), (0.62, flesh), (0.86, "#f3efb4"), (1, rind))
    bits = ""
    if seeds:
        for i in range(11):
            t = -1 + i / 5
            bits += group(
                fill("M-20 0Q-4 -13 22 0Q-4 13 -20 0z", "#fdf0c4") + stroke("M-16 3Q0 11 18 2", "#d9a94e", 3),
                x=t * s * 0.62 + page.rng.uniform(-6, 6),
                y=-s * 0.05 - t * t * s * 0.15 + page.rng.uniform(-7, 7),
                turn=page.rng.uniform(50, 130),
            )
    return (
        page.solid(
            outer + back,
            Tone(rind, rind, rind),
            turn,
            0,
            fill(outer + back, glow)
            + stroke(outer, rind, s * 0.07)
            + stroke(outer, "#f3efb4", s * 0.02, 0.9, f' transform="translate(0 {num(-s * 0.045)})"'),
            10,
        )
        + fill(
            f"M{pair(-s * 0.72, -s * 0.23)}C{pair(-s * 0.4, s * 0.1)} {pair(s * 0.4, s * 0.1)} {pair(s * 0.72, -s * 0.23)}C{pair(s * 0.4, -s * 0.02)} {pair(-s * 0.4, -s * 0.02)} {pair(-s * 0.72, -s * 0.23)}z",
            deep,
            0.85,
        )
        + bits
    )


def crown(tone):
    return fill("M-46 -150L-62 -226L-28 -196L-14 -240L4 -198L26 -238L34 -196L64 -222L46 -150Q0 -130 -46 -150z", tone.dark) + fill(
        "M-42 -152L-52 -208L-26 -180L-14 -218L0 -182L20 -216L28 -178L50 -202L34 -152Q0 -136 -42 -152z", tone.mid
    )


def pomegranate(page, turn=0):
    """A whole pomegranate, crown upwards."""
    shape = oval(166, 158, page.rng, 0.012, 10, 0.95)
    blush = page.glow((0, "#f6b26b", 0.75), (1, "#f6b26b", 0), at=(0.3, 0.7), radius=0.45)
    ribs = stroke("M-30 -150Q-110 -10 -34 150M40 -150Q120 0 40 150", POMEGRANATE.dark, 7, 0.3)
    return crown(POMEGRANATE) + page.solid(
        smooth(shape), POMEGRANATE, turn, 24, fill(smooth(shape), blush) + ribs + gleam(shape, turn, 0.72, 24, 0.5, 32), 8
    )


def arils(page, kinds, spots, size=1.0):
    """Jewels laid out at the spots."""
    return "".join(
        f'<use href="#{page.rng.choice(kinds)}" transform="translate({num(x)} {num(y)}) rotate({page.rng.randint(0, 359)}) scale({size:.2g})"/>'
        for x, y in spots
    )


def aril(page, turn=0):
    """One ruby seed of a pomegranate."""
    shape = [(-26, -12), (-10, -26), (14, -24), (28, -4), (20, 20), (-6, 28), (-26, 14)]
    shape = [(x + page.rng.uniform(-3, 3), y + page.rng.uniform(-3, 3)) for x, y in shape]
    glow = page.glow((0, "#f4717c"), (0.5, "#cf2341"), (1, "#8a1030"), at=(0.6, 0.65), radius=0.62)
    return fill(smooth(shape), glow) + ellipse(-8, -9, 7, 5, "#fff", 0.85)


def half_pomegranate(page, turn=0):
    """A pomegranate cut open: rooms full of jewels between cream walls."""
    rng = page.rng
    rim = oval(168, 160, rng, 0.012, 12)
    seeds = [page.define(aril(page)) for _ in range(4)]
    parts = [
        crown(POMEGRANATE),
        page.solid(smooth(rim), POMEGRANATE, turn, 8, fill(smooth([(x * 0.93, y * 0.93) for x, y in rim]), "#fbe3bd"), 8),
    ]
    for i in range(6):
        a0 = i * math.pi / 3 + 0.3
        room = [(30 * math.cos(a0 + 0.52), 30 * math.sin(a0 + 0.52))] + [
            (r * math.cos(a0 + t), r * 0.96 * math.sin(a0 + t))
            for t, r in ((0.1, 104), (0.28, 136), (0.52, 143), (0.76, 136), (0.94, 104))
        ]
        spots = [
            (r * math.cos(a0 + t), r * 0.96 * math.sin(a0 + t))
            for r, ts in ((56, (0.52,)), (88, (0.3, 0.74)), (122, (0.22, 0.52, 0.82)))
            for t in ts
        ]
        parts.append(fill(smooth(room), "#8a1030") + arils(page, seeds, spots, 0.88))
    return "".join(parts)


def quince(page, turn=0):
    """A quince: knobbly, golden, with down near its stalk."""
    shape = [
        (0, -140),
        (46, -136),
        (70, -96),
        (128, -40),
        (142, 40),
        (110, 112),
        (50, 142),
        (0, 132),
        (-56, 144),
        (-116, 108),
        (-140, 34),
        (-122, -44),
        (-72, -92),
        (-48, -132),
    ]
    shape = [(x + page.rng.uniform(-4, 4), y + page.rng.uniform(-4, 4)) for x, y in shape]
    blush = page.glow((0, "#a9b84a", 0.6), (1, "#a9b84a", 0), at=(0.7, 0.75), radius=0.5)
    down = "".join(f"M{pair(x, y - 60)}l4 -9" for x, y in inside(page.rng, 18, 80, 62, 18))
    return stroke("M0 -132Q6 -164 -8 -184", "#7c5a32", 17) + page.solid(
        smooth(shape),
        QUINCE,
        turn,
        24,
        fill(smooth(shape), blush)
        + stroke(down, "#d9b75a", 4, 0.7)
        + stroke("M0 132Q-10 100 0 70M-56 -70Q-90 20 -50 110", QUINCE.dark, 6, 0.35)
        + ellipse(0, -124, 30, 10, QUINCE.dark, 0.6)
        + gleam(shape, turn, 0.72, 22, 0.6, 30),
        8,
    )


def grape(page, turn=0, tone=GRAPE):
    """One grape with the light going through it."""
    glow = page.glow((0, "#f6f9cf"), (0.35, tone.light), (0.75, tone.mid), (1, tone.dark), at=(0.62, 0.68), radius=0.7)
    d = smooth(oval(56, 66, page.rng, 0.01, 10))
    return (
        fill(d, SHADE, 0.22, ' transform="translate(4 8)"')
        + fill(d, tone.dark)
        + fill(d, glow, 1, ' transform="scale(.95)"')
        + ellipse(-20, -26, 13, 9, "#fff", 0.75)
        + ellipse(-2, -38, 5, 4, "#fff", 0.7)
    )


def grapes(page, kinds, rows=(4, 5, 6, 5, 5, 4, 3, 2, 1), step=100):
    """A bunch hanging from (0, 0)."""
    spots = []
    for r, count in enumerate(rows):
        for i in range(count):
            spots.append(((i - (count - 1) / 2) * step + page.rng.uniform(-9, 9), r * step * 0.76 + page.rng.uniform(-9, 9) + 40))
    spots.sort(key=lambda p: p[1])
    return stroke("M-60 -90Q-10 -60 0 40M-120 -96Q0 -80 90 -110", "#8a6a3a", 19) + "".join(
        f'<use href="#{page.rng.choice(kinds)[0]}" transform="translate({num(x)} {num(y)})"/>' for x, y in spots
    )
