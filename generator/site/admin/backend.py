"""Where the form reads and writes: the forge that `repo_url` names."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.site.options import Options

LOCAL = "http://localhost:8081/api/v1"
"""Where decap-server listens, to which the CMS speaks on the contributor's own machine."""


def backend(options: Options) -> dict[str, object]:
    """Return what the CMS calls a backend; the local one alone where nobody could sign in.

    GitHub wants a server that signs in for the page, GitLab the id of an application. On GitHub a
    contributor without the right to write gets a fork of their own (open authoring).
    """
    address = urlsplit(options.repository)
    host = address.hostname or ""
    chosen = dict(options.admin_backend)
    found: dict[str, object] = {"repo": address.path.strip("/"), "branch": options.branch}
    if host == "github.com" and "base_url" in chosen:
        found |= {"name": "github", "open_authoring": True}
    elif host.startswith("gitlab.") and "app_id" in chosen:
        root = f"https://{host}"
        found |= {"name": "gitlab", "base_url": root, "api_root": f"{root}/api/v4"}
        found |= {"auth_type": "pkce"}
    else:
        found |= {"name": "proxy", "proxy_url": LOCAL}
    return found | chosen


def api(options: Options) -> tuple[str, ...]:
    """Return the hosts that the form may speak to and show pictures of."""
    chosen = backend(options)
    if chosen["name"] == "github":
        return ("https://api.github.com", "https://*.githubusercontent.com")
    roots = (chosen.get("api_root"), chosen.get("base_url"))
    hosts = [urlsplit(root) for root in roots if isinstance(root, str)]
    return tuple(dict.fromkeys(f"{host.scheme}://{host.netloc}" for host in hosts))
