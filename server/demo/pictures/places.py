"""The other cooperatives' land: hives, melons, meadows, the spring."""

import math

from album import cover
from garden import hami_melon
from gifts import atlas_strip
from ink import (
    SHADE,
    Tone,
    ellipse,
    fill,
    group,
    inside,
    oval,
    pair,
    puffs,
    smooth,
    stroke,
)
from scenery import (
    cloud,
    hill,
    hive,
    house,
    mountains,
    person,
    poplar,
    row,
    sky,
    tree,
)

SAND = Tone("#f8e2b4", "#edcb8d", "#d6ac68")


@cover("coop-toghraq-herisi")
def hives_among_poplars(page):
    """Hives under golden desert poplars."""
    sky(page, "#cfe6e6", "#fdeec7", (360, 190, 76))
    hill(page, ((-20, 470), (300, 400), (700, 450), (1120, 390), (1620, 450)), SAND.light)
    hill(page, ((-20, 540), (420, 480), (900, 530), (1620, 470)), SAND.mid)
    gold = Tone("#fbd878", "#eeb43c", "#cf8c22")
    trees = [page.define(tree(page, gold, ("#fbe7a6",), 250, 320, 14, 9, "#7a5836")) for _ in range(3)]
    for x, y, s in ((120, 560, 0.62), (420, 545, 0.55), (1010, 550, 0.6), (1290, 560, 0.7), (1540, 550, 0.6), (720, 545, 0.5)):
        page.put(trees[x % 3], x, y, 0, s)
    hill(page, ((-20, 620), (500, 570), (1100, 610), (1620, 560)), "#d9cf8e")
    for x, y, s in ((170, 720, 1.2), (1450, 740, 1.35), (1120, 670, 0.9)):
        page.put(trees[x % 3], x, y, 0, s)
    boxes = [page.define(hive(page, c)) for c in ("#3a9fa0", "#f2b53a", "#b96a8c", "#7fb3c9")]
    for i, (x, y, s) in enumerate(
        ((480, 690, 0.75), (660, 672, 0.72), (850, 690, 0.75), (400, 800, 1.1), (640, 815, 1.15), (900, 800, 1.1))
    ):
        page.put(boxes[i % 4], x, y, 0, s)
    page.put(page.define(person("#fdf6e6", "#e9dcc0")), 1060, 810, 0, 1.1)
    bees = "".join(f"M{pair(x + 640, y + 590)}l9 3" for x, y in inside(page.rng, 18, 330, 110, 50))
    page.add(stroke(bees, "#4a2a12", 9), stroke(bees, "#f2b53a", 4))


@cover("coop-qoghunchi")
def melon_field(page):
    """Melons among their vines, and a cart of them."""
    sky(page, "#b4dfe8", "#fdf3d6", (1330, 150, 66))
    hill(page, ((-20, 400), (420, 370), (900, 395), (1620, 365)), "#ecd9a0")
    row(page, [page.define(poplar(page, height=h)) for h in (240, 275)], 414, 60, 700, 90, 0.8)
    page.put(page.define(house(page)), 860, 430, 0, 0.75)
    hill(page, ((-20, 430), (500, 410), (1100, 432), (1620, 405)), "#bccb7a")
    for i in range(9):
        x = -300 + i * 270
        page.add(fill(f"M{700 + (x - 700) * 0.22:.0f} 424L{x} 900H{x + 90}L{706 + (x - 680) * 0.22:.0f} 424z", "#d9c48a", 0.55))
    melons = [page.define(hami_melon(page, 0, 110, 78))] + [
        page.define(
            fill(smooth(oval(96, 74)), "#8fae4d")
            + stroke("M-94 0Q0 -60 94 0M-94 0Q0 60 94 0M-94 0H94", "#5d8238", 12)
            + ellipse(-30, -36, 30, 12, "#fff", 0.3)
        )
    ]
    vine = page.define(
        stroke("M-150 24Q-60 -20 30 16T190 6", "#5b8240", 9)
        + "".join(
            fill(smooth([(x + a, y + b) for a, b in oval(38, 28, page.rng, 0.16, 8)]), c)
            for x, y, c in (
                (-130, 20, "#6f9b4c"),
                (-70, -10, "#82ae58"),
                (70, 26, "#6f9b4c"),
                (130, -6, "#82ae58"),
                (180, 18, "#6f9b4c"),
            )
        )
    )
    spots = [
        (x + page.rng.uniform(-24, 24), y, s)
        for y, s, step, shift in ((470, 0.3, 150, 20), (540, 0.46, 230, 80), (640, 0.72, 330, 0), (800, 1.15, 480, 120))
        for x in range(shift - 60, 1700, step)
    ]
    for i, (x, y, s) in enumerate(spots):
        if y > 600 and 900 < x < 1400:
            continue
        page.put(vine, x, y + 30 * s, 0, s)
        page.put(melons[0 if i % 3 else 1], x, y, page.rng.uniform(-14, 14), s)
    page.add(ellipse(1160, 790, 270, 24, SHADE, 0.2))
    for i, (x, y) in enumerate(
        ((1010, 560), (1120, 545), (1230, 552), (1310, 570), (1060, 500), (1170, 480), (1260, 505), (1150, 430))[::-1]
    ):
        page.put(melons[0 if i % 3 else 1], x, y + 30, page.rng.uniform(-20, 20), 0.85)
    page.add(
        fill("M920 590H1400L1370 700H950z", "#c48f52"),
        fill("M920 590H1400L1396 606H924z", "#e0b27a"),
        stroke("M934 640H1388M944 672H1378", "#96602f", 6),
        stroke("M1396 640L1600 700", "#96602f", 17),
    )
    page.add(
        "".join(
            f'<circle cx="{x}" cy="716" r="74" fill="none" stroke="#7d5128" stroke-width="15"/>'
            + stroke(
                "".join(
                    f"M{x} 716L{pair(x + 70 * math.cos(a), 716 + 70 * math.sin(a))}"
                    for a in [i * math.pi / 4 + 0.2 for i in range(8)]
                ),
                "#96602f",
                8,
            )
            + ellipse(x, 716, 15, 15, "#7d5128")
            for x in (1040, 1290)
        )
    )
    page.put(page.define(person("#3a6ea5", "#2a9d7a", doppa=True)), 850, 790, 0, 1.3)


@cover("coop-tagh-etiki")
def foothills(page):
    """Terraces, flowers and sheep at the foot of the mountain."""
    sky(page, "#b0d9e6", "#eef4e6")
    cloud(page, 1240, 150, 0.8)
    mountains(page, 560, ((340, 470, 420), (820, 330, 330), (1340, 420, 420)), Tone("#c5cfdf", "#a4b3cc", "#8292b0"), 0.38)
    for i, (a, b, c, colour) in enumerate(
        (
            (470, 520, 430, "#b7cb8b"),
            (540, 500, 540, "#a3bf74"),
            (610, 630, 570, "#c4d080"),
            (690, 650, 680, "#94b566"),
            (790, 800, 750, "#aac673"),
        )
    ):
        hill(page, ((-20, a), (420, (a + b) / 2 - 26), (820, b), (1240, (b + c) / 2 + 16), (1620, c)), colour)
        flowers = "".join(f"M{pair(page.rng.uniform(0, 1600), page.rng.uniform(a + 34, a + 90))}h.1" for _ in range(26))
        page.add(stroke(flowers, ("#fdf3e0", "#b48ad0", "#f2b53a", "#e58fb4", "#b48ad0")[i], 9 + i * 2))
    yurt = (
        fill("M-120 0V-70H120V0z", "#fbf3e2")
        + fill("M-130 -66Q-90 -140 -20 -150H20Q90 -140 130 -66z", "#f0e2c4")
        + fill("M30 -150Q96 -138 130 -66H60Z", SHADE, 0.12)
        + fill("M-26 0V-62H26V0z", "#b5245c")
        + group(page.clipped("M0 -9H240V9H0z", atlas_strip(page, 240, 18)), x=-120, y=-66)
    )
    page.put(page.define(ellipse(14, 0, 130, 14, SHADE, 0.18) + yurt), 1130, 600, 0, 1.05)
    sheep = page.define(
        ellipse(4, 34, 40, 7, SHADE, 0.18)
        + stroke("M-16 14v20M16 14v20", "#4a3a30", 7)
        + fill(smooth(oval(38, 26, page.rng, 0.08, 10)), "#fffaf0")
        + ellipse(-38, -8, 13, 15, "#4a3a30")
    )
    for x, y, s in (
        (420, 590, 0.6),
        (500, 610, 0.65),
        (350, 625, 0.7),
        (620, 690, 0.9),
        (520, 715, 0.95),
        (760, 590, 0.6),
        (690, 730, 0.9),
        (830, 620, 0.65),
    ):
        page.put(sheep, x, y, 0, s)
    boxes = [page.define(hive(page, c)) for c in ("#f2b53a", "#3a9fa0")]
    for i, (x, y) in enumerate(((180, 790), (330, 800), (1330, 800), (1480, 790))):
        page.put(boxes[i % 2], x, y, 0, 0.85)
    page.put(page.define(person("#6a4f8c", "#c8432f", doppa=True)), 930, 760, 0, 1.1)
    for x in (60, 1560):
        page.put(page.define(poplar(page, Tone("#7fa58a", "#5a8569", "#3f664e"), 330, 110)), x, 730)


@cover("coop-bulaq-beshi")
def spring(page):
    """A spring under willows, and the stones it runs over."""
    sky(page, "#bfe4e8", "#f4f6e2")
    mountains(page, 380, ((300, 180, 420), (900, 140, 380), (1420, 200, 400)), Tone("#c9dcd8", "#aac8c6", "#8aaeb0"), 0.3)
    hill(page, ((-20, 380), (500, 340), (1100, 370), (1620, 330)), "#bcd08c")
    trees = [page.define(tree(page, Tone("#b7cf7e", "#92b45c", "#6b9146"), ("#f6e7be",), 200, 230, 10, 9)) for _ in range(2)]
    row(page, trees, 400, 40, 1600, 170, 0.55)
    hill(page, ((-20, 470), (400, 430), (1100, 440), (1620, 480)), "#a3c173")
    rock = Tone("#d8d0c4", "#b8aea2", "#8f867d")
    for pts in ([(560, 520), (570, 400), (660, 330), (780, 310), (900, 330), (1000, 400), (1040, 530)],):
        page.add(
            page.solid(
                smooth(pts + [(800, 570)]),
                rock,
                0,
                26,
                stroke("M640 380L700 430L690 500M900 360L880 430L930 500M780 320L770 360", rock.dark, 8, 0.7),
                0,
            )
        )
    page.add(
        fill("M770 440Q800 420 830 440V560H770z", "#5a4a44"),
        fill("M776 452Q800 436 824 452L850 640H750z", "#d4f0ef"),
        stroke("M790 460L784 620M806 460L812 630", "#fff", 7),
    )
    page.add(
        fill(
            smooth([(430, 690), (560, 600), (800, 570), (1040, 600), (1180, 690), (1060, 790), (800, 820), (540, 790)]), "#cdbf9e"
        ),
        fill(
            smooth([(460, 690), (580, 612), (800, 586), (1020, 612), (1148, 690), (1040, 772), (800, 800), (560, 772)]), "#5fbcbf"
        ),
        fill(
            smooth([(520, 690), (620, 640), (800, 620), (980, 640), (1080, 690), (980, 740), (800, 756), (620, 740)]), "#86d2d0"
        ),
        '<g fill="none" stroke="#fff" stroke-width="6" opacity=".8"><ellipse cx="800" cy="650" rx="70" ry="16"/><ellipse cx="800" cy="654" rx="130" ry="34"/></g>',
    )
    page.add(
        fill("M880 780Q960 850 930 910H1180Q1130 830 1010 760z", "#5fbcbf"), stroke("M950 800Q1010 850 1010 895", "#fff", 7, 0.7)
    )
    for x, y, r in (
        (450, 750, 46),
        (540, 800, 60),
        (660, 826, 42),
        (1120, 760, 50),
        (1190, 700, 40),
        (410, 670, 36),
        (800, 838, 36),
        (1220, 850, 60),
    ):
        page.add(group(page.solid(smooth(oval(r, r * 0.66, page.rng, 0.08, 9)), rock, 0, r * 0.2, "", 5), x=x, y=y))
    for x, s in ((250, 1), (1390, 1.08)):
        strands = "".join(
            f"M{pair(a, -330 + abs(a) * 0.3)}Q{pair(a * 1.5, -260)} {pair(a * 1.55 + page.rng.uniform(-14, 14), page.rng.uniform(-120, -50))}"
            for a in range(-130, 131, 20)
        )
        willow = (
            ellipse(20, 0, 130, 18, SHADE, 0.18)
            + fill("M-20 0Q-10 -140 -44 -280H44Q10 -140 24 0z", "#8a6c48")
            + fill(puffs([(x2, y2 - 310) for x2, y2 in oval(175, 96, page.rng, 0.05, 10)]), "#8fb562")
            + fill(puffs([(x2 - 30, y2 - 340) for x2, y2 in oval(105, 50, page.rng, 0.06, 8)]), "#b0cd7c")
            + stroke(strands, "#7ba452", 20)
            + stroke(strands, "#a9c877", 6)
        )
        page.put(page.define(willow), x, 740, 0, s * 1.3)
    page.put(page.define(person("#b5245c", "#f2b53a")), 1120, 640, 0, 1.05)
    page.add(
        group(
            fill("M-20 0Q-34 -40 -12 -56V-72H12V-56Q34 -40 20 0z", "#cc7449") + stroke("M-22 -30H22", "#fdf3e0", 5), x=1066, y=650
        )
    )
