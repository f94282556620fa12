"""The list of pictures, and the ground each kind of picture is drawn on."""

from ink import SHADE, Page, ellipse, fill, oval, smooth

PICTURES = {}

# (table, light falling on it) for each category
GROUNDS = {
    "badam": ("#f7e3cd", "#fdf3e4"),
    "walnuts": ("#e9e3cf", "#f7f3e6"),
    "dates": ("#f6dcd0", "#fdf0e9"),
    "raisins": ("#e3ebcf", "#f5f8e8"),
    "apricots": ("#fce3bf", "#fef3de"),
    "figs": ("#ecdfea", "#f9f1f8"),
    "honey": ("#fbe9b9", "#fef7df"),
    "fruit": ("#d6ebe3", "#eff8f3"),
    "crafts": ("#dfe8ec", "#f3f8f9"),
}


def picture(name, category):
    """Enter a drawing of goods: 1200 × 1200, on the ground of its category."""

    def enter(draw):
        def whole():
            page = Page(name)
            table(page, category)
            draw(page)
            return page

        PICTURES[name] = whole
        return draw

    return enter


def cover(name):
    """Enter a landscape: 1600 × 900."""

    def enter(draw):
        def whole():
            page = Page(name, 1600, 900)
            draw(page)
            return page

        PICTURES[name] = whole
        return draw

    return enter


def table(page, category):
    """A pale ground with a pool of noon light."""
    ground, light = GROUNDS[category]
    page.add(f'<rect width="1200" height="1200" fill="{ground}"/>')
    pool = [(600 + x, 610 + y) for x, y in oval(535, 520, page.rng, 0.022, 11)]
    page.add(fill(smooth(pool), light))


def resting(page, x, y, rx, ry, opacity=0.15):
    """The shadow of something standing or lying on the table."""
    page.add(ellipse(x, y, rx, ry, SHADE, opacity))
