"""Texts that would be markup, scripts or template marks if a page took them for such, put into every field of every
form. `fill(service)` leaves a data folder full of them behind and says where they are to be seen."""

import dataclasses
import itertools
import json
import re

from forms import File, page_of
from office import Office
from page_places import WAYS, Places
from page_roles import ROLES, Visitors
from service import KNUROW, sample

MARKUP = (
    "<script>zle()</script>\"><img src=zle onerror=zle()><zle zle=1>'\" onfocus=zle() {{csrf_token}} {{#user}}"
    " [[web.name]] [[>part_change]] %s %00 &lt;zle&gt; &#60;zle> </textarea></title></script>--> ]]> 👩🏽\u200d🎓🇵🇱 ł"
)
FILE_MARKUP = MARKUP.replace("/", "∕")  # a name has no folders
MARK = re.compile(r"M(\d+)x(.*?)x\1M", re.S)
SECRETS = {"password", "repeated", "current", "new", "secret", "csrf_token", "idempotency_key", "if_match", "list"}
MOST_ROUNDS = 30
numbers = itertools.count(1)


def marked(text=MARKUP):
    """The text between marks of its own: M7x…x7M."""
    number = next(numbers)
    return f"M{number}x{text}x{number}M"


def spaced(text):
    """With plain spaces: pages glue words together by hard ones."""
    return re.sub(r"[\s\u00a0]+", " ", text)


def number_of(text):
    return int(MARK.match(text)[1])


def named(page):
    """The fields that a page names as wrong: marked, or led to from the list of faults."""
    links = [dict(attributes).get("href", "") for tag, attributes in page.elements if tag == "a"]
    return {*page.faults(), *(one[1:] for one in links if one.startswith("#"))} - {"main"}


def typed_fields(form):
    return [one for one in form.fields if one.is_typed() and one.name not in SECRETS]


def filled(form, changes):
    """A hostile text in each field, names of files as well."""
    hostile = {one.name: marked() for one in typed_fields(form) if one.kind != "number"}
    for name, value in changes.items():
        if isinstance(value, File):
            ending = value.name[value.name.rindex(".") :]
            hostile[name] = File(marked(FILE_MARKUP[:60]) + ending, value.content)
    return hostile


def texts_in(hostile):
    return {name: value.name if isinstance(value, File) else value for name, value in hostile.items()}


@dataclasses.dataclass
class Filled:
    office: Office
    places: Places
    visitors: Visitors
    kept: dict = dataclasses.field(default_factory=dict)  # number of a text → where it was taken
    paths: set = dataclasses.field(default_factory=set)  # pages that may show some of it

    @property
    def everybody(self):
        return self.visitors.all["everybody"]


def nothing(*_):
    """A judge that has no opinion."""


def send_until_taken(filled_in, pattern, who, judge=nothing):
    """Sends a form full of hostile texts; what is refused by name gets its proper value, until the rest is taken."""
    form, changes = filled_in.places.form(pattern, who)
    hostile = filled(form, changes)
    for _ in range(MOST_ROUNDS):
        sent = {**changes, **hostile, "idempotency_key": f"proba-{next(numbers)}"}
        if not any(one.name == "idempotency_key" for one in form.fields):
            del sent["idempotency_key"]
        answer = who.send(form, sent)
        judge(pattern, form, sent, hostile, answer)
        if answer.status < 400:
            filled_in.kept |= {number_of(text): f"{pattern} {name}" for name, text in texts_in(hostile).items()}
            if answer.status == 303:
                filled_in.paths.add(re.sub("#.*", "", answer.field("location")))
            filled_in.paths.add(re.sub(r"/(?:usuniecie|anulowanie|odmowa|zmiana)$", "", form.action))
            return answer
        refused = named(page_of(answer)) & hostile.keys() if answer.type == "text/html" else set()
        if not refused:
            return answer
        for name in refused:
            del hostile[name]
    raise AssertionError(f"{pattern}: refused again and again")


def of_files(filled_in, who, judge=nothing):
    """What comes in files: a meeting as JSON, a list of partners as CSV."""
    def hostile_texts(tree, key=""):
        if isinstance(tree, dict):
            return {name: hostile_texts(value, name) for name, value in tree.items()}
        if isinstance(tree, list):
            return [hostile_texts(one, key) for one in tree]
        plain = isinstance(tree, str) and key in ("title", "name", "name_gen", "function", "note", "last_name", "caption")
        return marked() if plain else tree

    meeting = {**hostile_texts(sample(f"{KNUROW}.json")), "id": "wrogie", "team": {"name": marked()}, "project": {"title": marked()}}
    form = who.page("/spotkania/nowe").form("/spotkania/plik")
    answer = who.send(form, {"plik": File("a.json", json.dumps(meeting).encode())})
    judge("/spotkania/plik", form, {}, {}, answer)
    quoted = marked(MARKUP.replace("\n", " ")).replace('"', '""')
    rows = f'Nazwa instytucji;Miejscowość;Rola;Uwagi\n"{quoted}";Knurów;Partner;"{quoted}"\n'.encode()
    page = f"/spotkania/{filled_in.office.meeting()}/partnerzy"
    form = who.page(page).form(page + "/podglad")
    preview = who.send(form, {"plik": File("a.csv", rows)})
    judge("/spotkania/{id}/partnerzy/podglad", form, {}, {}, preview)
    if preview.status == 200:
        form = page_of(preview).form(page)
        judge("/spotkania/{id}/partnerzy", form, {}, {}, who.send(form))
    filled_in.paths |= {page.removesuffix("/partnerzy"), "/spotkania/wrogie"}


def fill(service, judge=nothing):
    """Everything that a person can write, written by somebody hostile. `judge` sees each answer."""
    office = Office(service.set_up())
    filled_in = Filled(office, Places(office, service), Visitors(service, office))
    filled_in.visitors.all["everybody"] = filled_in.visitors.somebody(*ROLES)
    for pattern in WAYS:
        who = filled_in.everybody
        if pattern in ("/wylogowanie", "/konto/haslo", "/logowanie", "/pierwsze-konto"):
            who = filled_in.visitors.new() if pattern != "/konto/haslo" else filled_in.visitors.somebody(*ROLES)
        if pattern != "/wylogowanie":
            send_until_taken(filled_in, pattern, who, judge)
    of_files(filled_in, filled_in.everybody, judge)
    return filled_in


def all_pages(filled_in):
    """Every page that links lead to from the first page and from where texts were taken: (path, answer)."""
    who, seen = filled_in.everybody, set()
    left = [*sorted(filled_in.paths), "/", *(f"/spotkania?strona={number}" for number in (2, 3))]
    while left:
        path = left.pop()
        if path in seen or path.endswith((".pdf", ".zip", "/plik", "/dokument", "/zip")):
            continue
        seen.add(path)
        answer = who.look(path)
        yield path, answer
        if answer.type == "text/html":
            links = [dict(attributes).get("href", "") for tag, attributes in page_of(answer).elements if tag == "a"]
            left += [re.sub("#.*", "", one) for one in links if one.startswith("/")]
