"""Pen and paper: outlines, tones, light, and the page a picture is drawn on.

Every motif is drawn round (0, 0) and told by `turn` (degrees) how it will lie, so that the light
falls on all goods of a picture from the same side, the upper left of a market at noon.
"""

import math
import random
from collections import namedtuple

Tone = namedtuple("Tone", "light mid dark")
LIGHT = (-0.55, -0.83)
SHADE = "#4a2a12"


def num(value):
    """A coordinate in as few characters as it needs: tenths only where they can be seen."""
    text = f"{value:.0f}" if abs(value) >= 12 else f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def pair(x, y):
    a, b = num(x), num(y)
    return a + b if b[0] == "-" else f"{a} {b}"


def spot(x, y):
    """A pair for `transform`, where the space is needed."""
    return f"{num(x)} {num(y)}"


def rotate(point, degrees):
    a = math.radians(degrees)
    x, y = point
    return (x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a))


def line(points, closed=False):
    """Straight strokes through the points."""
    return "M" + "L".join(pair(*p) for p in points) + ("z" if closed else "")


def smooth(points, closed=True, ease=6.0):
    """A soft curve through all points (Catmull-Rom, written as Bézier curves)."""
    n = len(points)
    at = (lambda i: points[i % n]) if closed else (lambda i: points[max(0, min(n - 1, i))])
    out = ["M" + pair(*points[0])]
    for i in range(n if closed else n - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        out.append(
            "C"
            + " ".join(
                (
                    pair(bx + (cx - ax) / ease, by + (cy - ay) / ease),
                    pair(cx - (dx - bx) / ease, cy - (dy - by) / ease),
                    pair(cx, cy),
                )
            ).replace(" -", "-")
        )
    return "".join(out) + ("z" if closed else "")


def puffs(points, round_=0.56):
    """A leafy outline: a bulge from each point to the next (points run clockwise)."""
    out = ["M" + pair(*points[0])]
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
        r = num(math.hypot(bx - ax, by - ay) * round_)
        out.append(f"A{r} {r} 0 0 1 {pair(bx, by)}")
    return "".join(out) + "z"


def oval(rx, ry, rng=None, wobble=0.0, n=12, power=1.0):
    """Points of an ellipse by an unsteady hand; `power` below 1 makes it boxier."""
    points = []
    for i in range(n):
        t = 2 * math.pi * i / n
        r = 1 + (rng.uniform(-wobble, wobble) if rng else 0)
        c, s = math.cos(t), math.sin(t)
        points.append((rx * r * math.copysign(abs(c) ** power, c), ry * r * math.copysign(abs(s) ** power, s)))
    return points


def drop(length, width, rng, wobble=0.02, n=16, point=0.3):
    """Points of a drop whose tip looks along +x: almonds, seeds, leaves of a flame."""
    points = []
    for i in range(n):
        t = 2 * math.pi * i / n
        r = 1 + rng.uniform(-wobble, wobble)
        y = math.sin(t) * ((1 - math.cos(t)) / 2) ** point * 1.12
        points.append((length / 2 * math.cos(t) * r, width / 2 * y * r))
    return points


def fill(d, colour, opacity=1, more=""):
    o = f' opacity="{opacity}"' if opacity != 1 else ""
    return f'<path d="{d}" fill="{colour}"{o}{more}/>'


def stroke(d, colour, width, opacity=1, more=""):
    o = f' opacity="{opacity}"' if opacity != 1 else ""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{num(width)}" '
        f'stroke-linecap="round" stroke-linejoin="round"{o}{more}/>'
    )


def ellipse(x, y, rx, ry, colour, opacity=1):
    o = f' opacity="{opacity}"' if opacity != 1 else ""
    return f'<ellipse cx="{num(x)}" cy="{num(y)}" rx="{num(rx)}" ry="{num(ry)}" fill="{colour}"{o}/>'


def group(*parts, x=0, y=0, turn=0, size=1, flip=False, more=""):
    """Markup moved to (x, y), turned and sized."""
    t = f"translate({spot(x, y)})"
    if turn:
        t += f" rotate({num(turn)})"
    if size != 1 or flip:
        t += f" scale({'-' if flip else ''}{size:.3g} {size:.3g})" if flip else f" scale({size:.3g})"
    return f'<g transform="{t}"{more}>{"".join(parts)}</g>'


class Page:
    """One picture: its size, its shared definitions and what was drawn so far."""

    def __init__(self, name, width=1200, height=1200):
        self.name, self.width, self.height = name, width, height
        self.rng = random.Random(name)
        self.defs, self.body, self.made = [], [], 0

    def new_id(self):
        self.made += 1
        return f"i{self.made}"

    def define(self, markup):
        """Keep a drawing for repeated use; returns its id for `put`."""
        key = self.new_id()
        self.defs.append(f'<g id="{key}">{markup}</g>')
        return key

    def outline(self, d):
        key = self.new_id()
        self.defs.append(f'<path id="{key}" d="{d}"/>')
        return key

    def clip(self, d):
        key = self.new_id()
        self.defs.append(f'<clipPath id="{key}"><path d="{d}"/></clipPath>')
        return key

    def clipped(self, d, *parts):
        return f'<g clip-path="url(#{self.clip(d)})">{"".join(parts)}</g>'

    def gradient(self, *stops, across=(0, 0, 0, 1)):
        """A linear gradient over the painted shape; stops are (offset, colour[, opacity])."""
        key = self.new_id()
        x1, y1, x2, y2 = across
        marks = "".join(
            f'<stop offset="{s[0]}" stop-color="{s[1]}"' + (f' stop-opacity="{s[2]}"' if len(s) > 2 else "") + "/>" for s in stops
        )
        self.defs.append(f'<linearGradient id="{key}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">{marks}</linearGradient>')
        return f"url(#{key})"

    def glow(self, *stops, at=(0.4, 0.35), radius=0.7):
        """A radial gradient over the painted shape."""
        key = self.new_id()
        marks = "".join(
            f'<stop offset="{s[0]}" stop-color="{s[1]}"' + (f' stop-opacity="{s[2]}"' if len(s) > 2 else "") + "/>" for s in stops
        )
        self.defs.append(f'<radialGradient id="{key}" cx="{at[0]}" cy="{at[1]}" r="{radius}">{marks}</radialGradient>')
        return f"url(#{key})"

    def solid(self, d, tone, turn=0, depth=10, detail="", shadow=6, lit=0.0):
        """A body in the noon light: dark rim on the far side, mid tone, `detail` upon it.

        `depth` is the width of the rim, `shadow` how far the body throws its shadow, `lit` the
        size of a third, lighter tone on the sunny side (0: none, 1: all of it).
        """
        key = self.outline(d)
        self.defs.append(f'<clipPath id="c{key}"><use href="#{key}"/></clipPath>')
        lx, ly = rotate(LIGHT, -turn)
        parts = []
        if shadow:
            parts.append(
                f'<use href="#{key}" transform="translate({spot(-lx * shadow, -ly * shadow * 1.6)})" '
                f'fill="{SHADE}" opacity=".3"/>'
            )
        parts.append(f'<use href="#{key}" fill="{tone.dark}"/><g clip-path="url(#c{key})">')
        parts.append(f'<use href="#{key}" transform="translate({spot(lx * depth, ly * depth)})" fill="{tone.mid}"/>')
        if lit:
            parts.append(
                f'<use href="#{key}" transform="translate({spot(lx * depth * 2.2, ly * depth * 2.2)}) '
                f'scale({lit:.2g})" fill="{tone.light}"/>'
            )
        parts.append(detail + "</g>")
        return "".join(parts)

    def add(self, *markup):
        self.body.extend(markup)

    def put(self, key, x, y, turn=0, size=1, more=""):
        t = f"translate({spot(x, y)})"
        if turn:
            t += f" rotate({num(turn)})"
        if size != 1:
            t += f" scale({size:.3g})"
        self.body.append(f'<use href="#{key}" transform="{t}"{more}/>')

    def kinds(self, motif, count=5, spread=360, start=0, **wishes):
        """`count` different pieces of a motif, each lying at its own angle, lit from the same side."""
        made = []
        for i in range(count):
            turn = start + spread * i / count + self.rng.uniform(-12, 12)
            made.append((self.define(motif(self, turn=turn, **wishes)), turn))
        return made

    def drop_one(self, kinds, x, y, size=1.0, lean=8):
        key, turn = self.rng.choice(kinds)
        self.put(key, x, y, turn + self.rng.uniform(-lean, lean), size * self.rng.uniform(0.95, 1.05))

    def pile(self, kinds, cx, base, width, height, step, size=1.0, rise=0.5):
        """A heap, drawn from the back to the front; `rise` below 1 makes its shoulders rounder."""
        rows = max(2, round(height / (step * 0.55)))
        last = None
        for r in range(rows):
            t = (r + 0.35) / (rows - 0.65) if rows > 1 else 1
            half = width / 2 * min(1, t) ** rise
            count = max(1, round(2 * half / step))
            for i in range(count):
                x = cx - half + (i + 0.5 + (0.25 if r % 2 else -0.25) * (count > 1)) * 2 * half / count
                kind = self.rng.choice([k for k in kinds if k != last] or kinds)
                last = kind
                self.put(
                    kind[0],
                    x + self.rng.uniform(-0.12, 0.12) * step,
                    base - height + t * height + self.rng.uniform(-0.1, 0.1) * step,
                    kind[1] + self.rng.uniform(-8, 8),
                    size * self.rng.uniform(0.94, 1.06),
                )

    def svg(self):
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}" '
            f'width="{self.width}" height="{self.height}"><defs>{"".join(self.defs)}</defs>'
            f"{''.join(self.body)}</svg>\n"
        )


def gleam(points, turn=0, inset=0.7, width=10, opacity=0.55, span=38, colour="#fff"):
    """A streak of light just inside the sunny edge of an outline."""
    lit = []
    for x, y in points:
        wx, wy = rotate((x, y), turn)
        away = (math.degrees(math.atan2(wy, wx) - math.atan2(LIGHT[1], LIGHT[0])) + 180) % 360 - 180
        if abs(away) <= span:
            lit.append((away, (x * inset, y * inset)))
    lit = [p for _, p in sorted(lit)]
    if not lit:
        return ""
    if len(lit) == 1:
        lit.append((lit[0][0] + 1, lit[0][1] + 1))
    return stroke(smooth(lit, closed=False), colour, width, opacity)


def inside(rng, count, rx, ry, gap=0):
    """Scattered points within an ellipse, no two closer than `gap`."""
    found = []
    for _ in range(count * 40):
        if len(found) == count:
            break
        x, y = rng.uniform(-1, 1), rng.uniform(-1, 1)
        if x * x + y * y < 1 and all(math.hypot(x * rx - a, y * ry - b) > gap for a, b in found):
            found.append((x * rx, y * ry))
    return found
