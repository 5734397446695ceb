"""Units of measurement in the spellings of the press, of trades and of papers."""

from __future__ import annotations

import pytest

from tests.support.figures import told

SPELLINGS = [
    ("5 sq. km of bog", "square kilometre"),
    ("5 sq miles of bog", "square mile"),
    ("a 5-square-kilometre site", "square kilometre"),
    ("5 cu. m of gravel", "cubic metre"),
    ("5 fl. oz. of cream", "fluid ounce"),
    ("5 US gallons", "gallon"),
    ("5 imperial gallons", "imperial gallon"),
    ("5 kilogrammes of flour", "kilogram"),
    ("5 ML of water", "megalitre"),
    ("5 mg/dL of glucose", "milligram per decilitre"),
    ("a layer of 5 Å", "angstrom"),
    ("5 AU from the star", "astronomical unit"),
    ("5 M⊙ in all", "solar mass"),
    ("5 Pa s of syrup", "pascal second"),
    ("200 brake horsepower", "brake horsepower"),
    ("a clock of 2.4 ghz", "gigahertz"),
    ("six orders of magnitude", "order of magnitude"),
    ("5000 cal yr BP", "year"),
    ("held at 37C for a day", "degree Celsius"),
    ("dated to 5 ka", "kiloyear"),
    ("20ºC in the shade", "degree Celsius"),
    ("300 degrees Kelvin", "kelvin"),
    ("54°N", "degree"),
    ("a torque of 90 N·m", "newton metre"),
    ("a torque of 90 lb-ft", "pound foot"),
    ("a battery of 3,000 mAh", "milliampere hour"),
    ("5 acre-feet of water", "acre foot"),
    ("at 980 mbar", "millibar"),
    ("at 2.5 bar", "bar"),
    ("at 120 mmHg", "millimetre of mercury"),
    ("a line of 40 Mbit/s", "megabit per second"),
    ("a field of 3 T.", "tesla"),
    ("a dose of 400 IU/L", "international unit per litre"),
    ("a 75-basis-point rise", "basis point"),
    ("20 wt.% of sand", "percent"),
    ("20 per-cent of it", "percent"),
    ("1.2 per mille", "per mille"),
    ("at 25× magnification", "times"),
    ("a fan of 200 cfm", "cubic foot per minute"),
    ("a plant of 40,000 bpd", "barrel per day"),
    ("it does 40 miles to the gallon", "mile per gallon"),
    ("it does 7 L/100 km", "litre per 100 kilometre"),
    ("spun at 300 r.p.m.", "revolution per minute"),
    ("a 5 kohm resistor", "kiloohm"),
    ("a file of 8gb", "gigabyte"),
    ("kept for 3 d.", "day"),
]
POWERS = [
    ("5 m s⁻¹", "metre per second"),
    ("5 mm yr-1", "millimetre per year"),
    ("5 t ha−1 yr−1", "tonne per hectare per year"),
    ("5 mA g− 1 of carbon", "milliampere per gram"),
    ("5 kg m/s² of thrust", "kilogram metre per square second"),
    ("5 J/(kg K) of heat", "joule per kilogram per kelvin"),
    ("5 kg·m² of inertia", "kilogram square metre"),
    ("5 J/mol/K of it", "joule per mole per kelvin"),
    ("5 ms-1 of wind", "metre per second"),
    ("5 rad/s of spin", "radian per second"),
    ("5 in² of cloth", "square inch"),
    ("10⁵ kg of sand", "kilogram"),
    ("5 kg m", "kilogram"),
    ("5 kg m s-2 of thrust", "kilogram metre per square second"),
    ("5 N m-1 of tension", "newton per metre"),
    ("5 A cm-2 of current", "ampere per square centimetre"),
    ("5 S/cm of it", "siemens per centimetre"),
    ("5 kg N ha-1 of dung", "kilogram per hectare"),
    ("5 mm a-1 of rain", "millimetre per year"),
    ("5 lb/in^2 of steam", "pound per square inch"),
    ("5 ppm/°C of drift", "parts per million per degree Celsius"),
    ("16 A at 250 V", "ampere"),
]
NO_UNITS = [
    ("5 AU soldiers", "AU soldier"),
    ("5 bars in the old town", "bar"),
    ("a 2,5-fold rise", "times"),
    ("he went 4-for-5 in two games", None),
]
PARTS = [
    ("5'11\" tall", 5 + 11 / 12, "foot"),
    ("five foot eleven", 5 + 11 / 12, "foot"),
    ("a 5-foot-11 striker", 5 + 11 / 12, "foot"),
    ("5 ft. 6 in. tall", 5.5, "foot"),
    ("in 3h 20m", 3 + 1 / 3, "hour"),
    ("in 1h30", 1.5, "hour"),
    ("3 hours, 20 minutes", 3 + 1 / 3, "hour"),
]


@pytest.mark.parametrize(("text", "unit"), [*SPELLINGS, *POWERS, *NO_UNITS])
def test_reads_the_unit(text: str, unit: str | None) -> None:
    assert told(text)[0][1] == unit


@pytest.mark.parametrize(("text", "value", "unit"), PARTS)
def test_adds_up_a_measure_in_two_units(text: str, value: float, unit: str) -> None:
    assert told(text) == [(pytest.approx(value), unit)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("the 5 m x 3 m room", [(5, "metre"), (3, "metre")]),
        ("a room of 5 by 3 metres", [(5, "metre"), (3, "metre")]),
        ("a 5-by-3-metre room", [(5, "metre"), (3, "metre")]),
        ("12 × 8 × 4 cm", [(12, "centimetre"), (8, "centimetre"), (4, "centimetre")]),
        ("6 × 106 kg s-1", [(6, None), (106, "kilogram per second")]),
        ('a 17" or 16" wheel', [(17, "inch"), (16, "inch")]),
        ('he said "I have 5" and "I have 6"', [(5, None), (6, None)]),
        ('12" x 8"', [(12, "inch"), (8, "inch")]),
        ("the 9/11 attacks", []),
        ("six foot 3 men", [(6, "foot"), (3, "man")]),
        ("for 2 years, 3 months and 4 days", [(2, "year"), (3, "month"), (4, "day")]),
    ],
)
def test_what_stands_side_by_side(text: str, figures: list[tuple[float, str | None]]) -> None:
    assert told(text) == figures
