#!/usr/bin/env bash
# Screenshots of the main views on the sample case, in Danish and English, light and dark, under an X server of
# its own. Says which pictures it wrote; fails where the window did not come. Looks at nothing itself.
# tests/gui/shot.sh BIN_DIR OUT_DIR
set -euo pipefail
readonly BIN=${1:?folder of the programs} OUT=${2:?folder for the pictures}
mkdir -p "$OUT"

readonly HOME_DIR=$(mktemp -d)
pids=()
cleanup() {
    local p
    for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$HOME_DIR"
}
trap cleanup EXIT

# Settings, caches and recent files of whoever runs this stay as they are.
export TMPDIR=$HOME_DIR HOME=$HOME_DIR XDG_CONFIG_HOME=$HOME_DIR/config XDG_DATA_HOME=$HOME_DIR/data XDG_CACHE_HOME=$HOME_DIR/cache
export NO_AT_BRIDGE=1 GDK_BACKEND=x11 GSETTINGS_BACKEND=memory
mkdir -p "$XDG_CONFIG_HOME"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

exec 3<>"$HOME_DIR/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 2>/dev/null &
pids+=($!)
for _ in $(seq 100); do [ -s "$HOME_DIR/display" ] && break; sleep 0.1; done
DISPLAY=:$(tr -d '\n' <"$HOME_DIR/display")
export DISPLAY
openbox >/dev/null 2>&1 &
pids+=($!)
sleep 0.5

# shot NAME THEME SECONDS ARG...
shot() {
    local name=$1 theme=$2 seconds=$3
    shift 3
    GTK_THEME=$theme "$BIN/logbog" "$@" &
    local program=$!
    local i
    for i in $(seq 150); do
        xdotool search --onlyvisible --pid "$program" >/dev/null 2>&1 && break
        kill -0 "$program" 2>/dev/null || { echo "shot: the window ended before $name" >&2; return 1; }
        [ "$i" = 150 ] && { echo "shot: no window for $name" >&2; kill "$program"; return 1; }
        sleep 0.2
    done
    xdotool mousemove 1439 899
    sleep "$seconds"
    import -window root "$OUT/$name.png"
    kill "$program" 2>/dev/null || true
    wait "$program" 2>/dev/null || true
    echo "$OUT/$name.png"
}

readonly WAIT=${SHOT_WAIT:-8} # seconds for the sample to be made and read
for lang in da en; do
    shot "welcome-$lang" Adwaita 1 --lang "$lang"
    shot "main-$lang" Adwaita "$WAIT" --lang "$lang" --sample --show item
    shot "incident-$lang" Adwaita "$WAIT" --lang "$lang" --sample --show incident
    shot "import-report-$lang" Adwaita "$WAIT" --lang "$lang" --sample --show import-report
done
shot welcome-da-dark Adwaita:dark 1 --lang da
shot main-da-dark Adwaita:dark "$WAIT" --lang da --sample --show item
