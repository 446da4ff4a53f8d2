// A client made with gloox; client.sh says what is in the environment.
#include <cstdlib>
#include <cstring>
#include <iostream>

#include <gloox/client.h>
#include <gloox/connectionlistener.h>
#include <gloox/message.h>
#include <gloox/messagehandler.h>

using namespace gloox;

struct Listener : ConnectionListener, MessageHandler {
    Client *client = nullptr;
    bool listens = false;
    bool done = false;

    void onConnect() override {
        client->send(Message(Message::Chat, JID(getenv("TO")), listens ? "ready" : getenv("TEXT")));
        done = !listens;
    }
    void onDisconnect(ConnectionError) override {}
    bool onTLSConnect(const CertInfo &) override { return true; }
    void handleMessage(const Message &message, MessageSession *) override {
        if (message.body().empty()) return;
        std::cout << message.body() << std::endl;
        if (listens && message.body().find(getenv("TEXT")) != std::string::npos) done = true;
    }
};

int main() {
    Client client(JID(getenv("FROM")), getenv("PASSWORD"));
    client.setServer(getenv("IP"));
    client.setPort(atoi(getenv("PORT")));
    Listener listener;
    listener.client = &client;
    listener.listens = strcmp(getenv("MODE"), "listen") == 0;
    client.registerConnectionListener(&listener);
    client.registerMessageHandler(&listener);
    if (!client.connect(false)) return 1;
    for (int turn = 0, after = 0; turn < 150; turn++) {
        if (client.recv(100000) != ConnNoError) break;
        if (listener.done && ++after > 3) {
            client.disconnect();
            break;
        }
    }
    return !listener.done;
}
