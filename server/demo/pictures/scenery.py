"""The land: sky, mountains, fields, trees, houses, and small people at work seen from afar."""

from ink import (
    SHADE,
    Tone,
    ellipse,
    fill,
    group,
    inside,
    line,
    num,
    oval,
    pair,
    puffs,
    smooth,
    stroke,
)

GREEN = Tone("#a9c56f", "#82a851", "#5b8240")
SNOW = "#fdfaf3"
MUD = Tone("#eccfa3", "#d8b27f", "#b48a57")


def sky(page, top="#bfe3e6", low="#fdf3dd", sun=None):
    page.add(f'<rect width="1600" height="900" fill="{page.gradient((0, top), (0.75, low))}"/>')
    if sun:
        x, y, r = sun
        page.add(
            ellipse(x, y, r * 1.9, r * 1.9, "#fff6d8", 0.45),
            ellipse(x, y, r * 1.4, r * 1.4, "#fff1c2", 0.6),
            ellipse(x, y, r, r, "#fff8e2"),
        )


def cloud(page, x, y, size=1.0):
    d = "M-120 20C-150 20 -150 -24 -104 -24C-96 -70 -30 -76 -12 -44C20 -70 76 -50 74 -18C120 -26 140 20 104 20z"
    page.add(group(fill(d, "#fff", 0.8), x=x, y=y, size=size))


def mountains(page, base, peaks, tone, snow=0.35):
    """A range: `peaks` are (x, height, half width); the sun side is lighter, the top white."""
    rng = page.rng
    for x, h, w in peaks:
        ridge = [
            (x - w, base),
            (x - w * 0.62, base - h * 0.42),
            (x - w * 0.4, base - h * 0.52),
            (x - w * 0.16, base - h * 0.84),
            (x, base - h),
            (x + w * 0.14, base - h * 0.86),
            (x + w * 0.34, base - h * 0.58),
            (x + w * 0.6, base - h * 0.38),
            (x + w, base),
        ]
        ridge = [(a + rng.uniform(-8, 8), b + (rng.uniform(-8, 8) if b < base else 0)) for a, b in ridge]
        peak = ridge[4]
        whole = line(ridge, True)
        dark = line(
            [
                peak,
                (peak[0] + w * 0.05, base - h * 0.7),
                (peak[0] - w * 0.05, base - h * 0.5),
                (peak[0] + w * 0.12, base - h * 0.26),
                (peak[0] + w * 0.02, base),
                ridge[8],
                *ridge[7:4:-1],
            ],
            True,
        )
        parts = [fill(whole, tone.mid), fill(dark, tone.dark)]
        if snow:
            s = base - h * (1 - snow)
            cap = [(x - w, s - h), (x - w, s + h * 0.02)]
            n = 9
            cap += [(x - w + 2 * w * i / n, s + (h * 0.09 if i % 2 else -h * 0.08) + rng.uniform(-9, 9)) for i in range(1, n)]
            cap += [(x + w, s), (x + w, s - h)]
            parts.append(page.clipped(line(cap, True), fill(whole, SNOW), fill(dark, "#cfdbe2")))
        page.add(*parts)


def hill(page, points, colour, to=900):
    """Land below a soft line."""
    d = smooth(points, False) + f"L{pair(points[-1][0], to)}L{pair(points[0][0], to)}z"
    page.add(fill(d, colour))
    return d


def tree(page, tone, dots=None, width=130, height=200, count=16, dot=9, trunk="#8a6237"):
    """A round orchard tree standing on (0, 0), with blossoms or fruit of the colours `dots`."""
    rng = page.rng
    cy = -height * 0.62
    crown = [(x, y + cy) for x, y in oval(width * 0.46, height * 0.35, rng, 0.07, 9)]
    lit = [(x * 0.6 - width * 0.1, (y - cy) * 0.56 + cy - height * 0.08) for x, y in crown]
    marks = fill(puffs(lit), tone.light, 0.9)
    parts = [
        ellipse(width * 0.12, 0, width * 0.46, height * 0.05, SHADE, 0.18),
        fill(
            f"M-9 0Q-6 {num(-height * 0.2)} -16 {num(-height * 0.46)}L-4 {num(-height * 0.36)}L4 {num(-height * 0.5)}L8 {num(-height * 0.36)}L20 {num(-height * 0.44)}Q8 {num(-height * 0.2)} 11 0z",
            trunk,
        ),
        page.solid(puffs(crown), tone, 0, width * 0.07, marks, 0),
    ]
    for colour in dots or ():
        d = "".join(f"M{pair(x, y + cy)}h.1" for x, y in inside(rng, count, width * 0.44, height * 0.34, dot))
        parts.append(stroke(d, colour, dot * 1.6))
    return "".join(parts)


def poplar(page, tone=Tone("#a9c27a", "#86a75a", "#5f8342"), height=300, width=64):
    """A slim poplar standing on (0, 0)."""
    w = width / 2
    shape = [
        (0, -height),
        (w * 0.6, -height * 0.8),
        (w, -height * 0.45),
        (w * 0.8, -height * 0.18),
        (0, -height * 0.1),
        (-w * 0.8, -height * 0.18),
        (-w, -height * 0.45),
        (-w * 0.6, -height * 0.8),
    ]
    shape = [(x + page.rng.uniform(-3, 3), y) for x, y in shape]
    strokes = "".join(
        f"M{pair(-w * 0.4 + i * w * 0.3, -height * (0.3 + 0.12 * i))}l{pair(w * 0.2, -height * 0.14)}" for i in range(4)
    )
    return (
        ellipse(10, 0, w * 0.9, 7, SHADE, 0.18)
        + f'<rect x="-5" y="{num(-height * 0.2)}" width="10" height="{num(height * 0.2)}" fill="#a48a68"/>'
        + page.solid(smooth(shape), tone, 0, w * 0.4, stroke(strokes, tone.light, 6, 0.8), 0)
    )


def bush(page, tone, dots=(), width=180, height=120, dot=14, count=9):
    rng = page.rng
    w = width
    shape = [
        (-w * 0.46, 0),
        (-w * 0.5, -height * 0.42),
        (-w * 0.3, -height * 0.78),
        (0, -height * 0.92),
        (w * 0.3, -height * 0.8),
        (w * 0.5, -height * 0.42),
        (w * 0.46, 0),
        (w * 0.16, 0),
        (-w * 0.16, 0),
    ]
    jitter = min(7, w * 0.03)
    shape = [(x + rng.uniform(-jitter, jitter), y + rng.uniform(-jitter, jitter)) for x, y in shape]
    lit = [(x * 0.6 - w * 0.08, y * 0.6 - height * 0.28) for x, y in shape]
    parts = [
        ellipse(8, 2, width * 0.52, height * 0.1, SHADE, 0.18),
        page.solid(puffs(shape), tone, 0, w * 0.06, fill(puffs(lit), tone.light, 0.8), 0),
    ]
    for colour in dots:
        d = "".join(f"M{pair(x, y - height * 0.48)}h.1" for x, y in inside(rng, count, width * 0.42, height * 0.38, dot * 2))
        parts += [stroke(d, colour, dot * 1.7)]
    return "".join(parts)


def hive(page, colour="#3a9fa0"):
    """A wooden hive box on feet."""
    return (
        ellipse(16, 4, 86, 14, SHADE, 0.2)
        + fill("M-60 0h14v-20h-14zM46 0h14v-20h-14z", "#7d5128")
        + fill("M-70 -110H70V-16H-70z", colour)
        + fill("M34 -110H70V-16H34z", SHADE, 0.16)
        + stroke("M-70 -64H70", SHADE, 4, 0.3)
        + fill("M-82 -134H82L74 -108H-74z", "#fdf3e0")
        + fill("M40 -134H82L74 -108H40z", SHADE, 0.12)
        + fill("M-30 -34h60v12h-60z", "#4a2a12")
    )


def house(page, width=240, height=120, tone=MUD, door="#178a8f"):
    """A flat-roofed house of mud brick with a carved door."""
    w = width / 2
    return (
        ellipse(20, 2, w * 1.06, 12, SHADE, 0.18)
        + f'<rect x="{num(-w)}" y="{num(-height)}" width="{width}" height="{height}" fill="{tone.mid}"/>'
        + f'<rect x="{num(w * 0.5)}" y="{num(-height)}" width="{num(w * 0.5)}" height="{height}" fill="{tone.dark}" opacity=".5"/>'
        + f'<rect x="{num(-w - 10)}" y="{num(-height - 14)}" width="{width + 20}" height="20" rx="4" fill="{tone.light}"/>'
        + fill(f"M{num(-w * 0.2)} 0v{num(-height * 0.62)}q{num(w * 0.16)} -22 {num(w * 0.32)} 0V0z", door)
        + stroke(f"M{num(-w * 0.04)} 0V{num(-height * 0.66)}", "#fdf3e0", 3, 0.6)
        + "".join(
            f'<rect x="{num(x)}" y="{num(-height * 0.66)}" width="{num(w * 0.24)}" height="{num(height * 0.3)}" rx="6" fill="#6b4a2c"/>'
            + stroke(
                f"M{num(x)} {num(-height * 0.51)}h{num(w * 0.24)}M{num(x + w * 0.12)} {num(-height * 0.66)}v{num(height * 0.3)}",
                "#f2dfba",
                3,
            )
            for x in (-w * 0.72, w * 0.36)
        )
    )


def lattice_house(page, width=320, height=210):
    """A raisin house: brick walls full of holes for the dry wind."""
    w = width / 2
    holes = ""
    rows, cols = 6, int(width / 30)
    for r in range(rows):
        for c in range(cols - (r % 2)):
            holes += (
                f"M{pair(-w + 24 + c * (width - 30) / cols + (r % 2) * 14, -height + 34 + r * (height - 60) / rows)}h12v16h-12z"
            )
    return (
        ellipse(24, 2, w * 1.08, 14, SHADE, 0.2)
        + f'<rect x="{num(-w)}" y="{num(-height)}" width="{width}" height="{height}" fill="#dba877"/>'
        + fill(holes, "#8a5530")
        + f'<rect x="{num(w * 0.55)}" y="{num(-height)}" width="{num(w * 0.45)}" height="{height}" fill="{SHADE}" opacity=".14"/>'
        + f'<rect x="{num(-w - 10)}" y="{num(-height - 16)}" width="{width + 20}" height="22" rx="4" fill="#efcb9c"/>'
        + f'<rect x="{num(-w)}" y="-22" width="{width}" height="22" fill="#c48f5e"/>'
        + fill("M-30 0v-104q30 -24 60 0V0z", "#7a4a24")
    )


def rack(page, colour, width=300):
    """A slanting drying rack covered with fruit."""
    w = width / 2
    top = f"M{pair(-w, 0)}L{pair(-w * 0.86, -84)}L{pair(w * 0.86, -84)}L{pair(w, 0)}z"
    dots = "".join(
        f"M{pair((c - 4.5) * w * (0.172 + r * 0.009) + page.rng.uniform(-3, 3), -70 + r * 20)}h.1"
        for r in range(4)
        for c in range(10)
    )
    return (
        ellipse(14, 52, w, 14, SHADE, 0.18)
        + stroke(f"M{pair(-w * 0.9, 4)}v44M{pair(w * 0.9, 4)}v44M{pair(-w * 0.3, 4)}v44M{pair(w * 0.3, 4)}v44", "#8a6237", 11)
        + fill(top, "#f3e2b8")
        + stroke(dots, SHADE, 20, 0.25, ' transform="translate(2 5)"')
        + stroke(dots, colour, 20)
        + stroke(dots, "#ffd58e", 6, 0.8, ' transform="translate(-3 -4)"')
        + fill(f"M{pair(-w, 0)}h{num(width)}v12h{num(-width)}z", "#b98a53")
    )


def person(dress="#b5245c", scarf="#fdf3e0", apron=None, doppa=False, basket=None):
    """A figure seen from behind, standing on (0, 0), about 135 high: headscarf, or doppa and long coat."""
    parts = [ellipse(8, 1, 38, 7, SHADE, 0.2), fill("M-16 -10h13v12h-15zM3 -10h13l2 12H3z", "#4a3328")]
    if doppa:
        parts += [
            fill("M-17 -50L-15 -6H-2L0 -30L2 -6H15L17 -50z", "#4a4458"),
            fill("M-17 -97Q-24 -64 -23 -32Q0 -26 23 -32Q24 -64 17 -97Q0 -106 -17 -97z", dress),
            fill("M6 -101Q16 -100 17 -97Q24 -64 23 -32L10 -30Q14 -70 6 -101z", SHADE, 0.16),
            stroke("M-22 -62Q0 -56 22 -62", "#f2b53a", 7),
        ]
    else:
        parts += [
            fill("M-15 -96Q-23 -76 -17 -62Q-32 -34 -36 -9Q0 4 36 -9Q32 -34 17 -62Q23 -76 15 -96Q0 -104 -15 -96z", dress),
            stroke(
                "M-8 -88l4 10l-4 10M8 -88l-4 10l4 10M-17 -46l5 12l-7 14M0 -50l5 14l-5 14M17 -46l-5 12l7 14", "#fdf3e0", 3, 0.55
            ),
            fill("M8 -99Q14 -98 15 -96Q23 -76 17 -62Q32 -34 36 -9Q26 -3 14 -2Q18 -50 8 -99z", SHADE, 0.16),
        ]
    parts.append(
        stroke("M-15 -89Q-33 -74 -25 -56M15 -89Q33 -74 25 -56", dress, 12) + stroke("M-25 -54l1 2M25 -54l-1 2", "#d9a679", 9)
    )
    if apron:
        parts.append(
            stroke("M-18 -63Q0 -58 18 -63", apron, 6)
            + fill("M0 -60Q-16 -74 -18 -60Q-16 -50 0 -60Q16 -74 18 -60Q16 -50 0 -60L9 -36L0 -42L-9 -36z", apron)
        )
    parts.append(fill("M-6 -108h12v14H-6z", "#c9936a") + ellipse(0, -115, 16, 17, "#5b4032" if doppa else "#d9a679"))
    if doppa:
        parts += [
            stroke("M-16 -113v3M16 -113v3", "#d9a679", 7),
            fill("M-17 -118L-14 -136Q0 -142 14 -136L17 -118Q0 -112 -17 -118z", scarf),
            stroke("M-15 -120Q0 -114 15 -120", "#fdf3e0", 3),
            stroke("M0 -133l4 5l-4 5l-4 -5z", "#fdf3e0", 3),
        ]
    else:
        parts += [
            fill("M-18 -112Q-20 -135 0 -135Q20 -135 18 -112Q13 -100 0 -98Q-13 -100 -18 -112z", scarf),
            fill("M-11 -103L1 -76L12 -103Q0 -98 -11 -103z", scarf),
            stroke("M-12 -104Q0 -98 12 -104", SHADE, 3, 0.3),
            stroke("M-8 -122h.1M2 -128h.1M8 -116h.1M-2 -114h.1", "#b5245c" if scarf == "#fdf3e0" else "#fdf3e0", 4, 0.8),
        ]
    if basket:
        parts.append(
            group(
                stroke("M-18 -2Q0 -34 18 -2", "#96602f", 4)
                + fill("M-22 -2H22L16 22H-16z", "#c48f52")
                + stroke("M-20 6H20M-18 14H18", "#96602f", 3)
                + stroke("M-12 -5h.1M0 -8h.1M12 -5h.1", basket, 13),
                x=32,
                y=-46,
            )
        )
    return "".join(parts)


def row(page, keys, y, start, end, step, size=1.0, wobble=10):
    """Trees or bushes planted in a row."""
    x = start
    while x <= end:
        page.put(
            page.rng.choice(keys),
            x + page.rng.uniform(-wobble, wobble),
            y + page.rng.uniform(-wobble / 3, wobble / 3),
            0,
            size * page.rng.uniform(0.93, 1.07),
        )
        x += step
