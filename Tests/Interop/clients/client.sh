#!/usr/bin/env bash
# client.sh prepare DIR
#   compiles the clients that are made of a library (libstrophe, gloox, QXmpp) into DIR; others are silently left out.
# client.sh NAME send|listen DIR PORT FROM PASSWORD TO TEXT
#   A real client logs in at 127.0.0.1:PORT by STARTTLS, accepting any certificate, as FROM.
#   send: it sends TEXT to TO, and leaves.
#   listen: it sends "ready" to TO where it can, and prints the texts of the messages that it gets until one holds TEXT.
# Exit status 0 when the client says that it did so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
. "$here/../servers/lib.sh"
limit=${INTEROP_CLIENT_LIMIT:-20}

prepare() {
  local pids=() qt
  mkdir -p "$1"
  [ ! -e /usr/include/strophe.h ] || { cc "$here/libstrophe.c" -o "$1/libstrophe" -lstrophe & pids+=($!); }
  [ ! -e /usr/include/gloox/client.h ] || { c++ "$here/gloox.cpp" -o "$1/gloox" -lgloox & pids+=($!); }
  if [ -e /usr/include/qxmpp/QXmppClient.h ]; then
    qt=$(ls -d /usr/include/*-linux-gnu/qt5)
    c++ -fPIC -I"$qt" -I"$qt/QtCore" -I"$qt/QtNetwork" -I"$qt/QtXml" "$here/qxmpp.cpp" -o "$1/qxmpp" \
      -lqxmpp -lQt5Core -lQt5Network &
    pids+=($!)
  fi
  for pid in "${pids[@]}"; do wait "$pid" || die "a client could not be compiled"; done
}
if [ "$1" = prepare ]; then prepare "$2"; exit 0; fi

[ $# = 8 ] || die "usage: $0 NAME send|listen DIR PORT FROM PASSWORD TO TEXT"
name=$1 built=$3
export MODE=$2 IP=$INTEROP_IP PORT=$4 FROM=$5 PASSWORD=$6 TO=$7 TEXT=$8
export LOCALPART=${FROM%@*} DOMAIN=${FROM#*@}
home=$(mktemp -d)
session=interop-$$
clean() {
  tmux -L "$session" kill-server >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap clean EXIT
trap 'exit 143' TERM
chmod 700 "$home"

# in_terminal COMMAND NUDGE then pairs KEYS SECONDS: types into a program of the terminal; where it listens, looks at the
# screen until TEXT is seen, typing NUDGE each time.
in_terminal() {
  local t=(tmux -L "$session") i
  "${t[@]}" -f /dev/null new-session -d -s x -x 120 -y 30 \
    "env TERM=screen-256color HOME=$home XDG_CONFIG_HOME=$home/c XDG_DATA_HOME=$home/d $1"
  local nudge=$2
  shift 2
  sleep 1
  while [ $# -gt 0 ]; do "${t[@]}" send-keys -t x "$1" Enter; sleep "$2"; shift 2; done
  if [ "$MODE" = listen ]; then
    for ((i = 0; i < limit * 2; i++)); do
      if "${t[@]}" capture-pane -p -t x | grep -F -- "$TEXT"; then break; fi
      [ -z "$nudge" ] || "${t[@]}" send-keys -t x "$nudge" Enter Enter
      sleep 0.5
    done
  fi
  "${t[@]}" capture-pane -p -t x | grep -v '^$' >&2 || true
  "${t[@]}" send-keys -t x "/quit" Enter
  sleep 0.3
}
say_what=$TEXT
[ "$MODE" = send ] || say_what=ready

case $name in
go-sendxmpp)
  if [ "$MODE" = send ]; then
    printf '%s\n' "$TEXT" | timeout "$limit" go-sendxmpp -u "$FROM" -p "$PASSWORD" -j "$IP:$PORT" -n "$TO"
  else
    # It prints until it is stopped.
    timeout "$limit" go-sendxmpp -u "$FROM" -p "$PASSWORD" -j "$IP:$PORT" -n -l >"$home/heard" 2>"$home/errors" &
    pid=$!
    for ((i = 0; i < limit * 10; i++)); do
      if grep -F -- "$TEXT" "$home/heard"; then break; fi
      kill -0 "$pid" 2>/dev/null || { cat "$home/errors" >&2; die "go-sendxmpp ended"; }
      sleep 0.1
    done
    kill "$pid" 2>/dev/null || true
  fi ;;
sendxmpp)
  printf '%s\n' "$TEXT" | timeout "$limit" \
    sendxmpp -u "$LOCALPART" -o "$DOMAIN" -p "$PASSWORD" -j "$IP:$PORT" -t -n "$TO" ;;
mcabber)
  (umask 077
    printf 'set %s\n' "jid=$FROM" "password=$PASSWORD" "server=$IP" "port=$PORT" tls=1 ssl_ignore_checks=1 logging=0 \
      beep_on_message=0 >"$home/mcabberrc")
  in_terminal "mcabber -f $home/mcabberrc" '/roster unread_first' "/say_to $TO $say_what" 1 ;;
profanity)
  in_terminal profanity '' "/connect $FROM server $IP port $PORT tls trust" 1 "$PASSWORD" 1.5 "/msg $TO $say_what" 1 ;;
slixmpp | aioxmpp | nbxmpp)
  # Debian's own Python: its packages live there.
  timeout "$limit" /usr/bin/python3 "$here/$name-client.py" ;;
libstrophe | gloox | qxmpp) QT_QPA_PLATFORM=offscreen timeout "$limit" "$built/$name" ;;
*) die "unknown client $name" ;;
esac
