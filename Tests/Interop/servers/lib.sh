# Sourced by the scripts beside it and in ../clients. Does nothing by itself.
# shellcheck shell=bash
INTEROP_SERVERS="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
: "${INTEROP_IP:=127.0.0.1}" # what everything binds to
: "${INTEROP_COMPONENT_SECRET:=component-secret}"
case "$INTEROP_IP" in 127.*) ;; *) echo "INTEROP_IP has to be in 127.0.0.0/8" >&2; exit 2 ;; esac

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

absolute() { mkdir -p "$1" && (cd "$1" && pwd -P); }

is_alive() { [ -s "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

# run_daemon PIDFILE LOG COMMAND…: in a session of its own, without standard input, and with no other file of this script's
# open: whoever waits for the script may wait for those to be closed.
run_daemon() {
  local pidfile=$1 log=$2
  shift 2
  (
    for file in "/proc/$BASHPID/fd/"*; do
      file=${file##*/}
      [ "$file" -le 2 ] || eval "exec $file>&-"
    done
    exec setsid "$@" </dev/null >>"$log" 2>&1
  ) &
  echo $! >"$pidfile"
}

# stop_daemon PIDFILE [SECONDS]: TERM, and KILL after so many seconds; only ever the recorded pid.
stop_daemon() {
  local pid turn seconds=${2:-10}
  [ -s "$1" ] || return 0
  pid=$(cat "$1")
  rm -f "$1"
  kill -TERM "$pid" 2>/dev/null || return 0
  for ((turn = 0; turn < seconds * 20; turn++)); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.05
  done
  kill -KILL "$pid" 2>/dev/null || true
}

is_open() { (exec 3<>"/dev/tcp/$INTEROP_IP/$1") 2>/dev/null; }

# await_ports PIDFILE SECONDS PORT…: until they are open; fails when the process has ended.
await_ports() {
  local pidfile=$1 seconds=$2 port turn
  shift 2
  for port in "$@"; do
    for ((turn = 0; turn < seconds * 20; turn++)); do
      is_open "$port" && break
      is_alive "$pidfile" || return 1
      sleep 0.05
    done
    is_open "$port" || return 1
  done
}

need_free() {
  local port
  for port in "$@"; do
    if is_open "$port"; then die "port $port of $INTEROP_IP is taken"; fi
  done
}

# certificates_for DIR: sets CERTS; makes the test authority and its certificates where they are missing.
certificates_for() {
  CERTS=${INTEROP_CERTS:-$1/certs}
  [ -s "$CERTS/ca.crt" ] || "$INTEROP_SERVERS/make-certs.sh" "$CERTS" >/dev/null || die "make-certs.sh failed"
  CERTS=$(absolute "$CERTS")
}
