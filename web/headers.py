"""What the browser is told about safety: on every answer, strictest unless a page asks otherwise."""

from dataclasses import dataclass, field

from flask import Flask, Response, current_app, g, request, session

_STRICT = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}


@dataclass
class ContentSecurity:
    """Which content a page may load: strict, with other directives under some addresses."""

    under: dict[str, dict[str, str]] = field(default_factory=dict)

    def relax(self, prefix: str, directives: dict[str, str]) -> None:
        """Use `directives` (name: value) instead of the strict ones for addresses that start with `prefix`."""
        self.under.setdefault(prefix, {}).update(directives)

    def policy(self, path: str) -> str:
        directives = dict(_STRICT)
        for prefix, changes in self.under.items():
            if path.startswith(prefix):
                directives.update(changes)
        return "; ".join(f"{name} {value}" for name, value in directives.items())


def content_security(server: Flask) -> ContentSecurity:
    found: ContentSecurity = server.extensions["content_security"]
    return found


def embeddable() -> None:
    """This answer may stand in a frame on another site."""
    g.embeddable = True


def keep_address_private() -> None:
    """The address of this answer is a secret, such as a one-time link: it isn't passed on, kept or indexed."""
    g.private_address = True


def keep_no_copy() -> None:
    """The browser keeps no copy of this answer: on a shared computer, back shows nothing that was typed."""
    g.no_copy = True


def _address_headers() -> dict[str, str]:
    if g.get("private_address"):
        return {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}
    return {"Referrer-Policy": "same-origin"}


def _frame_headers() -> dict[str, str]:
    policy = content_security(current_app).policy(request.path)
    if g.get("embeddable"):
        return {"Content-Security-Policy": f"{policy}; frame-ancestors *"}
    return {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", "X-Frame-Options": "DENY"}


def secure(response: Response) -> Response:
    """Add the headers; pages depend on who reads them and in which language, so nobody else may keep them."""
    response.headers.update(_ALWAYS | _address_headers() | _frame_headers())
    if current_app.config["SESSION_COOKIE_SECURE"]:
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    if response.mimetype in ("text/html", "application/json"):
        kept = "no-store" if "token" in session or g.get("no_copy") else "private, no-cache"
        response.headers.setdefault("Cache-Control", kept)
        response.vary.update(("Cookie", "Accept-Language"))
    return response


def add_headers(server: Flask) -> None:
    server.extensions["content_security"] = ContentSecurity()
    server.after_request(secure)
