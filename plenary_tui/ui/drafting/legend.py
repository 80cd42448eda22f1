"""What the signs of the draft screen say, for the help."""

from __future__ import annotations

LEGEND = (
    "The draft writes itself from the record; what somebody words, agrees or brackets stands as "
    "they left it. Each act is recorded, and u takes it back.",
    "A paragraph: its number · ○ open ◐ agreed ad ref ● agreed ✗ taken out · its signs · [2] open "
    "brackets · its words.",
    "▶ under discussion · … typed, not recorded · ⇣ other words are composed by now · ✎ worded by "
    "hand · + new since the last version · ∅ rests on no entry · ‡ nothing composes it any more · "
    "† taken out, its number stays · EN in another language: still in English",
)
