"""Bread, sweets, rose, spices and the pantry, as they are sold."""

from album import picture, resting
from fruits import raisin_of
from greens import Tone, leaf, rose, rosebud
from ink import SHADE, ellipse, fill, group, inside, num, pair, smooth, stroke
from kitchen import chickpea, cumin_seed, nan, noodle_nest, sweet_block, teacup
from nuts import kernel, meat
from vessels import board, bowl, jar, plate, sack, scoop


def cloth(page, colour="#f6ecd8", stripe="#178a8f"):
    """A tea cloth spread aslant under the goods."""
    d = "M150 430L820 190Q860 180 880 220L1080 800Q1090 840 1050 856L400 1080Q360 1090 344 1050L128 480Q120 444 150 430z"
    page.add(
        fill(d, SHADE, 0.12, ' transform="translate(14 22)"'),
        page.clipped(
            d,
            fill(d, colour),
            stroke("M-20 600L1000 120M330 1180L1180 850", stripe, 26, 0.9),
            stroke("M-20 650L1040 160M330 1130L1180 800", "#f2b53a", 10, 0.9),
        ),
    )


@picture("nan-plain", "crafts")
def nan_plain(page):
    cloth(page)
    page.put(page.define(nan(page, 400)), 600, 630)


@picture("nan-sesame", "crafts")
def nan_sesame(page):
    """A stack of sesame nan."""
    resting(page, 630, 960, 430, 90)
    flat = page.define(nan(page, 360, 0, 0.34))
    for i in range(4):
        page.put(flat, 600 + (-14, 12, -8, 6)[i], 900 - i * 78, (2, -2, 1, -1)[i])
    page.put(page.define(nan(page, 380, 0, 0.5, True)), 600, 540)


@picture("nut-cake", "crafts")
def nut_cake(page):
    """Matang: nuts, raisins and syrup pressed into a block and cut."""
    tone = Tone("#c98545", "#a5622d", "#76401b")
    bits = [
        page.define(m)
        for m in (
            meat(page),
            kernel(page),
            raisin_of("green")(page),
            raisin_of("red")(page),
            kernel(page, 0, Tone("#fdf0d0", "#f3ddad", "#d1ad72")),
            ellipse(0, 0, 30, 28, "#b9c352"),
        )
    ]

    def studs(width, height, count):
        return "".join(
            f'<use href="#{page.rng.choice(bits)}" transform="translate({num(x)} {num(y)}) rotate({page.rng.randint(0, 350)}) scale({page.rng.uniform(0.4, 0.62):.2f})"/>'
            for x, y in inside(page.rng, count, width, height, 62)
        )

    board(page, 600, 830, 1000, 400)
    page.add(sweet_block(page, 540, 560, 640, 220, 330, tone, studs(430, 260, 40), group(studs(360, 230, 34), y=170)))
    page.add(sweet_block(page, 880, 880, 250, 90, 120, tone, studs(180, 110, 9), group(studs(150, 110, 8), y=70)))


@picture("halva", "crafts")
def halva(page):
    """Halva cut in lozenges, a pistachio on each."""
    tone = Tone("#fbe9c4", "#eccf97", "#c79f5e")
    plate(page, 600, 700, 1000, ring="#b5245c")
    nut = page.define(kernel(page, 20, Tone("#b9d07a", "#93b14e", "#6b8636")))
    h = 62
    face = f"M-150 0L0 92L0 {92 + h}L-150 {h}z"
    side = f"M150 0L0 92L0 {92 + h}L150 {h}z"
    crumbs = "".join(f"M{pair(x, y)}l5 2" for x, y in inside(page.rng, 22, 110, 62, 14))
    one = page.define(
        fill("M-150 62L0 154L150 62L180 82L10 184z", SHADE, 0.18)
        + fill(face, tone.mid)
        + fill(side, tone.dark)
        + fill("M-150 0L0 -92L150 0L0 92z", tone.light)
        + stroke(crumbs, "#dfbf86", 6)
        + stroke("M-140 2L0 88L140 2", "#fff", 6, 0.6)
        + f'<use href="#{nut}" transform="translate(-2 -4) rotate(20) scale(.44)"/>'
    )
    for x, y in ((600, 560), (380, 680), (820, 680), (600, 800), (490, 540), (710, 540), (600, 470)):
        page.put(one, x, y, 0, 1.22)


@picture("rose-jam", "crafts")
def rose_jam(page):
    bloom = page.define(rose(page, 100))
    page.add(group(jar(page, 520, 720, Tone("#ee8ba6", "#d04f78", "#93294f"), bloom, "#f2b53a"), x=500, y=1010))
    for x, y, turn in ((760, 1010, 20), (1000, 820, -60), (990, 1010, 40)):
        page.put(page.define(leaf(page, 180, 90, turn)), x, y, turn)
    for x, y, s in ((900, 900, 1.45), (810, 1020, 0.9), (1010, 1000, 0.7)):
        page.put(bloom, x, y, x % 90, s)
    petal = page.define(page.solid("M0 -50C50 -40 60 20 8 50C-44 40 -52 -30 0 -50z", Tone("#f7bccb", "#ec8fa8", "#c76384"), 0, 8))
    for x, y, turn in ((180, 1000, 30), (250, 1080, 100), (820, 700, 60)):
        page.put(petal, x, y, turn)


@picture("rose-tea", "crafts")
def rose_tea(page):
    kinds = page.kinds(rosebud, 6)
    bowl(page, 480, 510, 680, lambda: page.pile(kinds, 480, 580, 590, 290, 112, 0.86))
    page.add(group(teacup(page, "#d98a63"), x=840, y=840, size=1.35))
    page.put(page.define(rosebud(page, 0)), 820, 846, 0, 0.62)
    for x, y, turn in ((200, 960, 20), (370, 1020, -30), (520, 980, 160)):
        page.put(page.define(rosebud(page, turn)), x, y, turn, 0.95)


@picture("cumin", "crafts")
def cumin(page):
    kinds = page.kinds(cumin_seed, 8)
    resting(page, 600, 900, 480, 80)
    page.add(
        fill(smooth([(130, 900), (330, 760), (600, 620), (860, 760), (1070, 900), (860, 960), (600, 975), (330, 960)]), "#8a6a30")
    )
    page.pile(kinds, 600, 930, 900, 330, 68, 0.86, 0.6)
    page.add(group(scoop(page, Tone("#c98e54", "#a86d36", "#7b4a20")), x=470, y=480, turn=-24, size=1.4))
    page.pile(kinds, 430, 540, 300, 150, 62, 0.84)


@picture("chickpea", "crafts")
def chickpea_picture(page):
    kinds = page.kinds(chickpea, 7)
    sack(page, 600, 1020, 680, lambda: page.pile(kinds, 600, 600, 590, 230, 80, 0.7, 0.3), stripe="#c47610")
    for x, y, turn in ((190, 1010, 20), (1010, 1000, -30), (1040, 1070, 80)):
        page.put(page.define(chickpea(page, turn)), x, y, turn, 0.8)


@picture("noodles", "crafts")
def noodles(page):
    kinds = page.kinds(noodle_nest, 3, 60, -20)
    board(page, 600, 700, 980, 640)
    for x, y in ((600, 470), (360, 560), (840, 560), (480, 740), (760, 760)):
        page.drop_one(kinds, x, y, 1.2, 4)
    for x, y, turn in ((180, 1020, 10), (240, 1050, -12)):
        page.add(stroke(f"M{x} {y}l190 {-turn * 3}", "#e5c47c", 13))
