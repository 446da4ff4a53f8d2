#!/usr/bin/env bash
# ejabberd.sh start|stop DIR: an ejabberd of its own on the ports of ports.sh; everything that it writes is below DIR. A
# plain `erl`: no epmd, no distribution, no system user.
# ejabberd.sh token DIR JID: prints a token of OAuth 2.0 for an account.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$INTEROP_SERVERS/ports.sh"
[ $# -ge 2 ] || die "usage: $0 start|stop DIR, $0 token DIR JID"
command=$1 dir=$(absolute "$2")
pidfile=$dir/run.pid

api() {
  curl -sS --max-time 20 -H 'Content-Type: application/json' -d "$2" "http://$INTEROP_IP:$EJABBERD_HTTP/api/$1"
}

write_config() {
  mkdir -p "$dir/mnesia" "$dir/logs"
  cat >"$dir/ejabberd.yml" <<C
loglevel: info
hosts: [two.test, anon.two.test]
certfiles:
  - "$CERTS/two.test.pem"
ca_file: "$CERTS/ca.crt"
define_macro:
  'TLS_OPTIONS': ["no_sslv3", "no_tlsv1", "no_tlsv1_1", "cipher_server_preference", "no_compression"]
c2s_protocol_options: 'TLS_OPTIONS'
auth_method: [mnesia]
auth_password_format: plain
disable_sasl_mechanisms: []
oauth_access: all
oauth_expire: 86400
host_config:
  anon.two.test:
    auth_method: [anonymous]
    allow_multiple_connections: false
    anonymous_protocol: sasl_anon
listen:
  - port: $EJABBERD_C2S
    ip: "$INTEROP_IP"
    module: ejabberd_c2s
    access: c2s
    zlib: true
    starttls: true
    protocol_options: 'TLS_OPTIONS'
  - port: $EJABBERD_C2S_TLS
    ip: "$INTEROP_IP"
    module: ejabberd_c2s
    access: c2s
    zlib: true
    tls: true
    protocol_options: 'TLS_OPTIONS'
  - port: $EJABBERD_C2S_CERT
    ip: "$INTEROP_IP"
    module: ejabberd_c2s
    access: c2s
    starttls: true
    tls_verify: true
    cafile: "$CERTS/ca.crt"
    protocol_options: 'TLS_OPTIONS'
  - port: $EJABBERD_HTTP
    ip: "$INTEROP_IP"
    module: ejabberd_http
    request_handlers:
      /api: mod_http_api
  - port: $EJABBERD_COMPONENT
    ip: "$INTEROP_IP"
    module: ejabberd_service
    hosts:
      gateway.two.test:
        password: "$INTEROP_COMPONENT_SECRET"
acl:
  loopback:
    ip: [127.0.0.0/8]
access_rules:
  c2s: { allow: all }
  trusted_network: { allow: loopback }
api_permissions:
  "loopback":
    who: { ip: 127.0.0.0/8 }
    what: ["*"]
shaper_rules: { max_user_sessions: 50 }
registration_timeout: infinity
modules:
  mod_admin_extra: {}
  mod_blocking: {}
  mod_caps: {}
  mod_carboncopy: {}
  mod_client_state: {}
  mod_disco: {}
  mod_http_api: {}
  mod_last: {}
  mod_legacy_auth: {}
  mod_mam: { default: always }
  mod_offline: {}
  mod_ping: {}
  mod_privacy: {}
  mod_private: {}
  mod_pubsub: { plugins: [flat, pep] }
  mod_register: { ip_access: trusted_network, password_strength: 0 }
  mod_roster: { versioning: true }
  mod_stream_mgmt: {}
  mod_time: {}
  mod_vcard: {}
  mod_version: {}
C
}

# register NAME PASSWORD
register() {
  api register "{\"user\":\"$1\",\"host\":\"two.test\",\"password\":\"$2\"}" >>"$dir/register.log"
}

start() {
  local turn libraries user
  if is_alive "$pidfile"; then die "it is running"; fi
  need_free "$EJABBERD_C2S" "$EJABBERD_C2S_TLS" "$EJABBERD_C2S_CERT" "$EJABBERD_HTTP" "$EJABBERD_COMPONENT"
  certificates_for "$dir"
  write_config
  libraries=$(ls -d /usr/lib/*-linux-gnu/ejabberd-*/ebin 2>/dev/null | head -n 1)
  [ -n "$libraries" ] || die "ejabberd's Erlang files are not where Debian has them"
  libraries=$(dirname "$(dirname "$libraries")")
  cd "$dir"
  run_daemon "$pidfile" "$dir/stdout.log" env HOME="$dir" EJABBERD_CONFIG_PATH="$dir/ejabberd.yml" \
    EJABBERD_LOG_PATH="$dir/logs/ejabberd.log" ERL_LIBS="$libraries" ERL_CRASH_DUMP_SECONDS=0 \
    erl +S 2:2 +sbwt none -noinput -mnesia dir "\"$dir/mnesia\"" -s ejabberd
  await_ports "$pidfile" 60 "$EJABBERD_C2S" "$EJABBERD_C2S_TLS" "$EJABBERD_C2S_CERT" "$EJABBERD_HTTP" \
    "$EJABBERD_COMPONENT" || {
    tail -n 30 "$dir/stdout.log" >&2
    stop_daemon "$pidfile"
    die "ejabberd did not start"
  }
  for ((turn = 0; turn < 100; turn++)); do
    if api status '{}' 2>/dev/null | grep -q started; then break; fi
    is_alive "$pidfile" || { tail -n 5 "$dir/stdout.log" >&2; die "ejabberd gave up"; }
    sleep 0.1
  done
  [ -e "$dir/register.log" ] && return 0
  for user in alice bob carol; do register $user "$user-pw"; done
  register unicode 'pässwörd-IX'
}

case $command in
start) start ;;
stop) stop_daemon "$pidfile" ;;
token)
  api oauth_issue_token "{\"jid\":\"$3\",\"ttl\":3600,\"scopes\":\"sasl_auth\"}" |
    sed -n 's/.*"token" *: *"\([^"]*\)".*/\1/p' ;;
*) die "usage: $0 start|stop DIR, $0 token DIR JID" ;;
esac
