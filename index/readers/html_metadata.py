"""What a web page states about itself in meta tags and JSON-LD.

The author is left alone: on the page of a ministry it is the ministry, or its editor, and never
proof of who speaks.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from index.cleaning import single_line
from index.metadata import Metadata
from index.transcript.dates import dates_in

_TITLES = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_PUBLISHED = (
    *("article:published_time", "og:published_time", "datepublished", "publish-date", "pubdate"),
    *("dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "citation_date", "date"),
)
_ADDRESSES = ("og:url", "dc.identifier", "citation_public_url")
_ARTICLES = frozenset(
    "Article NewsArticle ReportageNewsArticle Report CreativeWork WebPage Event BlogPosting".split()
)
_DEEPEST, _MOST_TITLE, _MOST_ADDRESS = 6, 500, 2000


def stated_in(tree: Any) -> Metadata:
    """Return title, dates and address of a page, as JSON-LD tells them or else the meta tags.

    The title element is left to the parser: it names the site as well.
    """
    tags = _meta_tags(tree)
    articles = list(_articles(tree))
    titles = [*_of(articles, "headline"), *_values(tags, _TITLES)]
    published = [*_of(articles, "datePublished", "dateCreated"), *_values(tags, _PUBLISHED)]
    links = tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    addresses = [*links, *_of(articles, "url", "mainEntityOfPage"), *_values(tags, _ADDRESSES)]
    return Metadata(
        title=next((title for title in map(single_line, titles) if 0 < len(title) <= _MOST_TITLE), None),
        date=_first_day(_of(articles, "startDate")),
        published=_first_day(published),
        source_url=next((url for url in map(single_line, addresses) if _is_address(url)), None),
        language=_language(tree),
    )


def _meta_tags(tree: Any) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if tag.get("content"):
            tags.setdefault(key.strip().lower(), tag.get("content"))
    return tags


def _values(tags: Mapping[str, str], keys: tuple[str, ...]) -> Iterator[str]:
    return (tags[key] for key in keys if key in tags)


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            values = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from (node for node in _nodes(values, _DEEPEST) if _types(node) & _ARTICLES)


def _nodes(values: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD document: itself, its list, its graph, and what it is mainly about."""
    if isinstance(values, list) and depth:
        for value in values:
            yield from _nodes(value, depth - 1)
    elif isinstance(values, dict):
        yield values
        for key in ("@graph", "mainEntity"):
            if key in values and depth:
                yield from _nodes(values[key], depth - 1)


def _types(node: Mapping[str, Any]) -> set[str]:
    types = node.get("@type")
    return {str(kind) for kind in (types if isinstance(types, list) else [types])}


def _of(nodes: list[Mapping[str, Any]], *keys: str) -> Iterator[str]:
    for key in keys:
        for node in nodes:
            value = node.get(key)
            if isinstance(value, dict):
                value = value.get("@id")
            if isinstance(value, str):
                yield value


def _first_day(texts: Iterable[str]) -> date | None:
    return next((found[0][2] for found in (dates_in(text[:60]) for text in texts) if found), None)


def _is_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and len(url) <= _MOST_ADDRESS


def _language(tree: Any) -> str | None:
    root = tree.getroottree().getroot()
    code = (root.get("lang") or "").strip().lower()[:2]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None
