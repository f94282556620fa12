"""Almonds and walnuts."""

import math

from ink import (
    Tone,
    drop,
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

SHELL = Tone("#f1d5a2", "#dfb273", "#bb8547")
KERNEL = Tone("#d99a5c", "#c17a3e", "#98562a")
ROASTED = Tone("#b8703a", "#944f26", "#6a3418")
WALNUT = Tone("#ecd0a0", "#d6ad74", "#a97b47")
MEAT = Tone("#f2d3a0", "#dfae6b", "#b57f43")


def almond(page, turn=0):
    """An almond in its pitted shell, tip along +x."""
    rng = page.rng
    shape = drop(250, 164, rng, 0.015)
    holes = inside(rng, 24, 100, 58, 21)
    pits = "".join(f"M{pair(x - 4, y)}l{num(rng.uniform(4, 13))} {num(-y * 0.05)}" for x, y in holes)
    seam = stroke("M-112 34Q-20 84 112 8", "#a9713a", 6, 0.7) + stroke("M-108 25Q-20 72 106 4", SHELL.light, 5, 0.8)
    detail = stroke(pits, SHELL.light, 9, 1, ' transform="translate(2 4)"') + stroke(pits, "#9d6834", 8) + seam
    return page.solid(smooth(shape), SHELL, turn, 16, detail + gleam(shape, turn, 0.8, 9, 0.35, 30))


def kernel(page, turn=0, tone=KERNEL):
    """A bare almond, its skin with fine furrows."""
    rng = page.rng
    shape = drop(220, 128, rng, 0.012, 18)
    furrows = "".join(
        f"M{pair(-88 + abs(k) * 6, k * 15 + rng.uniform(-3, 3))}"
        f"Q{pair(rng.uniform(-20, 20), k * 20)} {pair(82 + rng.uniform(-14, 8), k * 4)}"
        for k in (-3, -2, -1, 0, 1, 2, 3)
    )
    return page.solid(
        smooth(shape), tone, turn, 13, stroke(furrows, tone.dark, 4, 0.55) + gleam(shape, turn, 0.76, 12, 0.4, 36, "#ffe9c8")
    )


def roasted(page, turn=0):
    return kernel(page, turn, ROASTED)


def salted(page, turn=0):
    """A roasted almond with grains of salt on it."""
    rng = page.rng
    grains = "".join(f"M{pair(x, y)}l{pair(rng.uniform(3, 8), rng.uniform(-4, 4))}" for x, y in inside(rng, 15, 88, 44, 15))
    return kernel(page, turn, Tone("#cf8d50", "#b06c36", "#86491f")) + stroke(grains, "#fffaf0", 9)


def slice_of_almond(page, turn=0):
    """A thin leaf of almond: pale, with a brown edge and the line between its halves."""
    shape = drop(230, 138, page.rng, 0.02)
    d = smooth(shape)
    return page.solid(
        d, Tone("#fff6e0", "#fbe9c6", "#e8c894"), turn, 9, stroke(d, "#b3713a", 9) + stroke("M-66 4Q10 -12 80 2", "#e6c590", 6)
    )


def walnut(page, turn=0):
    """A whole walnut: seam down the middle, wandering grooves on both sides."""
    rng = page.rng
    shape = oval(112, 118, rng, 0.02, 14)
    shape[10] = (shape[10][0], shape[10][1] - 10)
    grooves = []
    for side in (-1, 1):
        for k in range(6):
            y = -84 + k * 33 + rng.uniform(-6, 6)
            reach = 104 * math.sqrt(max(0.05, 1 - (y / 118) ** 2))
            x, points = 24, []
            while x < reach * rng.uniform(0.82, 0.98):
                points.append((side * x, y + rng.uniform(-10, 10) + (x / 110) * 6))
                x += rng.uniform(15, 25)
            if len(points) > 1:
                grooves.append(smooth(points, False))
            if len(points) > 2:
                a = points[len(points) // 2]
                grooves.append(f"M{pair(*a)}l{pair(side * rng.uniform(4, 14), rng.uniform(10, 20))}")
    seam = [(rng.uniform(-3, 3), y) for y in (-120, -70, -20, 30, 80, 120)]
    detail = (
        stroke("".join(grooves), WALNUT.light, 8, 0.9, ' transform="translate(3 5)"')
        + stroke("".join(grooves), "#94683a", 6)
        + stroke(smooth(seam, False), WALNUT.light, 22)
        + stroke(smooth([(x + 9, y) for x, y in seam], False), "#94683a", 6)
        + stroke(smooth([(x - 10, y) for x, y in seam], False), "#b98a53", 4)
    )
    return page.solid(smooth(shape), WALNUT, turn, 18, detail + gleam(shape, turn, 0.82, 12, 0.4, 34))


def meat(page, turn=0):
    """Half a walnut kernel: two lobes, and in each the winding furrows that begin at its notches."""
    rng = page.rng
    edge = [
        (0, -104),
        (26, -120),
        (58, -110),
        (66, -93),
        (92, -80),
        (108, -54),
        (97, -44),
        (113, -20),
        (112, 4),
        (100, 12),
        (111, 34),
        (102, 62),
        (83, 76),
        (78, 98),
        (46, 118),
        (20, 119),
        (0, 106),
    ]
    winding = (
        [(66, -93), (54, -70), (30, -72), (26, -92)],
        [(97, -44), (72, -46), (64, -22), (38, -22), (34, -44), (46, -50)],
        [(100, 12), (80, 6), (70, 22), (76, 44), (62, 50)],
        [(8, 14), (34, 8), (48, 26), (40, 52), (20, 54)],
        [(83, 76), (60, 72), (52, 90), (32, 88)],
        [(6, -20), (20, -8), (44, -2)],
    )

    def near(points, side, by):
        return [(side * x + rng.uniform(-by, by), y + rng.uniform(-by, by)) for x, y in points]

    shape = near(edge, 1, 2) + near(edge[-2:0:-1], -1, 2)
    d = "".join(smooth(near(points, side, 4), False) for side in (-1, 1) for points in winding)
    detail = (
        stroke(d, MEAT.light, 13, 1, ' transform="translate(3 7)"')
        + stroke(d, "#a06a34", 9)
        + stroke("M7 -112Q13 -40 7 0T7 112", MEAT.light, 9)
        + stroke("M0 -112Q6 -40 0 0T0 112", "#8f5b2b", 11)
    )
    return page.solid(smooth(shape), MEAT, turn, 14, detail, 8)


def half_shell(page, turn=0):
    """Half a walnut shell with the kernel still in it."""
    rng = page.rng
    rim = oval(142, 150, rng, 0.015, 14)
    bed = smooth(oval(122, 130, rng, 0.02, 14))
    return (
        page.solid(smooth(rim), WALNUT, turn, 8, stroke(smooth(oval(134, 142)), "#f6e2bd", 8))
        + fill(bed, "#7d5128")
        + group(meat(page, turn), size=0.99)
    )


def shell_piece(page, turn=0):
    """A splinter of almond or walnut shell."""
    rng = page.rng
    shape = [(-52, -10), (-20, -34), (26, -28), (54, 4), (22, 10), (8, 26), (-20, 16), (-34, 24)]
    shape = [(x + rng.uniform(-6, 6), y + rng.uniform(-6, 6)) for x, y in shape]
    return page.solid(line(shape, True), Tone("#f3dcb0", "#e2bb80", "#b98a50"), turn, 9)
