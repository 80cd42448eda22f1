"""The styles and lists of a house beside ours: a style that it has by our name stays as it is."""

from __future__ import annotations

from collections.abc import Iterable

from ..elements import ORDERS, Element, add, put, w
from ..numbering import COUNTING
from ..package import base_part

_NAME, _ID, _TYPE, _VAL, _DEFAULT = w("name"), w("styleId"), w("type"), w("val"), w("default")
_PPR, _NUMPR, _NUMID = w("pPr"), w("numPr"), w("numId")
_POINTING = (w("basedOn"), w("next"), w("link"))
_DASHED = ("ListBullet", "ListBullet2")
_QUIET = ("Title", "Subtitle", "TitleBlock", "Header", "Footer", "FootnoteText",
          *(f"Heading{level}" for level in range(1, 7)))  # fmt: skip
"""The lines of these are never counted."""

_PARTS = tuple(
    w(name)
    for name in (
        "name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority",
        "semiHidden", "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose",
        "personalReply", "rsid", "pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr",
    )
)  # fmt: skip
"""What a style holds, in the order of the schema (ECMA-376 part 1, 17.7.4.17)."""

_XML = "{http://www.w3.org/XML/1998/namespace}"

_APART = 20_000
"""The numbers of a house's lists begin here, behind those that a document of ours makes."""


class Styles:
    """The styles of a house and ours in one sheet.

    kept: the ids of ours that are the house's own. renamed: its ids, each with what it is now.
    """

    def __init__(self, given: Element | None) -> None:
        self.root = base_part("styles.xml")
        self.kept: set[str] = set()
        self.renamed: dict[str, str] = {}
        if given is not None:
            _without_others(given)
            self._join(given)

    def _join(self, given: Element) -> None:
        ours = list(self.root.iterchildren(w("style")))
        ids = {one.get(_ID) for one in ours}
        theirs = _known_once(given.iterchildren(w("style")))
        for style in theirs:
            self.renamed[style.get(_ID)] = self._id(style, ours, ids)
        added = [one for one in ours if one.get(_ID) not in self.kept]
        for style in theirs:
            self._tidy(style)
        self._default(given)
        for style in ours:
            self.root.remove(style)
        self.root.extend([*theirs, *added])
        self._settle(theirs, {one.get(_ID): one for one in ours})

    def _id(self, style: Element, ours: list[Element], ids: set[str]) -> str:
        """Return the id that a style of the house has from now on."""
        name, kind = _name(style), style.get(_TYPE)
        for one in ours:
            same = _name(one).casefold() == name.casefold()
            default = style.get(_DEFAULT) in ("1", "true") and one.get(_DEFAULT) == "1"
            if one.get(_TYPE) == kind and (same or default) and one.get(_ID) not in self.kept:
                self.kept.add(one.get(_ID))
                return str(one.get(_ID))
        if any(_name(one).casefold() == name.casefold() for one in ours):
            style.find(_NAME).set(_VAL, f"{name} (house)")
        found = str(style.get(_ID))
        while found in ids:
            found += "House"
        ids.add(found)
        return found

    def _tidy(self, style: Element) -> None:
        style.set(_ID, self.renamed[style.get(_ID)])
        for pointer in style.findall("*"):
            if pointer.tag not in _PARTS:
                style.remove(pointer)
            elif pointer.tag in _POINTING:
                target = self.renamed.get(pointer.get(_VAL, ""))
                if target is None:
                    style.remove(pointer)
                else:
                    pointer.set(_VAL, target)
        style[:] = sorted(style, key=lambda child: _PARTS.index(child.tag))
        in_order(style)

    def _default(self, given: Element) -> None:
        """Take over what holds where no style says otherwise; the language is the draft's."""
        defaults = given.find(w("docDefaults"))
        if defaults is None:
            return
        runs = defaults.find(f"{w('rPrDefault')}/{w('rPr')}")
        if runs is None:
            return
        in_order(defaults)
        language = runs.find(w("lang"))
        if language is None:
            put(runs, "lang", val="en-GB")
        else:
            language.set(_VAL, "en-GB")
        self.root.replace(self.root.find(w("docDefaults")), defaults)

    def _settle(self, theirs: Iterable[Element], ours: dict[str, Element]) -> None:
        """See that what our numbers, lists and line numbers rest on holds in the house's styles."""
        for used in (one for style in theirs for one in style.iter(_NUMID)):
            _move(used)
        for style in theirs:
            name = style.get(_ID)
            if name not in self.kept or style.get(_TYPE) != "paragraph":
                continue
            properties = style.find(_PPR)
            if properties is None:
                properties = add(style, "pPr")
                style[:] = sorted(style, key=lambda child: _PARTS.index(child.tag))
            own = properties.find(_NUMPR)
            counted = ours[name].find(f"{_PPR}/{_NUMPR}")
            if name in COUNTING or (name in _DASHED and own is None):
                if own is not None:
                    properties.remove(own)
                put(properties, "numPr").extend(list(counted))
            if name in _QUIET and properties.find(w("suppressLineNumbers")) is None:
                put(properties, "suppressLineNumbers")
            level = ours[name].find(f"{_PPR}/{w('outlineLvl')}")
            if level is not None and properties.find(w("outlineLvl")) is None:
                put(properties, "outlineLvl", val=level.get(_VAL))

    def lists(self, given: Element | None, frames: Iterable[Element]) -> Element:
        """Return our lists and those of the house that its styles and headers use."""
        root = base_part("numbering.xml")
        wanted = {
            one.get(_VAL)
            for tree in (self.root, *frames)
            for one in tree.iter(_NUMID)
            if int(one.get(_VAL)) >= _APART
        }
        if given is not None:
            _without_others(given)
        nums = [] if given is None else _known_once(given.iterchildren(w("num")), _NUMID)
        found: dict[str, list[Element]] = {}
        for num in nums:
            num.set(_NUMID, str(_apart(num.get(_NUMID))))
            abstract = num.find(w("abstractNumId"))
            if num.get(_NUMID) in wanted and abstract is not None:
                _move(abstract)
                found.setdefault(abstract.get(_VAL), []).append(num)
        ours = [one for one in root if one.tag == w("num")]
        for one in ours:
            root.remove(one)
        there: set[str] = set()
        for one in () if given is None else given.iterchildren(w("abstractNum")):
            one.set(w("abstractNumId"), str(_apart(one.get(w("abstractNumId"), ""))))
            number = one.get(w("abstractNumId"))
            if number in found and number not in there:
                there.add(number)
                root.append(self._list(one))
        root.extend(ours)
        for name in there:
            root.extend(found[name])
        self._without(wanted - {num.get(_NUMID) for name in there for num in found[name]}, frames)
        return root

    def _list(self, given: Element) -> Element:
        for pointer in list(given.iter(w("pStyle"), w("styleLink"), w("numStyleLink"))):
            target = self.renamed.get(pointer.get(_VAL, ""))
            if target is None or target in COUNTING:
                pointer.getparent().remove(pointer)
            else:
                pointer.set(_VAL, target)
        for picture in list(given.iter(w("lvlPicBulletId"))):
            picture.getparent().remove(picture)
        in_order(given)
        return given

    def _without(self, lists: set[str], frames: Iterable[Element]) -> None:
        """Take away what refers to lists that are nowhere."""
        for tree in (self.root, *frames):
            for used in list(tree.iter(_NUMID)):
                if used.get(_VAL) in lists:
                    used.getparent().getparent().remove(used.getparent())

    def use(self, frame: Element) -> None:
        """Let a header or footer name its styles and lists by what they are now."""
        for used in list(frame.iter(w("pStyle"), w("rStyle"), w("tblStyle"))):
            target = self.renamed.get(used.get(_VAL, ""))
            if target is None:
                used.getparent().remove(used)
            else:
                used.set(_VAL, target)
        for used in frame.iter(_NUMID):
            _move(used)


def in_order(root: Element) -> None:
    """Put properties in the order of the schema, each once; foreign files often have not."""
    for properties in list(root.iter(*ORDERS)):
        order = ORDERS[properties.tag]
        seen: set[str] = set()
        for child in list(properties):
            if child.tag.endswith("Change") or (child.tag in seen and child.tag in order):
                properties.remove(child)
            seen.add(child.tag)
        properties[:] = sorted(properties, key=lambda one: order.get(one.tag, len(order)))


def _without_others(root: Element) -> None:
    """Take out what is of no namespace of the schema: later programs' own, which need no heed."""
    for element in list(root.iter()):
        if not element.tag.startswith(w("")):
            if element.getparent() is not None:
                element.getparent().remove(element)
            continue
        for name in [one for one in element.attrib if not one.startswith((w(""), _XML))]:
            del element.attrib[name]


def _name(style: Element) -> str:
    found = style.find(_NAME)
    return "" if found is None else str(found.get(_VAL, ""))


def _known_once(elements: Iterable[Element], name: str = _ID) -> list[Element]:
    found: dict[str, Element] = {}
    for one in elements:
        if one.get(name) and (name != _ID or _name(one)):
            found.setdefault(one.get(name), one)
    return list(found.values())


def _apart(number: str) -> int:
    return _APART + int(number) if number.isdecimal() and len(number) < 6 else 0


def _move(pointer: Element) -> None:
    """Name a list of the house, or what one rests on, by the number that it has now; 0 is none."""
    number = pointer.get(_VAL, "")
    pointer.set(_VAL, "0" if number == "0" and pointer.tag == _NUMID else str(_apart(number)))
