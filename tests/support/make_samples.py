"""Make the sample articles of `raw/` that are not text: two PDFs and an archive. The same bytes on every machine.

python -m tests.support.make_samples
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tests.support.pdf import A4, BOLD, PLAIN, Sheet, pdf, width

RAW = Path(__file__).parents[2] / "raw"

SAMPLES = Path(__file__).parent / "samples"

SOFT = "·"
"""Where a word of a sample may be broken at the end of a line."""

TOP, BOTTOM = 760, 110
GAP = 7


@dataclass(frozen=True, slots=True)
class Column:
    """Where text runs on a page: from `left`, `width` points wide."""

    left: float
    width: float


def broken(text: str, measure: float, size: float, font: str = PLAIN) -> Iterator[str]:
    """The lines of a paragraph; a word that does not fit is broken at the last of its soft hyphens that does."""
    line = ""
    for word in text.split():
        parts, fitting = word.split(SOFT), 0
        for taken in range(len(parts), 0, -1):
            tail = "" if taken == len(parts) or parts[taken - 1].endswith("-") else "-"
            tried = f"{line} {''.join(parts[:taken])}{tail}".strip()
            if width(tried, size, font) <= measure:
                fitting = taken
                break
        if fitting == len(parts):
            line = tried
            continue
        yield tried if fitting else line
        line = "".join(parts[fitting:])
    yield line


class Setter:
    """Sets blocks of text one under the other, column by column and page by page."""

    def __init__(self, columns: Sequence[Column], size: float = 10, justified: bool = False) -> None:
        self.columns = columns
        self.size = size
        self.justified = justified
        self.sheets = [Sheet()]
        self.column = 0
        self.y = self.top = float(TOP)

    @property
    def sheet(self) -> Sheet:
        return self.sheets[-1]

    @property
    def place(self) -> Column:
        return self.columns[self.column]

    def room(self, height: float) -> None:
        """Go on in the next column where less than this is left."""
        if self.y - height >= BOTTOM:
            return
        self.column += 1
        if self.column == len(self.columns):
            self.column, self.top = 0, TOP
            self.sheets.append(Sheet())
        self.y = self.top

    def run(self, name: str, table: Callable[[Setter], None] | None = None) -> None:
        """Set a text of `samples/`: paragraphs, headings (#, and ## for the title), items (*), and one table."""
        for block in (SAMPLES / name).read_text("utf-8").split("\n\n"):
            mark, _, text = block.partition(" ")
            if mark in ("#", "##"):
                self.heading(text, size=self.size * (1.6 if mark == "##" else 1.2))
            elif mark == "*":
                self.paragraph(text, hanging="•  ")
            elif table and block == "[table]":
                table(self)
            else:
                self.paragraph(block)

    def heading(self, text: str, size: float) -> None:
        lines = list(broken(text, self.place.width, size, BOLD))
        self.y -= GAP
        self.room(len(lines) * size * 1.2 + 3 * self.size)
        for line in lines:
            self.sheet.text(self.place.left, self.y, line, size, BOLD)
            self.y -= size * 1.2
        self.y -= GAP / 2

    def paragraph(self, text: str, hanging: str = "") -> None:
        indent = width(hanging, self.size)
        lines = list(broken(text, self.place.width - indent, self.size))
        for number, line in enumerate(lines):
            self.room(self.size)
            if hanging and not number:
                self.sheet.text(self.place.left, self.y, hanging, self.size)
            gaps = line.count(" ")
            full = self.justified and number + 1 < len(lines) and gaps
            spread = (self.place.width - indent - width(line, self.size)) / gaps if full else 0
            self.sheet.text(self.place.left + indent, self.y, line, self.size, spread=spread)
            self.y -= self.size * 1.25
        self.y -= GAP

    def furnish(self, header: str, footer: str) -> None:
        """Give every page its header, its footer and its number."""
        left, right = self.columns[0].left, self.columns[-1].left + self.columns[-1].width
        for number, sheet in enumerate(self.sheets, 1):
            sheet.text(left, 800, header, 8)
            sheet.text(left, 50, footer, 8)
            sheet.text_to(right, 50, f"Page {number} of {len(self.sheets)}", 8)


WATER_TABLE = (
    ("Zone", "Mains (km)", "Leakage (Ml a day)", "", "Target 2025"),
    ("", "", "2022", "2023", ""),
    ("Tarn Valley", "1,284", "31.6", "27.9", "24.0"),
    ("Eastmoor", "962", "18.2", "19.4", "16.5"),
    ("Harrow Coast", "2,117", "44.0", "38.3", "35.0"),
    ("Islands", "140", "2.1", "n/a", "1.8"),
    ("All zones", "4,503", "95.9", "85.6", "77.3"),
)
"""The ruled table of the water board, row by row; its third and fourth heading are one, and so are both heads of the
other columns."""


def water_board() -> bytes:
    """A report in one column, with a ruled table."""
    report = Setter([Column(70, A4[0] - 140)], size=11)
    report.run("water-board-report.txt", table=_ruled_table)
    report.furnish("Office of Water Regulation | Report 2024/03", "Leakage and supply in 2023")
    return pdf(report.sheets, {"Title": "Leakage and supply in 2023", "Author": "Office of Water Regulation"}, "en-GB")


def _ruled_table(report: Setter) -> None:
    report.room(220)
    sheet, top, height = report.sheet, report.y, 20
    report.sheet.text(70, top, "Table 1: Mains and leakage by zone, 2022 and 2023", 10, BOLD)
    top -= 12
    sides = [70, 190, 270, 345, 420, 525]
    bottom = top - height * len(WATER_TABLE)
    for row, cells in enumerate(WATER_TABLE):
        y = top - height * row - 13.5
        font = BOLD if row < 2 else PLAIN
        for column, text in enumerate(cells):
            if row == 0 and column == 2:
                sheet.centred((sides[2] + sides[4]) / 2, y, text, 9, font)
            elif column == 0:
                sheet.text(sides[0] + 5, y, text, 9, font)
            else:
                sheet.text_to(sides[column + 1] - 5, y, text, 9, font)
    for row in range(len(WATER_TABLE) + 1):
        y = top - height * row
        if row == 1:
            sheet.rule(sides[2], y, sides[4], y)
        else:
            sheet.rule(sides[0], y, sides[-1], y)
    for side in sides:
        sheet.rule(side, top - height if side == sides[3] else top, side, bottom)
    report.y = bottom - 22


HOUSING_TABLE = (
    ("District", "Started", "Finished", "Change", "Median rent"),
    ("Quayside", "410", "366", "+12%", "€1,180"),
    ("Old Town", "57", "71", "–20%", "€1,245"),
    ("Northfields", "1,030", "884", "+17%", "€935"),
    ("Brick Lane and", "", "", "", ""),
    ("Mill Yard", "298", "302", "–1%", "€1,010"),
    ("Whole city", "1,795", "1,623", "+11%", "€1,072"),
)
"""The table of the housing bulletin, line by line, without any rule; the label of one row takes two lines."""


def housing_bulletin() -> bytes:
    """A bulletin in two columns, justified, with a table without rules across both."""
    columns = [Column(55, 232), Column(308, 232)]
    bulletin = Setter(columns, size=11.5, justified=True)
    sheet = bulletin.sheet
    sheet.text(55, 752, "City of Vellmar: homes started and finished in 2023", 18, BOLD)
    sheet.text(55, 732, "Housing Bulletin No. 41, 18 January 2024", 9)
    sheet.text(55, 700, "Table 1: Homes started and finished, with the median monthly rent of new lettings", 9, BOLD)
    y = 682.0
    for row, cells in enumerate(HOUSING_TABLE):
        font = BOLD if row == 0 else PLAIN
        sheet.text(55, y, cells[0], 9, font)
        for right, text in zip((250, 340, 430, 540), cells[1:], strict=True):
            sheet.text_to(right, y, text, 9, font)
        y -= 13
    sheet.text(55, y - 4, "Changes are those of homes started on the year before. Source: building control.", 8)
    bulletin.y = bulletin.top = y - 34
    bulletin.run("housing-bulletin.txt")
    bulletin.furnish("City of Vellmar", "Housing Bulletin No. 41")
    return pdf(bulletin.sheets, {"Title": "Microsoft Word - bulletin41_final.docx", "ModDate": "D:20240118093000Z"})


LIBRARY = {
    "2023/loans.txt": (
        "Loans at the town library\n\n"
        "Readers borrowed 184,200 items in 2023, 6% more than the year before. Audio books accounted for almost a third"
        " of them.\n\n"
        "According to the library's own survey, 71% of readers come at least once a month. Fines brought in £2,310.\n"
    ),
    "2023/opening-hours.md": (
        "# Opening hours\n\nThe library opens on **six** days a week and has 48 seats.\n\n"
        "| Day | Opens | Visitors a day |\n|---|---|---|\n| Monday to Friday | 9.30 a.m. | 420 |\n"
        "| Saturday | 10 a.m. | 655 |\n"
    ),
}


def library_notes() -> bytes:
    """An archive of two articles, stored as they are: compressors differ between machines."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, text in LIBRARY.items():
            entry = ZipInfo(name)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, text)
    return made.getvalue()


MADE = {
    "water-board-report.pdf": water_board,
    "housing-bulletin.pdf": housing_bulletin,
    "library-notes.zip": library_notes,
}


def main(names: Iterable[str] = MADE) -> None:
    for name in names:
        (RAW / name).write_bytes(MADE[name]())


if __name__ == "__main__":
    main()
