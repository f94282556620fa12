"""Honey and fresh fruit, as they are sold."""

from album import picture, resting
from garden import aril, grape, grapes, green_melon, half_melon, half_pomegranate, hami_melon, melon_slice, pomegranate, quince
from gifts import bow, ribbon
from greens import Tone, blossom, leaf, sprig, vine_leaf
from ink import SHADE, ellipse, fill, group, pair, smooth, stroke
from kitchen import HONEY, bee, comb, dipper, drip
from vessels import board, bottle, jar, plate

LIGHT_HONEY = Tone("#ffe9a8", "#f8cf63", "#d79b2c")
DARK_HONEY = Tone("#e09a3a", "#b8661a", "#7a3d0e")


@picture("honey-jar", "honey")
def honey_jar(page):
    page.add(group(jar(page, 560, 760, HONEY, page.define(bee(page)), "#178a8f"), x=530, y=1030))
    puddle = smooth([(700, 1010), (800, 960), (960, 970), (1050, 1020), (980, 1080), (820, 1090), (720, 1060)])
    page.add(
        fill(puddle, HONEY.dark, 1, ' transform="translate(4 10)"'),
        fill(puddle, HONEY.mid),
        stroke("M770 1000Q860 972 950 996", "#fff", 12, 0.6),
    )
    page.add(group(dipper(page), fill(drip(50, 90), HONEY.mid, 1, ' transform="translate(0 40)"'), x=860, y=950, turn=38))


@picture("honey-comb", "honey")
def honey_comb(page):
    plate(page, 600, 800, 1000, ring="#e5a733")
    puddle = smooth([(250, 860), (340, 800), (600, 770), (860, 800), (960, 870), (840, 950), (600, 980), (360, 950)])
    page.add(fill(puddle, HONEY.mid, 0.95), stroke("M330 880Q380 930 470 942", "#fff", 12, 0.7))
    page.add(fill("M292 360L880 290L960 820L332 900z", "#c47610", 1, ' transform="translate(10 26)"'))
    inner = "M292 360Q580 310 880 290L960 820Q640 850 332 900z"
    page.add(fill(inner, "#d98f1e"), page.clipped(inner, group(comb(page, 8, 7, 60), x=290, y=310, turn=-6)))
    page.add(
        group(fill(drip(46, 150), HONEY.mid) + stroke("M-12 30V100", "#fff", 9, 0.7), x=470, y=856),
        group(fill(drip(38, 120), HONEY.mid), x=770, y=826),
    )
    page.add(group(bee(page), x=900, y=240, size=1.1, turn=12))


@picture("honey-flowers", "honey")
def honey_flowers(page):
    """Honey of mountain flowers, the flowers round its foot."""
    for x, y, turn, pairs in ((300, 860, -120, 4), (880, 860, -58, 4), (210, 960, 190, 2), (990, 960, -10, 2)):
        page.put(page.define(sprig(page, pairs)), x, y, turn)
    page.add(
        group(
            jar(page, 480, 690, LIGHT_HONEY, page.define(blossom(page, 120, "#c9a3dc", "#f2b53a", "#a578bf")), "#8f6bb0"),
            x=600,
            y=980,
        )
    )
    kinds = [
        page.define(blossom(page, 74, *c))
        for c in (
            ("#e58fb4", "#f2b53a", "#c76a92"),
            ("#b48ad0", "#f6d25a", "#9468b4"),
            ("#fff6e6", "#f0a92e", "#e3cfa6"),
            ("#7fb3dc", "#f6d25a", "#5b8fbb"),
        )
    ]
    for i, (x, y, s) in enumerate(
        (
            (190, 800, 1.1),
            (310, 960, 1.35),
            (230, 1060, 0.9),
            (440, 1050, 1.1),
            (880, 1010, 1.35),
            (1010, 860, 1.1),
            (740, 1070, 0.95),
            (1030, 1040, 0.8),
            (180, 620, 0.9),
            (330, 690, 0.8),
            (1000, 640, 1.0),
            (880, 730, 0.8),
        )
    ):
        page.put(kinds[(i * 3 + i // 4) % 4], x, y, i * 25, s)


@picture("honey-small", "honey")
def honey_small(page):
    """Three tasting jars: light, amber and dark."""
    emblem = page.define(bee(page))
    for x, y, tone, cloth in (
        (330, 750, LIGHT_HONEY, "#8f6bb0"),
        (870, 750, DARK_HONEY, "#b5245c"),
        (600, 1030, HONEY, "#178a8f"),
    ):
        page.add(group(jar(page, 400, 500, tone, emblem, cloth), x=x, y=y))


@picture("honey-gift", "honey")
def honey_gift(page):
    """Two jars in a crate of straw, tied with silk."""
    page.add(ellipse(620, 1010, 480, 60, SHADE, 0.16), fill("M170 640L1030 640L1010 800L190 800z", "#7d5128"))
    emblem = page.define(bee(page))
    for x, tone, cloth in ((405, HONEY, "#178a8f"), (795, DARK_HONEY, "#f2b53a")):
        page.add(group(jar(page, 370, 560, tone, emblem, cloth), x=x, y=812))
    straw = "".join(
        f"M{pair(page.rng.uniform(190, 980), page.rng.uniform(690, 760))}q{pair(page.rng.uniform(-40, 40), -60)} {pair(page.rng.uniform(-80, 80), page.rng.uniform(-30, 40))}"
        for _ in range(46)
    )
    page.add(stroke(straw, "#c99c4e", 9), stroke(straw, "#f0d590", 7, 1, ' transform="translate(9 -6)"'))
    for i, y in enumerate((720, 818, 916)):
        page.add(
            f'<rect x="150" y="{y}" width="900" height="90" rx="10" fill="#a8713b"/><rect x="150" y="{y}" width="900" height="80" rx="10" fill="{("#d9a466", "#d19a5b", "#d9a466")[i]}"/>',
            stroke(
                f"M180 {y + 30}Q500 {y + 14 + 10 * i} 1010 {y + 34}M200 {y + 56}Q640 {y + 66} 900 {y + 54}", "#b9824a", 4, 0.7
            ),
        )
    page.add(ribbon(page, 600, 712, 600, 1008, 96), group(bow(page, 1.1), x=600, y=800))


@picture("melon-hami", "fruit")
def melon_hami(page):
    resting(page, 620, 760, 420, 70)
    page.put(page.define(hami_melon(page, -14, 410, 285)), 590, 440, -14)
    resting(page, 660, 1010, 340, 50)
    page.put(page.define(melon_slice(page, "#f59a3e", "#d9a441", "#ee7a25", 6, 400)), 640, 880, 6)


@picture("melon-green", "fruit")
def melon_green(page):
    resting(page, 560, 780, 420, 70)
    page.put(page.define(green_melon(page, 10, 390, 310)), 560, 480, 10)
    resting(page, 800, 1040, 240, 44)
    page.put(page.define(half_melon(page, 0)), 790, 830)
    resting(page, 360, 1030, 240, 34)
    page.put(page.define(melon_slice(page, "#e9f3c6", "#9dbb5c", "#cfe39a", -8, 250, False)), 350, 920, -8)


@picture("melon-dried", "fruit")
def melon_dried(page):
    """Strips of melon, dried in the sun and plaited."""
    tone = Tone("#f6cd77", "#e3a745", "#b47722")
    board(page, 600, 660, 980, 800)
    lobe = [(-104, -34), (-40, -62), (50, -50), (106, 4), (92, 44), (30, 56), (-50, 30), (-100, 4)]
    lobes = []
    for turn in (34, 146):
        shape = lobe if turn < 90 else [(x, -y) for x, y in lobe]
        s = 1 if turn < 90 else -1
        lobes.append(
            (
                page.define(
                    page.solid(
                        smooth(shape),
                        tone,
                        turn,
                        14,
                        stroke(f"M-90 {-14 * s}Q-10 {-40 * s} 88 {20 * s}M-70 {8 * s}Q0 {-4 * s} 66 {38 * s}", "#c48a30", 6, 0.7)
                        + stroke(f"M-84 {-24 * s}Q-10 {-52 * s} 84 {4 * s}", "#fdeab0", 9, 0.9),
                        9,
                    )
                ),
                turn,
            )
        )
    for x in (370, 690):
        page.add(
            stroke(f"M{x - 10} 960q-30 60 6 116M{x + 14} 960q44 50 26 110M{x} 960q0 60 -10 130", tone.dark, 34),
            stroke(f"M{x - 12} 960q-30 60 6 112M{x + 12} 960q44 50 26 106M{x - 2} 960q0 60 -10 126", tone.mid, 24),
        )
        for i in range(10):
            key, turn = lobes[i % 2]
            page.put(key, x + (-36 if i % 2 == 0 else 36), 330 + i * 66, turn, 1.1)
        page.add(stroke(f"M{x - 62} 988Q{x} 1016 {x + 62} 986M{x - 60} 1006Q{x} 1034 {x + 60} 1004", "#fdf3e0", 13))
    page.put(page.define(melon_slice(page, "#f59a3e", "#d9a441", "#ee7a25", -70, 150, False)), 960, 640, -70)


@picture("pomegranate", "fruit")
def pomegranate_picture(page):
    seeds = [page.define(aril(page)) for _ in range(4)]
    for motif, x, y, turn, size in ((pomegranate, 720, 440, 14, 1.75), (half_pomegranate, 460, 760, -12, 1.95)):
        resting(page, x + 30, y + 145 * size, 150 * size, 34 * size, 0.15)
        page.put(page.define(motif(page, turn)), x, y, turn, size)
    for x, y in ((850, 900), (930, 850), (960, 950), (820, 1000), (1020, 900), (900, 1010)):
        page.add(ellipse(x + 5, y + 26, 30, 12, SHADE, 0.2))
        page.put(seeds[x % 4], x, y, x % 360, 1.35)


@picture("pomegranate-juice", "fruit")
def pomegranate_juice(page):
    juice = Tone("#d9364c", "#b01c3c", "#740d2b")
    page.add(
        group(bottle(page, 320, 820, juice, page.define(group(pomegranate(page), y=24, size=0.66)), "#d9a066"), x=390, y=1030)
    )
    glass = "M-120 -330L-100 -20Q-98 0 -80 0H80Q98 0 100 -20L120 -330z"
    page.add(
        group(
            ellipse(24, 0, 120, 24, SHADE, 0.18),
            fill(glass, "#fff", 0.7),
            page.clipped(
                glass,
                f'<rect x="-130" y="-270" width="260" height="280" fill="{juice.mid}"/>',
                f'<rect x="30" y="-270" width="100" height="280" fill="{juice.dark}" opacity=".5"/>',
                ellipse(0, -270, 118, 18, juice.light),
                stroke("M-84 -240L-70 -50", "#fff", 16, 0.55),
            ),
            stroke(glass, "#fff", 8, 0.9),
            x=730,
            y=1000,
            size=1.35,
        )
    )
    page.put(page.define(half_pomegranate(page, 16)), 960, 920, 16, 0.95)


@picture("quince", "fruit")
def quince_picture(page):
    for x, y, turn, size in ((770, 470, 16, 1.6), (420, 640, -14, 1.85), (790, 830, 8, 1.65)):
        resting(page, x + 24, y + 135 * size, 125 * size, 28 * size, 0.15)
        page.put(page.define(quince(page, turn)), x, y, turn, size)
    page.put(page.define(leaf(page, 260, 140, -30)), 450, 350, -30)
    page.put(page.define(leaf(page, 240, 130, 200)), 340, 360, 200)


@picture("grape-fresh", "fruit")
def grape_fresh(page):
    kinds = page.kinds(grape, 4)
    page.put(page.define(vine_leaf(page, 270, 24)), 860, 370, 24)
    page.put(page.define(vine_leaf(page, 220, -40)), 330, 330, -40)
    page.add(group(grapes(page, kinds, (4, 5, 6, 6, 5, 4, 3, 2, 1), 112), x=600, y=250))
