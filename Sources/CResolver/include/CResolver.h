#ifndef CRESOLVER_H
#define CRESOLVER_H

#include <sys/socket.h>

/* What a query comes to, where it is not the length of an answer. */
enum cresolver_error {
    /* The name does not exist. */
    CRESOLVER_NOT_FOUND = -1,
    /* The name exists, without records of the type. */
    CRESOLVER_NO_DATA = -2,
    /* Nobody answered in time, or whoever did cannot tell now. */
    CRESOLVER_TRY_AGAIN = -3,
    /* The question cannot be asked, or will not be answered. */
    CRESOLVER_FAILED = -4,
    /* This system's resolver takes no name server from its callers. */
    CRESOLVER_UNSUPPORTED = -5
};

/* Asks the system's resolver for records of a name in the class IN, and waits for the answer. Threads may call it at the
 * same time, as each call has a state of its own.
 *
 * name:     the whole name, in ASCII.
 * type:     of the records, such as 33 for SRV.
 * server:   the one name server to ask, IPv4 or IPv6; NULL for those of the system.
 * timeout:  seconds that a name server has to answer the first time that it is asked, 1 to 30. A server that has not is
 *           asked again, with more time; one that answers by UDP that there is more to tell has as many seconds by TCP.
 * attempts: how often each name server is asked, 1 to 5.
 * answer:   takes the message of DNS; one that is longer than `capacity` bytes counts as none.
 *
 * Returns the length of the message, or an error. */
int cresolver_query(const char *name, int type, const struct sockaddr *server, socklen_t server_length, int timeout,
                    int attempts, unsigned char *answer, int capacity);

#endif
