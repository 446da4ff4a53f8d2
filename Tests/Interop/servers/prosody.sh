#!/usr/bin/env bash
# prosody.sh start|stop DIR: a Prosody of its own on the ports of ports.sh; everything that it writes is below DIR.
#   PROSODY_CERT=NAME       the certificate that it shows (make-certs.sh has the names); one.test unless given
#   PROSODY_COMPONENT=none  no port for components
set -euo pipefail
. "$(dirname "$0")/lib.sh"
. "$INTEROP_SERVERS/ports.sh"
[ $# = 2 ] || die "usage: $0 start|stop DIR"
command=$1 dir=$(absolute "$2")
pidfile=$dir/run.pid config=$dir/prosody.cfg.lua

write_config() {
  local certificate=${PROSODY_CERT:-one.test} component=''
  [ "$PROSODY_COMPONENT" = none ] || component=$PROSODY_COMPONENT
  mkdir -p "$dir/data"
  cat >"$config" <<C
run_as_root = true
daemonize = false
pidfile = "$dir/prosody.pid"
data_path = "$dir/data"
log = { info = "$dir/prosody.log" }
interfaces = { "$INTEROP_IP" }
component_interfaces = { "$INTEROP_IP" }
c2s_ports = { $PROSODY_C2S }
c2s_direct_tls_ports = { $PROSODY_C2S_TLS }
component_ports = { $component }
s2s_ports = {}
http_ports = {}
https_ports = {}
use_ipv6 = false
authentication = "internal_plain"
disable_sasl_mechanisms = {}
c2s_require_encryption = true
allow_registration = true
min_seconds_between_registrations = 0
storage = "internal"
ssl = { key = "$CERTS/$certificate.key"; certificate = "$CERTS/$certificate.fullchain.crt"; cafile = "$CERTS/ca.crt";
	capath = false; verify = { "peer"; } }
certificates = "$dir"
modules_enabled = {
	"disco"; "roster"; "saslauth"; "tls"; "blocklist"; "carbons"; "pep"; "private"; "smacks"; "vcard4"; "csi_simple";
	"ping"; "register"; "time"; "version"; "mam"; "offline"; "legacyauth";
}
modules_disabled = { "s2s" }

VirtualHost "one.test"
VirtualHost "anon.one.test"
	authentication = "anonymous"
VirtualHost "ext.one.test" -- by the address in the client's certificate alone
	authentication = "ccert"
	certificate_match = "xmppaddr"
	c2s_ssl = { key = "$CERTS/$certificate.key"; certificate = "$CERTS/$certificate.fullchain.crt";
		cafile = "$CERTS/ca.crt"; capath = false; verify = { "peer"; "client_once"; };
		verifyext = { lsec_ignore_purpose = false } }
Component "gateway.one.test"
	component_secret = "$INTEROP_COMPONENT_SECRET"
C
}

# account NAME PASSWORD: in the format of its store.
account() {
  mkdir -p "$dir/data/one%2etest/accounts"
  printf 'return { ["password"] = "%s"; }\n' "$2" >"$dir/data/one%2etest/accounts/$1.dat"
}

case $command in
start)
  if is_alive "$pidfile"; then die "it is running"; fi
  ports=("$PROSODY_C2S" "$PROSODY_C2S_TLS")
  [ "$PROSODY_COMPONENT" = none ] || ports+=("$PROSODY_COMPONENT")
  need_free "${ports[@]}"
  certificates_for "$dir"
  write_config
  for user in alice bob; do account $user "$user-pw"; done
  account unicode 'pässwörd-IX' # SASLprep makes it of "pässwörd-Ⅸ", too
  run_daemon "$pidfile" "$dir/stdout.log" prosody --config "$config" -F
  await_ports "$pidfile" 20 "${ports[@]}" || {
    tail -n 20 "$dir/stdout.log" "$dir/prosody.log" >&2
    stop_daemon "$pidfile"
    die "prosody did not start"
  } ;;
stop) stop_daemon "$pidfile" ;;
*) die "usage: $0 start|stop DIR" ;;
esac
