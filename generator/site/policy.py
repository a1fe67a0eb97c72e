"""What a page may load and run: its content security policy (W3C CSP Level 3).

No inline script or style, nothing of another host. `data:` pictures are the theme's icons, in its
stylesheets.
"""

from __future__ import annotations

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
    )
)
