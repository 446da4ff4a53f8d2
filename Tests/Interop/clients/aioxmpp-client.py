"""A client made with aioxmpp; client.sh says what is in the environment."""
import asyncio
import os

import aioxmpp
import aioxmpp.connector
import aioxmpp.dispatcher

E = os.environ


async def main():
    client = aioxmpp.PresenceManagedClient(
        aioxmpp.JID.fromstr(E["FROM"]),
        aioxmpp.make_security_layer(E["PASSWORD"], no_verify=True),
        override_peer=[(E["IP"], int(E["PORT"]), aioxmpp.connector.STARTTLSConnector())],
    )
    heard = asyncio.Queue()
    dispatcher = client.summon(aioxmpp.dispatcher.SimpleMessageDispatcher)
    dispatcher.register_callback(aioxmpp.MessageType.CHAT, None, heard.put_nowait)
    async with client.connected():
        listens = E["MODE"] == "listen"
        message = aioxmpp.Message(to=aioxmpp.JID.fromstr(E["TO"]), type_=aioxmpp.MessageType.CHAT)
        message.body[None] = "ready" if listens else E["TEXT"]
        await client.send(message)
        while listens:
            text = (await asyncio.wait_for(heard.get(), 15)).body.any()
            print(text, flush=True)
            listens = E["TEXT"] not in text


asyncio.run(main())
