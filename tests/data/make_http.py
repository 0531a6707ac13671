#!/usr/bin/env python3
"""Keeps in http/ what curl sends: heads, chunked bodies, multipart bodies behind their Content-Type in a line of its own.

usage: cd tests/data && ./make_http.py
"""
import pathlib
import socket
import subprocess
import tempfile

PORT = 18080
URL = f"http://127.0.0.1:{PORT}"


def sent_by_curl(arguments):
    """Head and body, as they come through the socket."""
    with socket.create_server(("127.0.0.1", PORT)) as server:
        curl = subprocess.Popen(["curl", "-s", "-m", "3", *arguments], stdout=subprocess.DEVNULL)
        connection, _ = server.accept()
        connection.settimeout(0.7)
        data = b""
        try:
            while more := connection.recv(65536):
                data += more
                if b"100-continue" in data and data.endswith(b"\r\n\r\n"):
                    connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        except TimeoutError:
            pass
        connection.close()
        curl.wait()
    head, _, body = data.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n", body


def keep(folder, name, arguments):
    head, body = sent_by_curl(arguments)
    if folder == "multipart":
        field = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-type:"))
        body = field.split(b":", 1)[1].strip() + b"\n" + body
    path = pathlib.Path(__file__).parent / "http" / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head if folder == "head" else body)


with tempfile.TemporaryDirectory() as folder:
    pdf = folder + "/plik.pdf"
    pathlib.Path(pdf).write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    chunked = ["-H", "Transfer-Encoding: chunked"]
    keep("head", "get", [URL + "/api/v1/meetings/knurow?limit=5"])
    keep("head", "head-1.0", ["-0", "-I", URL + "/health/live"])
    keep("head", "absolute", ["-x", URL, "http://127.0.0.1:8080/a"])
    keep("head", "post", ["-H", "Expect: 100-continue", "-H", "X-Forwarded-For: 192.0.2.7", "--data-binary", "@" + pdf, URL + "/a"])
    keep("head", "put-chunked", [*chunked, "-T", pdf, URL + "/a"])
    keep("chunk", "file", [*chunked, "-T", pdf, URL + "/a"])
    keep("chunk", "form", [*chunked, "-d", "a=b", URL + "/a"])
    keep("multipart", "file", ["-F", "name=Wójt Gminy", "-F", f'file=@{pdf};type=application/pdf;filename="plik \\"1\\".pdf"', URL + "/a"])
    keep("multipart", "fields", ["-F", "a=", "-F", "b=c", URL + "/a"])
