"""A client made with nbxmpp; client.sh says what is in the environment."""
import os

from gi.repository import GLib
from nbxmpp.client import Client
from nbxmpp.const import ConnectionProtocol, ConnectionType
from nbxmpp.protocol import Message, Presence
from nbxmpp.structs import StanzaHandler

E = os.environ
loop = GLib.MainLoop()
done = []
client = Client(log_context="interop")
client.set_domain(E["DOMAIN"])
client.set_username(E["LOCALPART"])
client.set_password(E["PASSWORD"])
client.set_resource("nbxmpp")
client.set_custom_host(f"{E['IP']}:{E['PORT']}", ConnectionProtocol.TCP, ConnectionType.START_TLS)
client.set_ignore_tls_errors(True)


def up(*_):
    client.send_stanza(Presence())
    listens = E["MODE"] == "listen"
    client.send_stanza(Message(to=E["TO"], body="ready" if listens else E["TEXT"], typ="chat"))
    if not listens:
        done.append(1)
        GLib.timeout_add(300, lambda: (client.disconnect(), False)[1])


def heard(_client, stanza, _properties):
    body = stanza.getBody()
    if body is None:
        return
    print(body, flush=True)
    if E["TEXT"] in body:
        done.append(1)
        client.disconnect()


client.register_handler(StanzaHandler(name="message", callback=heard))
client.subscribe("connected", up)
client.subscribe("disconnected", lambda *_: loop.quit())
client.subscribe("connection-failed", lambda *_: loop.quit())
client.connect()
GLib.timeout_add_seconds(15, loop.quit)
loop.run()
raise SystemExit(not done)
