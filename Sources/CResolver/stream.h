#ifndef CRESOLVER_STREAM_H
#define CRESOLVER_STREAM_H

#include <sys/socket.h>

/* Asks one name server by TCP (RFC 1035 §4.2.2), in so many seconds in all. Returns the length of its answer, or -1. */
int cresolver_exchange(const struct sockaddr *server, const unsigned char *query, int length, unsigned char *answer,
                       int capacity, int seconds);

#endif
