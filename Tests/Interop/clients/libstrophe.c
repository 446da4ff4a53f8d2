/* A client made with libstrophe; client.sh says what is in the environment. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strophe.h>

static int done;
static int listens;

static int trust(const xmpp_tlscert_t *certificate, const char *error) {
    (void)certificate;
    (void)error;
    return 1;
}

static int heard(xmpp_conn_t *connection, xmpp_stanza_t *stanza, void *context) {
    char *body = xmpp_message_get_body(stanza);
    if (body == NULL) return 1;
    puts(body);
    fflush(stdout);
    if (strstr(body, getenv("TEXT")) != NULL) {
        done = 1;
        xmpp_disconnect(connection);
    }
    xmpp_free(context, body);
    return 1;
}

static void happened(
    xmpp_conn_t *connection, xmpp_conn_event_t event, int error, xmpp_stream_error_t *fault, void *context
) {
    (void)error;
    (void)fault;
    if (event != XMPP_CONN_CONNECT) {
        xmpp_stop(context);
        return;
    }
    xmpp_handler_add(connection, heard, NULL, "message", NULL, context);
    xmpp_stanza_t *presence = xmpp_presence_new(context);
    xmpp_send(connection, presence);
    xmpp_stanza_release(presence);
    xmpp_stanza_t *message = xmpp_message_new(context, "chat", getenv("TO"), "s1");
    xmpp_message_set_body(message, listens ? "ready" : getenv("TEXT"));
    xmpp_send(connection, message);
    xmpp_stanza_release(message);
    if (!listens) {
        done = 1;
        xmpp_disconnect(connection);
    }
}

int main(void) {
    listens = strcmp(getenv("MODE"), "listen") == 0;
    xmpp_initialize();
    xmpp_ctx_t *context = xmpp_ctx_new(NULL, xmpp_get_default_logger(XMPP_LEVEL_ERROR));
    xmpp_conn_t *connection = xmpp_conn_new(context);
    xmpp_conn_set_jid(connection, getenv("FROM"));
    xmpp_conn_set_pass(connection, getenv("PASSWORD"));
    xmpp_conn_set_certfail_handler(connection, trust);
    if (xmpp_connect_client(connection, getenv("IP"), atoi(getenv("PORT")), happened, context)) return 1;
    xmpp_run(context);
    return !done;
}
