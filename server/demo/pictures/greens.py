"""Leaves, sprigs and blossoms that lie about the goods."""

import math

from ink import Tone, ellipse, fill, group, num, oval, pair, smooth, stroke

LEAF = Tone("#9cbf6b", "#7aa653", "#547f3b")
VINE = Tone("#a5c46a", "#83aa4c", "#5a8136")


def leaf(page, length=200, width=90, turn=0, tone=LEAF, shadow=6):
    """A plain pointed leaf, stalk at (0, 0), tip along +x."""
    l, w = length, width / 2
    d = f"M0 0C{pair(l * 0.2, -w * 1.25)} {pair(l * 0.7, -w * 1.1)} {pair(l, 0)}C{pair(l * 0.72, w * 0.95)} {pair(l * 0.24, w * 1.25)} 0 0z"
    half = f"M0 0Q{pair(l * 0.5, -w * 0.16)} {pair(l, 0)}C{pair(l * 0.72, w * 0.95)} {pair(l * 0.24, w * 1.25)} 0 0z"
    veins = "".join(
        f"M{pair(l * k, -w * 0.06)}L{pair(l * (k + 0.16), s * w * 0.62)}" for k in (0.18, 0.36, 0.54, 0.7) for s in (-1, 1)
    )
    return page.solid(
        d,
        tone,
        turn,
        5,
        fill(half, tone.dark, 0.35)
        + stroke(veins, tone.light, 3, 0.7)
        + stroke(f"M0 0Q{pair(l * 0.5, -w * 0.16)} {pair(l, 0)}", tone.light, 6),
        shadow,
    ) + stroke("M0 0L-30 4", tone.dark, 9)


def vine_leaf(page, size=150, turn=0, tone=VINE):
    """A leaf of grape vine (or fig, in its tone): five lobes."""
    shape = []
    for angle, reach in (
        (90, 0.42),
        (64, 0.92),
        (46, 0.9),
        (32, 0.74),
        (14, 1.0),
        (-4, 0.98),
        (-16, 0.72),
        (-34, 1.08),
        (-50, 1.04),
        (-64, 0.74),
        (-82, 1.16),
        (-90, 1.26),
        (-98, 1.16),
        (-116, 0.74),
        (-130, 1.04),
        (-146, 1.08),
        (-164, 0.72),
        (-176, 0.98),
        (-194, 1.0),
        (-212, 0.74),
        (-226, 0.9),
        (-244, 0.92),
    ):
        a = math.radians(angle + page.rng.uniform(-3, 3))
        shape.append((size * reach * math.cos(a), size * reach * math.sin(a)))
    veins = "".join(
        f"M0 {num(size * 0.4)}L{pair(size * r * math.cos(math.radians(a)), size * r * math.sin(math.radians(a)))}"
        for a, r in ((-90, 1.05), (-30, 0.9), (-150, 0.9), (22, 0.8), (158, 0.8))
    )
    return stroke(f"M0 {num(size * 0.4)}Q10 {num(size * 0.7)} -6 {num(size * 0.95)}", tone.dark, size * 0.06) + page.solid(
        smooth(shape, True, 8.5), tone, turn, 9, stroke(veins, tone.light, size * 0.035, 0.9), 7
    )


def sprig(page, pairs=3, tone=LEAF):
    """A twig with leaves on both sides, growing along +x."""
    n = pairs * 64
    one = page.define(leaf(page, 130, 56, -40, tone))
    parts = [stroke(f"M-20 6Q{n / 2} -10 {n} 0", "#8a6237", 11)]
    for i in range(pairs):
        for s in (-1, 1):
            a = s * (42 - i * 3) + page.rng.uniform(-8, 8)
            parts.append(
                f'<use href="#{one}" transform="translate({num(i * 62 + 20 + s * 8)} 0) rotate({num(a)}) scale({1 - i * 0.06:.2g})"/>'
            )
    parts.append(f'<use href="#{one}" transform="translate({n - 10} 0) scale(.9)"/>')
    return "".join(parts)


def blossom(page, size=60, petal="#fbdfe4", heart="#e8a33a", edge="#eab5c0", count=5):
    """An open blossom seen from above."""
    parts = []
    for i in range(count):
        parts.append(
            group(
                fill(
                    f"M0 0C{pair(-size * 0.62, -size * 0.4)} {pair(-size * 0.46, -size * 1.05)} {pair(-size * 0.08, -size * 0.96)}"
                    f"Q0 {num(-size * 0.86)} {pair(size * 0.08, -size * 0.96)}C{pair(size * 0.46, -size * 1.05)} {pair(size * 0.62, -size * 0.4)} 0 0z",
                    petal,
                )
                + stroke(f"M0 {num(-size * 0.2)}L0 {num(-size * 0.6)}", edge, size * 0.06),
                turn=360 / count * i + page.rng.uniform(-6, 6),
            )
        )
    parts.append(ellipse(0, 0, size * 0.22, size * 0.22, heart))
    dots = "".join(f"M{pair(size * 0.36 * math.cos(i), size * 0.36 * math.sin(i))}h.1" for i in range(6))
    return "".join(parts) + stroke(dots, heart, size * 0.09)


def rose(page, size=70, tone=Tone("#f3a6b8", "#dd6d8a", "#b54468")):
    """A rose from above: petals wound round a bud."""
    outer = oval(size, size * 0.94, page.rng, 0.07, 9)
    parts = [page.solid(smooth(outer), tone, 0, size * 0.12, "", 5)]
    for r, a in ((0.74, 20), (0.52, 140), (0.3, 250)):
        parts.append(
            group(
                page.solid(
                    smooth(oval(size * r, size * r * 0.9, page.rng, 0.07, 8)),
                    Tone(tone.light, tone.light if r in (0.74, 0.3) else tone.mid, tone.dark),
                    a,
                    size * 0.09,
                    "",
                    0,
                ),
                turn=a,
            )
        )
    return "".join(parts)


def rosebud(page, turn=0):
    """A dried rose bud, stalk at the left."""
    tone = Tone("#d9839a", "#b94d70", "#8b2f52")
    body = [(-50, -20), (-10, -46), (44, -34), (70, -6), (62, 14), (40, 36), (-10, 44), (-50, 18)]
    marks = stroke("M-44 0Q10 -44 66 -8M-40 8Q10 8 62 4M-30 22Q20 44 50 20", tone.dark, 6, 0.7)
    return (
        page.solid(smooth(body), tone, turn, 10, marks, 6)
        + fill("M-84 4L-58 -6Q-50 -34 -12 -38Q-34 -16 -4 -4Q-36 4 -14 34Q-52 28 -58 8z", "#8f9a55")
        + stroke("M-84 0L-58 0", "#7c8748", 9)
    )
