#!/usr/bin/env bash
# Proves the README's two commands from nothing: a clone of HEAD under a folder that only its owner can enter, an empty
# HOME (so empty npm cache and pnpm store), only the system's own programs on PATH.
#   scripts/prove-clean-clone.sh test     the last line of the tests, and their exit code
#   scripts/prove-clean-clone.sh start    until /healthz answers; then npx alone is ended, and nothing may stay behind
set -u

wanted=${1:-}
case $wanted in
  test | start) ;;
  *) echo "usage: $0 test|start" >&2; exit 2 ;;
esac

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
git clone --quiet "$source_folder" "$scratch/checkout" || exit 1
mkdir "$scratch/home"
echo "clone of $(git -C "$scratch/checkout" log -1 --format='%h %s') in $scratch ($(stat -c %a "$scratch")), node $(node --version)"

# One README command in the clean environment; further variables come first: in_clean_room PORT=1 -- "pnpm start".
in_clean_room() {
  local variables=()
  while [ "$1" != -- ]; do variables+=("$1"); shift; done
  cd "$scratch/checkout" || exit 1
  exec env -i HOME="$scratch/home" PATH=/usr/local/bin:/usr/bin:/bin "${variables[@]}" \
    npx --yes -p node@24 -p pnpm@12.21.0 -c "$2"
}

prove_test() {
  local status
  (in_clean_room -- "pnpm test") >"$scratch/log" 2>"$scratch/complaints"
  status=$?
  [ "$status" -eq 0 ] || tail -n 60 "$scratch/complaints"
  tail -n 15 "$scratch/log"
  echo "exit code $status after $SECONDS s; last line: $(tail -n 1 "$scratch/log")"
  [ "$status" -eq 0 ] && tail -n 1 "$scratch/log" | grep -qE '^[1-9][0-9]* passed, 0 failed$'
}

prove_start() {
  local port launcher
  port=$(node -e 'const s = require("net").createServer().listen(0, () => { console.log(s.address().port); s.close(); })')
  (in_clean_room PORT="$port" -- "pnpm start") >"$scratch/log" 2>&1 &
  launcher=$!
  until curl --silent --fail --max-time 2 "http://127.0.0.1:$port/healthz" >"$scratch/health"; do
    if ! kill -0 "$launcher" 2>/dev/null || [ "$SECONDS" -gt 180 ]; then
      cat "$scratch/log"
      echo "start did not come up within $SECONDS s"
      stop_everything "$launcher"
      return 1
    fi
    sleep 0.2
  done
  echo "/healthz answered after $SECONDS s: $(cat "$scratch/health")"
  tail -n 5 "$scratch/log"
  kill -KILL "$launcher"
  wait "$launcher" 2>/dev/null
  for _ in $(seq 50); do
    [ -z "$(left_behind)" ] && { echo "npx killed: the server drained, nothing is left"; return 0; }
    sleep 0.2
  done
  echo "left behind after npx was killed:"
  left_behind | xargs --no-run-if-empty ps -o pid,args -p
  stop_everything "$launcher"
  return 1
}

# Processes that work in the clone or run a program of the clean room.
left_behind() {
  local folder
  for folder in /proc/[0-9]*; do
    case "$(readlink "$folder/cwd" 2>/dev/null) $(readlink "$folder/exe" 2>/dev/null)" in
      *"$scratch"*) echo "${folder#/proc/}" ;;
    esac
  done
}

stop_everything() {
  kill "$1" 2>/dev/null
  sleep 2
  left_behind | xargs --no-run-if-empty kill -KILL 2>/dev/null
}

"prove_$wanted"
