#!/usr/bin/env python3
"""The script `dev` in a made-up checkout, whose programs are short scripts. Runs where the tools are
(in place on Debian 13, in the root on Debian 12), so the making of a root is not tried here."""
import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]

PRESETS = """{ "version": 6, "configurePresets": [
  { "name": "dev", "generator": "Ninja", "binaryDir": "${sourceDir}/.build/dev" },
  { "name": "asan", "generator": "Ninja", "binaryDir": "${sourceDir}/.build/asan" } ] }
"""

PROJECT = """cmake_minimum_required(VERSION 3.28)
project(made_up LANGUAGES NONE)
enable_testing()
foreach(program huying huying-backend huyingctl)
    set(built ${CMAKE_BINARY_DIR}/bin/${program})
    add_custom_command(OUTPUT ${built} DEPENDS ${CMAKE_SOURCE_DIR}/${program}
        COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/${program} ${built} VERBATIM)
    add_custom_target(${program} ALL DEPENDS ${built})
endforeach()
add_test(NAME sound COMMAND true)
add_test(NAME on_a_screen COMMAND xdpyinfo)
add_test(NAME unsound COMMAND sh -c "test ! -e '${CMAKE_SOURCE_DIR}/unsound'")
add_test(NAME left_out COMMAND true)
set_tests_properties(left_out PROPERTIES LABELS noasan)
"""

PROGRAMS = {
    "huying": """#!/bin/sh
while [ $# -gt 0 ]; do [ "$1" = --screenshots ] && touch "$2/queue.png" && exit 0; shift; done
exec sleep 600
""",
    "huying-backend": """#!/bin/sh
while [ $# -gt 0 ]; do [ "$1" = --port-file ] && echo 4711 >"$2"; shift; done
exec sleep "${BACKEND_LIVES:-600}"
""",
    "huyingctl": """#!/bin/sh
case "$1 $2" in
"simulate --live") exec sleep 600 ;;
"simulate --ledger") touch "$3" ;;
"check --ledger") test -f "$3" ;;
echo*) shift; pwd; cat; printf '%s|' "$@" ;;
exit*) exit "$2" ;;
wait*) trap 'echo ended; exit 9' INT TERM; echo ready; while :; do sleep 0.05; done ;;
esac
""",
}


class Dev(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="huying dev ")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.top = Path(cls.folder.name) / "check out"
        cls.temporary = Path(cls.folder.name) / "tmp"
        cls.temporary.mkdir()
        cls.top.mkdir()
        shutil.copy(CHECKOUT / "dev", cls.top)
        shutil.copytree(CHECKOUT / ".dev", cls.top / ".dev")
        (cls.top / "CMakePresets.json").write_text(PRESETS)
        (cls.top / "CMakeLists.txt").write_text(PROJECT)
        for name, text in PROGRAMS.items():
            (cls.top / name).write_text(text)
            (cls.top / name).chmod(0o755)

    def environment(self, **more):
        known = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        return known | {"TMPDIR": str(self.temporary), "HUYING_CACHE": str(self.temporary / "cache")} | more

    def dev(self, *arguments, cwd=None, text=None, **more):
        return subprocess.run([self.top / "dev", *arguments], cwd=cwd or self.top, input=text, text=True,
                              capture_output=True, env=self.environment(**more), timeout=120)

    def left_behind(self):
        return [path.name for path in self.temporary.iterdir() if path.name.startswith("huying-demo")]

    def test_help_is_no_failure_and_names_every_command(self):
        done = self.dev("help")
        self.assertEqual(done.returncode, 0)
        for command in ("demo", "test", "build", "bench", "check", "run", "shell"):
            self.assertIn(f"\n  {command} ", done.stdout)

    def test_wrong_usage_is_one_line_and_status_2(self):
        for wrong in (["frob"], ["build", "fast"], ["demo", "--for"], ["demo", "--for", "soon"], ["demo", "--tickets", "0"],
                      ["run"], ["run", "../x"], ["check", "--all"], ["bench", "a", "b"], ["run", "nothing"]):
            done = self.dev(*wrong)
            self.assertEqual(done.returncode, 2, wrong)
            self.assertEqual(done.stderr.strip().splitlines()[-1].count("dev: "), 1, wrong)

    def test_a_program_runs_here_with_its_input_and_arguments(self):
        done = self.dev("run", "huyingctl", "echo", "a b", "*", "", cwd=self.temporary, text="给输入\n")
        self.assertEqual(done.stdout, f"{self.temporary}\n给输入\na b|*||")

    def test_the_programs_exit_status_is_ours(self):
        for status in (0, 1, 2, 77):
            self.assertEqual(self.dev("run", "huyingctl", "exit", str(status)).returncode, status)

    def test_a_second_run_says_nothing_of_its_own(self):
        self.dev("build")
        self.assertEqual(self.dev("run", "huyingctl", "exit", "0").stderr, "")

    def test_a_signal_reaches_the_program(self):
        self.dev("build")
        for sent in (signal.SIGINT, signal.SIGTERM):
            running = subprocess.Popen([self.top / "dev", "run", "huyingctl", "wait"], cwd=self.top, text=True,
                                       stdout=subprocess.PIPE, env=self.environment())
            self.assertEqual(running.stdout.readline(), "ready\n")
            running.send_signal(sent)
            self.assertEqual((running.communicate()[0], running.returncode), ("ended\n", 9))

    def test_the_suite_is_counted_in_both_builds(self):
        done = self.dev("test")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(done.stdout.splitlines()[-1], "7 passed, 0 failed")

    def test_a_failing_test_fails_the_suite(self):
        (self.top / "unsound").touch()
        self.addCleanup((self.top / "unsound").unlink)
        done = self.dev("test", "-R", "sound")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.splitlines()[-1], "2 passed, 2 failed")

    def test_no_test_at_all_is_a_failure(self):
        self.assertEqual(self.dev("test", "-R", "no such test").returncode, 1)

    def test_a_demo_without_display_leaves_pictures_and_nothing_else(self):
        done = self.dev("demo", "--for", "1", "--tickets", "10")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((self.top / "out/queue.png").exists())
        self.assertEqual(self.left_behind(), [])

    def test_a_demo_whose_backend_dies_fails(self):
        done = self.dev("demo", "--for", "30", BACKEND_LIVES="1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("huying-backend ended", done.stderr)
        self.assertEqual(self.left_behind(), [])

    def test_a_demo_that_is_stopped_leaves_nothing(self):
        running = subprocess.Popen([self.top / "dev", "demo"], cwd=self.top, stderr=subprocess.PIPE, text=True,
                                   env=self.environment())
        while "the desk is open" not in running.stderr.readline():
            self.assertIsNone(running.poll())
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        running.communicate()
        self.assertEqual(running.returncode, 130)
        self.assertEqual(self.left_behind(), [])


if __name__ == "__main__":
    unittest.main()
