#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

static long long milliseconds(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) return 0;
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Whether the socket is ready before the deadline. */
static int is_ready(int socket, short events, long long deadline) {
    for (;;) {
        long long left = deadline - milliseconds();
        if (left <= 0) return 0;
        struct pollfd entry = {.fd = socket, .events = events, .revents = 0};
        int count = poll(&entry, 1, (int)left);
        if (count > 0) return 1;
        if (count == 0 || errno != EINTR) return 0;
    }
}

static int may_go_on(ssize_t count) { return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR); }

static int send_all(int socket, const unsigned char *bytes, int length, long long deadline) {
    int sent = 0;
    while (sent < length) {
        if (!is_ready(socket, POLLOUT, deadline)) return -1;
        ssize_t count = send(socket, bytes + sent, (size_t)(length - sent), MSG_NOSIGNAL);
        if (count > 0) sent += (int)count;
        else if (!may_go_on(count)) return -1;
    }
    return 0;
}

static int receive_all(int socket, unsigned char *bytes, int length, long long deadline) {
    int received = 0;
    while (received < length) {
        if (!is_ready(socket, POLLIN, deadline)) return -1;
        ssize_t count = recv(socket, bytes + received, (size_t)(length - received), 0);
        if (count > 0) received += (int)count;
        else if (!may_go_on(count)) return -1;
    }
    return 0;
}

static int is_connected(int socket, const struct sockaddr *server, long long deadline) {
    socklen_t length = server->sa_family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);
    if (connect(socket, server, length) == 0) return 1;
    if (errno != EINPROGRESS || !is_ready(socket, POLLOUT, deadline)) return 0;
    int error = 0;
    socklen_t size = sizeof(error);
    return getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
}

int cresolver_exchange(const struct sockaddr *server, const unsigned char *query, int length, unsigned char *answer,
                       int capacity, int seconds) {
    long long deadline = milliseconds() + (long long)seconds * 1000;
    int descriptor = socket(server->sa_family, SOCK_STREAM, 0);
    if (descriptor < 0) return -1;
    int result = -1;
    unsigned char prefix[2] = {(unsigned char)(length >> 8), (unsigned char)(length & 0xFF)};
#ifdef SO_NOSIGPIPE
    int yes = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof(yes));
#endif
    if (fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 && fcntl(descriptor, F_SETFL, O_NONBLOCK) == 0 &&
        is_connected(descriptor, server, deadline) && send_all(descriptor, prefix, 2, deadline) == 0 &&
        send_all(descriptor, query, length, deadline) == 0 && receive_all(descriptor, prefix, 2, deadline) == 0) {
        int announced = prefix[0] << 8 | prefix[1];
        if (announced <= capacity && receive_all(descriptor, answer, announced, deadline) == 0) result = announced;
    }
    close(descriptor);
    return result;
}
