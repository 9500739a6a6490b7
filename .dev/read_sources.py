#!/usr/bin/env python3
"""Runs a reader of C++ (clang-tidy, clazy) over sources, those of one folder together.

    read_sources.py CHECKOUT NAME COMMAND... -- FILES

Prints each finding once. What passed is remembered in .build/read/NAME under a hash of the
command, the configuration, the source and our headers that it includes, so that a second run is short.
"""
import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from together import Refusals, commands, compiled_in, standing

# What clang says about headers that are not ours.
IDLE = re.compile(r"^\d+ (warning|error)s?.* generated\.$|^Suppressed |^Use -header-filter|^Error while processing")


def headers(build, checkout):
    """Our headers by source, as the compiler found them."""
    found, source, own = {}, None, []
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    for line in [*listing.splitlines(), ""]:
        if not line.startswith(" "):
            for one in compiled_in(source) if source else ():
                others = (path for path in own if path.suffix != ".cpp")
                found.setdefault(one, set()).update({one, *others})
            source, own = None, []
            continue
        path = (build / line.strip()).resolve()
        source = source or path
        if path.is_relative_to(checkout):
            own.append(path)
    return found


def digest(command, files):
    whole = hashlib.sha256("\0".join(command).encode())
    for file in sorted(files):
        whole.update(str(file).encode() + b"\0" + (file.read_bytes() if file.exists() else b""))
    return whole.hexdigest()


def read(command, group):
    """The findings in a group of sources."""
    source, _, files = group
    done = subprocess.run([*command, str(source)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode == 0 and not re.search(r" (warning|error): ", done.stdout):
        return ""
    words = [line for line in done.stdout.splitlines() if not IDLE.search(line)]
    return "\n".join(words).strip() or f"{files[0]}: {command[0]} failed"


def blameless(files, findings):
    """Those of `files` that no finding names, when all findings are in sources of the group."""
    named = {Path(path).resolve() for path in re.findall(r"^(/[^:]+):\d+:\d+: (?:warning|error): ", findings, re.MULTILINE)}
    return [file for file in files if named and named <= {one.resolve() for one in files} and file.resolve() not in named]


def together(checkout, folder, files, known, refusals):
    """The sources in groups that can be read as one, with a database of their commands in `folder`."""
    by_place = {}
    for file in files:
        by_place.setdefault(file.parent, []).append(file)

    def grouped(place):
        label = "-".join(place.relative_to(checkout).parts)
        return standing(folder, label, by_place[place], known, refusals)

    with ThreadPoolExecutor(os.cpu_count()) as workers:
        groups = [group for found in workers.map(grouped, by_place) for group in found]
    refusals.save()
    entries = [{"directory": str(folder), "file": str(source), "arguments": command} for source, command, _ in groups]
    (folder / "compile_commands.json").write_text(json.dumps(entries))
    return groups


def main(arguments):
    split = arguments.index("--")
    checkout, name, command = Path(arguments[0]).resolve(), arguments[1], arguments[2:split]
    build, marks, folder = checkout / ".build/dev", checkout / ".build/read" / name, checkout / ".build/read/together" / name
    for place in (marks, folder):
        place.mkdir(parents=True, exist_ok=True)
    known, own = commands(build), headers(build, checkout)
    wanted = [path for path in (checkout / file for file in arguments[split + 1:]) if path.resolve() in known]

    def content(file, *reader):
        return digest(reader, {file, checkout / ".clang-tidy", *own.get(file.resolve(), ())})

    marked = {file: marks / content(file, *command) for file in wanted}
    unread = [file for file in wanted if not marked[file].exists()]
    groups = together(checkout, folder, unread, known, Refusals(folder.parent / "refusals.json", content))
    failed, seen = 0, set()
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for number, (group, findings) in enumerate(zip(groups, workers.map(lambda one: read([*command, "-p", str(folder)], one), groups)), 1):
            if sys.stderr.isatty():
                print(f"\r  {name}: {number} of {len(groups)} ", end="", file=sys.stderr)
            for file in group[2] if not findings else blameless(group[2], findings):
                marked[file].touch()
            failed += bool(findings)
            if findings and findings not in seen:
                seen.add(findings)
                print(findings, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
