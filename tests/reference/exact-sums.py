#!/usr/bin/python3
"""Writes exact-sums.csv: sums of fractions and their roundings by Python's fractions, which share nothing with ours.

A row: name | terms a*b/den, blanks between | scale num/den | num and den in lowest terms |
for 0, 2, 3, 6 places: the digits half-up, half-even, truncated.
"""
import random
import sys
from fractions import Fraction

PLACES = (0, 2, 3, 6)


def digits(value, places):
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    return whole + (twice >= 0), whole + (twice > 0 or (twice == 0 and whole % 2 == 1)), whole


def row(name, terms, scale):
    total = sum((Fraction(a * b, den) for a, b, den in terms), Fraction(0)) * Fraction(*scale)
    cells = [name, " ".join(f"{a}*{b}/{den}" for a, b, den in terms), f"{scale[0]}/{scale[1]}",
             str(total.numerator), str(total.denominator)]
    for places in PLACES:
        cells.append(" ".join(str(d) for d in digits(total, places)))
    return ",".join(cells)


def survey(random_of, elements, low, high, weight, scale):
    """An index as the score floor makes it: sums over unlike counts, a weight, a factor."""
    terms = []
    counts = set()
    while len(counts) < elements:
        counts.add(random_of.randrange(low, high))
    for count in sorted(counts, key=lambda c: (c % 7, c)):
        terms.append((random_of.randrange(count, min(4 * count, 2**63 - 1) + 1), weight[0], count))
    return terms, (scale[0], scale[1] * weight[1])


def main():
    r = random.Random(20240731)
    rows = [
        row("nothing at all", [(0, 1, 7)], (100, 4)),
        row("one half is a tie", [(1, 1, 2)], (1, 1)),
        row("three halves is a tie to the even", [(3, 1, 2)], (1, 1)),
        row("five halves is a tie to the even below", [(5, 1, 2)], (1, 1)),
        row("a tie at two places", [(1, 1, 200), (88, 1, 1)], (1, 1)),
        row("89.625 is a tie at two places", [(3585, 1, 1000)], (25, 1)),
        row("just below a tie", [(2**62 - 1, 1, 2**63 - 2)], (1, 1)),
        row("the grade boundary 76.605", [(30642, 1, 10000)], (25, 1)),
        row("a whole number", [(4, 1, 1)] * 9, (25, 9)),
        row("largest counts", [(2**63 - 1, 1, 2**63 - 25), (2**63 - 25, 1, 2**63 - 1)], (25, 9)),
        row("Kejobong under 1/9", [(n, 1, 312) for n in (1140, 1119, 1037, 1243, 1133, 1069, 1087, 1211, 1038)], (25, 9)),
        row("Kejobong under 0.111",
            [(n, 111, 312) for n in (1140, 1119, 1037, 1243, 1133, 1069, 1087, 1211, 1038)], (25, 1000)),
    ]
    shapes = [("9 unlike counts about 10^%d" % e, 9, 10**e, 10**(e + 1)) for e in (1, 2, 3, 4, 6, 7, 8)]
    shapes += [("14 unlike counts about 10^%d" % e, 14, 10**e, 10**(e + 1)) for e in (2, 5, 9)]
    shapes += [("32 unlike counts about 10^%d" % e, 32, 10**e, 10**(e + 1)) for e in (2, 4, 9, 15)]
    shapes += [("32 unlike counts of 62 and 63 bits", 32, 2**62, 2**63)]
    for name, elements, low, high in shapes:
        for kind, weight in (("exact", (1, elements)), ("0.111", (111, 1000)), ("0.123456789", (123456789, 10**9))):
            terms, scale = survey(r, elements, low, high, weight, (100, 4))
            rows.append(row(f"{name} weight {kind}", terms, scale))
    # exact ties that only show after long denominators have cancelled: a/d and (d - a)/d make a whole
    for bits in (20, 40, 62):
        terms = [(1, 1, 200)]
        for _ in range(6):
            den = r.getrandbits(bits) | 1
            part = r.randrange(1, den)
            terms += [(part, 1, den), (den - part, 1, den)]
        r.shuffle(terms)
        rows.append(row(f"a tie behind {bits}-bit denominators", terms, (1, 1)))
    sys.stdout.write("\n".join(rows) + "\n")


main()
