"""Users and tokens on the command line."""

import json
import os
import re


def users(c):
    data = ["--data", c.work / "konta"]
    c.put("krotkie", "za krótkie")
    add = lambda name, roles, password="haslo": ["user", "add", name, "--role", roles, "--password-file", password, *data]
    c.good("user add", add("Olga", "administrator,clerk"), check=lambda r: "olga" in r.out)
    reading, writing = os.pipe()
    os.write(writing, "zażółć gęślą jaźń\n".encode())
    os.close(writing)
    by_descriptor = ["user", "add", "jan", "--role", "reader", "--password-fd", str(reading), *data]
    c.good("user add --password-fd", by_descriptor, pass_fds=[reading])
    os.close(reading)
    c.good("user list", ["user", "list", *data], check=lambda r: r.out.count("\n") == 3)
    listed = lambda r: {one["name"]: one for one in map(json.loads, r.out.splitlines())}
    c.good("user roles", ["user", "roles", "jan", "reader,archivist", *data])
    c.good("user disable", ["user", "disable", "jan", *data])
    c.good(
        "user list --json",
        ["user", "list", "--json", *data],
        check=lambda r: listed(r)["jan"]["disabled"] and listed(r)["jan"]["roles"] == ["reader", "archivist"],
    )
    c.good("user enable", ["user", "enable", "jan", *data])
    c.good("user password", ["user", "password", "jan", "--password-file", "haslo", *data])
    c.bad("a name that is somebody's", 65, add("OLGA", "clerk"))
    c.bad("a role that is none", 65, add("ola", "szef"), says=["„szef”"])
    c.bad("a short password", 65, add("ola", "clerk", "krotkie"), says=["12"])
    c.bad("a bad name and a short password", 65, add("o la", "clerk", "krotkie"), lines=2)
    c.bad("a password that is not UTF-8", 77, add("ola", "clerk", "latin"))
    c.bad("a password file that is not there", 77, add("ola", "clerk", "nie-ma"))
    c.bad("user add without a password", 77, ["user", "add", "ola", "--role", "clerk", *data])
    c.bad("user add without a role", 64, ["user", "add", "ola", "--password-file", "haslo", *data], says=["„--role”"])
    c.bad("a user who is not there", 65, ["user", "disable", "nikt", *data], says=["„nikt”"])
    c.bad("the last administrator disabled", 65, ["user", "disable", "olga", *data])
    c.bad("the last administrator without the role", 65, ["user", "roles", "olga", "clerk", *data])
    c.bad("user list of no data folder", 4, ["user", "list", "--data", "nie-ma-danych"])


def tokens(c):
    data = ["--data", c.work / "konta"]

    def make(scopes="read", days="30", user="olga", label="import"):
        return ["token", "make", "--user", user, "--label", label, "--scope", scopes, "--days", days, *data]

    made = c.good(
        "token make shows the token alone",
        make("read,meetings"),
        check=lambda r: re.fullmatch(r"akces_[A-Za-z0-9_-]{43}\n", r.out),
    )
    listing = c.good(
        "token list --json",
        ["token", "list", "--user", "olga", "--json", *data],
        check=lambda r: json.loads(r.out)["scopes"] == ["read", "meetings"],
    )
    kept = b"".join(path.read_bytes() for path in (c.work / "konta").iterdir() if path.is_file())
    c.holds("a token is kept nowhere", made.out.strip().encode() not in kept and made.out.strip() not in listing.out, listing)
    token = json.loads(listing.out)["id"]
    c.bad("a token of another user", 65, ["token", "revoke", token, "--user", "jan", *data])
    c.good("token revoke", ["token", "revoke", token, "--user", "olga", *data], check=lambda r: token in r.out)
    c.good("token list", ["token", "list", "--user", "olga", *data], check=lambda r: "unieważniony" in r.out)
    c.bad("a scope that is none", 65, make("read,wszystko"), says=["„wszystko”"])
    c.bad("a token for too long", 65, make(days="367"), says=["366"])
    c.bad("a number of days that is none", 64, make(days="trzy"), says=["„trzy”"])
    c.bad("a token of nobody", 65, make(user="nikt"), says=["„nikt”"])
    c.bad("a token without a label", 65, make(label=""))
    c.bad("a token that is not there", 65, ["token", "revoke", "nie-ma", "--user", "olga", *data])
