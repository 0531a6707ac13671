"""Meeting and office data (config/samples) → what the shipped templates read, by the office's rules, in Python.

A second implementation of the product's, written from the description of the data: which participants get a declaration,
what stands for a person, when a key is absent.
"""
import json

ROLES_OF_PARTIES = {"partner", "strategic_partner", "signatory", "signing_participant"}
NO_FUNCTIONS = {"przedstawiciel", "przedstawiciele"}    # kept as printed, never a function in a document
MONTHS = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada", "grudnia"]


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def date_text(iso):
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {MONTHS[month - 1]} {year} r."


def compact(value):
    """Without what is absent: None, empty texts, empty lists and maps."""
    if isinstance(value, dict):
        pairs = {key: compact(inner) for key, inner in value.items()}
        return {key: inner for key, inner in pairs.items() if inner not in (None, "", {}, [])}
    if isinstance(value, list):
        return [compact(inner) for inner in value]
    return value


class Source:
    """One meeting with its office data."""

    def __init__(self, meeting, office):
        self.meeting, self.office = meeting, office
        self.institutions = {one["id"]: one for one in meeting.get("institutions", [])}
        self.localities = {one["id"]: one for one in meeting.get("localities", [])}
        self.leader_ref = office.get("leader", {}).get("institution_ref")

    def institution(self, participant):
        return self.institutions.get(participant.get("institution_ref"), {})

    @staticmethod
    def title_name(participant):
        person = participant.get("person", {})
        return " ".join(person[key] for key in ("rank", "first_name", "last_name") if person.get(key))

    @staticmethod
    def function(participant):
        function = participant.get("function")
        return None if function in NO_FUNCTIONS else function

    def is_leader(self, participant):
        return participant.get("institution_ref") is not None and participant["institution_ref"] == self.leader_ref

    def parties(self):
        """Who gets a declaration; the leader makes none of its own to itself."""
        joint = self.is_joint()
        return [one for one in self.meeting["participants"]
                if (ROLES_OF_PARTIES & set(one.get("roles", [])) or one.get("accession"))
                and (joint or not self.is_leader(one))]

    def is_joint(self):
        return self.office.get("declaration", {}).get("form") == "joint"

    def leader(self):
        own = self.institutions.get(self.leader_ref, {})
        return {"name": own.get("name"), "address": self.office.get("leader", {}).get("address") or own.get("address")}

    def leader_rep(self):
        given = self.office.get("leader_rep", {})
        order = given.get("participant_order")
        if order is None:
            return {"title_name": given.get("title_name"), "function": given.get("function")}
        person = next(one for one in self.meeting["participants"] if one["order"] == order)
        return {"title_name": self.title_name(person), "function": self.function(person)}

    def event(self):
        event = self.meeting.get("meeting", {})
        venue = event.get("venue", {})
        place = self.localities.get(venue.get("locality_ref"), {}).get("name")
        date = event.get("date_text") or (date_text(event["date"]) if event.get("date") else None)
        return {"place": place, "date_text": date, "title": event.get("title"), "time": event.get("time_from"),
                "venue_text": venue.get("text_loc")}

    def common(self):
        office, meeting = self.office, self.meeting
        own, declaration = office.get("declaration", {}), meeting.get("declaration", {})
        effective = own.get("effective_date") or declaration.get("effective_date")
        project = {key: office.get("project", {}).get(key) or meeting.get("project", {}).get(key)
                   for key in ("number", "funding", "beneficiary")}
        return {
            "case": office.get("case"), "controller": office.get("controller"), "retention": office.get("retention"),
            "author": office.get("author"), "rules": {"title": own.get("rules_title")},
            "signing": {office["signing"]: True} if office.get("signing") else None,
            "declaration": {"number": declaration.get("number"),
                            "validity_text": own.get("validity_text") or declaration.get("validity_text"),
                            "effective_date_text": date_text(effective) if effective else None},
            "project": {"title": meeting["project"]["title"], **project},
            "team": {key: meeting["team"].get(key) for key in ("name", "name_gen")},
            "leader": self.leader(), "leader_rep": self.leader_rep(), "meeting": self.event(),
        }

    def representative(self, participant):
        return {"title_name": self.title_name(participant), "function": self.function(participant),
                "basis": participant.get("basis"), "proxy": participant.get("proxy")}

    @staticmethod
    def status(participant):
        return "Partner Strategiczny" if "strategic_partner" in participant.get("roles", []) else None

    def individual(self, participant):
        own = self.institution(participant)
        partner = {key: own.get(key) for key in ("name", "address", "nip", "regon", "krs", "resources")}
        return compact(self.common() | {
            "partner": partner | {"order": participant["order"], "status": self.status(participant)},
            "rep": self.representative(participant)})

    def joint(self):
        parties = self.parties()
        rows = [{"order": one["order"], "name": self.institution(one).get("name"), "status": self.status(one),
                 "leader": self.is_leader(one) or None, "rep": self.representative(one)} for one in parties]
        signs = any(self.is_leader(one) for one in parties)
        return compact(self.common() | {"joint": True, "partners": rows, "leader_signs": signs or None})

    def attendance(self):
        people = [{"title_name": self.title_name(one), "institution": self.institution(one).get("name"),
                   "function": self.function(one)} for one in self.meeting["participants"]]
        return compact(self.common()) | {"participants": compact(people)}
