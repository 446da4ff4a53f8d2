#!/bin/sh
# Builds the fuzz targets and runs them: Fuzz/run.sh SECONDS [TARGET…]
#
# Each target runs for SECONDS, one after the other; JOBS=2 runs two at once. One line a target says how it went.
# CORPORA says where the kept corpora are; this folder otherwise.
set -eu
cd "$(dirname "$0")"

seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- tokenizer elements writer verbatim profiles saslprep domains normalization address stanza \
    sasl-messages sasl-exchanges sasl-choice machines engine
corpora=${CORPORA:-$PWD}
tests=../Tests/Corpora

swift build -c release -q
mkdir -p artifacts "$corpora"

# Everything short that the tests read is a seed.
seeds=$(mktemp -d)
trap 'rm -rf "$seeds"' EXIT
find "$tests/fuzz/seeds" "$tests/wellformed-tricky" "$tests/xeps" "$tests/regressions" -type f -size -9 \
    ! -name '*.md' ! -name '*.events' ! -name '*.tsv' -exec cp {} "$seeds/" \;

# The targets about text have seeds and a dictionary of their own.
dictionary() {
    case $1 in
        profiles | saslprep | domains | normalization) echo "$tests/unicode/unicode.dict" ;;
        address) echo "$tests/fuzz/address.dict" ;;
        sasl-*) echo "$tests/fuzz/sasl.dict" ;;
        *) echo "$tests/fuzz/xmpp.dict" ;;
    esac
}
seeds() {
    case $1 in
        profiles | saslprep | domains | normalization) echo "$tests/unicode/seeds" ;;
        address) echo "$tests/fuzz/address" ;;
        sasl-messages) echo "$tests/fuzz/sasl/messages" ;;
        sasl-exchanges) echo "$tests/fuzz/sasl/exchanges" ;;
        sasl-choice) echo "$tests/fuzz/sasl/choice" ;;
        machines | engine) echo "$tests/fuzz/engine" ;;
        *) echo "$seeds" ;;
    esac
}

# Runs one target; its last line is the summary.
run() {
    corpus=$corpora/corpus-$1
    log=artifacts/$1.log
    mkdir -p "$corpus"
    status=ok
    ASAN_OPTIONS=detect_leaks=0:symbolize=${SYMBOLIZE:-0} SWIFT_BACKTRACE=enable=no .build/release/fuzz-"$1" \
        -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="artifacts/$1-" -dict="$(dictionary "$1")" \
        "$corpus" "$(seeds "$1")" </dev/null >"$log" 2>&1 || status=FINDING
    executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
    coverage=$(grep -a -o 'cov: [0-9]* ft: [0-9]*' "$log" | tail -n 1)
    printf '%s: %s executions, %s exec/s, %s, %s files in the corpus: %s\n' \
        "$1" "${executions:-?}" "${rate:-?}" "${coverage:-cov: ?}" "$(ls "$corpus" | wc -l)" "$status"
    [ $status = ok ] && return 0
    grep -a -h '^FINDING\|^SUMMARY\|Fatal error' "$log" | cut -c 1-600 || true
    file=$(sed -n 's/^artifact_prefix=.*Test unit written to //p' "$log" | tail -n 1)
    echo "  reproduce: Fuzz/.build/release/fuzz-$1 Fuzz/$file"
    echo "  make small: Fuzz/.build/release/fuzz-$1 -minimize_crash=1 -runs=100000 -exact_artifact_path=small Fuzz/$file"
    echo "  then keep it as Tests/Corpora/regressions/$1-WHAT-WENT-WRONG.xml (.bin if it starts with option bytes, .txt for text)"
    return 1
}

failed=0
if [ "${JOBS:-1}" -gt 1 ]; then
    while [ $# -gt 0 ]; do
        run "$1" & first=$!
        shift
        second=
        if [ $# -gt 0 ]; then
            run "$1" & second=$!
            shift
        fi
        wait "$first" || failed=1
        [ -z "$second" ] || wait "$second" || failed=1
    done
else
    for target; do run "$target" || failed=1; done
fi
exit $failed
