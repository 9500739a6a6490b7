"""Sources of one folder put together into one, so that a reader of C++ reads Qt's headers once for all of them.

A reader spends nearly all its time in headers: one source takes 15 to 25 s of clang-tidy, twelve together 30 s.
Sources that do not stand beside each other (two functions of one name without linkage) are found by the
compiler and put apart.
"""
import hashlib
import json
import re
import shlex
import subprocess
from pathlib import Path

AT_MOST = 12

# The program's entry, which each test has and one source can have only once.
NO_ENTRY = """#include <QtTest/qtest.h>
#undef QTEST_MAIN
#undef QTEST_GUILESS_MAIN
#undef QTEST_APPLESS_MAIN
#define QTEST_MAIN(Test)
#define QTEST_GUILESS_MAIN(Test)
#define QTEST_APPLESS_MAIN(Test)
"""

QUIET = ["-Wno-macro-redefined", "-Wno-unknown-warning-option", "-Wno-ignored-gch", "-Wno-unused-function",
         "-Wno-unneeded-internal-declaration", "-Wno-pragma-once-outside-header"]
INCLUDED = re.compile(r'^#include "(/[^"]+)"$', re.MULTILINE)
ERROR = re.compile(r"^([^:\s][^:]*):\d+:\d+: (?:fatal )?error: ", re.MULTILINE)


def compiled_in(source):
    """The sources that the build puts together in `source`; `source` itself where it is one of ours."""
    if source.parent.name != "Unity" or not source.exists():
        return [source]
    return [Path(path).resolve() for path in INCLUDED.findall(source.read_text())]


def commands(build):
    """The arguments of the compiler for each source."""
    return {file: shlex.split(entry["command"])
            for entry in json.loads((build / "compile_commands.json").read_text())
            for file in compiled_in(Path(entry["file"]).resolve())}


def joined(arguments):
    """One command for many: each option once, in the order of its first mention, without input and output."""
    found = []
    for command in arguments:
        own, skip = [], 0
        for at, word in enumerate(command[1:], 1):
            if skip:
                skip -= 1
            elif word in ("-o", "-c", "-include", "-isystem"):
                skip = 1
                if word in ("-include", "-isystem"):
                    own.append((word, command[at + 1]))
            else:
                own.append((word,))
        found += [option for option in own if option not in found]
    return [word for option in found for word in option]


def written(folder, name, files, known):
    """The common source of `files` in `folder`, with its compile command beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"{name}.cpp"
    text = "".join(f'#include "{file}" // NOLINT\n' for file in files)
    test = any("_MAIN(" in file.read_text() for file in files)
    source.write_text((NO_ENTRY if test and len(files) > 1 else "") + text)
    command = ["clang++", *joined(known[file.resolve()] for file in files), *QUIET, "-c", str(source)]
    return source, command


class Refusals:
    """What the compiler said of common sources, kept in a file: each reader of C++ asks about the same ones."""

    def __init__(self, file, content):
        """`content` says what a source and its headers hold: a text that changes when they do."""
        self._file, self._content = file, content
        self._said = json.loads(file.read_text()) if file.exists() else {}
        self._now = {}

    def of(self, command, folder, files):
        """The sources in which the compiler finds errors; None when it has nothing against the common one."""
        told = [*command[:-1], *(self._content(file) for file in files)]
        key = hashlib.sha256("\0".join(told).encode()).hexdigest()
        if key not in self._said:
            wrong = refused(command, folder)
            self._said[key] = None if wrong is None else sorted(str(path) for path in wrong)
        self._now[key] = said = self._said[key]
        return None if said is None else {Path(path) for path in said}

    def save(self):
        """Only what was asked for this time: the rest is about sources that are no more."""
        self._file.write_text(json.dumps(self._now))


def refused(command, folder):
    """The sources in which the compiler finds errors; None when it has nothing against the common one."""
    done = subprocess.run([*command, "-fsyntax-only", "-ferror-limit=0"], cwd=folder, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return None if done.returncode == 0 else {Path(path).resolve() for path in ERROR.findall(done.stdout)}


def standing(folder, name, files, known, refusals):
    """`files` in groups, each of which compiles as one source: [(source, command, files)]."""
    left, groups = list(files), []
    while left:
        label = f"{name}-{len(groups)}"
        taken = left[:AT_MOST]
        source, command = written(folder, label, taken, known)
        wrong = refusals.of(command, folder, taken) if len(taken) > 1 else None
        while wrong is not None and len(taken) > 1:
            kept = [file for file in taken if file.resolve() not in wrong]
            taken = kept if kept and len(kept) < len(taken) else taken[:1]
            source, command = written(folder, label, taken, known)
            wrong = refusals.of(command, folder, taken) if len(taken) > 1 else None
        groups.append((source, command, taken))
        left = [file for file in left if file not in taken]
    return groups
