#!/usr/bin/python3
"""Writes wide-scores.csv: indexes, grades and elements of groups by Python's fractions, which share nothing with ours.

A row, ';' between: name; scale; weight; round_nrr; round_term; round_final (-1: none); rounding mode;
answers, score 1 to the scale of each element, '/' between elements; exact index; index, digits without the point;
grade, 1 the best, under the bands of PermenPANRB 14/2017; elements, '/' between: nrr, weighted, converted (digits),
grade, rank. An element or index that nobody answered is "-".
"""
import random
import sys
from fractions import Fraction
from math import floor

MODES = ("half-up", "half-even", "truncate")
LOWER = (8831, 7661, 6500, 2500)
KEJOBONG = (1140, 1119, 1037, 1243, 1133, 1069, 1087, 1211, 1038)


def rounded(value, places, mode):
    """The digits of a value that is never negative."""
    scaled = value * 10**places
    if mode == "half-up":
        return floor(scaled + Fraction(1, 2))
    if mode == "half-even":
        return round(scaled)
    return floor(scaled)


def grade(hundredths):
    return next((band for band, lower in enumerate(LOWER, 1) if hundredths >= lower), len(LOWER))


def at_places(value, places, mode):
    return value if places < 0 else Fraction(rounded(value, places, mode), 10**places)


def score(scale, weights, answers, steps, mode):
    nrrs = [Fraction(sum(s * n for s, n in enumerate(counts, 1)), sum(counts)) if sum(counts) else None
            for counts in answers]
    terms = [None if nrr is None else at_places(at_places(nrr, steps[0], mode) * weight, steps[1], mode)
             for nrr, weight in zip(nrrs, weights)]
    elements = []
    for nrr, term in zip(nrrs, terms):
        if nrr is None:
            elements.append("-")
            continue
        converted = rounded(nrr * 100 / scale, 2, mode)
        rank = 1 + sum(other is not None and other > nrr for other in nrrs)
        elements.append(f"{rounded(nrr, 3, 'half-up')} {rounded(term, 6, 'half-up')} {converted} {grade(converted)} {rank}")
    if None in terms:
        return "-", "-", "-", elements
    exact = sum(terms) * 100 / scale
    return (f"{exact.numerator}/{exact.denominator}", rounded(exact, steps[2], mode),
            grade(rounded(exact, 2, mode)), elements)


def weights_of(text, count):
    if text == "exact":
        return [Fraction(1, count)] * count
    parts = [Fraction(part) for part in text.split(",")]
    return parts * count if len(parts) == 1 else parts


def rows(name, scale, answers, weight="exact", steps=(-1, -1, 2), modes=MODES):
    for mode in modes:
        exact, index, band, elements = score(scale, weights_of(weight, len(answers)), answers, steps, mode)
        shown = "/".join(" ".join(map(str, counts)) for counts in answers)
        yield ";".join(map(str, (name, scale, weight, *steps, mode, shown, exact, index, band, "/".join(elements))))


def of_sum(count, total, scale=4):
    """Answers of `count` respondents that add up to `total`: two neighbouring scores."""
    low, rest = divmod(total, count)
    answers = [0] * scale
    answers[low - 1] = count - rest
    if rest:
        answers[low] = rest
    return answers


def spread(r, count, scale):
    cuts = sorted(r.randint(0, count) for _ in range(scale - 1))
    return [high - low for low, high in zip([0] + cuts, cuts + [count])]


def unlike(r, elements, scale, low, high):
    counts = r.sample(range(low, high), elements)
    return [spread(r, count, scale) for count in counts]


def per_element(r, count, places):
    """A weight for each element, neither 0 nor above 1."""
    return ",".join(f"0.{r.randrange(1, 10**places):0{places}d}" for _ in range(count))


def boundary(exact, count=500000):
    """Nine elements of `count` respondents whose index under 1/9 is this."""
    total = Fraction(exact) * 9 * count / 25
    assert total.denominator == 1, exact
    low, rest = divmod(total.numerator, 9)
    return [of_sum(count, low + (i < rest)) for i in range(9)]


def table():
    r = random.Random(14_2017)
    kejobong = [of_sum(312, total) for total in KEJOBONG]
    for weight in ("exact", "0.111", "0.11"):
        for steps in ((-1, -1, 2), (2, -1, 2), (3, -1, 2), (-1, 3, 2), (-1, 2, 2), (-1, 4, 3), (2, 3, 3), (0, 0, 0), (6, 6, 6)):
            yield from rows("Kejobong", 4, kejobong, weight, steps)
    for exact in ("64.994", "64.995", "64.9949", "65", "76.605", "76.6049", "76.61", "88.305", "88.3049", "88.31", "25", "100"):
        yield from rows("exactly " + exact, 4, boundary(exact))
        for weight in ("0.111", "0.11"):
            yield from rows(f"{exact} under {weight}", 4, boundary(exact), weight)

    conventions = [(w, s) for w in ("exact", "0.111") for s in ((-1, -1, 2), (-1, -1, 6), (2, -1, 2), (-1, 3, 3))]
    for low, high in ((20, 60), (900, 1100), (10**7, 10**8), (2**40, 2**41), (2**58, 2**59)):
        for weight, steps in conventions:
            yield from rows(f"nine unlike counts from {low}", 4, unlike(r, 9, 4, low, high), weight, steps)
    for elements, scale in ((2, 2), (5, 7), (14, 4), (15, 4), (32, 10)):
        for low, high in ((40, 99), (10**6, 10**7), (2**56, 2**57)):
            answers = unlike(r, elements, scale, low, high)
            name = f"{elements} elements of {scale}, counts from {low}"
            yield from rows(name, scale, answers, "exact", (-1, -1, 6), ("half-even",))
            yield from rows(name, scale, answers, per_element(r, elements, 9), (-1, -1, 3), ("half-up",))
            yield from rows(name, scale, answers, per_element(r, elements, 3), (4, 5, 4), ("truncate",))

    # just below and above what 128 bits hold: a common denominator of 630 m, the highest scores and weights
    for bits in (61, 62, 63):
        m = (2**bits - 1) // 630
        answers = [[0] * 9 + [m * (7, 9, 10, 14)[i % 4]] for i in range(32)]
        for weight in ("0.999999999", "1", "exact"):
            yield from rows(f"a common denominator of {bits} bits", 10, answers, weight, (-1, -1, 6))

    blank = unlike(r, 9, 4, 30, 50)
    blank[4] = [0, 0, 0, 0]
    yield from rows("nobody answers U5", 4, blank)
    yield from rows("nobody answers anything", 4, [[0, 0, 0, 0]] * 9)
    yield from rows("one respondent", 4, [[0, 0, 1, 0]] * 9)
    yield from rows("equal NRRs of unlike counts", 4, [[0, n, n, 0] for n in range(3, 12)])
    # unlike counts whose fractions add up to a tie at two places: x + (t - x) for each pair
    for bits in (10, 30, 60):
        dens = [r.getrandbits(bits) | 1 << (bits - 1) | 1 for _ in range(4)]
        pairs = []
        for den in dens:
            part = r.randrange(1, den)
            pairs += [of_sum(den, 3 * den + part), of_sum(den, 3 * den + den - part)]
        pairs.append(of_sum(2500, 3 * 2500 + 1 + 2 * r.randrange(1000)))
        yield from rows(f"ties behind {bits}-bit counts", 4, pairs, "0.5", (-1, -1, 2))


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
