"""A client made with slixmpp; client.sh says what is in the environment."""
import asyncio
import os
import ssl

import slixmpp

E = os.environ
client = slixmpp.ClientXMPP(E["FROM"], E["PASSWORD"])
client.ssl_context.check_hostname = False
client.ssl_context.verify_mode = ssl.CERT_NONE
client.add_event_handler("ssl_invalid_chain", lambda *_: None)
done = []


async def start(_):
    client.send_presence()
    listens = E["MODE"] == "listen"
    client.send_message(mto=E["TO"], mbody="ready" if listens else E["TEXT"], mtype="chat")
    if not listens:
        done.append(1)
        await asyncio.sleep(0.3)
        client.disconnect()


def heard(message):
    print(message["body"], flush=True)
    if E["TEXT"] in message["body"]:
        done.append(1)
        client.disconnect()


client.add_event_handler("session_start", start)
client.add_event_handler("message", heard)
client.connect((E["IP"], int(E["PORT"])))
client.loop.run_until_complete(asyncio.wait_for(client.disconnected, 15))
raise SystemExit(not done)
