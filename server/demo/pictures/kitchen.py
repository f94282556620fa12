"""What hands make: honey and its comb, nan, sweets, noodles, and small grains of the pantry."""

import math

from ink import (
    SHADE,
    Tone,
    ellipse,
    fill,
    gleam,
    group,
    inside,
    line,
    num,
    oval,
    pair,
    smooth,
    stroke,
)

HONEY = Tone("#ffd465", "#f3a924", "#c47610")
CRUST = Tone("#f1bf72", "#dd9a48", "#b26e2a")


def comb(page, columns, rows, cell=62, open_share=0.7):
    """A piece of honeycomb, its cells capped or brimming, from (0, 0) to the right and down."""
    rng = page.rng
    hexagon = lambda r: line([(r * math.cos(math.pi / 3 * k), r * math.sin(math.pi / 3 * k)) for k in range(6)], True)
    full = page.define(
        fill(hexagon(cell * 0.92), "#c47610")
        + fill(hexagon(cell * 0.8), "#f3a924")
        + fill(hexagon(cell * 0.66), "#ffc640", 1, f' transform="translate({num(cell * 0.04)} {num(cell * 0.08)})"')
        + stroke(f"M{pair(-cell * 0.42, -cell * 0.1)}l{pair(cell * 0.16, -cell * 0.28)}", "#fff", cell * 0.13, 0.8)
    )
    capped = page.define(
        fill(hexagon(cell * 0.92), "#d99a34")
        + fill(hexagon(cell * 0.8), "#f4d488")
        + ellipse(-cell * 0.1, -cell * 0.14, cell * 0.36, cell * 0.28, "#fdeab8")
    )
    parts = []
    for c in range(columns):
        for r in range(rows):
            key = full if rng.random() < open_share else capped
            parts.append(
                f'<use href="#{key}" transform="translate({num(c * cell * 1.5)} {num((r + 0.5 * (c % 2)) * cell * 1.732)})"/>'
            )
    return "".join(parts)


def dipper(page):
    """A wooden honey dipper, its head at (0, 0), the handle upwards, honey running off."""
    rings = "".join(
        f'<rect x="{num(-w)}" y="{num(y)}" width="{num(2 * w)}" height="24" rx="12" fill="#a86a33"/><rect x="{num(-w)}" y="{num(y)}" width="{num(2 * w - 8)}" height="16" rx="8" fill="#d49a5a"/>'
        for y, w in ((-84, 44), (-54, 62), (-24, 70), (6, 66), (36, 50))
    )
    return (
        '<rect x="-15" y="-440" width="30" height="370" rx="14" fill="#a86a33"/><rect x="-13" y="-440" width="16" height="366" rx="8" fill="#d49a5a"/>'
        + '<rect x="-34" y="-84" width="68" height="140" rx="20" fill="#8a5325"/>'
        + rings
    )


def drip(width, length):
    w = width
    return f"M{pair(-w, 0)}C{pair(-w * 0.3, length * 0.1)} {pair(-w * 0.5, length * 0.7)} {pair(-w * 0.6, length * 0.85)}Q0 {num(length * 1.25)} {pair(w * 0.6, length * 0.85)}C{pair(w * 0.5, length * 0.7)} {pair(w * 0.3, length * 0.1)} {pair(w, 0)}z"


def bee(page):
    """A bee seen from the side, flying to the left."""
    return (
        '<g fill="#fff" opacity=".85"><ellipse cx="6" cy="-44" rx="20" ry="40" transform="rotate(18)"/><ellipse cx="36" cy="-34" rx="17" ry="34" transform="rotate(34)"/></g>'
        + page.clipped(
            smooth(oval(58, 38, None, 0, 12)),
            ellipse(0, 0, 60, 40, "#f3b12f"),
            fill("M-10 -50h20v100h-20zM30 -50h16v100h-16z", "#4a2a12"),
            ellipse(-52, 0, 30, 44, "#4a2a12"),
            ellipse(0, 40, 60, 20, SHADE, 0.2),
        )
        + ellipse(-44, -8, 5, 6, "#fff")
        + stroke("M-46 -26Q-58 -50 -74 -50M-36 -30Q-44 -54 -56 -60", "#4a2a12", 6)
    )


def nan(page, radius=300, turn=0, flat=1.0, seeds=False, stamped=True):
    """A round nan: puffed rim, thin middle pricked with the stamp, rings and a star of holes."""
    rng = page.rng
    r = radius
    edge = oval(r, r * flat, rng, 0.012, 16)
    glow = page.glow((0, "#f6d291"), (0.62, "#eab463"), (0.8, CRUST.mid), (1, "#c9823a"), at=(0.47, 0.45), radius=0.52)
    middle = oval(r * 0.7, r * 0.7 * flat, rng, 0.012, 14)
    blisters = "".join(
        fill(smooth([(x + a, y + b) for a, b in oval(r * 0.05, r * 0.035 * flat, rng, 0.2, 7)]), "#b4692a", 0.55)
        for x, y in (
            (r * 0.85 * math.cos(t), r * 0.85 * flat * math.sin(t))
            for t in [rng.uniform(0, 6.28) for _ in range(12 if stamped else 5)]
        )
    )
    pricks = ""
    for k in (0.2, 0.36, 0.52) if stamped else ():
        n = round(k * 44)
        pricks += "".join(
            f"M{pair(r * k * 1.2 * math.cos(2 * math.pi * i / n), r * k * 1.2 * flat * math.sin(2 * math.pi * i / n))}h.1"
            for i in range(n)
        )
    petals = "".join(
        f"M{pair(r * 0.3 * math.cos(t), r * 0.3 * flat * math.sin(t))}Q{pair(r * 0.5 * math.cos(t - 0.16), r * 0.5 * flat * math.sin(t - 0.16))} {pair(r * 0.56 * math.cos(t), r * 0.56 * flat * math.sin(t))}"
        f"Q{pair(r * 0.5 * math.cos(t + 0.16), r * 0.5 * flat * math.sin(t + 0.16))} {pair(r * 0.3 * math.cos(t), r * 0.3 * flat * math.sin(t))}"
        for t in [math.pi / 4 * i for i in range(8 if stamped else 0)]
    )
    grains = ""
    if seeds:
        spots = [(x, y) for x, y in inside(rng, 90 if stamped else 26, r * 0.92, r * 0.92 * flat, r * 0.07)]
        grains = stroke(
            "".join(f"M{pair(x + 2, y + 4)}l{pair(rng.uniform(-8, 8), rng.uniform(-5, 5))}" for x, y in spots[:60]),
            "#a8682c",
            r * 0.034,
            0.6,
        ) + stroke(
            "".join(f"M{pair(x, y)}l{pair(rng.uniform(-8, 8), rng.uniform(-5, 5))}" for x, y in spots), "#fdf0cf", r * 0.034
        )
    return page.solid(
        smooth(edge),
        CRUST,
        turn,
        r * 0.05,
        fill(smooth(edge), glow)
        + blisters
        + stroke(smooth(middle), "#b8732f", r * 0.03, 0.75)
        + stroke(smooth(middle), "#fbe0aa", r * 0.02, 0.8, f' transform="translate(0 {num(r * 0.03)})"')
        + fill(petals, "#c9853d", 0.3)
        + stroke(petals, "#b06a2b", r * 0.018, 0.8)
        + stroke(pricks, "#9c5a24", r * 0.036)
        + grains
        + gleam(edge, turn, 0.87, r * 0.05, 0.4, 32, "#fff3d6"),
        r * 0.03,
    )


def sweet_block(page, x, y, width, depth, height, tone, top="", front=""):
    """A block of sweetmeat in slanting view; `top` and `front` carry what shows in it."""
    w, d = width / 2, depth
    upper = f"M{pair(-w, 0)}L{pair(-w * 0.55, -d)}L{pair(w * 1.2, -d * 0.86)}L{pair(w * 0.86, d * 0.24)}z"
    face = f"M{pair(-w, 0)}L{pair(w * 0.86, d * 0.24)}L{pair(w * 0.84, d * 0.24 + height)}L{pair(-w * 0.97, height)}z"
    side = f"M{pair(w * 0.86, d * 0.24)}L{pair(w * 1.2, -d * 0.86)}L{pair(w * 1.18, -d * 0.86 + height)}L{pair(w * 0.84, d * 0.24 + height)}z"
    return group(
        fill(
            f"M{pair(-w, height)}L{pair(w * 0.84, d * 0.24 + height)}L{pair(w * 1.26, -d * 0.8 + height)}l40 26L{pair(w * 0.88, d * 0.24 + height + 34)}L{pair(-w * 0.9, height + 30)}z",
            SHADE,
            0.16,
        ),
        page.clipped(face, fill(face, tone.mid), front),
        fill(side, tone.dark),
        page.clipped(upper, fill(upper, tone.light), top),
        stroke(f"M{pair(-w, 0)}L{pair(w * 0.86, d * 0.24)}L{pair(w * 1.2, -d * 0.86)}", "#fff", 6, 0.35),
        x=x,
        y=y,
    )


def noodle_nest(page, turn=0, tone=Tone("#fbe7b4", "#f0d08a", "#cfa557")):
    """A nest of dried noodles."""
    rng = page.rng
    shape = oval(166, 112, rng, 0.03, 14)
    strands = ""
    for i in range(15):
        reach = rng.uniform(0.25, 1)
        loop = [
            (
                x * reach + rng.uniform(-4, 4) + (1 - reach) * rng.uniform(-40, 40),
                y * reach + rng.uniform(-4, 4) + (1 - reach) * rng.uniform(-24, 24),
            )
            for x, y in oval(154, 100, rng, 0.07, 8)
        ]
        strands += stroke(smooth(loop), (tone.light, "#d9b160", tone.mid)[i % 3], 9)
    ends = stroke("M-150 30q-40 30 -24 60M140 40q30 20 24 50", tone.mid, 13)
    return ends + page.solid(smooth(shape), tone, turn, 14, strands, 9)


def chickpea(page, turn=0):
    """A chickpea with its beak and its furrow."""
    tone = Tone("#fde3a0", "#efc262", "#bf8a34")
    shape = [(-62, 0), (-46, -44), (0, -58), (46, -44), (60, -14), (74, -2), (60, 16), (44, 48), (0, 58), (-46, 44)]
    shape = [(x + page.rng.uniform(-3, 3), y + page.rng.uniform(-3, 3)) for x, y in shape]
    return page.solid(
        smooth(shape),
        tone,
        turn,
        12,
        stroke("M66 4Q20 -12 -10 6T-50 30M20 -44Q0 -20 10 -4", tone.dark, 5, 0.8) + gleam(shape, turn, 0.66, 12, 0.5, 36),
    )


def cumin_seed(page, turn=0):
    """A cumin seed, ribbed, with its little beard."""
    tone = Tone("#c9ab6a", "#a2803f", "#705224")
    d = "M-60 0Q-30 -24 10 -20T62 -4Q30 22 -6 20T-60 0z"
    return stroke("M60 -4l16 -8M60 -2l18 4", tone.dark, 4) + page.solid(
        d, tone, turn, 5, stroke("M-52 0Q0 -14 56 -4M-46 6Q0 8 48 2", tone.light, 5), 4
    )


def teacup(page, tea="#c9622e"):
    """A piala: the small handle-less bowl one drinks tea from, rim at (0, 0)."""
    body = "M-150 0A150 42 0 0 0 150 0C146 90 96 132 62 140Q0 150 -62 140C-96 132 -146 90 -150 0z"
    marks = "".join(
        group(fill("M0 -30l22 30l-22 30l-22 -30z", "#178a8f") + ellipse(0, 0, 7, 9, "#f2b53a"), x=x, y=78 - x * x / 700, size=s)
        for x, s in ((-92, 0.7), (-34, 0.95), (30, 0.95), (90, 0.7))
    )
    return (
        ellipse(22, 142, 130, 26, SHADE, 0.16)
        + ellipse(0, 0, 150, 42, "#f7ead2")
        + ellipse(0, 8, 134, 32, tea)
        + ellipse(-20, 2, 80, 14, "#fff", 0.25)
        + page.solid(
            body, Tone("#fffaf0", "#fdf6e6", "#dcc6a0"), 0, 18, marks + stroke("M-146 12A146 42 0 0 0 146 12", "#178a8f", 8), 0
        )
    )
