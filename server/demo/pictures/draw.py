"""Draws every picture of the demo district; the same strokes each time, whoever runs it.

python3 demo/pictures/draw.py            all pictures, beside this file
python3 demo/pictures/draw.py badam      only those whose name starts so
"""

import sys
from pathlib import Path

# each of these modules enters its pictures in the album when it is read
import emblems  # noqa: F401
import goods_crafts  # noqa: F401
import goods_dried  # noqa: F401
import goods_fresh  # noqa: F401
import goods_nuts  # noqa: F401
import market  # noqa: F401
import orchards  # noqa: F401
import places  # noqa: F401
from album import PICTURES

# A card's picture must not outweigh its page on a village connection.
LIMIT = 30_000


def main():
    folder = Path(__file__).resolve().parent
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    too_large = []
    for name, draw in PICTURES.items():
        if name.startswith(wanted):
            svg = draw().svg()
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
            if len(svg.encode()) > LIMIT:
                too_large.append(f"{name}.svg: {len(svg.encode())} bytes, the limit is {LIMIT}")
    if too_large:
        sys.exit("\n".join(too_large))


if __name__ == "__main__":
    main()
