"""The notation in short, as `?` shows it."""

NOTATION = """\
NV: text                     an intervention; NV (Ms Name) for Group: text; Chair: text
???: text                    an unknown speaker, to be named later
... text                     more of the last entry
Aligned KE, OS               who joins the last speaker
Opening NV: / Closing NV:    statements; also Tribute: Summing-up: For the record TR:
Sitting: WGM, Room 2         then Opened: Suspended: Resumed: Closed: (a time, a reason or nothing)
Sitting: WGM, 10:00-13:00    one to come, also 2018-06-19 10:00; Opened: opens the next of them
Presiding: KE (Name)         who presides; present+ NV, OS; present- NV; Walk-out GDA: text
Agenda 4.2: title; 45 min    an item planned; Item 4.2 takes it up; Item 4.2 concluded
Agenda order: 5, 4           items that change places
q+ NV, OS                    the list of speakers; q- NV; next; back; q order TR, NV; q closed
limit 3 min                  also limit Observers 2 min, limit NV 5 min, limit replies 5 min
Timer paused / resumed       the speaking time; Timer reminded: the Chair asked to conclude
Prepared NV: text            handed in beforehand, under seal; Delivered NV: text when it is read
Point of order TR: text      Ruling: text; Reply KE: text
Proposal NV: text            a text before the meeting; Proposal P3 rev: text; Amendment TR: text
+ NV OS / - TR / ~ KE        support, opposition, flexibility
Objection TR: reason         Objection withdrawn TR; Reservation KE: text
Adopted:                     also Agreed: Decided: Endorsed: Noted: Deferred: No consensus:
Adopted P3: words            names the text and the words as adopted
Bracket TR: words            also Alternative KE: words; Clean: words lifts the brackets
Bracket para 14 TR: words    the same in paragraph 14 of the version that is before the meeting
Para 14 TR: text             other words for it; Para 14 agreed, or Para 14 agreed ad ref
Silence: until 2018-11-30 18:00 CET     the written procedure; Silence broken TR: text
Action WGM: text by 2018-09-15          a follow-up; Event: title, place, dates; Annex: what
In camera: / Open session:   how closed the sitting is from here on
?missed ?name ?wording       for the worklist; Check: what
Private: text                a private note, sealed, never exported
s/old/new/                   corrects the last entry that holds old; 10:41 is KE names a speaker
@hall-12 item 4.2            another item; @hall-12 joins @hall-11: more of that entry
Split @hall-12 KE: words     from these words on it is an entry of its own, of that speaker
Settled @hall-12: how        a conflict that is settled
Abbreviations: wc = welcomed   documents write it out, the record keeps wc
undo / redo                  takes back this station's last entry; restores it
10:31 before any line        when it happened; \\ before a line keeps it as plain prose
anything else                the rapporteur's summary of what happened"""
