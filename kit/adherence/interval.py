"""How sure a share is: Wilson's score interval (clinical specification 6.4; Wilson1927, Brown2001)."""

from __future__ import annotations

import math

Z = 1.959964  # 95 %


def wilson(k: float, n: float) -> tuple[float, float]:
    """Lower and upper bound of the share k/n, 95 %, within 0 to 1.

    It takes the `n` sessions as independent, which those of one person are not: the true range is wider.
    Raises `ValueError` unless 0 <= k <= n and n > 0.
    """
    if not 0 <= k <= n or n <= 0:
        raise ValueError(f"{k} of {n} is no share. k runs from 0 to n, and n is over 0.")
    p = k / n
    d = 1 + Z**2 / n
    centre = (p + Z**2 / (2 * n)) / d
    half = Z * math.sqrt(p * (1 - p) / n + Z**2 / (4 * n**2)) / d
    return max(0.0, centre - half), min(1.0, centre + half)
