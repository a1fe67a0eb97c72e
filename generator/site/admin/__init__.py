"""The form at `/admin/`: Decap CMS, its collections made from the schema of the content.

It is a file and no page, so that no builder lists it, and it alone loads the CMS.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from functools import partial

from generator.site.admin.backend import api, backend
from generator.site.admin.collections import collections
from generator.site.admin.words import words
from generator.site.data.files import LaterFile
from generator.site.options import Options
from generator.site.rendering import Rendering

PAGE = "admin/index.html"
CONFIG = "admin/config.json"


def admin_files(site: Rendering) -> Iterator[LaterFile]:
    """Yield the page and what it tells the CMS; nothing where the site wants no form."""
    if not site.options.admin:
        return
    kinds = sorted({entry.meta.kind for entry in site.catalogue.entries})
    made: dict[str, Callable[[], bytes]] = {
        PAGE: partial(_page, site),
        CONFIG: partial(_configuration, site, kinds),
    }
    for path, make in made.items():
        yield LaterFile(path=path, made_from=site.kept.key((path, kinds)).hex(), make=make)


def _page(site: Rendering) -> bytes:
    options = site.options
    return site.html("admin.html", PAGE, options=options, policy=policy(options)).encode()


def _configuration(site: Rendering, kinds: Collection[str]) -> bytes:
    return json.dumps(configuration(site, kinds)).encode()


def configuration(site: Rendering, kinds: Collection[str]) -> dict[str, object]:
    """Return the configuration of Decap CMS, for the kinds of event that there are.

    The CMS itself heeds `local_backend` only where the page is opened on one's own machine.
    """
    options = site.options
    return {
        "backend": backend(options),
        "local_backend": True,
        "publish_mode": "editorial_workflow",
        "show_preview_links": False,
        "site_url": options.url or "/",
        "logo": {"src": "../assets/images/dateline.svg"},
        "locale": site.strings.language,
        "phrases": dict(words(site.strings.language).phrases()),
        "media_folder": f"{options.folder}/pictures",
        "public_folder": "/pictures",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": collections(options.folder, kinds, site.strings),
    }


def policy(options: Options) -> str:
    """Return the page's content security policy.

    The CMS compiles the checks of its configuration and writes its styles while it runs, so it
    needs 'unsafe-eval' and inline styles; no inline script, and no host but the forge's and the
    CMS's server on the contributor's own machine.
    """
    forge = api(options)
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob: {' '.join(forge)}".strip(),
            "font-src 'self' data:",
            f"connect-src 'self' blob: http://localhost:8081 {' '.join(forge)}".strip(),
            "frame-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
        )
    )
