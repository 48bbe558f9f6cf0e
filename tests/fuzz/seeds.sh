#!/usr/bin/env bash
# Prints the folders with seeds for one fuzzer: our own fixtures, and the samples of others where they stand.
set -euo pipefail
data=$(cd "$(dirname "$0")/../data" && pwd)
corpus=${LOGBOG_CORPUS:-/nonexistent}
case "${1:?name of a fuzzer}" in
    mail | mbox) folders=("$data/mail" "$corpus/email" "$corpus/mbox") ;;
    sms) folders=("$data/sms" "$corpus/sms-backup-restore") ;;
    foreign-page) folders=("$data/foreign-page" "$data/document") ;;
    photo | picture | pdf-picture) folders=("$data/photo" "$corpus/photo") ;;
    key | object | verify) folders=() ;; # they change sound files of their own making
    *) folders=("$data/$1" "$corpus/$1") ;; # a reader: its fixtures stand under its code
esac
for folder in "${folders[@]}"; do
    [ -d "$folder" ] && echo "$folder"
done
exit 0
