#!/usr/bin/python3
"""Writes reconcile.csv: an index under every convention of the grid, by Python's fractions.

A row: name | sum/answered of each element, blanks between | digits of the index with 2 places under each convention,
blanks between: weights (exact, 1/n cut to 3 and to 2 places) x NRR (not rounded, 2, 3) x terms (not rounded, 2, 3, 4)
x modes (half-up, half-even, truncate), the last one quickest.
"""
import random
import sys
from fractions import Fraction


def rounded(value, places, mode):
    if places is None:
        return value
    whole, rest = divmod(value * 10**places, 1)
    up = {"half-up": rest >= Fraction(1, 2), "half-even": rest > Fraction(1, 2) or (rest == Fraction(1, 2) and whole % 2),
          "truncate": False}[mode]
    return Fraction(int(whole) + bool(up), 10**places)


def index(elements, weight, nrr, term, mode):
    terms = [rounded(rounded(Fraction(*e), nrr, mode) * weight, term, mode) for e in elements]
    return int(rounded(25 * sum(terms), 2, mode) * 100)


def row(name, elements):
    n = len(elements)
    found = [index(elements, weight, nrr, term, mode)
             for weight in (Fraction(1, n), Fraction(1000 // n, 1000), Fraction(100 // n, 100))
             for nrr in (None, 2, 3) for term in (None, 2, 3, 4) for mode in ("half-up", "half-even", "truncate")]
    return ",".join([name, " ".join(f"{s}/{a}" for s, a in elements), " ".join(map(str, found))])


def main():
    r = random.Random(20240822)
    rows = [row("Kejobong", [(s, 312) for s in (1140, 1119, 1037, 1243, 1133, 1069, 1087, 1211, 1038)]),
            row("all the best", [(40, 10)] * 9), row("all the worst", [(7, 7)] * 9),
            row("ties of terms", [(5, 2)] * 9), row("fourteen elements", [(30 + i, 11) for i in range(14)])]
    for size in (1, 2, 3, 7, 8, 16, 25, 100, 312, 1000, 99991):
        rows.append(row(f"{size} respondents", [(r.randrange(size, 4 * size + 1), size) for _ in range(9)]))
        rows.append(row(f"up to {size} with blanks",
                        [(r.randrange(a, 4 * a + 1), a) for a in (r.randrange(1, size + 1) for _ in range(9))]))
    sys.stdout.write("\n".join(rows) + "\n")


main()
