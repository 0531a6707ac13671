"""The independent programs behind functions: files in, what each says out. None of them is part of the product."""
import json
import os
import pathlib
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parents[1] / "build/conformance"
JUDGE_JAR = BUILD / "judge/judge.jar"
VENV_PYTHON = BUILD / "venv/bin/python"
SECONDS_A_FILE = 120    # for one file with eleven signatures, each compared with the last revision as a picture


class JudgeMissing(Exception):
    """A checker is not there or did not answer for every file."""


def json_lines(command, exits):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode not in exits:
        raise JudgeMissing(f"{command[0]} … ended with {done.returncode}: {done.stderr[-400:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def listed(paths, folder):
    file = pathlib.Path(folder) / "list.txt"
    file.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    return file


def by_file(lines, paths):
    """path → its lines; every file must have answered."""
    answers = {path: [line for line in lines if line["file"] == str(path)] for path in paths}
    silent = [path for path, answer in answers.items() if not answer]
    if silent:
        raise JudgeMissing(f"no answer for {silent[0]} and {len(silent) - 1} more")
    return answers


def judge_jar(arguments, paths):
    with tempfile.TemporaryDirectory() as folder:
        # The quick compiler alone: half the CPU time in a run as short as this.
        command = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", f"-Dpdfbox.fontcache={folder}", "-jar",
                   JUDGE_JAR, *arguments, "--limit", SECONDS_A_FILE, "--list", listed(paths, folder)]
        return by_file(json_lines(command, (0, 1)), paths)


def verapdf(paths):
    """path → {flavour: (compliant, failed rules)}; a file that cannot be read is not compliant."""
    answers = judge_jar(["vera", "--flavour", "2a", "--flavour", "ua1"], paths)
    verdicts = {}
    for path, lines in answers.items():
        verdicts[path] = {line["flavour"]: (line["compliant"], line["failedRules"]) for line in lines if "flavour" in line}
        for flavour in ("2a", "ua1"):
            verdicts[path].setdefault(flavour, (False, [line.get("error") for line in lines]))
    return verdicts


def eu_dss(paths, trust):
    """path → (error, signatures)."""
    answers = judge_jar(["dss", "--trust", trust], paths)
    return {path: (lines[0]["error"], lines[0].get("signatures", [])) for path, lines in answers.items()}


def pyhanko(paths, trust):
    """path → (error, signatures)."""
    with tempfile.TemporaryDirectory() as folder:
        command = [VENV_PYTHON, HERE / "judges/pyhanko_judge.py", "--trust", trust, "--list", listed(paths, folder)]
        answers = by_file(json_lines(command, (0, 1)), paths)
    return {path: (lines[0]["error"], lines[0]["signatures"]) for path, lines in answers.items()}


def pdfsig(path):
    """(signatures, how many of them are valid); a field that is not signed yet is none."""
    done = subprocess.run(["pdfsig", "-nocert", str(path)], capture_output=True, text=True, check=False,
                          env=os.environ | {"LC_ALL": "C"})
    return done.stdout.count("Signature Validation:"), done.stdout.count("Signature Validation: Signature is Valid.")


def qpdf_is_clean(path):
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return done.returncode == 0 and "WARNING" not in done.stdout + done.stderr


def openssl_accepts(cms, content, root):
    """Whether `openssl cms -verify -cades` accepts a detached CMS over `content` with `root` alone."""
    with tempfile.TemporaryDirectory() as folder:
        signature, signed = pathlib.Path(folder) / "cms.der", pathlib.Path(folder) / "content"
        signature.write_bytes(cms)
        signed.write_bytes(content)
        command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", str(signature), "-content",
                   str(signed), "-CAfile", str(root), "-no-CApath", "-no-CAstore", "-purpose", "any", "-out", os.devnull]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def text_of(path):
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode("utf-8")
