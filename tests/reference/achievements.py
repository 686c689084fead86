#!/usr/bin/python3
"""Writes achievements.csv: achievements of single indicators and means of many, by Python's fractions.

Two kinds of rows, ';' between. "one": polarity; lower-better; target; upper bound (or empty); realization; status; digits of
the achievement at 2 places; its fraction or "-" where it does not fit 64 bits. "mean": kind; indicators; seed; cap; indicators
with an achievement; without; digits of the mean at 2 places; its fraction or "-"; predicate with rounded and with unrounded
bands. The indicators of a mean are not written out: both sides make them from the seed in the same way (`indicators` here,
`make_rows` in tests/unit/test_indicator_reference.c).
"""
import sys
from fractions import Fraction
from importlib import import_module
from math import lcm

Splitmix = import_module("group-means").Splitmix
BOUNDS = (91, 76, 66, 51)


def half_up(value, places):
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return whole if value >= 0 else -whole


def achieve(polarity, lower_better, target, upper, realization):
    """(status, percentage)"""
    def over(part, whole):
        if whole == 0:
            return "zero-target", None
        return ("negative-target", None) if whole < 0 else ("ok", part / whole * 100)

    def deviation(t):
        return ("beyond-range", None) if t > 0 and realization > 2 * t else over(2 * t - realization, t)

    if polarity == "higher":
        return over(realization, target)
    if polarity == "lower":
        if lower_better == "deviation":
            return deviation(target)
        return over(target, realization) if target > 0 else over(0, target)
    if realization < target:
        return over(realization, target)
    return deviation(upper) if realization > upper else ("ok", Fraction(100))


def fits(value):
    return abs(value.numerator) < 2**63 and value.denominator < 2**63


def text(value):
    return f"{value.numerator}/{value.denominator}" if value is not None and fits(value) else "-"


def predicate(value):
    return next((i + 1 for i, bound in enumerate(BOUNDS) if value >= bound), 5)


def decimal(r):
    places = r.below(7)
    digits = r.below(10 ** (1 + r.below(12)))
    sign = "-" if r.below(12) == 0 else ""
    whole = str(digits).rjust(places + 1, "0")
    return sign + (whole[:-places] + "." + whole[-places:] if places else whole)


def singles(seed, count):
    r = Splitmix(seed)
    while count:
        polarity = ("higher", "lower", "range")[r.below(3)]
        lower_better = ("deviation", "inverse")[r.below(2)]
        cells = [decimal(r) for _ in range(3)]
        if r.below(3) == 0:  # close to the target, as in life
            cells[2] = str(int(Fraction(cells[0])) + r.below(3))
        target, upper, realization = (Fraction(c) for c in cells)
        if polarity == "range" and target > upper:
            continue
        status, value = achieve(polarity, lower_better, target, upper, realization)
        if value is not None and abs(value) > 10**15:  # beyond what libikm takes
            continue
        shown = half_up(value, 2) if value is not None else ""
        print("one", polarity, lower_better, cells[0], cells[1] if polarity == "range" else "", cells[2], status, shown,
              text(value), sep=";")
        count -= 1


def indicators(kind, count, seed):
    """(polarity, target, realization), whole numbers"""
    r = Splitmix(seed)
    made = []
    while len(made) < count:
        if kind == "few":
            t = 1 + r.below(50)
            made.append((r.below(2), t, r.below(3 * t)))
        elif kind == "cents":
            t = 1 + r.below(1000000)
            made.append((r.below(2), t, r.below(2 * t)))
        elif kind == "long":
            t = 1 + r.below(10**17)
            made.append((r.below(2), t, r.below(2 * t)))
        else:  # three whose achievements add up to 271.5 exactly, or one part of 10^14 more or less
            p, q = 1000 + r.below(1000000), 1000 + r.below(1000000)
            off = {"tie": 0, "above": 1, "below": -1}[kind]
            made += [(0, p, 1), (0, q, 1), (0, 200 * p * q, 543 * p * q - 200 * p - 200 * q + off)]
    return made


def mean(kind, count, seed, cap):
    values, left_out = [], 0
    for polarity, target, realization in indicators(kind, count, seed):
        status, value = achieve(("higher", "lower")[polarity], "deviation", Fraction(target), None, Fraction(realization))
        if status == "ok":
            values.append(min(value, cap) if cap else value)
        else:
            left_out += 1
    if not values:
        return
    common = lcm(*(v.denominator for v in values))
    by_den = {}  # to add thousands of fractions in reasonable time
    for v in values:
        by_den[v.denominator] = by_den.get(v.denominator, 0) + v.numerator
    parts = [Fraction(num, den) for den, num in by_den.items()]
    while len(parts) > 1:
        parts = [sum(parts[i:i + 2]) for i in range(0, len(parts), 2)]
    value = parts[0] / len(values)
    exact = text(value) if common < 2**62 else "-"
    print("mean", kind, count, seed, cap, len(values), left_out, half_up(value, 2), exact, predicate(half_up(value, 0)),
          predicate(value), sep=";")


def main():
    singles(20240517, 400)
    for seed in range(1, 9):
        for kind in ("few", "cents", "long"):
            for count in (1, 2, 3, 5, 17, 100):
                mean(kind, count, seed, (0, 100, 120)[seed % 3])
        for kind in ("tie", "above", "below"):
            for count in (3, 6, 30, 300):
                mean(kind, count, seed, 0)
    for kind in ("few", "cents", "long"):
        mean(kind, 10000, 99, 0)


if __name__ == "__main__":
    sys.exit(main())
