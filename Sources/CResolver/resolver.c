#include "CResolver.h"

#include <netinet/in.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <resolv.h>
#include <stdlib.h>
#include <string.h>

#include "stream.h"

static int error_of(int host_error) {
    switch (host_error) {
    case HOST_NOT_FOUND: return CRESOLVER_NOT_FOUND;
    case NO_DATA: return CRESOLVER_NO_DATA;
    case TRY_AGAIN: return CRESOLVER_TRY_AGAIN;
    default: return CRESOLVER_FAILED;
    }
}

#if defined(__GLIBC__) || defined(__APPLE__)

static int clamped(int value, int most) { return value < 1 ? 1 : value > most ? most : value; }

/* The bytes of a header; the bit of its third that says that there is more than fits; that which says that it answers. */
enum { header_bytes = 12, truncated = 0x02, is_answer = 0x80 };

/* Puts one name server in the place of those of the system. Nonzero where it cannot. */
static int use_server(struct __res_state *state, const struct sockaddr *server, socklen_t length) {
#if defined(__APPLE__)
    union res_sockaddr_union one;
    if (length > sizeof(one)) return -1;
    memset(&one, 0, sizeof(one));
    memcpy(&one, server, length);
    res_setservers(state, &one, 1);
    return 0;
#else
    switch (server->sa_family) {
    case AF_INET:
        if (length < sizeof(state->nsaddr_list[0])) return -1;
        memcpy(&state->nsaddr_list[0], server, sizeof(state->nsaddr_list[0]));
        break;
    case AF_INET6:
        /* An address that is longer stands aside, in memory that closing the state frees. */
        if (length < sizeof(struct sockaddr_in6)) return -1;
        if (state->_u._ext.nsaddrs[0] == NULL) state->_u._ext.nsaddrs[0] = malloc(sizeof(struct sockaddr_in6));
        if (state->_u._ext.nsaddrs[0] == NULL) return -1;
        memcpy(state->_u._ext.nsaddrs[0], server, sizeof(struct sockaddr_in6));
        memset(&state->nsaddr_list[0], 0, sizeof(state->nsaddr_list[0]));
        state->_u._ext.nssocks[0] = -1;
        state->_u._ext.nscount = 1;
        break;
    default: return -1;
    }
    state->nscount = 1;
    return 0;
#endif
}

/* Asks each name server again by TCP, until one answers. The system's resolver would do so by itself, but wait for as long
 * as the other side likes. */
static int query_over_stream(struct __res_state *state, const char *name, int type, int timeout, unsigned char *answer,
                             int capacity) {
    unsigned char query[NS_PACKETSZ];
    int length = res_nmkquery(state, ns_o_query, name, ns_c_in, type, NULL, 0, NULL, query, sizeof(query));
    if (length < header_bytes) return CRESOLVER_FAILED;
#if defined(__APPLE__)
    union res_sockaddr_union servers[MAXNS];
    int count = res_getservers(state, servers, MAXNS);
#else
    int count = state->nscount;
#endif
    for (int index = 0; index < count && index < MAXNS; index++) {
#if defined(__APPLE__)
        const struct sockaddr *server = (const struct sockaddr *)&servers[index];
#else
        const struct sockaddr *server = (const struct sockaddr *)&state->nsaddr_list[index];
        if (state->nsaddr_list[index].sin_family == 0) server = (const struct sockaddr *)state->_u._ext.nsaddrs[index];
        if (server == NULL) continue;
#endif
        int received = cresolver_exchange(server, query, length, answer, capacity, timeout);
        if (received >= header_bytes && answer[0] == query[0] && answer[1] == query[1] && (answer[2] & is_answer)) {
            return received;
        }
    }
    return CRESOLVER_TRY_AGAIN;
}

int cresolver_query(const char *name, int type, const struct sockaddr *server, socklen_t server_length, int timeout,
                    int attempts, unsigned char *answer, int capacity) {
    if (capacity < header_bytes) return CRESOLVER_FAILED;
    memset(answer, 0, header_bytes);
    struct __res_state state;
    memset(&state, 0, sizeof(state));
    if (res_ninit(&state) != 0) return CRESOLVER_TRY_AGAIN;
    int result = CRESOLVER_FAILED;
    if (server == NULL || use_server(&state, server, server_length) == 0) {
        state.retrans = clamped(timeout, 30);
        state.retry = clamped(attempts, 5);
        state.options |= RES_IGNTC;
        result = res_nquery(&state, name, ns_c_in, type, answer, capacity);
        int error = state.res_h_errno;
        /* Where no record fits, the answer counts as one without any. */
        if ((result >= header_bytes || error == NO_DATA) && (answer[2] & truncated)) {
            result = query_over_stream(&state, name, type, state.retrans, answer, capacity);
        } else if (result < 0) {
            result = error_of(error);
        } else if (result > capacity) {
            result = CRESOLVER_FAILED;
        }
    }
    res_nclose(&state);
    return result;
}

#else

int cresolver_query(const char *name, int type, const struct sockaddr *server, socklen_t server_length, int timeout,
                    int attempts, unsigned char *answer, int capacity) {
    (void)server_length;
    (void)timeout;
    (void)attempts;
    if (server != NULL) return CRESOLVER_UNSUPPORTED;
    int result = res_query(name, 1, type, answer, capacity);
    if (result < 0) return error_of(h_errno);
    return result > capacity ? CRESOLVER_FAILED : result;
}

#endif
