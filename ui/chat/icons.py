"""The icons: strokes on a grid of 24 by 24. Each stands beside a label, or its button has one."""

from __future__ import annotations

from markupsafe import Markup

_STROKES = {
    "ask": "M4 5h16v11H10l-5 4v-4H4z",
    "back": "M11 5l-7 7 7 7M4.5 12H20",
    "close": "M6 6l12 12M18 6L6 18",
    "comment": "M4 5h16v11H10l-5 4v-4H4zM8 9.5h8M8 12.5h5",
    "contrast": "M12 4a8 8 0 100 16 8 8 0 000-16zM12 4v16M12 8h3.6M12 12h5M12 16h3.6",
    "copy": "M9 8h11v12H9zM15 8V4H4v12h5",
    "down": (
        "M17 4h3v9h-3zM17 12l-4 8c-1.7 0-2.4-1-2.2-2.4l.6-3.6H5.6c-1.2"
        " 0-2-1-1.7-2.2l1.4-6C5.5 4.8 6.2 4 7.4 4H17"
    ),
    "edit": "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
    "filter": "M4 6h16M7 12h10M10 18h4",
    "link": "M10 14a4 4 0 005.7 0l3-3A4 4 0 0013 5.3l-1 1M14 10a4 4 0 00-5.7 0l-3 3A4 4 0 0011 18.7l1-1",
    "list": "M4 6h16M4 12h16M4 18h10",
    "more": "M5 12h.01M12 12h.01M19 12h.01",
    "new": "M12 5v14M5 12h14",
    "quote": "M10 7c-3 .6-5 3-5 6v4h5v-5H7.5M20 7c-3 .6-5 3-5 6v4h5v-5h-2.5",
    "read": "M12 7c-2-1.6-5-2-8-2v13c3 0 6 .4 8 2 2-1.6 5-2 8-2V5c-3 0-6 .4-8 2zM12 7v13",
    "remove": "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
    "retry": "M19 12a7 7 0 11-2-5l2 2M19 4v5h-5",
    "search": "M11 5a6 6 0 100 12 6 6 0 000-12zM15.5 15.5L20 20",
    "send": "M12 20V5M6 11l6-6 6 6",
    "stop": "M7 7h10v10H7z",
    "up": (
        "M4 11h3v9H4zM7 12l4-8c1.7 0 2.4 1 2.2 2.4l-.6 3.6h5.8c1.2 0 2 1 1.7 2.2l-1.4 6c-.2 1-1 1.8-2.1 1.8H7"
    ),
    "upload": "M12 16V4M7 9l5-5 5 5M4 15v5h16v-5",
}


def icon(name: str) -> Markup:
    """Return an icon as inline SVG that screen readers pass over.

    Raises:
        KeyError: there is no such icon.
    """
    return Markup('<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>').format(
        _STROKES[name]
    )
