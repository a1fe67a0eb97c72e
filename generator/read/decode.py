"""Bytes to text: encodings, line ends, control characters, one normal form."""

from __future__ import annotations

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from generator.lexicons import lines

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32 stands first, as its little-endian mark begins with UTF-16's."""

_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
"""Beginnings of files that are no text: PDF, zip (and office files), gzip, pictures, RTF."""

_CHARSET = re.compile(rb"""charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_.:-]{1,40})""")
SAMPLE = 65_536
"""Bytes looked at to guess an encoding."""

CONTROL_SHARE = 0.02
"""Share of control characters above which bytes are no text; text as found has none or a few."""

WESTERN_SHARE = 0.1
"""Share of bytes over 127 below which undeclared text is taken for Windows-1252. English has
under .02 (quotation marks, accents), where a statistical guess takes `café` for Baltic; Cyrillic
has .8."""

MARKS_IN_A_ROW = 30
"""Combining marks kept on one letter (Unicode's Stream-Safe Text Format): sorting them costs
the square of their number, 7 s for 80,000."""

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_STRANGE = re.compile(r"[^\x00-\x7f\w\s]{31,}")
_TABLE = str.maketrans(
    {
        **{chr(code): " " for code in (*range(9), *range(14, 32), *range(0x7F, 0xA0))},
        **{chr(code): "\ufffd" for code in (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)},
        **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
        **dict.fromkeys("\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " "),
        **dict.fromkeys("\u2009\u200a\u202f\u205f\u3000\t", " "),
        **dict.fromkeys("\xad\u200b\u2060\ufeff", ""),
        **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
    }
)
"""Controls become spaces, line separators line feeds, odd spaces plain ones; invisible characters
go, and the marks that reverse the direction of writing with them."""


def decode(raw: bytes, *, declares: bool = False, label: str = "") -> str | None:
    """Return the text of a file, or None where it is no text.

    `declares` is for web pages, which may name their encoding, as may the `label` that came with
    them: `text/html; charset=windows-1251`.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if raw.startswith(_MAGIC):
        return None
    text = _decode(raw, label.encode("ascii", "ignore") + b" " + raw[:4096] if declares else b"")
    if text is None:
        return None
    sample = text[:SAMPLE]
    if len(_CONTROLS.findall(sample)) > CONTROL_SHARE * len(sample):
        return None
    return text


def _decode(raw: bytes, declaring: bytes) -> str | None:
    if wide := wide_encoding(raw[:SAMPLE]):
        return raw.decode(wide, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        encoding = _declared(declaring) or _guess(raw)
    return raw.decode(encoding, "replace") if encoding else None


def wide_encoding(sample: bytes) -> str | None:
    """Return which UTF-16 it is, by where the zeros of Latin letters stand."""
    half = len(sample) // 2
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(raw: bytes) -> str | None:
    match = _CHARSET.search(raw)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    # Browsers read what is called Latin-1 as Windows-1252, and pages are written for browsers.
    name = "cp1252" if name == "iso8859-1" else name
    return name if name in lines("encodings") else None


def _guess(raw: bytes) -> str | None:
    sample = raw[:SAMPLE]
    # Text that is UTF-8 but for a broken place stays UTF-8, with a mark at that place.
    broken = raw.decode("utf-8", "replace")
    good = sum(character > "\x7f" and character != "\ufffd" for character in broken)
    if good > 2 * broken.count("\ufffd"):
        return "utf-8"
    if sum(byte > 127 for byte in sample) < WESTERN_SHARE * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best else None


def normalise(text: str) -> str:
    """Return text with line feeds at line ends, plain spaces, no control characters, in NFC."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", _STRANGE.sub(_fewer_marks, text))


def _fewer_marks(match: re.Match[str]) -> str:
    kept, run = [], 0
    for character in match[0]:
        run = run + 1 if unicodedata.combining(character) else 0
        if run <= MARKS_IN_A_ROW:
            kept.append(character)
    return "".join(kept)
