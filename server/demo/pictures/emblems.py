"""One large piece of goods for each category: read at the size of a thumb nail."""

from album import GROUNDS, PICTURES
from fruits import date, fig, half_fig, raisin_of, whole_apricot
from garden import pomegranate
from greens import leaf, vine_leaf
from ink import Page, fill, group, oval, smooth
from kitchen import HONEY, bee, nan
from nuts import almond, half_shell, kernel
from vessels import bowl, jar


def emblem(slug):
    """Enter `category-<slug>`: a coloured medallion, the goods filling it."""

    def enter(draw):
        def whole():
            page = Page(f"category-{slug}")
            ground, light = GROUNDS[slug]
            page.add(
                f'<rect width="1200" height="1200" fill="{light}"/>',
                fill(smooth([(600 + x, 600 + y) for x, y in oval(560, 556, page.rng, 0.012, 12)]), ground),
            )
            draw(page)
            return page

        PICTURES[f"category-{slug}"] = whole
        return draw

    return enter


def lay(page, *pieces):
    for motif, x, y, turn, size in pieces:
        page.put(page.define(motif(page, turn)), x, y, turn, size)


@emblem("badam")
def badam(page):
    lay(page, (lambda p, t: leaf(p, 200, 90, t), 700, 330, -40, 1.6), (almond, 540, 540, -50, 3.0), (kernel, 780, 790, -24, 2.4))


@emblem("walnuts")
def walnuts(page):
    lay(page, (half_shell, 600, 600, -14, 3.0))


@emblem("dates")
def dates(page):
    lay(page, (lambda p, t: leaf(p, 200, 90, t), 720, 340, -30, 1.6), (date, 560, 500, -34, 3.0), (date, 690, 790, 12, 2.5))


@emblem("raisins")
def raisins(page):
    kinds = page.kinds(raisin_of("green"), 5)
    page.put(page.define(vine_leaf(page, 250, 20)), 760, 360, 20)
    bowl(page, 600, 560, 860, lambda: page.pile(kinds, 600, 650, 740, 330, 140, 1.15), deep=0.44)


@emblem("apricots")
def apricots(page):
    lay(
        page,
        (lambda p, t: leaf(p, 200, 100, t), 640, 300, -28, 1.9),
        (lambda p, t: whole_apricot(p, t, wrinkled=False), 590, 650, 0, 3.6),
    )


@emblem("figs")
def figs(page):
    lay(page, (fig, 420, 610, -10, 2.5), (half_fig, 770, 680, 10, 2.4))


@emblem("honey")
def honey(page):
    page.add(group(jar(page, 560, 740, HONEY, page.define(bee(page)), "#178a8f"), x=600, y=1000))


@emblem("fruit")
def fruit(page):
    lay(page, (pomegranate, 600, 680, 6, 2.35))


@emblem("crafts")
def crafts(page):
    lay(page, (lambda p, t: nan(p, 200, t), 600, 600, 0, 2.2))
