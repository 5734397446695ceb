"""The currency that an article means by a name or sign of several countries."""

from __future__ import annotations

import pytest

from flows.extract import extract

ARTICLES = [
    ("Toronto has trams. Montreal has more, as Ottawa will. A fare is $3.30.", {"CAD"}),
    ("Toronto has trams. Montreal has more, as Ottawa will. A fare is $3.30, or C$4 by night.", {"USD", "CAD"}),
    ("Toronto has trams. A fare is $3.30.", {"USD"}),
    ("Toronto, Ottawa and Montreal look to New York, Washington and Chicago. A fare is $3.30.", {"USD"}),
    ("Toronto, Ottawa and Montreal pay US$3 for it.", {"USD"}),
    ("Chile has mines. In Santiago water costs 2,400 pesos a month.", {"CLP per month"}),
    ("Chile has mines. In Santiago water costs 2,400 Mexican pesos.", {"MXN"}),
    ("Water costs 2,400 pesos.", {"MXN"}),
    ("Hong Kong has trams. Hong Kong has piers, too. In Hong Kong a fare is $3.30.", {"HKD"}),
    ("Hong left. Coach Hong had a bonus, and Hong Min-ho paid it back: $3.30.", {"USD"}),
    ("Sydney sings. Fans of Sydney Lane pay $3.30, and Sydney is glad.", {"USD"}),
    ("Wellington Lee sold it for $3.30. Wellington regrets it. Nobody asked Wellington.", {"USD"}),
    ("Karachi is large. Pakistan has 30 banks, and a loan costs 900 rupees.", {"PKR", "bank"}),
    ("Toronto, Ottawa and Montreal compared.\n\n| City | Fare |\n|---|---|\n| Toronto | $3.30 |", {"CAD"}),
]


@pytest.mark.parametrize(("article", "units"), ARTICLES)
def test_reads_money_as_its_article_means_it(article: str, units: set[str]) -> None:
    read = extract(article.encode(), name="article.txt").quantities
    assert {quantity.unit for quantity in read if quantity.role == "value"} == units
