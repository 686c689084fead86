#!/usr/bin/python3
"""Writes group-means.csv: the plain mean of the indexes of many groups by Python's fractions.

The groups are not written out: both sides make them from a seed, in the same way (`groups` here, `make_groups` in
tests/unit/test_score_mean.c). A row, ';' between: name; kind; groups; lowest and highest count of answers; seed; weight;
round_nrr; round_term; round_final; rounding mode; digits of the mean, or "limit" where libikm may decline to say.
"""
import sys
from fractions import Fraction
from importlib import import_module

scores = import_module("wide-scores")
MASK = 2**64 - 1


class Splitmix:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        return (z ^ z >> 31) % limit


def groups(kind, count, low, high, seed):
    """(answered, sum) of each element of each group."""
    r = Splitmix(seed)
    made = []
    for group in range(count):
        row = []
        for element in range(9):
            before = made[-1][element] if made else None
            answered = low + r.below(high - low + 1)
            total = answered + r.below(3 * answered + 1)
            if kind == "mirror" and group % 2:  # the same answered, 5 less the score: two of them have a mean of 2.5
                answered, total = before[0], 5 * before[0] - before[1]
            if kind == "double" and group % 2:  # the same of twice as many: no count repeats, yet their NRRs add up to 5
                answered, total = 2 * before[0], 2 * (5 * before[0] - before[1])
            if kind == "even":  # one count for all elements of all groups
                answered, total = low, low + total % (3 * low + 1)
            row.append((answered, total))
        made.append(row)
    return made


def mean(made, weight, steps, mode):
    weights = scores.weights_of(weight, 9)
    total = Fraction(0)
    by_count = {}
    for row in made:
        for (answered, total_of), w in zip(row, weights):
            nrr = scores.at_places(Fraction(total_of, answered), steps[0], mode)
            term = scores.at_places(nrr * w, steps[1], mode)
            by_count[term.denominator] = by_count.get(term.denominator, 0) + term.numerator
    for den in sorted(by_count):
        total += Fraction(by_count[den], den)
    return scores.rounded(total * 25 / len(made), steps[2], mode)


def table():
    cases = (
        ("one group", "random", 1, 10, 90),
        ("five groups", "random", 5, 15, 190),
        ("many small groups", "random", 2000, 1, 30),
        ("many groups", "random", 400, 500, 1500),
        ("few large groups", "random", 12, 10**12, 10**13),
        ("large counts", "random", 20, 2**50, 2**51),
        ("one count", "even", 200, 60, 60),
        ("one count, an even number of groups", "even", 10, 8, 8),
        ("pairs that add up to a tie", "mirror", 200, 30, 900),
        ("pairs of unlike counts that add up to a tie", "double", 6, 10**5, 10**6),
        ("more of them", "double", 10, 1000, 9999),
    )
    for seed, (name, kind, count, low, high) in enumerate(cases, 1):
        made = groups(kind, count, low, high, seed)
        for weight in ("exact", "0.111", "0.11"):
            for steps in ((-1, -1, 2), (-1, -1, 3), (2, -1, 2), (-1, 3, 2), (-1, -1, 0), (-1, -1, 6)):
                for mode in scores.MODES:
                    yield name, kind, count, low, high, seed, weight, *steps, mode, mean(made, weight, steps, mode)
    for mode in ("half-even", "truncate"):  # the denominator of the sum passes 2000 bits
        made = groups("double", 60, 10**6, 10**7, 99)
        name = "a tie that is too long"
        known = "limit" if mode == "truncate" else mean(made, "exact", (-1, -1, 2), mode)
        yield name, "double", 60, 10**6, 10**7, 99, "exact", -1, -1, 2, mode, known


if __name__ == "__main__":
    sys.stdout.write("\n".join(";".join(map(str, row)) for row in table()) + "\n")
