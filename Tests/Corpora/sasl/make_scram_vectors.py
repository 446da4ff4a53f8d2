#!/usr/bin/env python3
"""Writes scram-vectors.tsv: whole exchanges of SCRAM as two other implementations have them.

usage: make_scram_vectors.py [FILE]     write FILE; scram-vectors.tsv in this folder if none is given

Needs Python 3.11 and `pip install scramp==1.5.0`. The README says what the columns mean and which implementation
is behind which row. The same bytes come of every run: nonces and salts are drawn from a seeded generator.
"""
import base64, hashlib, hmac, os, random, sys
from importlib.metadata import version

from scramp import ScramClient, ScramMechanism, core
from scramp.utils import saslprep

assert version("scramp") == "1.5.0"

# scramp cannot fetch the data of tls-exporter from Python's sockets and so refuses the name. Here the data are given.
core.CbName.SUPPORTED_TYPES = core.CbName.SUPPORTED_TYPES | {"tls-exporter"}
core.CbName.UNSUPPORTED_TYPES = frozenset()

COLUMNS = ("oracle", "mechanism", "username", "password", "authzid", "salt", "iterations", "binding", "data", "offer",
           "client-nonce", "server-nonce", "client-first", "server-first", "client-final", "server-final")
HASHES = {"SHA-1": hashlib.sha1, "SHA-256": hashlib.sha256, "SHA-512": hashlib.sha512}
KINDS = {"tls-exporter": 32, "tls-server-end-point": 32, "tls-unique": 12}
# Printable ASCII without the comma (RFC 5802 section 7).
NONCE = [chr(c) for c in range(0x21, 0x7F) if chr(c) != ","]
rng = random.Random(5802)


def encoded(data):
    return base64.b64encode(data).decode()


def escaped(text):
    """\\3A3; for U+03A3: all but printable ASCII, and the backslash."""
    return "".join(c if " " <= c <= "~" and c != "\\" else f"\\{ord(c):X};" for c in text)


# ---- One exchange, by each of the two.

def by_scramp(case, h):
    """Both sides of scramp, each fed what the other said."""
    channel = (case["binding"], case["data"]) if case["data"] else None
    # With data for a mechanism that does not bind, its client says "y". Its server has none then, and believes it.
    clients = ("tls-unique", b"?") if case["binding"] == "y" else channel
    mechanism = ScramMechanism(case["mechanism"])
    stored = mechanism.make_auth_info(case["password"], iteration_count=case["iterations"], salt=case["salt"])
    client = ScramClient([case["mechanism"]], case["username"], case["password"], channel_binding=clients,
                         c_nonce=case["client-nonce"])
    server = mechanism.make_server(lambda name: stored, channel_binding=channel, s_nonce=case["server-nonce"])
    messages = [client.get_client_first()]
    server.set_client_first(messages[0])
    messages.append(server.get_server_first())
    if h:
        # scramp's server does not know XEP-0474, but signs what it is told it has said; its client ignores `h`.
        messages[1] = server.server_first = messages[1] + ",h=" + h
    client.set_server_first(messages[1])
    messages.append(client.get_client_final())
    server.set_client_final(messages[2])
    messages.append(server.get_server_final())
    client.set_server_final(messages[3])
    return messages


def by_hashlib(case, h):
    """RFC 5802 section 3 with hashlib and hmac alone; SASLprep is scramp's."""
    function = HASHES[case["mechanism"].removeprefix("SCRAM-").removesuffix("-PLUS")]

    def code(key, text):
        return hmac.new(key, text, function).digest()

    def name(text):
        return text.replace("=", "=3D").replace(",", "=2C")

    flag = case["binding"] if case["binding"] in "ny" else "p=" + case["binding"]
    header = flag + "," + ("a=" + name(case["authzid"]) if case["authzid"] else "") + ","
    bare = f"n={name(saslprep(case['username']))},r={case['client-nonce']}"
    nonce = case["client-nonce"] + case["server-nonce"]
    server_first = f"r={nonce},s={encoded(case['salt'])},i={case['iterations']}" + (",h=" + h if h else "")
    without_proof = f"c={encoded(header.encode() + case['data'])},r={nonce}"
    signed = ",".join([bare, server_first, without_proof]).encode()
    salted = hashlib.pbkdf2_hmac(function().name, saslprep(case["password"]).encode(), case["salt"], case["iterations"])
    client_key = code(salted, b"Client Key")
    signature = code(function(client_key).digest(), signed)
    proof = bytes(a ^ b for a, b in zip(client_key, signature))
    verifier = code(code(salted, b"Server Key"), signed)
    return [header + bare, server_first, f"{without_proof},p={encoded(proof)}", "v=" + encoded(verifier)]


# ---- What there is an exchange of.

NAMES = [
    ("Juliet=Capulet,Jr.", "pen=cil,"), ("=,=,", "===,,,"), ("=2C=3D", "=2C"), ("a b", " two  spaces "),
    ("j\u00fcrgen", "p\u00e4ssw\u00f6rd"), ("ju\u0308rgen", "pa\u0308sswo\u0308rd"), ("I\u00adX", "\u00ad\u2168\u200d"),
    ("\u00aa\u2126", "\ufb01x \u00bd"), ("\uff55\uff53\uff45\uff52\uff0c\uff1d", "\uff0c\uff1d"),
    ("\u540d\u524d", "\u30d1\u30b9\u30ef\u30fc\u30c9 \uff8a\uff9f"), ("\u0639\u0645\u0631", "\u05e1\u05d5\u05d3"),
    ("\ud55c\uae00", "\u1112\u1161\u11ab"), ("\U00010400x", "\U0002000b\U0002f800"), ("a\u00a0b\u3000c", "\u2003x\u1680"),
    ("\u03a3\u03c2", "\u0130\u0131"), ("\\3A3;", "\"'<&>\\"), ("x" * 200, "k" * 64), ("u", "k" * 129),
    ("\u00e9" * 100, "\u00fc" * 300),
]


def case(hash, binding="n", username="user", password="pencil", iterations=4096, salt=16, nonces=(24, 24), authzid="",
         offer=""):
    """One row's input. `salt` and `nonces` are lengths."""
    return {
        "mechanism": f"SCRAM-{hash}" + ("-PLUS" if binding in KINDS else ""), "username": username,
        "password": password, "authzid": authzid, "salt": rng.randbytes(salt), "iterations": iterations,
        "binding": binding, "data": rng.randbytes(KINDS.get(binding, 0)), "offer": offer,
        "client-nonce": "".join(rng.choices(NONCE, k=nonces[0])),
        "server-nonce": "".join(rng.choices(NONCE, k=nonces[1])),
    }


def cases():
    flags = ["n", "y", *KINDS]
    # Every mechanism with every flag and kind.
    for hash in HASHES:
        for flag in flags:
            yield case(hash, flag)
    # Names and passwords, each with one hash and flag or another.
    for index, (username, password) in enumerate(NAMES):
        yield case(list(HASHES)[index % 3], flags[index % 5], username, password)
    # Rounds, lengths of salts and nonces.
    for iterations in (4097, 5000, 10_000, 65_535):
        for hash in HASHES:
            yield case(hash, iterations=iterations)
    yield case("SHA-256", iterations=600_000)
    for index, (salt, nonces) in enumerate([(12, (1, 1)), (13, (1, 64)), (14, (64, 1)), (64, (8, 200)), (129, (93, 5))]):
        yield case(list(HASHES)[index % 3], salt=salt, nonces=nonces)
    # Who wants to act as another one.
    for hash, flag, authzid in [("SHA-1", "n", "other"), ("SHA-256", "y", "a=b,c"), ("SHA-512", "tls-exporter", "=,"),
                                ("SHA-256", "tls-unique", "j\u00fcrgen@b\u00fccher.example")]:
        yield case(hash, flag, authzid=authzid)
    # XEP-0474. What was offered is not sorted.
    for hash, flag, offer in [("SHA-1", "n", "SCRAM-SHA-256 SCRAM-SHA-1|"), ("SHA-256", "n", "SCRAM-SHA-256|tls-unique"),
                              ("SHA-256", "tls-exporter", "SCRAM-SHA-256-PLUS PLAIN SCRAM-SHA-256|tls-unique tls-exporter"),
                              ("SHA-512", "tls-unique", "X-A X- X SCRAM-SHA-512-PLUS|tls-unique tls-server-end-point b a")]:
        yield case(hash, flag, offer=offer)


def digest(offer, hash):
    mechanisms, bindings = [sorted(part.split(" ")) if part else [] for part in offer.split("|")]
    text = "\x1e".join(mechanisms) + ("\x1f" + "\x1e".join(bindings) if bindings else "")
    return encoded(hash(text.encode()).digest())


def row(case):
    hash = HASHES[case["mechanism"].removeprefix("SCRAM-").removesuffix("-PLUS")]
    h = digest(case["offer"], hash) if case["offer"] else ""
    messages = by_hashlib(case, h)
    oracle = "hashlib"
    if not case["authzid"]:  # scramp has none
        assert by_scramp(case, h) == messages, case
        oracle = "scramp"
    case = case | {"oracle": oracle, "salt": encoded(case["salt"]), "data": encoded(case["data"])}
    case |= dict(zip(COLUMNS[-4:], messages))
    return "\t".join(escaped(str(case[column])) for column in COLUMNS) + "\n"


target = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "scram-vectors.tsv")
with open(target, "w", encoding="ascii", newline="\n") as file:
    file.write("\t".join(COLUMNS) + "\n")
    file.writelines(row(each) for each in cases())
