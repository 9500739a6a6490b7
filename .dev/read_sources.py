#!/usr/bin/env python3
"""Runs a reader of C++ (clang-tidy, clazy) over sources, as many at a time as there are cores.

    read_sources.py CHECKOUT NAME COMMAND... -- FILES

Prints the findings of each file once. What passed is remembered in .build/read/NAME under a hash of the
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

# What clang says about headers that are not ours.
IDLE = re.compile(r"^\d+ (warning|error)s?.* generated\.$|^Suppressed |^Use -header-filter|^Error while processing")


def compiled(build):
    """The sources that have a compile command; others (a platform's, a fuzzer's) cannot be read."""
    return {Path(entry["file"]).resolve() for entry in json.loads((build / "compile_commands.json").read_text())}


def headers(build, checkout):
    """Our headers by source, as the compiler found them."""
    found, source, own = {}, None, []
    listing = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    for line in [*listing.splitlines(), ""]:
        if not line.startswith(" "):
            if source:
                found.setdefault(source, set()).update(own)
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


def read(command, file, mark):
    """The findings in `file`; empty when there are none, and then `mark` is set."""
    if mark.exists():
        return ""
    done = subprocess.run([*command, str(file)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode == 0 and not re.search(r" (warning|error): ", done.stdout):
        mark.touch()
        return ""
    words = [line for line in done.stdout.splitlines() if not IDLE.search(line)]
    return "\n".join(words).strip() or f"{file}: {command[0]} failed"


def main(arguments):
    split = arguments.index("--")
    checkout, name, command = Path(arguments[0]).resolve(), arguments[1], arguments[2:split]
    build, marks = checkout / ".build/dev", checkout / ".build/read" / name
    marks.mkdir(parents=True, exist_ok=True)
    wanted = [path for path in (checkout / file for file in arguments[split + 1:]) if path.resolve() in compiled(build)]
    known = headers(build, checkout)

    def one(file):
        parts = {file, checkout / ".clang-tidy", *known.get(file.resolve(), ())}
        return read(command, file, marks / digest(command, parts))

    failed, seen = 0, set()
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for number, findings in enumerate(workers.map(one, wanted), 1):
            if sys.stderr.isatty():
                print(f"\r  {name}: {number} of {len(wanted)} ", end="", file=sys.stderr)
            failed += bool(findings)
            if findings and findings not in seen:
                seen.add(findings)
                print(findings, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
