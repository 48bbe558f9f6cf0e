#!/usr/bin/env bash
# Opens a case in the window program under an X server of its own and lists the files that it wrote outside of the
# case; fails where anything of the case is readable in one of them while it is open, after it was closed or after
# kill -9. tests/gui/no_traces.sh BIN_DIR
set -euo pipefail
readonly BIN=${1:?folder of the programs}
readonly PASSPHRASE="hemmelig vandkande ved broen"
readonly MARKERS=("kanelsnegl ved lygten" "eksport-fra-telefonen" "+4512345601" "Sag om naboen" "$PASSPHRASE" "%PDF-1")

readonly ROOT=$(mktemp -d)
pids=()
cleanup() {
    local p
    for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$ROOT"
}
trap cleanup EXIT

mkdir -p "$ROOT"/{given,own/tmp,own/config,own/data,own/cache,own/state,own/run}
chmod 700 "$ROOT/own/run"
exec 3<>"$ROOT/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 2>/dev/null &
pids+=($!)
for _ in $(seq 100); do [ -s "$ROOT/display" ] && break; sleep 0.1; done
DISPLAY=:$(tr -d '\n' <"$ROOT/display")
export DISPLAY
openbox >/dev/null 2>&1 &
pids+=($!)

export HOME=$ROOT/own TMPDIR=$ROOT/own/tmp XDG_CONFIG_HOME=$ROOT/own/config XDG_DATA_HOME=$ROOT/own/data
export XDG_CACHE_HOME=$ROOT/own/cache XDG_STATE_HOME=$ROOT/own/state XDG_RUNTIME_DIR=$ROOT/own/run
export NO_AT_BRIDGE=1 GDK_BACKEND=x11 GSETTINGS_BACKEND=memory
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

echo "$PASSPHRASE" >"$ROOT/given/pass"
{
    echo '<?xml version="1.0" encoding="UTF-8"?><smses count="1">'
    echo '<sms protocol="0" address="+4512345601" date="1746302657000" type="1" body="kanelsnegl ved lygten"/>'
    echo '</smses>'
} >"$ROOT/given/eksport-fra-telefonen.xml"
readonly CASE=$ROOT/own/sag
"$BIN/logbog-cli" create "$CASE" --label "Sag om naboen" --passphrase-file "$ROOT/given/pass" 2>/dev/null
"$BIN/logbog-cli" import "$CASE" "$ROOT/given/eksport-fra-telefonen.xml" --passphrase-file "$ROOT/given/pass" >/dev/null

look() { # WHEN: whatever the program wrote, the case folder included, as UTF-8 and UTF-16
    local marker wide
    for marker in "${MARKERS[@]}"; do
        if grep -rqaF -- "$marker" "$ROOT/own"; then
            echo "no_traces: readable $1: $marker in $(grep -rlaF -- "$marker" "$ROOT/own")" >&2
            return 1
        fi
        wide=$(printf %s "$marker" | iconv -t UTF-16LE | od -An -v -tx1 | tr -d ' \n' | sed 's/../\\x&/g')
        if LC_ALL=C grep -rqaP -- "$wide" "$ROOT/own"; then
            echo "no_traces: readable in UTF-16 $1: $marker" >&2
            return 1
        fi
    done
}

opened() { # starts the program and opens the case; sets `program`
    "$BIN/logbog" --lang en "$CASE" 2>/dev/null &
    program=$!
    for _ in $(seq 150); do
        xdotool search --onlyvisible --pid "$program" >/dev/null 2>&1 && break
        kill -0 "$program" 2>/dev/null || { echo "no_traces: the window ended" >&2; return 1; }
        sleep 0.2
    done
    sleep 3
    xdotool type "$PASSPHRASE"
    xdotool key Return
    # Closed in the ordinary way, a case has no log: it has one once it is open.
    for _ in $(seq 150); do
        [ -e "$CASE/case.logbog-wal" ] && break
        sleep 0.2
    done
    [ -e "$CASE/case.logbog-wal" ] || { echo "no_traces: the case was not opened" >&2; return 1; }
    sleep 2
}

opened
look "while the case is open"
xdotool key ctrl+p # the log form; Tab goes from its list to the button for the pages
sleep 4
xdotool key Tab space
for _ in $(seq 100); do xdotool search --onlyvisible --name '^Pages$' >/dev/null 2>&1 && break; sleep 0.2; done
xdotool search --onlyvisible --name '^Pages$' >/dev/null || { echo "no_traces: the pages were not shown" >&2; exit 1; }
sleep 4
look "while the pages are shown"
xdotool key Escape
sleep 1
xdotool key Escape
sleep 1
xdotool key ctrl+q
for _ in $(seq 100); do kill -0 "$program" 2>/dev/null || break; sleep 0.1; done
kill "$program" 2>/dev/null || true
wait "$program" 2>/dev/null || true
look "after it was closed"
opened
kill -9 "$program"
wait "$program" 2>/dev/null || true
look "after kill -9"
echo plain "${MARKERS[0]}" >"$ROOT/own/config/control"
if look "control" 2>/dev/null; then echo "no_traces: the search finds nothing" >&2; exit 1; fi
(cd "$ROOT/own" && find . -path ./sag -prune -o -type f -print) | sed 's/^/wrote, with nothing readable: /'
