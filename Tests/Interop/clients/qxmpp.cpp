// A client made with QXmpp; client.sh says what is in the environment.
#include <cstdio>

#include <QCoreApplication>
#include <QTimer>
#include <qxmpp/QXmppClient.h>
#include <qxmpp/QXmppMessage.h>

int main(int count, char **arguments) {
    QCoreApplication application(count, arguments);
    QXmppClient client;
    const bool listens = qgetenv("MODE") == "listen";
    const QString text = QString::fromUtf8(qgetenv("TEXT"));
    bool done = false;
    QXmppConfiguration configuration;
    configuration.setJid(QString(qgetenv("FROM")) + "/qxmpp");
    configuration.setPassword(qgetenv("PASSWORD"));
    configuration.setHost(qgetenv("IP"));
    configuration.setPort(qgetenv("PORT").toInt());
    configuration.setIgnoreSslErrors(true);
    QObject::connect(&client, &QXmppClient::connected, [&] {
        QXmppMessage message("", qgetenv("TO"), listens ? QString("ready") : text);
        message.setType(QXmppMessage::Chat);
        const bool sent = client.sendPacket(message);
        if (listens) return;
        done = sent;
        QTimer::singleShot(300, &application, &QCoreApplication::quit);
    });
    QObject::connect(&client, &QXmppClient::messageReceived, [&](const QXmppMessage &message) {
        if (message.body().isEmpty()) return;
        printf("%s\n", message.body().toUtf8().constData());
        fflush(stdout);
        if (!message.body().contains(text)) return;
        done = true;
        QTimer::singleShot(100, &application, &QCoreApplication::quit);
    });
    client.connectToServer(configuration);
    QTimer::singleShot(15000, &application, &QCoreApplication::quit);
    application.exec();
    return !done;
}
