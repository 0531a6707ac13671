"""What `akces demo --out DIR` must leave, found and counted."""
import dataclasses
import pathlib

SIGNATURES = {"bedzin": (1, 11), "knurow": (12, 2)}    # declarations of a town, signatures on each
LIST = "lista-obecnosci.pdf"


@dataclasses.dataclass
class Demo:
    folder: pathlib.Path
    trust: pathlib.Path
    root: pathlib.Path
    signed: dict     # path → number of signatures
    issued: list     # declarations before signing, attendance lists
    lists: list

    def issued_of(self, signed):
        return self.folder / signed.parent.parent.name / "wydane" / signed.name


def find(folder, check):
    """The demonstration in `folder`; `check(condition, sentence)` is told of every count."""
    folder = pathlib.Path(folder).resolve()
    demo = Demo(folder, folder / "trust", folder / "trust/urzad-pokazowy.crt", {}, [], [])
    for town, (declarations, signatures) in SIGNATURES.items():
        signed = sorted(path for path in (folder / town / "podpisane").glob("*.pdf") if path.name != LIST)
        issued = sorted((folder / town / "wydane").glob("*.pdf"))
        check(len(signed) == declarations, f"{town}/podpisane: {declarations} declarations (found {len(signed)})")
        check(len(issued) == declarations + 1, f"{town}/wydane: {declarations + 1} files (found {len(issued)})")
        lists = [path for path in issued if path.name == LIST]
        check(len(lists) == 1, f"{town}/wydane: one attendance list (found {len(lists)})")
        check({path.name for path in issued} - {LIST} == {path.name for path in signed}, f"{town}: the same names before and after")
        demo.signed |= {path: signatures for path in signed}
        demo.issued += issued
        demo.lists += lists
    for name in ("trust/urzad-pokazowy.crt", "report-before.csv", "report.csv", "report.zip"):
        check((folder / name).is_file() and (folder / name).stat().st_size > 0, f"{name} is there")
    check(sorted(path.name for path in demo.trust.glob("*")) == ["urzad-pokazowy.crt"], "trust/ holds the root alone")
    check((folder / "data").is_dir(), "data/ is there")
    return demo
