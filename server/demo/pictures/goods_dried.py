"""Dates, raisins, apricots, figs and mulberries, as they are sold."""

from album import picture, resting
from fruits import (
    APRICOT,
    date,
    date_ring,
    dried_apricot,
    dried_fig,
    fig,
    half_dried_fig,
    half_fig,
    mulberry,
    raisin_of,
    stone,
    whole_apricot,
)
from greens import Tone, leaf, sprig, vine_leaf
from ink import SHADE, ellipse, fill, group, oval, smooth, stroke
from nuts import kernel, meat
from vessels import CLAY, GLAZE, board, bowl, jar, plate, sack, scoop

JAM = {"apricot": Tone("#fbb851", "#ee8f23", "#bf6212"), "fig": Tone("#b56a66", "#8a3f47", "#5a2230")}


@picture("date-red", "dates")
def date_red(page):
    kinds = page.kinds(date, 6)
    resting(page, 620, 890, 450, 80)
    page.put(page.define(leaf(page, 300, 130, -35)), 880, 400, -35)
    page.put(page.define(leaf(page, 280, 120, 205)), 330, 440, 205)
    page.pile(kinds, 600, 840, 740, 500, 158, 1.02, 0.45)


@picture("date-big", "dates")
def date_big(page):
    for x, y, turn, size in ((420, 430, -24, 2.1), (760, 560, 28, 2.3), (440, 820, 8, 2.4)):
        resting(page, x + 20, y + 70 * size, 110 * size, 26 * size)
        page.put(page.define(date(page, turn)), x, y, turn, size)
    page.put(page.define(sprig(page, 3)), 800, 880, 10, 1.1)


@picture("date-small", "dates")
def date_small(page):
    kinds = page.kinds(date, 6)
    bowl(page, 600, 600, 840, lambda: page.pile(kinds, 600, 700, 740, 300, 96, 0.5), GLAZE, 0.4, "#fdf3e0")
    for x, y, turn in ((230, 1020, 20), (330, 1070, -30), (960, 1040, 10)):
        page.put(page.define(date(page, turn)), x, y, turn, 0.52)


@picture("date-slices", "dates")
def date_slices(page):
    kinds = page.kinds(date_ring, 6)
    board(page, 600, 660, 980, 660)
    resting(page, 620, 800, 380, 70, 0.2)
    page.pile(kinds, 590, 790, 680, 380, 140, 1.0)
    page.put(page.define(date(page, -20)), 930, 930, -20, 1.1)


@picture("date-walnut", "dates")
def date_walnut(page):
    """A split date holding half a walnut: three of them, large."""
    plate(page, 600, 690, 1000, ring="#b5245c")
    for x, y, turn, size in ((600, 440, -6, 1.75), (400, 690, 10, 1.9), (780, 760, -14, 1.9)):
        halves = date(page, turn)
        gap = smooth([(-92, 4), (-50, -36), (20, -44), (84, -18), (92, 6), (40, 34), (-40, 36)])
        filled = halves + fill(gap, "#54100f") + group(meat(page, turn + 90), turn=90, size=0.62)
        page.put(page.define(filled), x, y, turn, size)


@picture("date-paste", "dates")
def date_paste(page):
    tone = Tone("#a24a34", "#7c2c22", "#4f1815")
    board(page, 600, 780, 980, 420)
    block = "M240 560L560 440L960 540L950 790L620 920L250 800z"
    page.add(
        page.solid(
            block,
            tone,
            0,
            0,
            fill("M240 560L560 440L960 540L640 670z", tone.light)
            + fill("M640 670L960 540L950 790L620 920z", tone.dark)
            + stroke("M300 560L560 462L860 534", "#fff", 10, 0.35),
            12,
        )
    )
    page.add(fill("M240 560L640 670L632 760Q560 720 520 752Q470 720 420 722Q360 670 300 668Q270 640 244 640z", tone.light, 0.55))
    for x, y, turn, size in ((250, 990, -16, 1.0), (930, 950, 24, 1.0)):
        page.put(page.define(date(page, turn)), x, y, turn, size)
    ring = page.define(date_ring(page, 10))
    page.put(ring, 560, 540, 10, 0.9)
    page.put(ring, 720, 566, 10, 0.8)


@picture("raisin-green", "raisins")
def raisin_green(page):
    kinds = page.kinds(raisin_of("green"), 7)
    page.put(page.define(vine_leaf(page, 200, 24)), 880, 380, 24)
    bowl(page, 600, 600, 820, lambda: page.pile(kinds, 600, 690, 720, 350, 100, 0.72))
    for x, y, turn in ((240, 1000, 20), (360, 1060, -30), (920, 1020, 12)):
        page.put(page.define(raisin_of("green")(page, turn)), x, y, turn, 0.85)


@picture("raisin-black", "raisins")
def raisin_black(page):
    kinds = page.kinds(raisin_of("black"), 7)
    sack(page, 600, 1020, 660, lambda: page.pile(kinds, 600, 600, 560, 300, 92, 0.72), stripe="#6f4271")
    for x, y, turn in ((180, 1010, 20), (1000, 1030, -30)):
        page.put(page.define(raisin_of("black")(page, turn)), x, y, turn, 0.85)


@picture("raisin-red", "raisins")
def raisin_red(page):
    kinds = page.kinds(raisin_of("red"), 7)
    resting(page, 560, 900, 470, 90)
    page.pile(kinds, 560, 880, 900, 500, 104, 0.78)
    page.add(group(scoop(page), x=760, y=560, turn=-38, size=1.25))
    page.pile(kinds, 700, 640, 250, 170, 96, 0.74)


@picture("raisin-mix", "raisins")
def raisin_mix(page):
    """Four kinds in a four-leaved dish."""
    page.add(ellipse(630, 660, 455, 440, SHADE, 0.16))
    for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        page.add(ellipse(600 + dx * 205, 612 + dy * 205, 260, 256, "#247b80"))
    for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        page.add(
            ellipse(600 + dx * 205, 600 + dy * 205, 256, 250, "#6cc0bd"),
            ellipse(600 + dx * 205, 604 + dy * 205, 222, 214, "#f7ead2"),
        )
    for (dx, dy), colour in zip(((-1, -1), (1, -1), (-1, 1), (1, 1)), ("green", "black", "gold", "red"), strict=True):
        page.pile(page.kinds(raisin_of(colour), 5), 600 + dx * 205, 600 + dy * 205 + 130, 330, 280, 96, 0.68, 0.2)
    page.add(ellipse(600, 604, 62, 60, "#247b80"), ellipse(598, 598, 56, 54, "#6cc0bd"), ellipse(598, 598, 30, 29, "#fdf3e0"))


@picture("apricot-dried", "apricots")
def apricot_dried(page):
    kinds = page.kinds(dried_apricot, 8)
    plate(page, 600, 720, 980)
    page.pile(kinds, 600, 830, 720, 460, 190, 1.05)


@picture("apricot-hanging", "apricots")
def apricot_hanging(page):
    """Apricots that dried on the tree."""
    page.add(
        stroke("M-20 250Q300 190 620 260T1220 190", "#8a6237", 40),
        stroke("M-20 238Q300 178 620 248T1220 178", "#b58a55", 10, 0.8),
    )
    for x, y, turn in ((180, 230, 70), (330, 200, -60), (560, 240, 110), (760, 250, -50), (1010, 210, 60), (930, 225, 130)):
        page.put(page.define(leaf(page, 250, 130, turn)), x, y, turn)
    hanging = ((250, 520, 1.35), (480, 640, 1.5), (720, 500, 1.4), (900, 720, 1.55), (640, 900, 1.5), (330, 850, 1.35))
    for x, y, size in hanging:
        page.add(stroke(f"M{x + page.rng.uniform(-30, 30):.0f} 236Q{x + 16} {y - 200} {x} {y - 90 * size:.0f}", "#8a6237", 11))
    for x, y, size in hanging:
        page.put(page.define(whole_apricot(page)), x, y, 0, size)


@picture("apricot-kernel", "apricots")
def apricot_kernel(page):
    pale = lambda page, turn=0: kernel(page, turn, Tone("#e8b27a", "#d39657", "#a5692f"))
    kinds = page.kinds(pale, 5)
    bowl(page, 600, 640, 760, lambda: page.pile(kinds, 600, 720, 640, 320, 118, 0.74), CLAY)
    for x, y, turn, size in ((230, 960, 20, 1.15), (390, 1050, -40, 1.1), (880, 1040, 12, 1.2)):
        page.put(page.define(stone(page, turn)), x, y, turn, size)
    page.put(page.define(whole_apricot(page, 0, APRICOT, False)), 970, 880, 0, 1.3)


@picture("apricot-jam", "apricots")
def apricot_jam(page):
    emblem = page.define(whole_apricot(page, 0, APRICOT, False))
    page.put(page.define(whole_apricot(page, 0, APRICOT, False)), 900, 880, 0, 1.5)
    page.add(
        group(
            jar(
                page,
                520,
                720,
                JAM["apricot"],
                emblem,
                "#178a8f",
                "".join(
                    fill(smooth(oval(60, 44, page.rng, 0.1, 8)), "#fdd27c", 0.5, f' transform="translate({x} {y})"')
                    for x, y in ((-140, -130), (120, -480), (150, -120), (-130, -500))
                ),
            ),
            x=500,
            y=1010,
        )
    )
    page.put(page.define(leaf(page, 220, 100, -24)), 890, 740, -24)
    half = (
        fill(smooth(oval(150, 140, page.rng, 0.02)), "#fbc56c")
        + stroke(smooth(oval(150, 140)), APRICOT.mid, 14)
        + ellipse(0, 0, 62, 52, "#c76a1b", 0.6)
        + group(stone(page), size=0.66)
    )
    page.add(ellipse(870, 1060, 150, 40, SHADE, 0.15), group(half, x=850, y=990, size=0.86))


@picture("fig-dried", "figs")
def fig_dried(page):
    kinds = page.kinds(dried_fig, 4)
    page.put(page.define(vine_leaf(page, 230, 30, Tone("#8fb565", "#6f9b4c", "#4b7334"))), 850, 400, 30)
    plate(page, 600, 740, 960, ring="#6f4271")
    page.pile(kinds, 590, 800, 620, 400, 200, 1.2)
    for x, y, turn, size in ((390, 850, -16, 1.1), (780, 870, 12, 1.15)):
        page.put(page.define(half_dried_fig(page, turn)), x, y, turn, size)


@picture("fig-fresh", "figs")
def fig_fresh(page):
    green = Tone("#8fb565", "#6f9b4c", "#4b7334")
    page.put(page.define(vine_leaf(page, 260, -20, green)), 330, 420, -20)
    for motif, x, y, turn, size in ((fig, 700, 430, 12, 1.75), (fig, 350, 700, -14, 1.6), (half_fig, 760, 800, 10, 1.75)):
        resting(page, x + 20, y + 118 * size, 110 * size, 26 * size, 0.14)
        page.put(page.define(motif(page, turn)), x, y, turn, size)


@picture("fig-jam", "figs")
def fig_jam(page):
    emblem = page.define(half_fig(page))
    page.put(page.define(fig(page, 16)), 900, 800, 16, 1.25)
    page.add(group(jar(page, 520, 720, JAM["fig"], emblem, "#b5245c"), x=490, y=1010))
    page.put(page.define(half_fig(page, -14)), 860, 930, -14, 1.05)


@picture("mulberry-dried", "raisins")
def mulberry_dried(page):
    kinds = page.kinds(mulberry, 5, 180, 10)
    page.put(page.define(leaf(page, 340, 210, -40)), 860, 420, -40)
    bowl(page, 600, 600, 800, lambda: page.pile(kinds, 600, 690, 680, 310, 88, 0.84, 0.42), CLAY, 0.42, "#fdf3e0")
    for x, y, turn in ((230, 1010, 20), (360, 1070, -24), (940, 1030, 14)):
        page.put(page.define(mulberry(page, turn)), x, y, turn, 1)
