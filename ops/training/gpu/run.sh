#!/usr/bin/env bash
# Trains for some minutes on a machine with a GPU, from a bundle made by bundle.sh.
#
#   ops/training/gpu/run.sh BUNDLE.tar.xz OUT_DIR CALL_MINUTES TOTAL_MINUTES [WEIGHTS_DIR]
#
# A call goes on where the last one stopped: from the state in WORK (default ~/.cache/scriptorium-training) where
# that is still there, else from the weights of an earlier OUT_DIR, else from nothing. OUT_DIR gets weights in
# parts of at most 15 MB, the progress, the parts of training that are thrown away in the end, the log and examples.
# `python -m smallmodel.export OUT_DIR CHECKPOINT --shape page --tokenizer DIR` makes the checkpoint of them.
set -euo pipefail

bundle=$(realpath -- "$1") out=$(realpath -m -- "$2") call=$3 total=$4 weights=${5:+$(realpath -- "$5")}
here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
work=${WORK:-$HOME/.cache/scriptorium-training}
cores=$(nproc)
mkdir -p "$work" "$out"

if [[ ! -e $work/bundle/.unpacked ]]; then
  python3 -c 'import sys, tarfile; tarfile.open(sys.argv[1], "r:xz").extractall(sys.argv[2], filter="data")' \
    "$bundle" "$work"
  chmod +x "$work"/bundle/java/bin/* "$work"/bundle/java/lib/jspawnhelper
  touch "$work/bundle/.unpacked"
fi

export LD_LIBRARY_PATH=$work/bundle/native${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export PYTHONPATH=$here PYTHONUNBUFFERED=1 OMP_NUM_THREADS=1 TOKENIZERS_PARALLELISM=false
java="$work/bundle/java/bin/java -Djava.awt.headless=true -XX:+UseSerialGC -XX:ActiveProcessorCount=1 -Xmx700m"
synth="$java -cp $work/bundle/classpath/* io.scriptorium.routes.cli.Main synth --stream --threads 1"
synth+=" --fonts $work/bundle/fonts"

# Fails here, within seconds, if pages cannot be drawn.
began=$(date +%s%N)
(set -f; $synth --count 60 --seed 1 --split train >"$work/sample.tar")
printf 'one core draws 60 pages in %d ms, Java started\n' $((($(date +%s%N) - began) / 1000000))

status=0
python3 -m smallmodel.train --recipe gpu --synth "$synth --count 0 {options} --seed {seed} --split {split}" \
  --tokenizer "$work/bundle/tokenizer" --work "$work/run" --minutes "$total" --call-minutes "$call" \
  --workers $((cores - 2)) --threads 2 --compile --shard-bytes 15000000 --check-seconds 60 --validation-pages 32 --save-seconds 120 \
  ${weights:+--weights "$weights"} || status=$?

# Also after a failure: what was reached is worth having.
for file in checkpoint/model* checkpoint/progress.json checkpoint/heads.pt log.jsonl examples.txt; do
  cp -- "$work"/run/$file "$out/" 2>/dev/null || true
done
exit "$status"
