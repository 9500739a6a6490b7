#!/usr/bin/env python3
"""Every word of the programs is translated, under the name by which the program asks for it.

    tst_translations.py CHECKOUT LUPDATE
"""
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree
from pathlib import Path

CHECKOUT, LUPDATE = Path(sys.argv[1]), sys.argv[2]
TOPS = ("widgets", "models", "maps", "app")
WORDS = Path("resources/translations/huying_zh_CN.ts")
# What stands between a class's name and its body; the name, with those that it lies in.
CLASS = re.compile(r"\b(?:class|struct)\s+([\w:]+)[^;{}()]*\{")
OWN_NAME = re.compile(r"\bQ_DECLARE_TR_FUNCTIONS\((\w+)\)")
# A function of one's own that hides the name.
FREE_TR = re.compile(r"^(?:static\s+|inline\s+)*QString\s+tr\(", re.M)


def sources():
    for top in TOPS:
        for path in sorted((CHECKOUT / top).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                yield path, path.read_text("utf-8")


def messages(file):
    """(context, source, what is not in order) of every message."""
    for context in tree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            said = "".join(translation.itertext()).strip()
            yield context.findtext("name"), message.findtext("source"), translation.get("type") or ("" if said else "empty")


class Translations(unittest.TestCase):
    def test_everything_in_the_sources_is_translated(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / WORDS.name
            shutil.copy(CHECKOUT / WORDS, copy)
            subprocess.run([LUPDATE, "-silent", "-locations", "none", "-no-ui-lines", "-target-language", "zh_CN",
                            "-source-language", "en", *TOPS, "-ts", str(copy)], cwd=CHECKOUT, check=True)
            wrong = [f"{name}: {source!r} is {state}" for name, source, state in messages(copy)
                     if state and state not in ("vanished", "obsolete")]
        self.assertEqual(wrong, [], "run `ninja translations` and fill in what is missing")

    def test_no_context_is_one_that_no_program_asks_for(self):
        """lupdate names a bare tr() after the class or namespace around it; only a QObject's is asked for so."""
        asked = {path.stem for top in TOPS for path in (CHECKOUT / top).rglob("*.qml")}
        for path, text in sources():
            asked.update(OWN_NAME.findall(text))
            asked.update(re.findall(r'\b(?:translate|QT_TRANSLATE_NOOP)\(\s*"(\w+)"', text))
            for found in CLASS.finditer(text):
                if "Q_OBJECT" in text[found.end():found.end() + 40]:
                    asked.add("huying::" + found[1])
        contexts = {name for name, _, _ in messages(CHECKOUT / WORDS)}
        self.assertEqual(sorted(contexts - asked), [])

    def test_nobody_has_a_tr_of_their_own(self):
        own = [str(path.relative_to(CHECKOUT)) for path, text in sources() if FREE_TR.search(text)]
        self.assertEqual(own, [], "lupdate cannot tell its context: Q_DECLARE_TR_FUNCTIONS")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
