#!/usr/bin/env bash
# Trains on a machine with a GPU, from a bundle made by bundle.sh.
#
#   ops/training/gpu/run.sh BUNDLE.tar.xz OUT_DIR WAIT_MINUTES TOTAL_MINUTES [WEIGHTS_DIR]
#
# Starts training in a session of its own, unless it runs already, and waits for it, at most WAIT_MINUTES. Training goes on behind
# a call that ends; another call waits again. A training that was stopped goes on from the state in WORK (default
# ~/.cache/scriptorium-training) where that is still there, else from the weights of an earlier OUT_DIR, else from nothing.
# OUT_DIR gets the last weights that were saved, in parts of at most 15 MB, the progress, the parts of training that are thrown
# away in the end, the log and examples.
# `python -m smallmodel.export OUT_DIR CHECKPOINT --shape page --tokenizer DIR` makes the checkpoint of them.
set -euo pipefail

bundle=$(realpath -- "$1") out=$(realpath -m -- "$2") wait=$3 total=$4 weights=${5:+$(realpath -- "$5")}
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=${WORK:-$HOME/.cache/scriptorium-training}
cores=$(nproc)
mkdir -p "$work" "$out"

running() { [[ -e $work/pid ]] && kill -0 "$(<"$work/pid")" 2>/dev/null; }

if [[ ! -e $work/bundle/.unpacked ]]; then
  python3 -c 'import sys, tarfile; tarfile.open(sys.argv[1], "r:xz").extractall(sys.argv[2], filter="data")' \
    "$bundle" "$work"
  chmod +x "$work"/bundle/java/bin/* "$work"/bundle/java/lib/jspawnhelper
  touch "$work/bundle/.unpacked"
fi

if ! running && [[ ! -e $work/done ]]; then
  # What runs must not change under it, and what is started anew must not be what failed before.
  rm -rf -- "$work/bundle/smallmodel"
  cp -r -- "$here/smallmodel" "$work/bundle/"
  export LD_LIBRARY_PATH=$work/bundle/native${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
  export PYTHONPATH=$work/bundle PYTHONUNBUFFERED=1 OMP_NUM_THREADS=1 TOKENIZERS_PARALLELISM=false
  java="$work/bundle/java/bin/java -Djava.awt.headless=true -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -Xmx700m"
  synth="$java -cp $work/bundle/classpath/* io.scriptorium.routes.cli.Main synth --stream --threads 1"
  synth+=" --fonts $work/bundle/fonts"

  # Fails here, within seconds, if pages cannot be drawn.
  began=$(date +%s%N)
  (set -f; $synth --count 60 --seed 1 --split train >"$work/sample.tar")
  printf 'one core draws 60 pages in %d ms, Java started\n' $((($(date +%s%N) - began) / 1000000))

  setsid bash -c 'echo $$ >"$0/pid"; "${@}" >"$0/train.log" 2>&1 && touch "$0/done"' "$work" \
    python3 -m smallmodel.train --recipe gpu --synth "$synth --count 0 {options} --seed {seed} --split {split}" \
    --tokenizer "$work/bundle/tokenizer" --work "$work/run" --minutes "$total" \
    --workers $((cores > 3 ? cores - 2 : 1)) --threads 2 --compile --shard-bytes 15000000 --check-seconds 90 --validation-pages 64 \
    --save-seconds 100 ${weights:+--weights "$weights"} </dev/null >/dev/null 2>&1 &
  sleep 2
fi

until=$(awk -v now="$(date +%s)" -v minutes="$wait" 'BEGIN {printf "%d", now + 60 * minutes}')
while running && (($(date +%s) < until)); do sleep 1; done
tail -n 40 "$work/train.log" | cut -c 1-900
if running; then echo 'training goes on'; fi

# Also after a failure: what was reached is worth having.
for file in checkpoint/model* checkpoint/progress.json checkpoint/heads.pt log.jsonl examples.txt; do
  cp -- "$work"/run/$file "$out/" 2>/dev/null || true
done
running || [[ -e $work/done ]]
