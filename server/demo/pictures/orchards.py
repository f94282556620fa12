"""The cooperatives that grow on trees and vines: their land."""

from album import cover
from garden import half_pomegranate, pomegranate
from ink import (
    Tone,
    fill,
    inside,
    pair,
    stroke,
)
from scenery import (
    GREEN,
    MUD,
    bush,
    cloud,
    hill,
    house,
    lattice_house,
    mountains,
    person,
    poplar,
    rack,
    row,
    sky,
    tree,
)

BLUE = Tone("#c9d8e2", "#a9c0d2", "#87a4bb")


BLUE = Tone("#c9d8e2", "#a9c0d2", "#87a4bb")
VIOLET = Tone("#cfc6d6", "#b3aac4", "#9188a8")


@cover("coop-altun-badam")
def almond_orchard(page):
    """Almond trees in blossom, in rows."""
    sky(page, "#c3e4ea", "#fdf1e6", (1280, 170, 70))
    mountains(page, 430, ((300, 190, 300), (760, 240, 340), (1220, 180, 320), (1580, 230, 280)), VIOLET, 0.4)
    hill(page, ((-20, 420), (400, 390), (900, 420), (1620, 385)), "#d3dda0")
    hill(page, ((-20, 560), (500, 510), (1100, 540), (1620, 500)), "#b9cc7f")
    trees = [
        page.define(tree(page, Tone("#fdeff0", "#f8d4da", "#e3a9b7"), ("#fff", "#f0b3c2"), 190, 230, 22, 8)) for _ in range(3)
    ]
    for y, s, step, shift in ((440, 0.42, 110, 0), (505, 0.62, 160, 40), (610, 0.95, 250, -60), (770, 1.42, 390, 30)):
        row(page, trees, y, -60 + shift, 1680, step, s)
    page.put(page.define(person("#b5245c", "#f2b53a", "#fdf3e0", basket="#dfb273")), 845, 800, 0, 1.05)
    page.add(
        stroke("".join(f"M{pair(page.rng.uniform(0, 1600), page.rng.uniform(640, 890))}h.1" for _ in range(70)), "#fdeff0", 12)
    )


@cover("coop-yeshil-bagh")
def vineyard(page):
    """Raisin houses of pierced brick above the vines."""
    sky(page, "#b9e0e8", "#fdf4da")
    mountains(
        page,
        400,
        ((200, 150, 330), (640, 190, 380), (1150, 150, 380), (1560, 190, 300)),
        Tone("#f0c7a4", "#e3ab85", "#c98b68"),
        0,
    )
    hill(page, ((-20, 390), (500, 370), (1100, 385), (1620, 365)), "#e9d6a3")
    key = page.define(lattice_house(page))
    for x, y, s in ((980, 452, 0.7), (1360, 470, 0.85), (330, 480, 1.0), (690, 500, 1.05)):
        page.put(key, x, y, 0, s)
    for x in (110, 1180, 1510):
        page.put(page.define(poplar(page, height=330)), x, 500)
    hill(page, ((-20, 520), (500, 495), (1100, 510), (1620, 490)), "#b5c96f")
    vines = []
    for _ in range(2):
        grapes = "".join(
            stroke(
                "".join(
                    f"M{pair(x + dx, y + dy)}h.1" for dx, dy in ((-9, 0), (9, 0), (0, 14), (0, 2), (-5, 12), (6, 11), (0, 25))
                ),
                "#dbe58c",
                17,
            )
            for x, y in ((-70, -44), (6, -34), (84, -46))
        )
        vines.append(page.define(stroke("M-120 0V-110M120 0V-110", "#8a6237", 12) + bush(page, GREEN, (), 300, 120) + grapes))
    for y, s, step, shift in ((580, 0.5, 160, 0), (670, 0.8, 250, -90), (810, 1.25, 390, 10)):
        row(page, vines, y, -60 + shift, 1700, step, s, 6)
    page.put(page.define(person("#178a8f", "#fdf3e0", basket="#b9c352")), 1010, 740, 0, 0.95)


@cover("coop-qizil-chilan")
def date_orchard(page):
    """Jujube trees hung with red, the desert behind them."""
    sky(page, "#c8e2e0", "#fdebd2", (1180, 200, 84))
    hill(page, ((-20, 430), (260, 330), (560, 420), (900, 340), (1300, 430), (1620, 350)), "#f3cf99")
    hill(page, ((-20, 470), (400, 400), (760, 480), (1200, 390), (1620, 470)), "#e8b77b")
    page.add(
        fill(
            "M400 400C520 420 600 470 760 480C640 490 470 470 400 400zM1200 390C1320 420 1450 470 1620 470C1450 490 1280 470 1200 390z",
            "#d39a5f",
            0.5,
        )
    )
    hill(page, ((-20, 530), (500, 490), (1100, 520), (1620, 485)), "#d9cf95")
    trees = [
        page.define(tree(page, Tone("#a8bd6e", "#86a052", "#617a38"), ("#a3281f", "#c9492f"), 190, 220, 18, 10)) for _ in range(3)
    ]
    for y, s, step, shift in ((540, 0.5, 130, 0), (640, 0.85, 230, 60), (810, 1.45, 420, -40)):
        row(page, trees, y, -40 + shift, 1700, step, s)
    dates = page.define(
        "".join(
            stroke("".join(f"M{pair(x, y)}l9 3" for x, y in inside(page.rng, 40, 105, 22, 12)), c, 19)
            for c in ("#7c1a18", "#a3281f", "#c9492f")
        )
    )
    page.add(fill("M500 800L860 790L900 850L470 862z", "#f6ecd8"), fill("M470 862L900 850l0 12L470 874z", "#d9c7a0"))
    page.put(dates, 685, 824, 0, 1.4)
    page.put(page.define(person("#3a6ea5", "#c8432f", doppa=True)), 960, 850, 0, 1.15)
    page.put(page.define(person("#7a3b63", "#f2b53a", basket="#a3281f")), 430, 830, 0, 1.1)


@cover("coop-yangaq-deresi")
def walnut_valley(page):
    """A valley of old walnut trees below the snow."""
    sky(page, "#a9d5e3", "#eaf5ef")
    cloud(page, 330, 130, 0.9), cloud(page, 1320, 110, 0.7)
    mountains(page, 520, ((140, 330, 330), (520, 420, 340), (1180, 450, 380), (1560, 330, 320), (840, 340, 260)), BLUE, 0.46)
    hill(page, ((-20, 430), (260, 450), (560, 520), (900, 560), (1620, 600)), "#a9c38a")
    hill(page, ((-20, 640), (500, 590), (900, 540), (1250, 450), (1620, 410)), "#94b676")
    page.add(
        fill(
            "M770 548C820 600 690 640 720 700C760 760 640 820 560 910H900C930 830 880 770 830 710C790 650 850 600 800 546z",
            "#a8d8dc",
        ),
        stroke(
            "M790 570C820 620 740 650 770 710M800 760C830 810 790 850 760 890M690 840C670 860 660 880 650 895", "#fff", 9, 0.7
        ),
    )
    big = [
        page.define(tree(page, Tone("#9fc06c", "#72984a", "#4d7236"), ("#a9c877",), 320, 300, 12, 13, "#6e5137"))
        for _ in range(3)
    ]
    for x, y, s in (
        (100, 520, 0.42),
        (260, 540, 0.45),
        (430, 560, 0.5),
        (1130, 560, 0.5),
        (1290, 540, 0.48),
        (1450, 520, 0.5),
        (980, 590, 0.5),
        (1560, 590, 0.7),
        (330, 690, 0.9),
        (80, 660, 0.8),
        (1180, 690, 0.9),
        (1420, 830, 1.45),
        (160, 850, 1.3),
    ):
        page.put(big[x % 3], x, y, 0, s)
    page.put(page.define(house(page)), 560, 660, 0, 0.6)
    page.put(page.define(person("#6a4f8c", "#fdf3e0", basket="#dfb273")), 470, 840, 0, 1.0)


@cover("coop-oruk-bostani")
def apricot_racks(page):
    """Apricots drying on racks before the village."""
    sky(page, "#bfe2e6", "#fef0d2")
    mountains(page, 380, ((260, 170, 360), (820, 220, 400), (1400, 190, 380)), Tone("#e7d3c4", "#d3b8a8", "#b5968a"), 0.25)
    hill(page, ((-20, 380), (500, 360), (1100, 375), (1620, 350)), "#cbd893")
    for x, y, s, door in ((330, 450, 0.9, "#178a8f"), (640, 440, 0.75, "#b5245c"), (1300, 455, 0.9, "#3a6ea5")):
        page.put(page.define(house(page, door=door)), x, y, 0, s)
    trees = [page.define(tree(page, GREEN, ("#f59a2e", "#fbbd62"), 210, 250, 16, 12)) for _ in range(3)]
    for x, y, s in ((120, 470, 0.7), (490, 465, 0.6), (820, 460, 0.7), (980, 470, 0.65), (1120, 465, 0.7), (1510, 480, 0.8)):
        page.put(trees[x % 3], x, y, 0, s)
    hill(page, ((-20, 480), (500, 465), (1100, 478), (1620, 460)), "#eddba4")
    racks = [page.define(rack(page, c)) for c in ("#ee922f", "#f7a94a", "#e07d22")]
    for x, y, s in (
        (260, 570, 0.72),
        (560, 565, 0.72),
        (860, 570, 0.72),
        (1160, 565, 0.72),
        (1440, 572, 0.72),
        (160, 700, 1.05),
        (560, 705, 1.1),
        (990, 700, 1.1),
        (1420, 705, 1.1),
        (330, 860, 1.45),
        (900, 866, 1.5),
        (1480, 860, 1.45),
    ):
        page.put(racks[x // 10 % 3], x, y, 0, s)
    page.put(page.define(person("#b5245c", "#fdf3e0", "#f2b53a")), 770, 705, 0, 1.05)
    page.put(page.define(person("#3a6ea5", "#c8432f", doppa=True)), 1215, 715, 0, 1.05)


@cover("coop-enjur-bagh")
def fig_garden(page):
    """Spreading fig bushes inside a garden wall."""
    sky(page, "#c9e3e2", "#fbeee9", (250, 160, 66))
    poplars = [page.define(poplar(page, height=h)) for h in (270, 300, 330)]
    for i, x in enumerate(range(40, 1640, 118)):
        page.put(poplars[i % 3], x, 420)
    page.add(
        fill("M0 400H1600V520H0z", MUD.mid),
        fill("M0 388H1600V412H0z", MUD.light),
        stroke("M0 450H1600M0 490H1600", MUD.dark, 4, 0.4),
    )
    page.add(
        fill("M720 520V360Q800 280 880 360V520z", MUD.light),
        fill("M745 520V374Q800 316 855 374V520z", "#178a8f"),
        stroke("M800 336V520", "#fdf3e0", 5, 0.7),
        stroke("M766 400h20v80h-20zM814 400h20v80h-20z", "#fdf3e0", 4, 0.6),
    )
    hill(page, ((-20, 515), (500, 508), (1100, 516), (1620, 506)), "#c9d58e")
    page.add(fill("M760 518H840L1010 900H600z", "#efdcb0"))
    bushes = [
        page.define(bush(page, Tone("#a4c46c", "#7ba452", "#547d3c"), ("#e0c23f", "#8a5a86"), 300, 210, 15, 9)) for _ in range(3)
    ]
    for x, y, s in (
        (110, 560, 0.6),
        (330, 565, 0.62),
        (570, 560, 0.6),
        (1030, 560, 0.6),
        (1260, 565, 0.62),
        (1490, 560, 0.6),
        (230, 690, 0.95),
        (560, 690, 0.8),
        (1080, 690, 0.85),
        (1400, 695, 0.95),
        (130, 870, 1.4),
        (1440, 870, 1.45),
    ):
        page.put(bushes[x % 3], x, y, 0, s)
    page.put(page.define(person("#8f6bb0", "#fdf3e0", basket="#6f4271")), 740, 740, 0, 1.15)
    page.put(page.define(person("#178a8f", "#f2b53a", basket="#d9c64a")), 900, 830, 0, 1.25)


@cover("coop-anarliq")
def pomegranate_garden(page):
    """Pomegranate bushes heavy with fruit; a branch close by."""
    sky(page, "#bfe0dc", "#fdeedd")
    mountains(page, 400, ((420, 170, 420), (1100, 210, 460), (1560, 150, 300)), Tone("#dfc9d0", "#c8aebb", "#a78d9f"), 0.3)
    hill(page, ((-20, 400), (500, 380), (1100, 398), (1620, 370)), "#c2d391")
    hill(page, ((-20, 540), (500, 510), (1100, 535), (1620, 500)), "#aec57b")
    bushes = [
        page.define(bush(page, Tone("#9dbf72", "#74a055", "#4d783d"), ("#d2403a", "#ef7a5f"), 260, 230, 17, 9)) for _ in range(3)
    ]
    for y, s, step, shift in ((470, 0.42, 130, 0), (560, 0.68, 215, 50), (700, 1.05, 350, -20)):
        row(page, bushes, y, -60 + shift, 1700, step, s)
    page.put(page.define(person("#178a8f", "#fdf3e0", basket="#d2403a")), 800, 770, 0, 1.2)
    fruit = page.define(pomegranate(page))
    page.add(stroke("M1640 40Q1400 70 1180 170M1430 84Q1380 160 1390 200M1280 130Q1230 190 1235 220", "#8a6237", 15))
    leafy = page.define(fill("M0 0C20 -34 90 -34 120 0C90 26 24 30 0 0z", "#74a055") + stroke("M0 0H110", "#a9c877", 4))
    for x, y, t in (
        (1540, 54, -40),
        (1480, 70, 120),
        (1400, 96, -60),
        (1340, 110, 140),
        (1250, 140, -70),
        (1190, 168, 160),
        (1300, 126, -20),
        (1570, 50, 80),
    ):
        page.put(leafy, x, y, t)
    for x, y, s in ((1395, 300, 0.68), (1235, 300, 0.55)):
        page.put(fruit, x, y, 180, s)
    page.put(page.define(half_pomegranate(page)), 250, 790, -10, 0.72)
    page.put(fruit, 110, 800, 12, 0.7)
