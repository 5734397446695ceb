"""The quality report: one HTML page about a published warehouse that asks nothing of a network and runs no script.

All texts of articles reach the page through Jinja2's autoescape; a policy in the page forbids scripts and anything
from elsewhere besides. The same warehouse gives the same page, byte for byte.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from warehouse.disk import telling_faults
from warehouse.reader import open_reader
from warehouse.report.articles import collect_articles
from warehouse.report.concerns import find_concerns
from warehouse.report.limits import Limits
from warehouse.report.overview import look_over
from warehouse.report.titles import amount
from warehouse.report.wording import clip, day, grouped, moment, plural, words

FILTERS = {made.__name__: made for made in (amount, clip, day, grouped, moment, plural, words)}
"""What the templates may call."""


def write_report(database: Path, target: Path, limits: Limits | None = None) -> Path:
    """Write the report of a published warehouse, whole or not at all, and return where it stands.

    Raises SourcelineError as `warehouse.reader.open_reader` does, and "disk_full" or "no_access" for the page.
    """
    page = render(database, limits or Limits())
    new = target.with_name(f"{target.name}.{os.getpid()}.new")
    with telling_faults(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_text(page, "utf-8")
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
    return target


def render(database: Path, limits: Limits) -> str:
    """The page as HTML. Raises SourcelineError as `warehouse.reader.open_reader` does."""
    with open_reader(database) as connection:
        overview = look_over(connection)
        concerns = find_concerns(connection, limits)
        articles = collect_articles(connection, overview.run.run_id, limits)
    template = _environment().get_template("report.html.j2")
    return template.render(
        name=database.name, overview=overview, concerns=concerns, articles=articles, limits=limits, link=articles.link
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("warehouse.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment
