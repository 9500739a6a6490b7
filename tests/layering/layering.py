#!/usr/bin/env python3
"""Arrows go down only: fails on every include and every link that runs upward or sideways, and on every type
name that two folders give.

    layering.py CHECKOUT [LAYERS]

CHECKOUT holds models/, maps/, widgets/ and app/; LAYERS is the file the top CMakeLists.txt writes, one
line "NAME FOLDER: LINKS" for each library and program. Each finding is one line; exit status 1 if any.
"""
import re
import sys
from pathlib import Path

# Bottom to top. A folder may use those of lower rows only, never one of its own row.
ORDER = [
    ["models/domain", "models/files"],
    ["models/canonical", "models/language", "models/packing", "models/rules", "models/sheets"],
    ["models/places"],
    ["models/attachments"],
    ["models/storage"],
    ["models/folding"],
    ["models/accounts"],
    ["models/statistics"],
    ["models/sync"],
    ["models/service"],
    ["models/ledger", "models/cache", "models/client"],
    ["models/postgres"],
    ["models/exchange", "models/simulation"],
    ["models/scenery"],
    ["models/views"],
    ["models/pictures"],
    ["models/desk"],
    ["models/reports"],
    ["maps/datums"],
    ["maps/geo"],
    ["maps/geofile"],
    ["maps/heat"],
    ["maps/datafiles"],
    ["maps/tiles"],
    ["maps/scene"],
    ["maps/print"],
    ["widgets/common"],
    ["widgets/timebar"],
    ["widgets/mapfiles"],
    ["widgets/*"],
    ["widgets/desk"],
    ["app"],
]

# What is seen on a screen is handed in by app; what stands to the left never reaches these, by whatever way.
SCREEN = ("models/views", "models/reports", "maps/", "widgets/")
UNSEEN = {"models/cache", "models/client", "models/ledger", "models/postgres"}

TOPS = ("models", "maps", "widgets", "app")
SOURCES = {".h", ".hpp", ".cpp", ".cc", ".mm"}
TYPE = re.compile(r"^(?:struct|class|enum class|enum|union) (\w+)(?: final)?(?: : [^;{]*)?\s*\{", re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def rank(folder):
    """The row of `folder` in ORDER; None if it has no place there."""
    for row, folders in enumerate(ORDER):
        if folder in folders:
            return row
    if folder.startswith("widgets/"):
        return next(row for row, folders in enumerate(ORDER) if "widgets/*" in folders)
    return None


def folder_of(path):
    """The library's folder that `path`, relative to the checkout, lies in: models/rules, app …; None elsewhere."""
    parts = path.parts
    if len(parts) < 2 or parts[0] not in TOPS:
        return None
    return "app" if parts[0] == "app" else "/".join(parts[:2]) if len(parts) > 2 else None


def sources(checkout):
    for top in TOPS:
        for path in sorted((checkout / top).rglob("*")):
            if path.suffix in SOURCES and path.is_file():
                yield path


def folders_of(checkout, links):
    """Every library's folder by the name that includes begin with."""
    named = {folder: folder for folder in links}
    for top in TOPS[:-1]:
        named.update({path.name: f"{top}/{path.name}" for path in (checkout / top).glob("*") if path.is_dir()})
    named.update({name: folder for name, (folder, _) in links.items()})
    return named


def verdict(user, used):
    """Why `user` may not use `used`; empty if it may."""
    if user == used:
        return ""
    for folder in (user, used):
        if rank(folder) is None:
            return f"{folder} has no place in the order of tests/layering/layering.py"
    if used in UNSEEN and user.startswith(SCREEN):
        return f"{user} must not see {used}: app hands it models and functions"
    if rank(used) > rank(user):
        return f"{user} is below {used}: upward"
    if rank(used) == rank(user):
        return f"{user} stands beside {used}: sideways"
    return ""


def include_findings(checkout, links):
    named = folders_of(checkout, links)
    for path in sources(checkout):
        place = path.relative_to(checkout)
        user = folder_of(place)
        if user is None:
            yield f"{place}: lies in no library's folder"
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            found = INCLUDE.match(line)
            used = found and folder_included(checkout, path, named, *found.groups())
            reason = used and verdict(user, used)
            if reason:
                yield f"{place}:{number}: includes {found[2]}: {reason}"


def folder_included(checkout, path, named, kind, name):
    beside = (path.parent / name).resolve()
    if kind == '"' and beside.is_relative_to(checkout) and (beside.exists() or name.startswith("..")):
        return folder_of(beside.relative_to(checkout))
    return named.get(name.split("/")[0]) if "/" in name else None


def read_layers(file):
    """{name: (folder, [linked names])} of the file that CMake wrote."""
    links = {}
    for line in file.read_text("utf-8").splitlines():
        if ":" in line:
            head, tail = line.split(":", 1)
            name, folder = head.split(" ", 1)
            links[name] = (folder, tail.split())
    return links


def reached(name, links, seen=None):
    """What `name` links, and what that links, and so on: all of it is in the include path."""
    seen = set() if seen is None else seen
    for other in links.get(name, ("", []))[1]:
        if other not in seen:
            seen.add(other)
            reached(other, links, seen)
    return seen


def link_findings(links):
    for name, (folder, linked) in links.items():
        user = folder_of(Path(folder) / "x")
        if user is None:
            continue
        for other in linked:
            reason = verdict(user, links[other][0]) if other in links else "is no library of this project"
            if reason:
                yield f"{folder}/CMakeLists.txt: {name} links {other}: {reason}"
        for other in sorted(reached(name, links) - set(linked)):
            if other in links and links[other][0] in UNSEEN and user.startswith(SCREEN):
                yield f"{folder}/CMakeLists.txt: {name} reaches {other} through what it links: {verdict(user, links[other][0])}"


def twin_findings(checkout):
    """One type name in the headers of two folders: a program that links both takes either for the other."""
    first = {}
    for path in sources(checkout):
        if path.suffix not in {".h", ".hpp"}:
            continue
        place = path.relative_to(checkout)
        for name in TYPE.findall(path.read_text("utf-8", "replace")):
            other = first.setdefault(name, place)
            if other.parent != place.parent:
                yield f"{place}: {name} is the name of a type in {other} too"


def findings(checkout, layers=None):
    checkout = Path(checkout).resolve()
    links = read_layers(Path(layers)) if layers else {}
    return [*include_findings(checkout, links), *link_findings(links), *twin_findings(checkout)]


def main(arguments):
    if not 1 <= len(arguments) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = findings(*arguments)
    for line in found:
        print(line)
    if not found:
        print("layering: every arrow goes down")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
