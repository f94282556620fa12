"""What goods are sold and served in: bowls, plates, boards, jars, bottles, sacks, scoops."""

import math

from ink import SHADE, Tone, ellipse, fill, group, num, oval, pair, smooth, stroke

WOOD = Tone("#d9a066", "#bf8148", "#96602f")
CLAY = Tone("#e0936a", "#cc7449", "#a35530")
GLAZE = Tone("#6cc0bd", "#3a9fa0", "#247b80")
CREAM = Tone("#fffaf0", "#f7ead2", "#dcc6a0")
LINEN = Tone("#f6e9d0", "#e8d3ad", "#c7a879")


def rim_arc(rx, ry):
    return f"M{pair(-rx, 0)}A{pair(rx, ry)} 0 0 0 {pair(rx, 0)}"


def bowl(page, x, rim, width, contents, tone=WOOD, deep=0.42, band=None):
    """A bowl seen from a little above; `contents()` is drawn between its back and its front."""
    rx, ry, h = width / 2, width * 0.15, width * deep
    foot = width * 0.2
    page.add(ellipse(x + 26, rim + h + 4, rx * 0.86, ry * 0.55, SHADE, 0.16))
    page.add(ellipse(x, rim, rx, ry, tone.dark), ellipse(x, rim + 8, rx - 18, ry - 9, "#6b3f1e" if tone is WOOD else tone.dark))
    page.add(ellipse(x, rim + 14, rx - 22, ry - 12, SHADE, 0.45))
    contents()
    body = (
        f"M{pair(-rx, 0)}A{pair(rx, ry)} 0 0 0 {pair(rx, 0)}C{pair(rx * 0.96, h * 0.55)} {pair(rx * 0.62, h * 0.92)} {pair(foot, h)}"
        f"Q0 {num(h + 16)} {pair(-foot, h)}C{pair(-rx * 0.62, h * 0.92)} {pair(-rx * 0.96, h * 0.55)} {pair(-rx, 0)}z"
    )
    marks = stroke(f"M{pair(-rx + 6, 0)}A{pair(rx - 6, ry)} 0 0 0 {pair(rx - 6, 0)}", tone.light, 16)
    if tone is WOOD:
        for k, o in ((0.3, 0.5), (0.5, 0.35), (0.72, 0.5)):
            w = rx * math.sqrt(1 - k * k) * 0.96
            marks += stroke(
                f"M{pair(-w, h * k * 0.8)}Q{pair(-w * 0.2, h * k * 0.8 + ry * 1.25)} {pair(w, h * k * 0.8 - 4)}", tone.dark, 5, o
            )
    if band:
        for i in range(-7, 8):
            a = i / 7.6 * math.pi / 2
            px, py = rx * 0.95 * math.sin(a), ry * math.cos(a) + h * 0.26
            s = max(0.25, math.cos(a))
            marks += (
                f'<path d="M{pair(px, py - 28)}l{pair(24 * s, 28)}l{pair(-24 * s, 28)}l{pair(-24 * s, -28)}z" fill="{band}"/>'
            )
    page.add(group(page.solid(body, tone, 0, 26, marks, 0), x=x, y=rim))


def plate(page, x, y, width, tone=CREAM, ring="#3a9fa0", flat=0.42):
    """A plate seen from above at a slant, with a painted ring."""
    rx, ry = width / 2, width / 2 * flat
    page.add(
        ellipse(x + 22, y + 34, rx, ry, SHADE, 0.16), ellipse(x, y + 16, rx, ry, tone.dark), ellipse(x, y, rx, ry, tone.light)
    )
    if ring:
        page.add(
            f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx * 0.93)}" ry="{num(ry * 0.92)}" fill="none" '
            f'stroke="{ring}" stroke-width="9"/>'
        )
    page.add(ellipse(x, y + 4, rx * 0.76, ry * 0.74, tone.mid), ellipse(x, y + 12, rx * 0.74, ry * 0.7, tone.light, 0.7))


def board(page, x, y, width, height):
    """A wooden board lying on the table."""
    w, h = width / 2, height / 2
    d = smooth(
        [
            (-w, -h * 0.7),
            (-w * 0.6, -h),
            (0, -h * 0.97),
            (w * 0.6, -h),
            (w, -h * 0.7),
            (w * 1.01, 0),
            (w, h * 0.7),
            (w * 0.6, h),
            (0, h * 0.98),
            (-w * 0.6, h),
            (-w, h * 0.7),
            (-w * 1.01, 0),
        ]
    )
    grain = "".join(
        f"M{pair(-w * 0.94, h * k)}Q{pair(-w * 0.2, h * k + page.rng.uniform(-24, 24))} {pair(w * 0.94, h * k)}"
        for k in (-0.6, -0.3, 0.05, 0.35, 0.65)
    )
    page.add(group(page.solid(d, Tone("#e6b981", "#d6a166", "#ae7840"), 0, 14, stroke(grain, "#b9824a", 5, 0.6), 14), x=x, y=y))


def label(page, emblem, width=150):
    """A paper label with a picture for a name: nothing in these pictures is to be read."""
    d = smooth(oval(width / 2, width * 0.46, page.rng, 0.01, 12, 0.72))
    return (
        fill(d, "#fff8e8")
        + stroke(d, "#e2c795", 5)
        + (f'<use href="#{emblem}" transform="scale({width / 330:.3g})"/>' if emblem else "")
    )


def jar(page, width, height, tone, emblem=None, cloth="#178a8f", contents="", turn_cloth="#fdf3e0"):
    """A glass jar standing on y = 0 under a cloth cap tied with string."""
    w = width / 2
    neck, shoulder = -height * 0.93, -height * 0.78
    d = (
        f"M{pair(-w * 0.72, neck)}L{pair(-w * 0.74, shoulder - 12)}Q{pair(-w, shoulder)} {pair(-w, shoulder + height * 0.16)}"
        f"L{pair(-w * 0.98, -30)}Q{pair(-w * 0.96, 0)} {pair(-w * 0.8, 0)}L{pair(w * 0.8, 0)}Q{pair(w * 0.96, 0)} {pair(w * 0.98, -30)}"
        f"L{pair(w, shoulder + height * 0.16)}Q{pair(w, shoulder)} {pair(w * 0.74, shoulder - 12)}L{pair(w * 0.72, neck)}z"
    )
    lit = page.gradient(
        (0, tone.dark), (0.16, tone.mid), (0.5, tone.light), (0.82, tone.mid), (1, tone.dark), across=(0, 0, 1, 0)
    )
    low = page.gradient((0, tone.light, 0), (0.55, tone.dark, 0), (1, tone.dark, 0.65))
    top = shoulder + 4
    parts = [
        ellipse(24, 0, w * 1.02, w * 0.16, SHADE, 0.2),
        fill(d, "#fdf8ea"),
        page.clipped(
            d,
            f'<rect x="{num(-w)}" y="{num(top)}" width="{num(2 * w)}" height="{num(-top)}" fill="{lit}"/>',
            f'<rect x="{num(-w)}" y="{num(top)}" width="{num(2 * w)}" height="{num(-top)}" fill="{low}"/>',
            contents,
            ellipse(0, top, w * 0.86, w * 0.1, tone.light, 0.9),
            stroke(f"M{pair(-w * 0.78, shoulder + height * 0.14)}L{pair(-w * 0.78, -height * 0.16)}", "#fff", w * 0.12, 0.6),
            stroke(f"M{pair(-w * 0.78, -height * 0.1)}v6", "#fff", w * 0.12, 0.6),
            stroke(f"M{pair(w * 0.84, shoulder + height * 0.2)}L{pair(w * 0.84, -height * 0.12)}", "#fff", w * 0.05, 0.5),
        ),
        stroke(d, "#fff", 7, 0.75),
    ]
    if emblem:
        parts.append(group(label(page, emblem, width * 0.66), y=-height * 0.38))
    cap, hem = [], 9
    for i in range(hem + 1):
        t = i / hem
        cap.append(
            (-w * 0.98 + 2 * w * 0.98 * t, neck + height * (0.15 + (0.035 if i % 2 else -0.01)) + math.sin(t * math.pi) * w * 0.1)
        )
    top_d = (
        f"M{pair(-w * 0.76, neck + 6)}C{pair(-w * 0.8, neck - height * 0.1)} {pair(-w * 0.5, neck - height * 0.13)} {pair(0, neck - height * 0.13)}"
        f"S{pair(w * 0.8, neck - height * 0.1)} {pair(w * 0.76, neck + 6)}L{pair(*cap[-1])}"
        + smooth(cap[::-1], False)[1:].replace(pair(*cap[-1]), "", 1)
        + "z"
    )
    checks = "".join(
        f"M{pair(-w + k * w / 3.5, neck - height * 0.2)}l{pair((k - 3.5) * w * 0.06, height * 0.5)}" for k in range(8)
    )
    parts.append(
        page.solid(
            top_d,
            Tone(cloth, cloth, cloth),
            0,
            0,
            stroke(checks, turn_cloth, w * 0.07, 0.8)
            + f'<path d="M{pair(w * 0.2, neck - height * 0.2)}h{num(w)}v{num(height * 0.5)}h{num(-w * 0.5)}z" fill="{SHADE}" opacity=".18"/>'
            + stroke(
                "".join(f"M{pair(-w * 0.7 + i * w * 0.2, neck + 10)}l{pair((i - 3.5) * 5, height * 0.09)}" for i in range(8)),
                SHADE,
                5,
                0.25,
            ),
            4,
        )
    )
    parts.append(
        stroke(f"M{pair(-w * 0.77, neck + 4)}Q{pair(0, neck + w * 0.16)} {pair(w * 0.77, neck + 4)}", "#fbf0d8", 13)
        + stroke(f"M{pair(-w * 0.77, neck + 8)}Q{pair(0, neck + w * 0.16 + 4)} {pair(w * 0.77, neck + 8)}", "#c9a871", 4)
    )
    return "".join(parts)


def bottle(page, width, height, tone, emblem=None, cap="#96602f"):
    """A glass bottle standing on y = 0, filled up to its neck."""
    w, nw = width / 2, width * 0.17
    d = (
        f"M{pair(-nw, -height)}L{pair(-nw, -height * 0.74)}C{pair(-nw, -height * 0.66)} {pair(-w, -height * 0.66)} {pair(-w, -height * 0.54)}"
        f"L{pair(-w, -26)}Q{pair(-w, 0)} {pair(-w * 0.8, 0)}L{pair(w * 0.8, 0)}Q{pair(w, 0)} {pair(w, -26)}L{pair(w, -height * 0.54)}"
        f"C{pair(w, -height * 0.66)} {pair(nw, -height * 0.66)} {pair(nw, -height * 0.74)}L{pair(nw, -height)}z"
    )
    lit = page.gradient((0, tone.dark), (0.2, tone.mid), (0.5, tone.light), (0.85, tone.mid), (1, tone.dark), across=(0, 0, 1, 0))
    top = -height * 0.84
    return "".join(
        (
            ellipse(28, 0, w * 1.04, w * 0.18, SHADE, 0.2),
            fill(d, "#fbf6e6", 0.9),
            page.clipped(
                d,
                f'<rect x="{num(-w)}" y="{num(top)}" width="{num(2 * w)}" height="{num(-top)}" fill="{lit}"/>',
                ellipse(0, top, nw, 7, tone.light),
                stroke(f"M{pair(-w * 0.72, -height * 0.5)}L{pair(-w * 0.72, -height * 0.1)}", "#fff", w * 0.13, 0.6),
                stroke(f"M{pair(-nw * 0.5, -height * 0.92)}L{pair(-nw * 0.5, -height * 0.72)}", "#fff", w * 0.09, 0.6),
            ),
            stroke(d, "#fff", 7, 0.75),
            fill(f"M{pair(-nw * 1.25, -height - 46)}h{num(nw * 2.5)}l-4 62h{num(8 - nw * 2.5)}z", cap),
            stroke(f"M{pair(-nw * 0.7, -height - 34)}v36", "#fff", 7, 0.35),
            group(label(page, emblem, width * 0.74), y=-height * 0.29) if emblem else "",
        )
    )


def sack(page, x, base, width, contents, tone=LINEN, stripe=None):
    """An open linen sack with its rim rolled down; `contents()` heaps out of it."""
    w, h = width / 2, width * 0.74
    top = base - h
    page.add(ellipse(x + 34, base - 6, w * 1.12, w * 0.17, SHADE, 0.17), ellipse(x, top, w * 0.8, w * 0.26, tone.dark))
    page.add(ellipse(x, top + 6, w * 0.72, w * 0.2, SHADE, 0.5))
    contents()
    rng = page.rng
    body = [
        (-w * 0.78, 0),
        (-w * 0.93, h * 0.3),
        (-w * 1.04, h * 0.68),
        (-w * 0.92, h * 0.95),
        (-w * 0.4, h),
        (w * 0.1, h * 0.99),
        (w * 0.6, h),
        (w * 0.98, h * 0.93),
        (w * 1.03, h * 0.62),
        (w * 0.9, h * 0.28),
        (w * 0.78, 0),
        (w * 0.5, w * 0.17),
        (0, w * 0.25),
        (-w * 0.5, w * 0.17),
    ]
    folds = "".join(
        f"M{pair(w * k, h * 0.34)}Q{pair(w * k * 1.3 + rng.uniform(-14, 14), h * 0.6)} {pair(w * k * 1.2, h * rng.uniform(0.72, 0.9))}"
        for k in (-0.66, -0.4, -0.08, 0.3, 0.55, 0.76)
    )
    marks = stroke(folds, tone.dark, 8, 0.55)
    if stripe:
        for k in (0.62, 0.7):
            marks += stroke(f"M{pair(-w * 1.1, h * k)}Q0 {num(h * (k + 0.2))} {pair(w * 1.1, h * k)}", stripe, 14)
    roll = (
        f"M{pair(-w * 0.8, -6)}C{pair(-w * 0.7, w * 0.34)} {pair(w * 0.7, w * 0.34)} {pair(w * 0.8, -6)}"
        f"C{pair(w * 0.98, 10)} {pair(w * 0.96, 60)} {pair(w * 0.84, 74)}C{pair(w * 0.6, w * 0.52)} {pair(-w * 0.6, w * 0.52)} {pair(-w * 0.84, 74)}"
        f"C{pair(-w * 0.98, 56)} {pair(-w * 0.96, 8)} {pair(-w * 0.8, -6)}z"
    )
    creases = "".join(
        f"M{pair(w * k, w * (0.27 - k * k * 0.26))}l{pair(w * k * 0.06, 44)}" for k in (-0.66, -0.42, -0.2, 0.05, 0.3, 0.52, 0.7)
    )
    page.add(group(page.solid(smooth(body), tone, 0, 22, marks, 0), x=x, y=top))
    page.add(group(page.solid(roll, tone, 0, 12, stroke(creases, tone.dark, 6, 0.6), 10), x=x, y=top))


def scoop(page, tone=WOOD):
    """A wooden scoop lying with its handle to the right."""
    cup = "M-170 -80C-60 -112 70 -96 110 -30Q122 0 110 30C70 96 -60 112 -170 80Q-150 0 -170 -80z"
    return (
        page.solid("M96 -24L330 -20Q356 0 330 20L96 24z", tone, 0, 10, "", 10)
        + page.solid(cup, tone, 0, 12, "", 12)
        + fill("M-150 -62C-50 -86 52 -76 84 -22Q92 0 84 22C52 76 -50 86 -150 62Q-138 0 -150 -62z", "#7a4a24")
    )
