#!/usr/bin/env python3
"""The layering test on made-up trees: what must be found is found, what is right passes."""
import tempfile
import unittest
from pathlib import Path

from layering import findings


class Layering(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.checkout = Path(folder.name)

    def write(self, path, text):
        file = self.checkout / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def layers(self, text):
        self.write("layers.txt", text)
        return findings(self.checkout, self.checkout / "layers.txt")

    def test_an_include_downward_passes(self):
        self.write("models/domain/Ticket.h", "#include <vector>\n#include <QtCore/QString>\n")
        self.write("models/rules/Workflow.cpp", '#include "Workflow.h"\n#include <domain/Ticket.h>\n')
        self.assertEqual(findings(self.checkout), [])

    def test_an_include_upward_is_found_with_its_line(self):
        self.write("models/rules/Workflow.h", "")
        self.write("models/domain/Ticket.h", "#pragma once\n#  include <rules/Workflow.h>\n")
        self.assertEqual(findings(self.checkout), [
            "models/domain/Ticket.h:2: includes rules/Workflow.h: models/domain is below models/rules: upward"])

    def test_an_include_sideways_is_found(self):
        self.write("models/cache/Cache.h", "")
        self.write("models/client/Client.cpp", "#include <cache/Cache.h>\n")
        self.assertIn("sideways", "".join(findings(self.checkout)))

    def test_a_way_around_by_a_relative_path_is_found(self):
        self.write("models/rules/Workflow.h", "")
        self.write("models/domain/Ticket.cpp", '#include "../rules/Workflow.h"\n')
        self.assertIn("upward", "".join(findings(self.checkout)))

    def test_one_screen_does_not_include_another(self):
        self.write("widgets/queue/Queue.h", "")
        self.write("widgets/ticket/Pane.cpp", "#include <queue/Queue.h>\n#include <queue>\n")
        self.assertEqual(len(findings(self.checkout)), 1)

    def test_a_widget_that_includes_the_cache_is_found(self):
        self.write("models/cache/Cache.h", "")
        self.write("widgets/queue/Queue.cpp", "#include <cache/Cache.h>\n")
        self.assertIn("must not see", "".join(findings(self.checkout)))

    def test_one_name_for_two_types_is_found(self):
        self.write("models/rules/Check.h", "struct Field {\n};\nclass Told;\nenum class Step : int { A };\n")
        self.write("models/rules/Told.h", "class Told final : public Check\n{\n};\n")
        self.write("models/views/Rows.h", "template <class T>\nstruct Field\n{\n};\nclass Told;\n")
        self.assertEqual(findings(self.checkout), [
            "models/views/Rows.h: Field is the name of a type in models/rules/Check.h too"])

    def test_a_folder_without_a_place_is_found(self):
        self.write("models/odds/Odds.h", "")
        self.write("models/views/Rows.cpp", "#include <odds/Odds.h>\n")
        self.assertIn("no place", "".join(findings(self.checkout)))

    def test_a_link_upward_is_found(self):
        found = self.layers("domain models/domain: rules\nrules models/rules:\n")
        self.assertEqual(found, [
            "models/domain/CMakeLists.txt: domain links rules: models/domain is below models/rules: upward"])

    def test_a_widget_that_reaches_the_ledger_by_another_is_found(self):
        found = self.layers("ledger models/ledger:\nviews models/views: ledger\ncommon widgets/common: views\n")
        self.assertEqual(len(found), 2)
        self.assertIn("common reaches ledger", found[1])

    def test_app_composes_all_of_it(self):
        self.write("models/ledger/Ledger.h", "")
        self.write("widgets/queue/Queue.h", "")
        self.write("app/main.cpp", "#include <ledger/Ledger.h>\n#include <queue/Queue.h>\n")
        self.assertEqual(self.layers("ledger models/ledger:\nqueue widgets/queue:\nhuying app: ledger queue\n"), [])


if __name__ == "__main__":
    unittest.main()
