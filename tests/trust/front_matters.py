"""Front matter made to break what reads it, and the larger lists outside the repository."""

from __future__ import annotations

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "m0: &m0 {k: v}\n" + "".join(
    f"m{at}: &m{at} {{<<: [*m{at - 1}, *m{at - 1}]}}\n" for at in range(1, 40)
)

OWN = {
    "aliases that multiply": BOMB,
    "merges that multiply": MERGES,
    "an alias of itself": "a: &a [*a]\n",
    "brackets": "a: " + "[" * 60_000,
    "closed brackets": "a: " + "[" * 30_000 + "]" * 30_000 + "\n",
    "braces": "a: " + "{" * 60_000,
    "keys of keys": "? " * 20_000 + "a\n",
    "items of items": "a:\n" + "- " * 30_000 + "x\n",
    "blocks in blocks": "".join(f"{' ' * level}a:\n" for level in range(300)),
    "an object": "a: !!python/object/apply:os.system ['exit 7']\n",
    "a name": "a: !!python/name:os.system\n",
    "a tag": "a: !secret HOME\n",
    "an environment": "a: !ENV HOME\n",
    "a long tag": "a: !<" + "x" * 60_000 + "> y\n",
    "binary": "a: !!binary R0lGODlh\n",
    "a set": "a: !!set {x, y}\n",
    "a directive": "%YAML 1.1\n---\na: b\n",
    "a second document": "a: 1\n--- \nb: 2\n",
    "a key twice": "title: one\ntitle: two\n",
    "a list for a key": "? [x]\n: y\n",
    "many keys": "".join(f"k{at}: v\n" for at in range(6_000)),
    "many items": "title: [" + "x, " * 20_000 + "]\n",
    "a long key": "x" * 60_000 + ": y\n",
    "a long text": "title: " + "x" * 60_000 + "\n",
    "a long quotation": "title: '" + "''" * 30_000 + "'\n",
    "escapes": 'title: "' + "\\x41" * 15_000 + '"\n',
    "folded lines": "title: >\n" + "  a\n" * 15_000,
    "comments": "# x\n" * 16_000 + "title: x\n",
    "spaces": "title:" + " " * 60_000 + "x\n",
    "colons": "title: " + "a:" * 30_000 + "\n",
    "dashes": "-" * 60_000 + "\n",
    "a huge number": "title: x\norder: " + "9" * 60_000 + "\n",
    "a huge exponent": "title: x\norder: 1e999999999\n",
    "sexagesimals": "title: 1" + ":59" * 15_000 + "\n",
    "no end": "title: 'x\n",
    "a zero": "title: a\x00b\n",
    "an escaped zero": 'title: "a\\0b"\n',
    "a bell": "title: a\x07b\n",
    "half a character": 'title: "\\ud800"\n',
    "no character": 'title: "\\UFFFFFFFF"\n',
    "a mark of byte order": "\ufefftitle: a\n",
    "a line separator": "title: a\u2028status: b\n",
    "a next line": "title: a\x85status: b\n",
    "right to left": 'title: "\u202egnp.exe"\n',
    "marks on a letter": "title: a" + "\u0301" * 25_000 + "\n",
    "a prototype": "__proto__: {x: 1}\nconstructor: y\n",
    "another's path": "title: x\nid: ../../x\n",
    "a template": "title: x\ntemplate: ../../etc/passwd\n",
    "a date without end": "title: x\nkind: attack\ndate: " + "2024/" * 10_000 + "\n",
}
