#!/usr/bin/env bash
# jabberd2.sh start|stop DIR: a jabberd2 of its own on the ports of ports.sh; everything that it writes is below DIR. Its
# configuration is the package's, with other places, ports and mechanisms.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$INTEROP_SERVERS/ports.sh"
[ $# = 2 ] || die "usage: $0 start|stop DIR"
command=$1 dir=$(absolute "$2")
parts=(router sm c2s)

start() {
  local part
  if is_alive "$dir/c2s.run.pid"; then die "it is running"; fi
  need_free "$JABBERD2_C2S" "$JABBERD2_COMPONENT"
  certificates_for "$dir"
  mkdir -p "$dir/db" "$dir/log" "$dir/templates"
  cp /etc/jabberd2/templates/* "$dir/templates/" 2>/dev/null || true
  python3 "$INTEROP_SERVERS/jabberd2-config.py" "$dir" "$CERTS" "$INTEROP_IP" "$JABBERD2_C2S" "$JABBERD2_COMPONENT" \
    "$INTEROP_COMPONENT_SECRET"
  for part in "${parts[@]}"; do
    run_daemon "$dir/$part.run.pid" "$dir/log/$part.stdout" "/usr/sbin/jabberd2-$part" -c "$dir/$part.xml"
    case $part in
    router) await_ports "$dir/$part.run.pid" 10 "$JABBERD2_COMPONENT" ;;
    sm) sleep 0.5 ;;
    c2s) await_ports "$dir/$part.run.pid" 10 "$JABBERD2_C2S" ;;
    esac || {
      tail -n 5 "$dir"/log/* >&2
      stop
      die "jabberd2's $part did not start"
    }
  done
  # The users open their accounts themselves; those of an earlier start are there already.
  python3 "$INTEROP_SERVERS/jabberd2-users.py" "$INTEROP_IP" "$JABBERD2_C2S" erin=erin-pw frank=frank-pw \
    unicode=pässwörd-IX
}

# It does not stop while clients are there.
stop() {
  for part in "${parts[@]}"; do stop_daemon "$dir/$part.run.pid" 2 & done
  wait
}

case $command in
start) start ;;
stop) stop ;;
*) die "usage: $0 start|stop DIR" ;;
esac
