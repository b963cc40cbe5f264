"""English: words that carry grammar, and abbreviations."""

from typing import Final

from briefings.languages.contract import Abbreviations, word_set

STOP_WORDS: Final = word_set(
    """
a about above after again against all also am an and any are as at be because been before being below between both
but by can cannot could did do does doing down during each either else ever every few for from further had has have
having he her here hers herself him himself his how i if in into is it its itself just let me more most my myself
neither no nor not now of off on once only or other our ours ourselves out over own please same shall she should so
some such tell than that the their theirs them themselves then there these they this those through to too under
until up upon us very was we were what when where whether which while who whom whose why will with would yet you your
yours yourself yourselves s t don doesn didn isn aren wasn weren ll ve re
"""
)

ABBREVIATIONS: Final = Abbreviations(
    binding=word_set(
        "mr mrs ms messrs dr prof sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl brig pres hon rev fr "
        "st mt ft supt det insp amb sec vs cf viz approx ca e.g i.e"
    ),
    closing=word_set("etc al ph.d b.a m.a a.m p.m a.d b.c"),
    unclear=word_set(
        "u.s u.k u.n e.u u.s.a u.s.s.r d.c inc corp ltd co cos bros jr sr esq llc plc dept est assn univ intl natl "
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ave blvd rd"
    ),
    numbering=word_set("no nos p pp vol vols ch fig figs art sec para"),
    counted=frozenset(),
    starters=word_set(
        "the a an he she it they we you i this that these those there in on at by for from with after before during "
        "since while when if as but and or so yet however meanwhile also both each some many most no not now then "
        "his her its their our my what who where why how one two several according although because despite under"
    ),
)
