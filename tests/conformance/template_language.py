"""The template language once more, in Python: binds data to a template's XML and says which text must stand on paper.

Written from the language's description (templates/library, docs), not from the product's binder, so that the two can
disagree. What it does not know (a filter, an element) it refuses loudly.
"""
import dataclasses
import pathlib
import re
from xml.etree import ElementTree

VALUE_BEGIN, VALUE_END = "\ue000", "\ue001"    # around what comes from data, until the seams are mended
EXPRESSION = re.compile(r"\{\{\s*([\w.-]+)(\?)?\s*\}\}")


class TemplateFault(Exception):
    """The template or the data cannot be bound."""


@dataclasses.dataclass
class Line:
    """One paragraph, heading, label, cell or caption, in reading order."""
    text: str
    kind: str = "text"    # text | label | cell | head: a table's header, which repeats on later pages
    starts_page: bool = False


def is_missing(value):
    return value is None or value is False or value in ("", 0, [], {})


def mended(text):
    """One full stop only, no comma typed by a user at a value's end, single spaces, none before punctuation."""
    text = re.sub(rf"[\s,;]+{VALUE_END}", VALUE_END, text)
    text = re.sub(rf"\.{VALUE_END}\.", f".{VALUE_END}", text)
    text = text.replace(VALUE_BEGIN, "").replace(VALUE_END, "")
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()
    return re.sub(r" ([,;:.])", r"\1", text)


class Binder:
    def __init__(self, library, data):
        self.library = pathlib.Path(library)
        self.scopes = [data]
        self.section = 0
        self.page_break = False
        self.lines = []

    def bind(self, name):
        for node, _ in self.flow(self.root(name)):
            self.block(node)
        return self.lines

    def root(self, name):
        return ElementTree.parse(self.library / f"{name}.xml").getroot()

    # --- data

    def find(self, path):
        head, *rest = path.split(".")
        value = next((scope[head] for scope in reversed(self.scopes) if head in scope), None)
        for step in rest:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def filled(self, text):
        def value(match):
            found = self.find(match[1])
            if is_missing(found) and not match[2] and found != 0:
                raise TemplateFault(f"missing: {match[1]}")
            return VALUE_BEGIN + ("" if found is None else str(found)) + VALUE_END
        filled = EXPRESSION.sub(value, text)
        if "{{" in filled:
            raise TemplateFault(f"an expression that this builder does not know: {text.strip()}")
        return filled

    # --- flow: conditions decided, loops run, includes put in

    def holds(self, condition):
        (kind, paths), = condition.attrib.items()
        there = [not is_missing(self.find(path)) for path in paths.split()]
        return {"has": all, "any": any, "missing": lambda all_of: not any(all_of)}[kind](there)

    def flow(self, parent):
        """(element, None) and (None, text) of `parent`, in order."""
        yield from self.flow_of(parent.text, list(parent))

    def flow_of(self, text, children):
        if text:
            yield None, text
        for child in children:
            if child.tag == "if":
                yield from self.branch(child)
            elif child.tag == "for":
                yield from self.loop(child)
            elif child.tag == "include":
                yield from self.flow(self.root(child.get("template")))
            elif child.tag is not ElementTree.Comment:
                yield child, None
            if child.tail:
                yield None, child.tail

    def branch(self, condition):
        children = list(condition)
        middle = next((i for i, child in enumerate(children) if child.tag == "else"), None)
        if self.holds(condition):
            yield from self.flow_of(condition.text, children[:middle] if middle is not None else children)
        elif middle is not None:
            yield from self.flow_of(children[middle].tail, children[middle + 1:])

    def loop(self, source):
        if source.get("times"):
            items = [None] * int(source.get("times"))
        else:
            items = self.find(source.get("each").rstrip("?"))
            if items is None and not source.get("each").endswith("?"):
                raise TemplateFault(f"missing: {source.get('each')}")
        for number, item in enumerate(items or [], 1):
            scope = {"no": number, "first": number == 1, "last": number == len(items)}
            if source.get("as"):
                scope[source.get("as")] = item
            self.scopes.append(scope)
            yield from self.flow(source)
            self.scopes.pop()

    # --- text and blocks

    def inline(self, parent):
        """The text of mixed content, before mending; blocks inside of it are left to the caller."""
        return "".join(self.inline_part(node, text) for node, text in self.flow(parent))

    def inline_part(self, node, text):
        if node is None:
            return self.filled(text)
        if node.tag == "br":
            return " "
        if node.tag in ("b", "i"):
            return self.inline(node)
        raise TemplateFault(f"no text: <{node.tag}>")

    def add(self, text, kind="text"):
        if text:
            self.lines.append(Line(text, kind, self.page_break))
            self.page_break = False

    def block(self, node):
        if node is None:
            return
        if node.tag in ("p", "heading"):
            self.add(mended(self.inline(node)))
        elif node.tag == "page-break":
            self.page_break = True
        else:
            handler = {"section": self.section_block, "list": self.list_block, "table": self.table_block,
                       "columns": self.columns_block, "signature": self.signature_block}.get(node.tag)
            if handler is None:
                raise TemplateFault(f"a block that this builder does not know: <{node.tag}>")
            handler(node)

    def section_block(self, node):
        """„§ 3. Cel współpracy”; without content the section vanishes and the numbers close up."""
        self.section += 1
        before = len(self.lines)
        self.add(f"§ {self.section}. {mended(self.filled(node.get('title')))}")
        heading = len(self.lines)
        for child, _ in self.flow(node):
            self.block(child)
        if len(self.lines) == heading:
            del self.lines[before:]
            self.section -= 1

    def item(self, node):
        """The lines of one item: its text, its paragraphs, its inner lists."""
        outer, self.lines = self.lines, []
        text = ""
        for child, words in self.flow(node):
            if child is not None and child.tag in ("p", "list"):
                self.add(mended(text))
                text = ""
                self.block(child)
            else:
                text += self.inline_part(child, words)
        self.add(mended(text))
        outer, self.lines = self.lines, outer
        return outer

    def list_block(self, node):
        items = [made for child, _ in self.flow(node) if child is not None and (made := self.item(child))]
        numbered = len(items) > 1 or node.get("single") != "plain"
        for number, lines in enumerate(items, 1):
            if numbered:
                style = node.get("style")
                letter = chr(ord("a") + number - 1)
                self.add({"1.": f"{number}.", "1)": f"{number})", "a)": f"{letter})", "–": "–"}[style], "label")
            self.lines += lines

    def table_block(self, node):
        for row, _ in self.flow(node):
            if row is None or row.tag == "column":
                continue
            for cell, _ in self.flow(row):
                if cell is not None:
                    text = "".join(self.inline_part(part, words) for part, words in self.flow(cell)
                                   if part is None or part.tag != "signature")
                    self.add(mended(text), "head" if row.tag == "head" else "cell")

    def columns_block(self, node):
        for side, _ in self.flow(node):
            if side is not None:
                for child, _ in self.flow(side):
                    self.block(child)

    def signature_block(self, node):
        for part, _ in self.flow(node):
            if part is not None:
                self.add(mended(self.inline(part)))
