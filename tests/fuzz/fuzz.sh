#!/usr/bin/env bash
# Runs every fuzz target over its seeds, one a core: fuzz.sh BUILD WORK SECONDS-A-TARGET. Ends with how many targets and runs there
# were; a crash, a hang (5 s) or more than 1 GB fails. The control is a target that must crash.
set -euo pipefail
build=$1 work=$2 seconds=$3
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
targets=()
for source in "$here"/*_fuzz.cpp; do
    name=$(basename "$source" _fuzz.cpp)
    [ "$name" = control ] || targets+=("$name")
done

seeds() {  # seeds TARGET FOLDER
    case $1 in
        template) cp "$root"/templates/library/*.xml "$2" ;;
        reader | revisions | validate) find "$root/tests/data" -name '*.pdf' -size -64k -exec cp {} "$2" \; ;;
        pkcs12) find "$root/tests/data" -name '*.p12' -exec cp {} "$2" \; ;;
        protocol) "$here/protocol_seeds.py" "$2" ;;
        csv) cp "$root"/config/samples/*.csv "$2" ;;
        meeting) cp "$root"/config/samples/*.json "$2" ;;
        http_head | http_chunk) cp "$root/tests/data/http/${1#http_}"/* "$2" ;;
        multipart) cp "$root"/tests/data/http/multipart/* "$2" ;;
        *) echo "no seeds are known for $1" >&2; exit 1 ;;
    esac
}

run() {  # run TARGET: prints "TARGET: N runs"
    local target=$1 corpus=$work/$1 log=$work/$1.log runs
    mkdir -p "$corpus"
    seeds "$target" "$corpus"
    [ -n "$(ls -A "$corpus")" ] || { echo "no seeds for $target" >&2; exit 1; }
    "$build/${target}_fuzz" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
        -artifact_prefix="$work/$target-" "$corpus" >"$log" 2>&1 || { tail -40 "$log" >&2; exit 1; }
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    [ "${runs:-0}" -gt 20 ] || { echo "$target: only ${runs:-0} runs" >&2; exit 1; }
    echo "$target: $runs runs"
}
export -f run seeds
export build work seconds root here

printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -euo pipefail -c 'run {}' | tee "$work/runs"
total=$(awk '{ sum += $2 } END { print sum }' "$work/runs")
if "$build/control_fuzz" -runs=20000 -seed=1 -artifact_prefix="$work/control-" >"$work/control.log" 2>&1; then
    echo "the control was not found" >&2
    exit 1
fi
echo "fuzz: ${#targets[@]} targets, $total runs, control found"
