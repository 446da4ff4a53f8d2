#!/bin/sh
# Instruction counts of one layer under callgrind: instructions a byte, then where they go.
#
#   Benchmarks/profile.sh LAYER [WORKLOAD=c2s] [CHUNK=16384] [MIB=2]
#
# Needs valgrind. Instructions a byte are the difference between five passes and one, so that starting up and the
# first pass (type metadata, growing buffers) do not count. The profile stays in .build/profile.
set -eu
cd "$(dirname "$0")/.."
layer=$1
workload=${2:-c2s}
chunk=${3:-16384}
mib=${4:-2}
folder=.build/profile
swift build -c release --product bench >&2
mkdir -p "$folder"
# valgrind cannot read the debug information that Swift writes; the symbols are enough.
objcopy --strip-debug "$(swift build -c release --show-bin-path)/bench" "$folder/bench"
"$folder/bench" generate "$folder" --mib "$mib" >/dev/null
file=$folder/$workload.xml

instructions() {
    valgrind --tool=callgrind --callgrind-out-file="$folder/callgrind.$1" \
        "$folder/bench" run --only-timed --layer "$layer" --file "$file" --chunk "$chunk" --iterations "$1" \
        2>&1 >/dev/null |
        sed -n 's/.*Collected : *//p'
}
once=$(instructions 1)
often=$(instructions 5)
bytes=$(wc -c <"$file")
echo "$layer $workload $chunk" "$once" "$often" "$bytes" |
    awk '{ printf "%s, %s, chunk %s: %.2f instructions a byte\n", $1, $2, $3, ($5 - $4) / 4 / $6 }'
callgrind_annotate "$folder/callgrind.5" | awk '/^Ir/ { seen++ } seen >= 2' | head -40
