"""Scenarios of administration: the migration of an older database, accounts, backups."""
import json
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile

from scenarios import MEETING, MEETING_FILE, ArchiveAdd, Scenario, call, must

# The schema as the first version of the program had it, with user_version 1.
FIRST_SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "data" / "store" / "schema_1.sql"
PASSWORD = "Będzin w listopadzie"


def shell(database, script):
    subprocess.run(["sqlite3", "-bail", database], input=script.encode(), check=True, capture_output=True)


def rows(data, *questions):
    """The answers of the database as it lies there; asked of a copy, so that nothing is repaired on the way."""
    with tempfile.TemporaryDirectory() as folder:
        for part in data.glob("akces.sqlite*"):
            shutil.copy(part, folder)
        database = sqlite3.connect(pathlib.Path(folder) / "akces.sqlite")
        try:
            return [database.execute(question).fetchall() for question in questions]
        finally:
            database.close()


class Migration(ArchiveAdd):
    """A database of schema number 1 with a meeting and a record, opened by this program."""
    name = "migration from schema 1"

    def prepare(self, state):
        super().prepare(state)
        database = state / "data" / "akces.sqlite"
        newer = state / "newer.sqlite"
        shell(database, f"VACUUM INTO '{newer}';")
        self.ours = self.shape(state)
        for part in (state / "data").glob("akces.sqlite*"):
            part.unlink()
        tables = [name for name, in sqlite3.connect(newer).execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE 'meeting%' OR name LIKE 'record%')")]
        copying = "".join(f'INSERT INTO "{table}" SELECT * FROM newer."{table}";\n' for table in tables)
        shell(database, f"PRAGMA journal_mode=WAL;\n{FIRST_SCHEMA.read_text('utf-8')}\nPRAGMA user_version = 1;\n"
                        f"ATTACH '{newer}' AS newer;\n{copying}")
        database.chmod(0o600)
        newer.unlink()
        self.first = self.shape(state)

    def shape(self, state):
        """The schema's number, and every table and index as it was made."""
        return rows(state / "data", "PRAGMA user_version",
                    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2")

    def command(self, state):
        return [self.akces, "archive", "list", "--data", state / "data"]

    def check(self, state, acknowledged):
        [(intact,)], [(records,)] = rows(state / "data", "PRAGMA integrity_check", "SELECT count(*) FROM record")
        shape = self.shape(state)
        wrong = [] if intact == "ok" else [f"the database is damaged: {intact}"]
        if shape not in ([self.ours] if acknowledged else [self.first, self.ours]):
            wrong.append(f"a migration by halves: number {shape[0]}, {len(shape[1])} tables and indexes")
        if records != 1:
            wrong.append(f"{records} records instead of 1")
        listed, damaged = self.archived(state)
        found, why = self.exported(state)
        if found != json.loads(MEETING_FILE.read_text(encoding="utf-8")):
            wrong.append("the meeting is not what it was: " + why)
        return wrong + damaged + ([] if len(listed) == 1 else ["the record is gone"])


class UserAdd(Scenario):
    """The second user of a data folder."""
    name = "user add"

    def add(self, state, name):
        password = self.tools.password.parent / "user-password"
        password.write_text(PASSWORD, encoding="utf-8")
        return [self.akces, "user", "add", name, "--role", "administrator", "--password-file", password, "--data",
                state / "data"]

    def prepare(self, state):
        must(self.add(state, "olga"))

    def command(self, state):
        return self.add(state, "jan")

    def again(self, state):
        return None if "jan" in self.names(state) else self.command(state)

    def names(self, state):
        listed = must([self.akces, "user", "list", "--json", "--data", state / "data"])
        return sorted(json.loads(line)["name"] for line in listed.out.splitlines())

    def audit_faults(self, state, table, action):
        [(kept,)], [(told,)] = rows(state / "data", f"SELECT count(*) FROM {table}",
                                    f"SELECT count(*) FROM audit WHERE action = '{action}'")
        return [] if kept == told else [f"{kept} rows in {table}, {told} in the audit trail"]

    def check(self, state, acknowledged):
        names = self.names(state)
        allowed = [["jan", "olga"]] if acknowledged else [["olga"], ["jan", "olga"]]
        wrong = [] if names in allowed else [f"the users are {names}"]
        return wrong + self.audit_faults(state, "user", "user.make")


class TokenMake(UserAdd):
    name = "token make"

    def command(self, state):
        return [self.akces, "token", "make", "--user", "olga", "--label", "import", "--scope", "read", "--days", "30",
                "--data", state / "data"]

    def again(self, state):
        """A token that nobody saw is of no use: another one is made."""
        return self.command(state)

    def check(self, state, acknowledged):
        listed = must([self.akces, "token", "list", "--user", "olga", "--json", "--data", state / "data"])
        count = len(listed.out.splitlines())
        wrong = ["an acknowledged token is gone"] if acknowledged and count == 0 else []
        scopes = all(json.loads(line)["scopes"] == ["read"] for line in listed.out.splitlines())
        return wrong + ([] if scopes else ["a token by halves"]) + self.audit_faults(state, "api_token", "token.make")


class BackupCreate(ArchiveAdd):
    name = "backup create"

    def prepare(self, state):
        super().prepare(state)
        must(super().command(state))
        (state / "data" / "keys").mkdir(mode=0o700)
        (state / "data" / "keys" / "office.pem").write_text("key")

    def command(self, state):
        return [self.akces, "backup", "create", "--out", state / "copy", "--data", state / "data"]

    def again(self, state):
        return None if (state / "copy").exists() else self.command(state)

    def equal(self, state, data, other):
        """What is wrong with a folder that should hold the same."""
        records, wrong = self.archived(state, data)
        others, damaged = self.archived(state, other)
        keys = (state / other / "keys" / "office.pem").read_text() if records and others else ""
        same = records == others and len(records) == 2 and keys == "key"
        return wrong + damaged + ([] if same else [f"{other} is not {data}"])

    def check(self, state, acknowledged):
        wrong = ArchiveAdd.check(self, state, True)
        if not (state / "copy").exists():
            return wrong + (["acknowledged, and no copy"] if acknowledged else [])
        checked = call([self.akces, "backup", "check", state / "copy"])
        if checked.code != 0:
            return wrong + ["half a copy under its own name: " + (checked.out + checked.err).strip()[:200]]
        shutil.rmtree(state / "restored", ignore_errors=True)
        must([self.akces, "backup", "restore", state / "copy", "--data", state / "restored"])
        return wrong + self.equal(state, "data", "restored")


class BackupRestore(BackupCreate):
    """Into a data folder that is not there yet."""
    name = "backup restore"

    def prepare(self, state):
        super().prepare(state)
        must(super().command(state))

    def command(self, state):
        return [self.akces, "backup", "restore", state / "copy", "--data", state / "restored"]

    def again(self, state):
        return None if (state / "restored").exists() else self.command(state)

    def check(self, state, acknowledged):
        checked = call([self.akces, "backup", "check", state / "copy"])
        wrong = [] if checked.code == 0 else ["the copy was changed"]
        if not (state / "restored").exists():
            return wrong + (["acknowledged, and no data folder"] if acknowledged else [])
        return wrong + self.equal(state, "data", "restored")


ALL = [Migration, UserAdd, TokenMake, BackupCreate, BackupRestore]
