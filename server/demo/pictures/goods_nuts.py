"""Almonds and walnuts, as they are sold."""

from album import picture, resting
from gifts import bow, gift_box, ribbon
from greens import leaf, sprig
from ink import SHADE, Tone, ellipse, fill, group, inside, pair, stroke
from nuts import (
    almond,
    half_shell,
    kernel,
    meat,
    roasted,
    salted,
    shell_piece,
    slice_of_almond,
    walnut,
)
from vessels import bottle, bowl, plate, sack


@picture("badam-shell", "badam")
def badam_shell(page):
    kinds = page.kinds(almond, 7)
    resting(page, 620, 880, 440, 80)
    page.pile(kinds, 600, 790, 760, 470, 176, 1.06, 0.42)
    page.put(page.define(sprig(page, 3)), 760, 340, -30, 1.1)
    for x, y, turn, motif in ((300, 880, 200, almond), (560, 930, -12, almond), (850, 880, 35, kernel)):
        page.put(page.define(motif(page, turn)), x, y, turn, 1.15)


@picture("badam-kernel", "badam")
def badam_kernel(page):
    kinds = page.kinds(kernel, 6)
    bowl(page, 600, 560, 800, lambda: page.pile(kinds, 600, 640, 700, 310, 112, 0.92, 0.42))
    for x, y, turn in ((250, 930, 160), (400, 1010, 20), (930, 960, -30)):
        page.put(page.define(kernel(page, turn)), x, y, turn, 1.1)


@picture("badam-roasted", "badam")
def badam_roasted(page):
    """Roasted in an iron pan."""
    kinds = page.kinds(roasted, 7)
    page.add(
        group(
            fill("M0 -44L470 -30Q500 0 470 30L0 44z", "#7a4a24"),
            stroke("M60 -16L440 -10", "#a86f3c", 12),
            fill("M-40 -60L70 -52V52L-40 60z", "#33302f"),
            x=868,
            y=330,
            turn=-42,
        )
    )
    page.add(
        ellipse(566, 704, 440, 424, SHADE, 0.18),
        ellipse(540, 660, 440, 424, "#2f2b2a"),
        ellipse(534, 648, 432, 414, "#5b5450"),
        ellipse(540, 662, 400, 382, "#3a3533"),
        ellipse(546, 676, 384, 362, "#463f3c"),
    )
    for x, y in sorted(inside(page.rng, 30, 318, 290, 92), key=lambda spot: spot[1]):
        page.drop_one(kinds, 546 + x, 680 + y, 0.98)
    for x in (330, 520, 700):
        page.add(stroke(f"M{x} 330C{x - 40} 280 {x + 40} 240 {x} 180", "#fff", 18, 0.55))


@picture("badam-sliced", "badam")
def badam_sliced(page):
    kinds = page.kinds(slice_of_almond, 7)
    plate(page, 600, 720, 900)
    page.pile(kinds, 600, 800, 660, 430, 112, 0.88)
    for x, y, turn in ((230, 1030, 30), (960, 1010, -40), (820, 1060, 10)):
        page.put(page.define((slice_of_almond if x != 820 else kernel)(page, turn)), x, y, turn, 1)


@picture("badam-gift", "badam")
def badam_gift(page):
    shells, kernels, dark, slices = (page.kinds(m, 3) for m in (almond, kernel, roasted, slice_of_almond))

    def fill_cell(cx, cy, cell):
        kinds = {(False, False): shells, (True, False): kernels, (False, True): slices, (True, True): dark}[(cx > 580, cy > 590)]
        page.pile(kinds, cx, cy + cell * 0.36, cell * 0.86, cell * 0.74, 105, 0.74, 0.1)

    gift_box(page, 580, 590, 780, Tone("#2aa3a3", "#178a8f", "#0e666b"), fill_cell)
    page.add(
        ribbon(page, 190, 584, 970, 584, 74), ribbon(page, 580, 972, 580, 200, 74), group(bow(page, 1.15), x=580, y=590, turn=-6)
    )


@picture("badam-salted", "badam")
def badam_salted(page):
    kinds = page.kinds(salted, 6)
    sack(page, 600, 1010, 640, lambda: page.pile(kinds, 600, 600, 560, 270, 122, 0.95, 0.35), stripe="#178a8f")
    for x, y, turn in ((190, 980, 150), (1010, 1000, 30)):
        page.put(page.define(salted(page, turn)), x, y, turn, 1.05)
    crystals = "".join(f"M{pair(page.rng.uniform(880, 1080), page.rng.uniform(880, 950))}l7 3" for _ in range(16))
    page.add(stroke(crystals, "#fff", 13), stroke(crystals, "#d9c7a8", 3, 0.8))


@picture("walnut-shell", "walnuts")
def walnut_shell(page):
    kinds = page.kinds(walnut, 6)
    resting(page, 620, 900, 430, 80)
    page.put(page.define(leaf(page, 250, 120, 205)), 350, 400, 205)
    page.put(page.define(leaf(page, 250, 120, -35)), 790, 350, -35)
    page.add(ellipse(600, 700, 270, 150, "#7d5630"))
    page.pile(kinds, 600, 850, 680, 500, 236, 1.24)


@picture("walnut-kernel", "walnuts")
def walnut_kernel(page):
    kinds = page.kinds(meat, 4, 80, -40)
    plate(page, 600, 730, 1000, ring="#b5763a", flat=0.46)
    for i, (x, y) in enumerate(((600, 480), (370, 640), (835, 640), (600, 850))):
        key, turn = kinds[i % len(kinds)]
        page.put(key, x, y, turn, 1.5)


@picture("walnut-cracked", "walnuts")
def walnut_cracked(page):
    for motif, x, y, turn, size in (
        (walnut, 780, 390, 24, 1.6),
        (half_shell, 400, 560, -18, 1.75),
        (half_shell, 760, 830, 14, 1.65),
    ):
        resting(page, x + 20, y + 120 * size, 120 * size, 30 * size, 0.13)
        page.put(page.define(motif(page, turn)), x, y, turn, size)
    for x, y, turn in ((300, 930, 20), (440, 1010, 130), (1010, 600, 60), (200, 830, 80)):
        page.put(page.define(shell_piece(page, turn)), x, y, turn, 1.1)


@picture("walnut-oil", "walnuts")
def walnut_oil(page):
    emblem = page.define(meat(page))
    page.add(group(bottle(page, 330, 800, Tone("#f7d774", "#e4b03c", "#b57d1f"), emblem), x=500, y=1030))
    page.put(page.define(half_shell(page, -10)), 830, 900, -10, 1.05)
    page.put(page.define(walnut(page, 20)), 250, 940, 20, 1)
    page.put(page.define(meat(page, 50)), 960, 680, 50, 0.85)
    page.put(page.define(leaf(page, 260, 120, 20)), 760, 1050, 20)


@picture("walnut-gift", "walnuts")
def walnut_gift(page):
    """A round box of turned wood, tied crosswise, the lid leaning beside it."""
    kinds, meats = page.kinds(walnut, 3), page.kinds(meat, 3)
    page.add(
        ellipse(620, 690, 440, 430, SHADE, 0.18),
        ellipse(590, 650, 440, 430, "#96602f"),
        ellipse(590, 640, 440, 424, "#d9a066"),
        ellipse(590, 646, 400, 386, "#8a5528"),
        ellipse(590, 656, 392, 374, "#6b3f1e"),
    )
    page.add("<g>")
    for i, (x, y) in enumerate(((480, 420), (730, 410), (340, 620), (590, 600), (850, 600), (440, 830), (690, 800))):
        page.drop_one(meats if i % 2 else kinds, x, y, 1.08)
    page.add("</g>")
    page.add(page.clipped("M150 650A440 430 0 0 1 1030 650A440 430 0 0 1 150 650z", ribbon(page, 440, 1180, 1180, 560, 92)))
    page.add(group(bow(page, 1.15), x=800, y=890, turn=-16))
