"""Opens accounts in the stream (XEP-0077): jabberd2-users.py IP PORT NAME=PASSWORD..."""
import socket
import sys
import time

address, port, *users = sys.argv[1:]
HEADER = (
    "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='three.test' version='1.0'>"
)
REQUEST = (
    "<iq type='set' id='r' to='three.test'><query xmlns='jabber:iq:register'>"
    "<username>{}</username><password>{}</password></query></iq>"
)


def ask(stream, text, answer):
    """Sends a text and reads until the answer is there."""
    stream.sendall(text.encode())
    heard = b""
    while answer not in heard:
        some = stream.recv(65536)
        if not some:
            raise SystemExit(f"jabberd2 hung up: {heard!r}")
        heard += some


time.sleep(0.5)  # its parts find each other first
for user in users:
    name, password = user.split("=")
    with socket.create_connection((address, int(port)), 5) as stream:
        stream.settimeout(5)
        ask(stream, HEADER, b"</stream:features>")
        ask(stream, REQUEST.format(name, password), b"</iq>")
        stream.sendall(b"</stream:stream>")
