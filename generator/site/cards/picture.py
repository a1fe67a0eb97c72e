"""A picture of sixteen colours as a PNG.

Pillow tries each of PNG's filters on each line, and packs pixels one by one: three times the work
of all else about a card. Text on paper wants one filter, and NumPy packs all pixels at once.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
"""Numbers of colours, line by line; a line has an even number of them."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _BY_PALETTE = 4, 3
_UP = 2
"""The filter that tells a line by the one above it."""


def written(pixels: Pixels, palette: bytes) -> bytes:
    """Return a picture as a file; the palette is red, green and blue of each colour."""
    high, wide = pixels.shape
    head = struct.pack(">IIBBBBB", wide, high, _BITS, _BY_PALETTE, 0, 0, 0)
    # By run lengths: a third of the time of the usual way, and few more bytes for text.
    packer = zlib.compressobj(1, strategy=zlib.Z_RLE)
    packed = packer.compress(_lines(pixels)) + packer.flush()
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _lines(pixels: Pixels) -> bytes:
    """Return two pixels a byte, each line less the one above it."""
    pairs = np.ascontiguousarray(pixels).view("<u2")  # the pixel on the left in the lower byte
    packed = ((pairs << 4) | (pairs >> 8)).astype(np.uint8)
    lines = np.empty((len(packed), 1 + packed.shape[1]), dtype=np.uint8)
    lines[:, 0] = _UP
    lines[0, 1:] = packed[0]
    np.subtract(packed[1:], packed[:-1], out=lines[1:, 1:])
    return lines.tobytes()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return b"%b%b%b%b" % (
        struct.pack(">I", len(content)),
        kind,
        content,
        struct.pack(">I", zlib.crc32(kind + content)),
    )
