"""The kitchen that bakes, and the market of the first page."""

from album import cover
from fruits import whole_apricot
from garden import hami_melon, pomegranate
from gifts import atlas_strip
from ink import (
    SHADE,
    Tone,
    ellipse,
    fill,
    group,
    pair,
    stroke,
)
from kitchen import nan
from nuts import almond, walnut
from scenery import (
    GREEN,
    bush,
    hill,
    mountains,
    person,
    poplar,
    row,
    sky,
)


@cover("coop-ana-qoli")
def women_kitchen(page):
    """Women baking nan at the tonur under a vine roof."""
    page.add(
        fill("M0 0H1600V640H0z", page.gradient((0, "#f6dfba"), (1, "#fbecd0"))),
        fill("M0 620H1600V900H0z", "#e3c190"),
        stroke("M0 700H1600M0 790H1600", "#cfa873", 5, 0.6),
    )
    page.add(
        fill("M90 150h300v330H90z", "#8a5a36"),
        fill("M110 170h260v290H110z", page.gradient((0, "#bfe3e6"), (1, "#d7e8b8"))),
        stroke("M240 170v290M110 310h260", "#8a5a36", 13),
        fill("M70 478h340v24H70z", "#a8713b"),
    )
    pot = page.define(fill("M-40 0L-32 60H32L40 0z", "#cc7449") + bush(page, GREEN, ("#d2403a",), 110, 80, 8, 7))
    page.put(pot, 180, 416), page.put(pot, 310, 416)
    page.add(fill("M1120 150H1560V170H1120zM1120 300H1560V320H1120z", "#a8713b"))
    for x, y, c in (
        (1160, 150, "#f3a926"),
        (1250, 150, "#8a3f47"),
        (1340, 150, "#ee922f"),
        (1430, 150, "#d04f78"),
        (1520, 150, "#b9c352"),
        (1160, 300, "#c47610"),
        (1250, 300, "#ffd465"),
    ):
        page.add(
            group(
                f'<rect x="-32" y="-80" width="64" height="80" rx="14" fill="{c}"/><rect x="-28" y="-98" width="56" height="24" rx="6" fill="#178a8f"/>'
                + stroke("M-20 -64v44", "#fff", 7, 0.5),
                x=x,
                y=y,
            )
        )
    plates = page.define(
        ellipse(0, -46, 48, 46, "#fdf6e6")
        + '<ellipse cx="0" cy="-46" rx="37" ry="35" fill="none" stroke="#178a8f" stroke-width="6"/>'
    )
    for x in (1370, 1470):
        page.put(plates, x, 300)
    # the tonur: a clay oven, its mouth glowing
    page.add(
        ellipse(760, 790, 330, 44, SHADE, 0.18),
        fill("M470 780Q440 560 590 480Q740 420 900 480Q1050 560 1010 780Q740 820 470 780z", "#c98a5c"),
        fill("M800 448Q1030 520 1010 780Q960 800 880 802Q980 620 800 448z", SHADE, 0.14),
        stroke("M486 690Q740 740 1008 690M480 600Q520 560 560 540", "#a86b42", 7, 0.5),
    )
    page.add(
        ellipse(742, 500, 176, 58, "#a86b42"),
        ellipse(742, 502, 152, 46, "#5c2b14"),
        ellipse(742, 516, 118, 28, "#f08a2c"),
        ellipse(742, 522, 78, 16, "#ffd465"),
    )
    loaf = page.define(nan(page, 100, 0, 0.62))
    page.add(stroke("M690 440Q660 390 700 340T680 240M790 440Q820 380 780 330T800 230", "#fff", 15, 0.5))
    page.add(
        fill("M1090 640H1500V668H1090z", "#b98048"),
        fill("M1110 668h26v150h-26zM1454 668h26v150h-26z", "#96602f"),
        fill("M1120 640Q1300 610 1480 640L1490 700Q1300 720 1110 700z", "#fdf6e6"),
        stroke("M1112 690Q1300 712 1488 690", "#178a8f", 9),
    )
    for x, y in ((1190, 610), (1300, 616), (1400, 608), (1250, 570), (1350, 566), (1300, 528)):
        page.put(loaf, x, y)
    page.put(page.define(person("#b5245c", "#fdf3e0", "#fdf3e0")), 430, 830, 0, 2.5)
    page.put(loaf, 520, 716, 0, 0.7)
    page.put(page.define(person("#178a8f", "#f2b53a", "#fdf3e0")), 1060, 850, 0, 2.3)
    page.add(group(atlas_strip(page, 1640, 40), y=20))


@cover("home-hero")
def market_at_noon(page):
    """The stall at noon: awnings, baskets, the mountains far away."""
    sky(page, "#bfe3e6", "#fef4de", (1260, 150, 74))
    mountains(page, 520, ((220, 240, 400), (800, 290, 480), (1420, 260, 420)), Tone("#dfe5e6", "#c6d4da", "#a9bdc8"), 0.4)
    hill(page, ((-20, 500), (500, 470), (1100, 500), (1620, 465)), "#cfdc9b")
    keys = [page.define(poplar(page, height=h)) for h in (250, 310)]
    row(page, keys, 520, 30, 1600, 124, 0.8)
    hill(page, ((-20, 610), (800, 595), (1620, 610)), "#efdcb4")
    page.put(page.define(person("#b5245c", "#f2b53a", "#fdf3e0")), 805, 750, 0, 2.1)
    page.put(page.define(person("#3a6ea5", "#2a9d7a", doppa=True)), 1255, 730, 0, 1.9)
    for x in (70, 1530):
        page.add(fill(f"M{x - 12} 200h24v560h-24z", "#a8713b"), fill(f"M{x + 2} 200h10v560h-10z", "#7d5128"))
    # the awning: broad stripes with a scalloped, silken edge
    n, colours = 12, ("#178a8f", "#fdf3e0")
    for i in range(n):
        x0, x1 = 90 + i * 1420 / n, 90 + (i + 1) * 1420 / n
        b0, b1 = 10 + i * 1580 / n, 10 + (i + 1) * 1580 / n
        page.add(
            fill(
                f"M{pair(x0, 60)}L{pair(x1, 60)}L{pair(b1, 220)}V250Q{pair((b0 + b1) / 2, 300)} {pair(b0, 250)}V220z",
                colours[i % 2],
            )
        )
    page.add(
        fill("M10 214H1590V226H10z", SHADE, 0.12),
        page.clipped("M10 211H1590V241H10z", group(atlas_strip(page, 1580, 30), x=10, y=226)),
    )
    # the table and what lies on it
    page.add(
        fill("M-20 740H1620V910H-20z", "#f6ecd8"),
        fill("M-20 740H1620V768H-20z", "#fffaf0"),
        fill(
            "".join(f"M{x} 768Q{x + 20} 850 {x - 6} 900H{x + 26}Q{x + 40} 850 {x + 14} 768z" for x in range(60, 1600, 190)),
            "#dcc6a0",
            0.5,
        ),
    )
    page.add(group(atlas_strip(page, 1660, 40), x=-20, y=862))
    weave = (
        "".join(f"M{-140 + i * 31} {8 + (i % 2) * 4}l{(i - 4.5) * -2:.0f} 100" for i in range(10))
        + "M-150 46Q0 84 150 46M-140 82Q0 118 140 82"
    )
    front = page.define(
        page.solid(
            "M-164 0A164 40 0 0 0 164 0L132 108Q0 142 -132 108z",
            Tone("#e3b678", "#cf9a56", "#a37038"),
            0,
            16,
            stroke(weave, "#a37038", 5, 0.7) + stroke("M-160 4A164 40 0 0 0 160 4", "#f1d29c", 17),
            0,
        )
    )

    def apricot(page, turn=0):
        return whole_apricot(page, turn, wrinkled=False)

    for x, motif, size, step, width in (
        (180, almond, 0.5, 84, 270),
        (530, apricot, 0.56, 90, 260),
        (1080, pomegranate, 0.42, 104, 220),
        (1430, walnut, 0.52, 90, 240),
    ):
        page.add(ellipse(x, 670, 160, 40, "#7d5128"))
        page.pile(page.kinds(motif, 1, 0, -20 if motif is almond else 0), x, 672, width, 120, step, size)
        page.put(front, x, 670)
    page.put(page.define(hami_melon(page, -8, 110, 80)), 745, 712, -8)
    loaf = page.define(nan(page, 92, 0, 0.34, True, False))
    for i in range(3):
        page.put(loaf, 895 + (-4, 5, 0)[i], 740 - i * 24)
