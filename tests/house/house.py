#!/usr/bin/env python3
"""Holds the tracked files to the picture of the house: docs/architecture.md and CONTRIBUTING.md in checks.

usage: house.py [ROOT]        one line a finding, then one a check; the last line counts the checks
       house.py --self-test   a small tree with one fault a check: each must be found, and a clean tree must pass
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

ROOMS = ["base", "templates", "pdfgen", "signing", "server"]
FLOORS = {"limits.h": -1, "domain": 0, "workflow": 1, "process": 1, "store": 2, "archive": 2, "report": 2, "http": 2, "confine": 2,
          "keys": 2, "web": 3, "service": 4, "cli": 5, "main.cpp": 6}
# A third-party header by the beginning of its name, and the rooms it may be included in.
HOMES = {
    "pugixml": ["templates", "signing", "server"], "hb": ["pdfgen"], "harfbuzz/": ["pdfgen"], "hpdf": ["pdfgen"],
    "hyphen.h": ["pdfgen"], "qpdf/": ["pdfgen"], "zlib.h": ["pdfgen"], "png.h": ["pdfgen"], "jpeglib.h": ["pdfgen"],
    "qrencode.h": ["pdfgen"], "poppler": ["pdfgen"], "openssl/": ["signing"], "xmlsec/": ["signing"],
    "Poco/": ["server"], "sqlite3.h": ["server"], "libpq-fe.h": ["server"], "argon2.h": ["server"],
    "seccomp.h": ["server"], "xlsxwriter": ["server"], "ctemplate/": ["server"], "prometheus/": ["server"],
}
LONGEST_FILE, LONGEST_FUNCTION = 300, 30

# What departs from a rule, each with its reason. "A room's header with library types that others include".
SHARED_LIBRARY_HEADERS = {
    "pdfgen/qpdf.h": "signing's changes.cpp compares object graphs, which only QPDF has; it stays out of signing's headers",
    "pdfgen/reader_state.h": "the same: how that comparison reaches the opened file",
}
NO_TEST_OF_ITS_OWN = {
    "base/words": "the catalogue: tests/base/message_test.cpp reads it, and this file holds it to the code",
    "pdfgen/picture_module": "poppler behind page_picture, whose test draws with it",
    "server/main": "calls cli::run and nothing else; the end-to-end tests start it",
}
POLISH_IN_CODE = {
    "base/letters.cpp": "the alphabet", "templates/polish.cpp": "the language's rules", "pdfgen/glue.cpp": "where a Polish line may not end",
    "pdfgen/hyphenation.cpp": "how Polish words are divided", "server/workflow/partner_columns.cpp": "what columns of lists are called",
    "server/domain/document.cpp": "the title by which an attendance list is known", "signing/issuer.h": "names in certificates",
    "server/keys/signer.cpp": "the fixed text that a probe of the key signs",
}
WORDS_IN_CODE = {
    "server/web/akces.js": (["use strict"], "the language's own word"),
    "server/web/desk.h": (["Lider"], "the field's name in the file"),
    "server/web/modifiers.cpp": (["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
                                  "December"], "as templates/polish has the Polish ones"),
}
LONG_FILES = {
    "tests/house/house.py": "one program, its checks and their controls",
}
LONG_FUNCTIONS = {}

MACHINE = re.compile(r"(?<![\w.])/" + r"(?:work|root|home/\w+)/")
REGISTRIES = re.compile("|".join(re.escape(".".join(host)) for host in (
    ("pypi", "org"), ("files", "pythonhosted", "org"), ("repo", "maven", "apache", "org"), ("repo1", "maven", "org"),
    ("registry", "npmjs", "org"), ("crates", "io"), ("proxy", "golang", "org"), ("rubygems", "org"),
    ("deb", "debian", "org"))))
UNFINISHED = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK")) + r")\b")
POLISH_LETTER = "[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]"
LITERAL = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""")
# A word with a capital, or several words: neither is a code, a field, a part of an address.
SENTENCE = re.compile(r"\s*(?:[A-Z][a-z]+|[A-Za-z][a-z]*(?:,? [A-Za-z]+)+)[,.:?!…]*\s*")
KEY = re.compile(r'"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"')
READS_KEYS = ("base/message.", "server/web/page_text.")  # they are given keys; page_keys() reads the pages
KEY_TABLES = ("server/web/verdict_words.cpp",)  # a row a case: its keys stand in Row{…} and in constants, say() takes them from there
TABLE_ROW = re.compile(r"(?:\bRow\{|\bconstexpr std::string_view k\w+ = )([^};]*)")
SLOT = re.compile(r"\{(\d)(?:\|[^}]*)?\}")
MARK = re.compile(r"\[\[(.*?)\]\]", re.S)
READ_ATTRIBUTES = re.compile(r'\b(?:aria-label|title|alt|placeholder|data-label|data-done)="([^"]*)"')

CHECKS = ["no include points right", "a library has one home", "library types stay at home", "a sentence has its key",
          "a key has its use", "a sentence has its values", "both languages have the sentence",
          "words stand in the catalogue", "no path of one machine", "no registry's host",
          "nothing unfinished", "a unit has its test", "a source is built"]


def files_of(root):
    listed = subprocess.run(["git", "-C", root, "ls-files"], capture_output=True, text=True)
    if listed.returncode == 0 and listed.stdout:
        return [name for name in listed.stdout.splitlines() if (root / name).is_file()]
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def texts_of(root):
    found = {}
    for name in files_of(root):
        try:
            found[name] = (root / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            pass  # a PDF, a key
    return found


def is_code(name):
    return name.endswith((".h", ".cpp", ".c"))


def includes(text):
    return re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', text, re.M)


def room_of(name):
    return name.split("/")[0]


def floor_of(name):
    parts = name.split("/")
    return FLOORS.get(parts[1]) if parts[0] == "server" and len(parts) > 1 else None


def without_comments(text):
    return re.sub(r"//[^\n]*|/\*.*?\*/", "", text, flags=re.S)


def library_of(include):
    for prefix in HOMES:
        if include.startswith(prefix) and (prefix != "hb" or re.match(r"hb(-[a-z-]+)?\.h$", include)):
            return prefix
    return None


def check_includes(texts, find):
    for name, text in texts.items():
        if room_of(name) not in ROOMS or not is_code(name):
            continue
        for include in includes(text):
            target = room_of(include)
            if target in ROOMS and ROOMS.index(target) > ROOMS.index(room_of(name)):
                find("no include points right", f"{name} → {include}")
            if target == "tests":
                find("no include points right", f"{name} → {include}")
            mine, theirs = floor_of(name), floor_of(include)
            if mine is not None and theirs is not None and name.split("/")[1] != include.split("/")[1] and theirs >= mine:
                find("no include points right", f"{name} → {include}")
            if mine is None and room_of(name) == "server" or theirs is None and target == "server":
                find("no include points right", f"{name} → {include}: a folder that is in no picture")
            library = library_of(include)
            if library and room_of(name) not in HOMES[library]:
                find("a library has one home", f"{name} → {include}")


def check_headers(texts, find):
    """A header that includes a library, itself or through its own room, is included in its room only."""
    headers = {name for name in texts if name.endswith(".h") and room_of(name) in ROOMS}
    tainted = {name for name in headers if any(library_of(include) for include in includes(texts[name]))}
    grown = True
    while grown:
        more = {name for name in headers - tainted if any(i in tainted and room_of(i) == room_of(name) for i in includes(texts[name]))}
        tainted |= more
        grown = bool(more)
    for name, text in texts.items():
        if room_of(name) not in ROOMS or not is_code(name):
            continue
        for include in includes(text):
            if include in tainted and room_of(include) != room_of(name) and include not in SHARED_LIBRARY_HEADERS:
                find("library types stay at home", f"{name} → {include}")


def arguments(text, at):
    """The arguments of the call whose "(" stands at `at`."""
    depth, begin, found, i, quote = 0, at + 1, [], at, False
    while i < len(text):
        c = text[i]
        if quote:
            i += 1 if c == "\\" else 0
            quote = c != '"'
        elif c == '"':
            quote = True
        elif c == "'":
            i += 3 if text[i + 1] == "\\" else 2
        elif c in "({[":
            depth += 1
        elif c in ")}]":
            depth -= 1
            if depth == 0:
                found.append(text[begin:i].strip())
                return found
        elif c == "," and depth == 1:
            found.append(text[begin:i].strip())
            begin = i + 1
        i += 1
    return found


def catalogue(texts, language="pl"):
    found = {}
    for name, text in texts.items():
        if not re.match(r"base/words_" + language + r"_\w+\.cpp$", name):
            continue
        for key, rest in re.findall(r'\{\s*"([^"\s]+)"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+|\w|R")', text):
            literals = re.findall(r'"((?:[^"\\]|\\.)*)"', rest)
            found[key] = (name, "".join(literals) if literals else None)  # a constant's text is not looked at
    return found


def calls(texts):
    """(file, keys, number of values or None) of each say(...)."""
    for name, text in texts.items():
        if room_of(name) not in ROOMS or not is_code(name) or name.startswith(READS_KEYS) or name in KEY_TABLES:
            continue
        text = without_comments(text)
        for call in re.finditer(r"\bsay\(", text):
            given = arguments(text, call.end() - 1)
            if not given or re.match(r"(const )?(std::|base::)", given[0]):
                continue  # a declaration
            keys = KEY.findall(given[0])
            values = None
            if len(given) == 1:
                values = 0
            elif given[1].startswith("{"):
                values = len([one for one in arguments(given[1], 0) if one])
            yield name, keys, values


def table_keys(texts):
    """Those of KEY_TABLES; how many values a sentence gets is not seen there."""
    for name in KEY_TABLES:
        text = without_comments(texts.get(name, ""))
        keys = KEY.findall(" ".join(TABLE_ROW.findall(text)))
        written = re.findall(r'\bsay\("([a-z0-9_.]+)"', text)
        for key in keys + written:
            yield name, [key], None


def slots_of(sentence):
    """The numbers of {0} and {0|a|b|c}."""
    return {int(slot) for slot in SLOT.findall(sentence or "")}


def pages_of(texts):
    return {name: text for name, text in texts.items() if re.match(r"server/web/pages/\w+\.html$", name)}


def page_keys(texts):
    """(file, key, number of values or None) of each [[key|…]], also of one that a part gets as an argument."""
    pages = pages_of(texts)
    for name, text in pages.items():
        for mark in MARK.findall(text):
            if not mark.startswith(">"):
                pieces = mark.split("|")
                if "$" not in pieces[0]:
                    yield name, pieces[0], len(pieces) - 1
                continue
            part = pages.get(f"server/web/pages/{mark[1:].split()[0]}.html", "")
            for argument, value in re.findall(r'(\w+)="?([^\s"]+)', mark):
                if re.search(r"\[\[\$" + argument + r"\b", part) and not value.startswith("$"):
                    yield name, value, None
                elif re.search(r"=\$" + argument + r"\b", part) and KEY.fullmatch(f'"{value}"'):
                    yield name, value, None


def check_words(texts, find):
    known, used = catalogue(texts), set()
    for name, key, values in page_keys(texts):
        used.add(key)
        if key not in known:
            find("a sentence has its key", f"{name}: {key} is not in the catalogue")
        elif values is not None and values != len(slots_of(known[key][1])):
            find("a sentence has its values", f"{name}: {key} wants {len(slots_of(known[key][1]))}, gets {values}")
    for name, keys, values in [*calls(texts), *table_keys(texts)]:
        if not keys:
            find("a sentence has its key", f"{name}: say() without a key that is written out")
        for key in keys:
            used.add(key)
            if key not in known:
                find("a sentence has its key", f"{name}: {key} is not in the catalogue")
                continue
            if known[key][1] is None:
                continue
            wanted = 1 + max(slots_of(known[key][1]), default=-1)
            if values is not None and values != wanted:
                find("a sentence has its values", f"{name}: {key} wants {wanted}, gets {values}")
    for key, (name, _) in known.items():
        if key not in used:
            find("a key has its use", f"{name}: {key}")


def check_languages(texts, find):
    polish, english = catalogue(texts), catalogue(texts, "en")
    for key in sorted(polish.keys() ^ english.keys()):
        find("both languages have the sentence", f"{(polish.get(key) or english[key])[0]}: {key}")
    for key in polish.keys() & english.keys():
        if slots_of(polish[key][1]) != slots_of(english[key][1]):
            find("both languages have the sentence", f"{english[key][0]}: {key} has other values than in Polish")


def words_in_page(text):
    """What people would read of a page's template that is no mark, value, sign or name of a file."""
    text = re.sub(r"<!--.*?-->|\[\[.*?\]\]|\{\{.*?\}\}|&\w+;|<code>[^<]*</code>", " ", text, flags=re.S)
    shown = [value for tag in re.findall(r"<[^>]*>", text) for value in READ_ATTRIBUTES.findall(tag)]
    return re.findall(r"[^\W\d_]+", re.sub(r"<[^>]*>", " ", text) + " " + " ".join(shown))


def check_page_words(texts, find):
    for name, text in texts.items():
        if not name.startswith("server/web/"):
            continue
        if name.endswith(".csv"):
            continue  # a file that people download, not a page
        is_program = is_code(name) or name.endswith(".js")
        bare_text = without_comments(text) if is_program else text
        for letter in sorted(set(re.findall(POLISH_LETTER, bare_text))):
            find("words stand in the catalogue", f"{name}: {letter}")
        for literal in LITERAL.findall(bare_text) if is_program else []:
            if SENTENCE.fullmatch(literal[1:-1]) and literal[1:-1] not in WORDS_IN_CODE.get(name, ([],))[0]:
                find("words stand in the catalogue", f"{name}: {literal}")
        for word in words_in_page(text) if name in pages_of(texts) else []:
            find("words stand in the catalogue", f"{name}: {word}")


def check_polish(texts, find):
    """Polish letters of any literal outside the catalogue, the pages' own check apart."""
    for name, text in texts.items():
        if room_of(name) not in ROOMS or not is_code(name) or name.startswith(("base/words_", "server/web/")) or name in POLISH_IN_CODE:
            continue
        for literal in LITERAL.findall(without_comments(text)):
            if re.search(POLISH_LETTER, literal):
                find("words stand in the catalogue", f"{name}: {literal}")


def check_text(texts, find):
    for name, text in texts.items():
        for number, line in enumerate(text.splitlines(), 1):
            if MACHINE.search(line):
                find("no path of one machine", f"{name}:{number}")
            if REGISTRIES.search(line):
                find("no registry's host", f"{name}:{number}")
            if UNFINISHED.search(line):
                find("nothing unfinished", f"{name}:{number}")


def check_units(texts, find):
    lists = {name: text for name, text in texts.items() if name.endswith("CMakeLists.txt")}
    for name in texts:
        if not name.endswith(".cpp"):
            continue
        stem, folder = name.removesuffix(".cpp"), str(pathlib.PurePath(name).parent)
        if room_of(name) in ROOMS and not any(stem.startswith(free) for free in NO_TEST_OF_ITS_OWN):
            if f"tests/{stem}_test.cpp" not in texts:
                find("a unit has its test", name)
        if room_of(name) in ROOMS or name.endswith("_test.cpp"):
            base = pathlib.PurePath(name).name
            above = [folder + "/CMakeLists.txt"] + [str(p) + "/CMakeLists.txt" for p in pathlib.PurePath(name).parents]
            if not any(re.search(r"(?<![\w-])" + re.escape(base) + r"(?![\w.])", lists[one]) for one in above if one in lists):
                find("a source is built", name)


def bare(text):
    """Code with comments and literals blanked, lines kept."""
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))
    return re.sub(r'R"\((?:.|\n)*?\)"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|//[^\n]*|/\*(?:.|\n)*?\*/', blank, text)


def functions(text):
    """(name, lines) of each function body; a lambda counts to the function it stands in."""
    text, stack, header = bare(text), [], 0
    for match in re.finditer(r"[{};]", text):
        if match.group() == "{":
            head = " ".join(text[header:match.start()].split())
            name = re.search(r"([\w:~]+|operator\S+)\s*\(", head)
            is_function = name and ")" in head and not re.match(r"(if|for|while|switch|catch|else|do|return|namespace|class|struct|enum|union)\b", head) \
                and not re.search(r"\[[^\]]*\]\s*(\([^)]*\))?\s*(mutable|noexcept|->.*)?\s*$", head) and "=" not in head.split("(")[0] \
                and not any(stack)
            stack.append((name.group(1), text.count("\n", 0, match.start())) if is_function else None)
        elif match.group() == "}" and stack:
            top = stack.pop()
            if top:
                yield top[0], text.count("\n", 0, match.end()) - top[1] + 1
        header = match.end()


def long_ones(texts):
    for name, text in sorted(texts.items()):
        if not (is_code(name) or name.endswith(".py")):
            continue
        lines = text.count("\n")
        if lines > LONGEST_FILE and name not in LONG_FILES:
            yield f"{name}: {lines} lines"
        if not is_code(name) or room_of(name) == "tests":
            continue
        for function, length in functions(text):
            if length > LONGEST_FUNCTION and f"{name}:{function}" not in LONG_FUNCTIONS:
                yield f"{name}: {function} has {length} lines"


def findings(root):
    texts, found = texts_of(root), collections.defaultdict(list)
    find = lambda check, text: found[check].append(text)
    for check in (check_includes, check_headers, check_words, check_languages, check_page_words, check_polish, check_text, check_units):
        check(texts, find)
    return texts, found


CLEAN = {
    "base/words_pl_x.cpp": '    {"a.b", "Zdanie „{0}”."},\n    {"a.c", "Inne."},\n    {"a.d", "{0} {0|plik|pliki|plików}"},\n    {"a.e", "Nazwa"},\n',
    "base/words_en_x.cpp": '    {"a.b", "Sentence “{0}”."},\n    {"a.c", "Other."},\n    {"a.d", "{0} {0|file|files}"},\n    {"a.e", "Name"},\n',
    "base/CMakeLists.txt": "words_pl_x.cpp words_en_x.cpp unit.cpp",
    "server/web/pages/part_field.html": '<label for="$name">[[$label]]</label>\n',
    "server/web/pages/page.html": '<h1>[[a.c]]</h1>\n<p title="[[a.c]]">[[a.d|<b>{{count}}</b>]] – {{name}}&nbsp;<code>data/trust</code></p>\n[[>part_field name=x label=a.e]]\n',
    "server/web/CMakeLists.txt": "page.cpp", "tests/server/web/page_test.cpp": "",
    "server/web/page.cpp": 'f("/spotkania/{id}", "text/css; charset=utf-8", "a.c");  // „zażółć”\n',
    "base/unit.cpp": '#include <string>\nvoid f() { throw say(x ? "a.b" : "a.b", {"a, b"}); }\nvoid g() { say("a.c"); }\n',
    "pdfgen/qt.h": '#include "base/unit.h"\n',
    "pdfgen/own.h": "#include <qpdf/QPDF.hh>\n",
    "server/cli/run.h": '#include "server/store/a.h"\n#include <Poco/Path.h>\n',
    "tests/base/unit_test.cpp": "", "tests/CMakeLists.txt": "unit_test.cpp page_test.cpp",
}
BAD = {
    "no include points right": [{"base/a.h": '#include "server/cli/run.h"\n'}, {"server/store/a.h": '#include "server/archive/b.h"\n'},
                                {"server/domain/a.h": '#include "server/workflow/b.h"\n'}, {"server/odd/a.h": '#include "base/unit.h"\n'},
                                {"templates/a.h": '#include "tests/support/b.h"\n'}],
    "a library has one home": [{"templates/a.cpp": "#include <hb.h>\n"}, {"pdfgen/a.h": "#include <openssl/evp.h>\n"},
                               {"signing/a.h": "#include <Poco/Path.h>\n"}],
    "library types stay at home": [{"pdfgen/more.h": '#include "pdfgen/own.h"\n', "signing/a.h": '#include "pdfgen/more.h"\n'}],
    "a sentence has its key": [{"server/web/verdict_words.cpp": 'Row{1, "a.missing", "a.b"}'}, {"base/a.h": 'say("a.f")'}, {"base/a.h": "say(key)"},
                               {"server/web/pages/b.html": "<p>[[a.f]]</p>"}, {"server/web/pages/b.html": "[[>part_field name=y label=a.f]]"}],
    "a key has its use": [{"base/words_pl_y.cpp": '{"a.unused", "Zdanie."}'}],
    "both languages have the sentence": [{"base/words_pl_y.cpp": '{"a.g", "Zdanie."}'}, {"base/words_en_y.cpp": '{"a.g", "Sentence."}'},
                                         {"base/words_pl_y.cpp": '{"a.g", "{0}"}', "base/words_en_y.cpp": '{"a.g", "{0|a|b} {1}"}'}],
    "words stand in the catalogue": [{"server/web/a.h": 'f("Łąka")'}, {"server/web/a.h": 'f("Please try again.")'},
                                     {"server/web/a.cpp": 'f("Zapisz")'}, {"server/web/a.cpp": 'f("prosze czekac")'}, {"server/web/a.cpp": 'f("Zapisano, dalej:")'},
                                     {"server/web/akces.js": "b.textContent = 'Skopiowano';"}, {"server/web/akces.js": 'x = "skopiowano tekst";'},
                                     {"server/web/akces.js": "x = `wyślij`;"}, {"server/http/a.cpp": 'f("wyślij")'}, {"signing/a.h": 'f("Podpis złożono.")'},
                                     {"server/web/pages/b.html": "<p>[[a.c]] razem</p>"}, {"server/web/pages/b.html": '<p title="Suma">{{x}}</p>'},
                                     {"server/web/pages/b.html": '<p class="ż">{{x}}</p>'}],
    "a sentence has its values": [{"base/a.h": 'say("a.b")'}, {"base/a.h": 'say("a.b", {"x", f(1, 2)})'}, {"base/a.h": 'say("a.c", {"x"})'},
                                  {"server/web/pages/b.html": "<p>[[a.d]]</p>"}, {"base/a.h": 'say("a.d")'}],
    "no path of one machine": [{"docs/a.md": "see /" + "work/x"}, {"run": "cd /" + "home/anna/akces"}],
    "no registry's host": [{"run": "https://" + "pypi" + ".org/simple"}],
    "nothing unfinished": [{"base/a.h": "// TO" + "DO later"}],
    "a unit has its test": [{"base/untested.cpp": "", "base/sub/CMakeLists.txt": ""}],
    "a source is built": [{"tests/base/lost_test.cpp": ""}],
}


def planted(extra):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in {**CLEAN, **extra}.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        return {check for check, items in findings(root)[1].items() if items}


def self_test():
    failed = 0
    if planted({}):
        failed += 1
        print("the clean tree has findings:", planted({}))
    controls = 0
    for check in CHECKS:
        for extra in BAD[check]:
            controls += 1
            if check not in planted(extra):
                failed += 1
                print(f"not found: {check} in {extra}")
    long = "void f() {\n" + "    g();\n" * 40 + "}\nvoid h() {\n    auto x = [] {\n    };\n}\n"
    if [one for one in functions(long) if one[1] > LONGEST_FUNCTION] != [("f", 42)]:
        failed += 1
        print("long functions:", list(functions(long)))
    print(f"controls: {controls + 2}")
    return failed


def main():
    if sys.argv[1:] == ["--self-test"]:
        failed = self_test()
        print(f"{1 if failed == 0 else 0} passed, {failed} failed")
        return 1 if failed else 0
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    texts, found = findings(root)
    if len(texts) < 50:
        print(f"only {len(texts)} files were looked at")
        return 1
    for one in long_ones(texts):
        print(f"for information: {one}")
    for check in CHECKS:
        for item in found[check]:
            print(f"  {item}")
        print(f"{'failed' if found[check] else 'passed'}: {check}" + (f" ({len(found[check])})" if found[check] else ""))
    failed = sum(1 for check in CHECKS if found[check])
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
