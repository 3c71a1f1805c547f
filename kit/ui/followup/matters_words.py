"""A change of a score in words: how far, which way, and whether that is as much as matters; never why."""

from __future__ import annotations

from kit.adherence.totals import Change
from kit.days import in_words
from kit.statistics.outcome_bands import Band, Instrument, Reached, instruments
from kit.words.numbers import counted

_A_CHANGE = "change that matters"


def said(change: Change) -> str:
    """From the first total to the last, with each band of change that is known."""
    known = instruments()[change.instrument] if change.instrument else None
    if change.times < 2:
        only = f"{change.first:g} on {in_words(change.first_day)}, the only one so far"
        return "; ".join([only, *(_would_be(band) for band in _bands(known))]) + "."
    told = f"{change.first:g} on {in_words(change.first_day)}, {change.last:g} on {in_words(change.last_day)}: "
    size = round(abs(change.last - change.first), 9)
    found = change.found
    if found is None or known is None:
        more = "more" if change.last > change.first else "less"
        return f"{told}{counted(size, 'point')} {more}." if size else f"{told}the same."
    way = f"{counted(size, 'point')} {found.way}" if size else "the same"
    reached = zip(known.bands, found.bands, strict=True)
    return told + "; ".join([way, *(_held(band, is_reached) for band, (_, is_reached) in reached)]) + "."


def about(known: Instrument) -> str:
    """What a total is, and which way is better."""
    return f"{span(known)}, {known.better} is better"


def span(known: Instrument) -> str:
    return f"{known.low:g} to {known.high:g}"


def _bands(known: Instrument | None) -> tuple[Band, ...]:
    return known.bands if known else ()


def _held(band: Band, reached: Reached) -> str:
    if reached == "not reached":
        return _would_be(band)
    if reached == "in between":
        return f"{_named(band)} by some sources, not by all ({_points(band)}; {_sources(band)})"
    return f"that is {_named(band)} ({_points(band)}; {_sources(band)})"


def _would_be(band: Band) -> str:
    return f"{_points(band)} would be {_named(band)} ({_sources(band)})"


def _points(band: Band) -> str:
    return f"{band.points:g} or more" if band.to is None else f"{band.points:g} to {band.to:g} or more"


def _named(band: Band) -> str:
    """“A change that matters”, with what the list adds to that; any other name as it stands there."""
    return f"a {band.called}" if band.called.startswith(_A_CHANGE) else f"“{band.called}”"


def _sources(band: Band) -> str:
    return ", ".join(one.key or "general knowledge" for one in band.sources)
