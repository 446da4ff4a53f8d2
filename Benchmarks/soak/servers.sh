# Sourced by run: the servers that are measured, each of them bare: what a chat of two takes, and nothing that costs.
# shellcheck shell=bash
DOMAIN=soak.test
PORT=${PORT:-25222}
PASSWORD=soak
SERVER_PID=

# pinned CORE COMMAND…
pinned() {
    local core=$1
    shift
    if [ -n "$core" ] && command -v taskset >/dev/null; then taskset -c "$core" "$@"; else "$@"; fi
}

make_certificates() {
    local to=$DIR/certificates
    [ -s "$to/chain.pem" ] && return
    mkdir -p "$to"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=an authority for a soak" \
        -addext basicConstraints=critical,CA:TRUE -keyout "$to/ca.key" -out "$to/ca.crt" 2>/dev/null
    openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$DOMAIN" -keyout "$to/server.key" \
        -out "$to/server.csr" 2>/dev/null
    openssl x509 -req -in "$to/server.csr" -CA "$to/ca.crt" -CAkey "$to/ca.key" -CAcreateserial -days 30 \
        -extfile <(printf 'subjectAltName=DNS:%s\nbasicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\n' "$DOMAIN") \
        -out "$to/server.crt" 2>/dev/null
    cat "$to/server.crt" "$to/ca.crt" >"$to/chain.pem"
    cat "$to/server.key" "$to/server.crt" "$to/ca.crt" >"$to/all.pem"
}

# Accounts for ours and for Prosody are files; ejabberd is asked to make its own.
prepare_accounts() {
    ACCOUNTS=$1
    python3 - "$DIR" "$DOMAIN" "$PASSWORD" "$ACCOUNTS" <<'P'
import hashlib, hmac, os, sys
directory, domain, password, count = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
salt, rounds = "salt-of-a-soak-16", 4096
salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds)
server = hmac.digest(salted, b"Server Key", "sha256").hex()
stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).hexdigest()
accounts = f'{directory}/prosody/data/{domain.replace(".", "%2e")}/accounts'
os.makedirs(accounts, exist_ok=True)
record = (f'return {{ ["iteration_count"] = {rounds}; ["salt"] = "{salt}"; ["stored_key"] = "{stored}"; '
          f'["server_key"] = "{server}"; }}\n')
for number in range(count):
    path = f"{accounts}/user{number}.dat"
    if not os.path.exists(path):
        with open(path, "w") as file: file.write(record)
with open(f"{directory}/users", "w") as file:
    for number in range(count): file.write(f"user{number}:{password}\n")
P
}

# started LOG COMMAND…: in the background, with its process recorded; returns once it listens.
started() {
    local log=$1
    shift
    : >"$log"
    local pin=()
    [ -z "${CORES% *}" ] || pin=(taskset -c "${CORES% *}")
    setsid "${pin[@]}" "$@" </dev/null >>"$log" 2>&1 &
    SERVER_PID=$!
    echo "$SERVER_PID" >"$DIR/server.pid"
    for ((tries = 0; tries < 600; tries++)); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then
            # What it needed to start is not a session's: let it settle.
            sleep 5
            return
        fi
        kill -0 "$SERVER_PID" 2>/dev/null || break
        sleep 0.1
    done
    echo "$LABEL does not listen:" >&2
    tail -n 20 "$log" >&2
    exit 1
}

stop_server() {
    [ -n "$SERVER_PID" ] || return 0
    kill -TERM "$SERVER_PID" 2>/dev/null || true
    for ((tries = 0; tries < 150; tries++)); do
        kill -0 "$SERVER_PID" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL "$SERVER_PID" 2>/dev/null || true
    wait "$SERVER_PID" 2>/dev/null || true
    SERVER_PID=
    rm -f "$DIR/server.pid"
}

start_ours() {
    LABEL="xmpp serve"
    local hosts=("${ENDPOINTS[@]%:*}")
    # One event loop a core that it has.
    [ -z "$CORES" ] || export NIO_SINGLETON_GROUP_LOOP_COUNT=1
    started "$DIR/ours.log" "$BINARIES/xmpp" serve --domain "$DOMAIN" --users "$DIR/users" --host "$(IFS=,; echo "${hosts[*]}")" \
        --no-roster --port "$PORT" --certificate "$DIR/certificates/chain.pem" --key "$DIR/certificates/server.key"
}

start_prosody() {
    LABEL=Prosody
    mkdir -p "$DIR/prosody/data"
    cat >"$DIR/prosody/prosody.cfg.lua" <<C
run_as_root = true
daemonize = false
pidfile = "$DIR/prosody/prosody.pid"
data_path = "$DIR/prosody/data"
log = { warn = "$DIR/prosody/prosody.log" }
network_backend = "epoll"
network_settings = { tcp_backlog = 1024 }
interfaces = { "0.0.0.0" }
c2s_interfaces = { $(printf '"%s"; ' "${ENDPOINTS[@]%:*}") }
c2s_ports = { $PORT }
s2s_ports = { }
http_ports = { }
https_ports = { }
c2s_require_encryption = true
authentication = "internal_hashed"
password_hash = "SHA-256"
storage = "internal"
ssl = { key = "$DIR/certificates/server.key"; certificate = "$DIR/certificates/chain.pem"; }
modules_enabled = { "roster"; "saslauth"; "tls"; "disco"; "ping" }
modules_disabled = { "s2s"; "offline"; "c2s_limits"; "limits"; "s2s_auth_certs" }
VirtualHost "$DOMAIN"
C
    started "$DIR/prosody/stdout.log" /usr/bin/prosody --config "$DIR/prosody/prosody.cfg.lua" -F
}

start_ejabberd() {
    LABEL=ejabberd
    local to=$DIR/ejabberd libraries
    mkdir -p "$to/mnesia" "$to/logs"
    cat >"$to/ejabberd.yml" <<C
loglevel: warning
hosts: [$DOMAIN]
certfiles: ["$DIR/certificates/all.pem"]
auth_method: [mnesia]
auth_password_format: scram
auth_scram_hash: sha256
listen:
$(for host in "${ENDPOINTS[@]%:*}"; do printf '  - port: %s\n    ip: "%s"\n    module: ejabberd_c2s\n    backlog: 1024\n    starttls_required: true\n' "$PORT" "$host"; done)
  - port: $((PORT + 1))
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers:
      /api: mod_http_api
acl:
  loopback:
    ip: [127.0.0.0/8]
api_permissions:
  loopback:
    who: { ip: 127.0.0.0/8 }
    what: ["*"]
registration_timeout: infinity
shaper_rules: { max_user_sessions: 50 }
modules:
  mod_disco: {}
  mod_http_api: {}
  mod_ping: {}
  mod_roster: {}
C
    libraries=$(find /usr/lib -maxdepth 2 -type d -name 'ejabberd-*' -path '*-linux-gnu/*' | head -n 1)
    libraries=$(dirname "$libraries")
    EJABBERD_CONFIG_PATH=$to/ejabberd.yml EJABBERD_LOG_PATH=$to/logs/ejabberd.log ERL_LIBS=$libraries HOME=$to \
        ERL_CRASH_DUMP_SECONDS=0 started "$to/stdout.log" erl +K true +sbwt none +sbwtdcpu none +sbwtdio none +P 250000 -noinput \
        -mnesia dir "\"$to/mnesia\"" -s ejabberd
    register_accounts
}

# Asks ejabberd for the accounts that it has not; they stay with its data.
register_accounts() {
    [ "$(cat "$DIR/ejabberd/accounts" 2>/dev/null)" = "$ACCOUNTS" ] && return
    python3 - "$((PORT + 1))" "$DOMAIN" "$PASSWORD" "$ACCOUNTS" <<'P'
import http.client, json, sys
from concurrent.futures import ThreadPoolExecutor
port, domain, password, count = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
def register(numbers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    for number in numbers:
        body = json.dumps({"user": f"user{number}", "host": domain, "password": password})
        connection.request("POST", "/api/register", body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        answer.read()
        if answer.status not in (200, 409): sys.exit(f"register: {answer.status}")
with ThreadPoolExecutor(4) as pool: list(pool.map(register, [range(first, count, 4) for first in range(4)]))
P
    echo "$ACCOUNTS" >"$DIR/ejabberd/accounts"
}
