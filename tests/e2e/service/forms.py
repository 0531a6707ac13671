"""Pages as a browser without scripts reads them, and their forms filled in and sent as it sends them."""

import dataclasses
import re
import urllib.parse
from html.parser import HTMLParser

from wire import Client

VOID = {"meta", "link", "input", "br", "hr", "img", "source", "path", "rect", "use"}
BOUNDARY = "akces-e2e-7d1f"


@dataclasses.dataclass(frozen=True)
class File:
    """What is chosen in a file's field. Its name as octets may be no UTF-8."""

    name: str | bytes
    content: bytes


@dataclasses.dataclass
class Field:
    name: str
    kind: str  # an input's type, "textarea", "select" or "button"
    value: str = ""
    chosen: bool = True  # an unticked box is not
    attributes: dict = dataclasses.field(default_factory=dict)

    def is_typed(self):
        """Whether a person writes in it."""
        return self.kind in ("text", "textarea", "search", "password", "email", "tel", "url", "number", "date", "time")


@dataclasses.dataclass
class Form:
    action: str
    method: str
    is_multipart: bool
    fields: list = dataclasses.field(default_factory=list)
    has_button: bool = False

    def values(self, changes=()):
        """(name, value) pairs as the form stands, with what a person changes: name → text, File, list or None."""
        changes = dict(changes)
        pairs = [(one.name, one.value) for one in self.fields if one.chosen and one.name and one.name not in changes]
        for name, value in changes.items():
            pairs += [(name, one) for one in (value if isinstance(value, list) else [value]) if one is not None]
        return pairs

    def body(self, changes=()):
        """Its octets and media type."""
        pairs = self.values(changes)
        if self.is_multipart:
            return multipart(pairs), f"multipart/form-data; boundary={BOUNDARY}"
        return urlencoded(pairs), "application/x-www-form-urlencoded"


def octets(text):
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")


def urlencoded(pairs):
    escaped = [[urllib.parse.quote_plus(octets(one)) for one in pair] for pair in pairs if not isinstance(pair[1], File)]
    return "&".join("=".join(pair) for pair in escaped).encode("ascii")


def multipart(pairs):
    body = b""
    for name, value in pairs:
        is_file = isinstance(value, File)
        head = b'Content-Disposition: form-data; name="' + octets(name) + b'"'
        if is_file:  # HTML, section "multipart form data": quotes and line ends of a name are escaped
            shown = octets(value.name).replace(b'"', b"%22").replace(b"\r", b"%0D").replace(b"\n", b"%0A")
            head += b'; filename="' + shown + b'"\r\nContent-Type: application/octet-stream'
        content = value.content if is_file else octets(value)
        body += b"--" + BOUNDARY.encode() + b"\r\n" + head + b"\r\n\r\n" + content + b"\r\n"
    return body + b"--" + BOUNDARY.encode() + b"--\r\n"


class Page(HTMLParser):
    """Elements with their attributes, texts and forms of an HTML page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.forms, self.texts, self._inside = [], [], [], []
        self._form = self._area = self._select = None
        self._skip_line_end = False
        self.feed(text)
        self.close()

    @property
    def text(self):
        return "".join(self.texts)

    def texts_of(self, tag):
        """What stands first in elements of this name: all of a "style", "script" or "title"."""
        return [text for inside, text in self._inside if inside == tag]

    def shape(self):
        """Its elements in order with the names of their attributes: what no text of a person's may change."""
        return [(tag, tuple(name for name, _ in attributes)) for tag, attributes in self.elements]

    def form(self, action):
        """The form with this action; of several the first one, of none an assertion."""
        found = [one for one in self.forms if one.action == action]
        assert found, f"no form for {action} among {[one.action for one in self.forms]}"
        return found[0]

    def faults(self):
        """Names of the fields that the page marks as wrong."""
        return [dict(attributes).get("name") for _, attributes in self.elements if ("aria-invalid", "true") in attributes]

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, attributes))
        self._skip_line_end = False
        told = {name: value or "" for name, value in attributes}
        if tag == "form":
            kind = told.get("enctype", "")
            self._form = Form(told.get("action", ""), told.get("method", "get").lower(), kind == "multipart/form-data")
            self.forms.append(self._form)
        elif self._form is not None:
            self._add_field(tag, told)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def _add_field(self, tag, told):
        name = told.get("name", "")
        if tag == "input":
            kind = told.get("type", "text")
            is_chosen = "checked" in told if kind in ("checkbox", "radio") else kind != "file"
            self._form.fields.append(Field(name, kind, told.get("value", ""), is_chosen, told))
        elif tag == "button":
            self._form.has_button = True
            if name:
                self._form.fields.append(Field(name, "button", told.get("value", ""), False, told))
        elif tag == "textarea":
            self._area = Field(name, "textarea", "", True, told)
            self._form.fields.append(self._area)
            self._skip_line_end = True
        elif tag == "select":
            self._select = Field(name, "select", "", True, {**told, "options": []})
            self._form.fields.append(self._select)
        elif tag == "option" and self._select is not None:
            options = self._select.attributes["options"]
            options.append(told.get("value", ""))
            if "selected" in told or len(options) == 1:
                self._select.value = options[-1]

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            self._area = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data):
        if self._skip_line_end:
            data, self._skip_line_end = data.removeprefix("\n"), False
        self.texts.append(data)
        self._inside.append((self.elements[-1][0] if self.elements else "", data))
        if self._area is not None:
            self._area.value += data


class Visitor(Client):
    """Somebody with a browser: their session's cookie, and the forms that they fill in."""

    def __init__(self, place, fields=()):
        super().__init__(place, None, fields)

    def look(self, path):
        return self.ask("GET", path)

    def page(self, path):
        """The page at `path`; an assertion where it is none."""
        answer = self.look(path)
        assert answer.status == 200 and answer.type == "text/html", f"{path}: {answer}"
        return page_of(answer)

    def send(self, form, changes=(), action=None):
        """The answer to a form. Redirects are not followed."""
        body, kind = form.body(changes)
        if form.method == "get":
            return self.look(f"{form.action}?{body.decode('ascii')}")
        return self.ask("POST", action or form.action, body, kind)

    def program(self):
        """A script in this browser: it asks the API with the same session."""
        client = Client(self.place, None, self.fields)
        client.cookie, client.csrf = self.cookie, self.csrf
        return client

    def ask(self, method, path, body=None, kind=None, **fields):
        kept, self.csrf = self.csrf, None  # a browser sends no such field by itself: the form's token counts
        try:
            return super().ask(method, re.sub("#.*", "", path), body, kind, **fields)
        finally:
            self.csrf = kept


def page_of(answer):
    return Page(answer.body.decode("utf-8"))
