"""The verbs of reported speech.

Source: the reporting verbs of 638 negotiation bulletins, by frequency, and the auxiliaries that
open a rapporteur's note.
"""

from __future__ import annotations

_REPORTING = """
    accepts:accepted answers:answered apologises:apologised apologizes:apologized
    assures:assured begins:began closes:closed compares:compared complains:complained
    corrects:corrected declares:declared declines:declined defends:defended demands:demanded
    denies:denied doubts:doubted estimates:estimated expects:expected feels:felt finds:found
    gives:gave hopes:hoped insists:insisted intends:intended leaves:left lists:listed makes:made
    opens:opened plans:planned praises:praised promises:promised puts:put quotes:quoted reads:read
    recognises:recognised recognizes:recognized refers:referred refuses:refused remarks:remarked
    repeats:repeated reserves:reserved returns:returned sees:saw submits:submitted takes:took
    tells:told undertakes:undertook understands:understood voices:voiced volunteers:volunteered
    becomes:became brings:brought chooses:chose comes:came enquires:enquired goes:went
    hears:heard holds:held inquires:inquired keeps:kept knows:knew lays:laid loses:lost meets:met
    needs:needed pays:paid sends:sent shows:showed stands:stood writes:wrote
    acknowledges:acknowledged adds:added agrees:agreed announces:announced
    appreciates:appreciated argues:argued asks:asked believes:believed calls:called
    cautions:cautioned clarifies:clarified commends:commended concludes:concluded
    concurs:concurred condemns:condemned confirms:confirmed congratulates:congratulated
    considers:considered describes:described disagrees:disagreed draws:drew
    echoes:echoed emphasises:emphasised emphasizes:emphasized encourages:encouraged
    endorses:endorsed explains:explained expresses:expressed favours:favoured
    highlights:highlighted informs:informed introduces:introduced invites:invited joins:joined
    looks:looked maintains:maintained mentions:mentioned notes:noted objects:objected
    observes:observed offers:offered opposes:opposed outlines:outlined pledges:pledged
    points:pointed prefers:preferred presents:presented proposes:proposed questions:questioned
    raises:raised reaffirms:reaffirmed recalls:recalled recommends:recommended regrets:regretted
    reiterates:reiterated rejects:rejected reminds:reminded replies:replied reports:reported
    requests:requested responds:responded says:said seeks:sought shares:shared speaks:spoke
    states:stated stresses:stressed suggests:suggested sums:summed supports:supported thanks:thanked
    thinks:thought underlines:underlined underscores:underscored urges:urged wants:wanted
    warns:warned welcomes:welcomed wishes:wished withdraws:withdrew wonders:wondered
"""
_AUXILIARIES = "does:did has:had is:was will:would can:could cannot:could not"


def _pairs(words: str) -> dict[str, str]:
    flat = words.replace("could not", "could_not").split()
    return {
        present: past.replace("_", " ")
        for present, _, past in (pair.partition(":") for pair in flat)
    }


SHIFTED: dict[str, str] = {**_pairs(_REPORTING), **_pairs(_AUXILIARIES)}
"""A verb in the present, third person, and its past."""

_NO_VERBS = """
    advanced based combined concerned continued convinced detailed disappointed extended improved
    increased indeed informed interested isolated limited mixed pleased prepared reduced
    related renewed satisfied unchanged unexpected united used worried
"""
"""What ends like a past but more often opens a phrase: `limited progress was made`."""
_SHORTEST = 5


PAST: frozenset[str] = frozenset(SHIFTED.values())
"""Verbs that are in the past already."""


def is_past(word: str) -> bool:
    """Whether a word written small reads as a verb in the past."""
    regular = word.endswith("ed") and len(word) >= _SHORTEST and word.isalpha() and word.islower()
    return word in PAST or (regular and word not in _NO_VERBS.split() and not word.endswith("eed"))
