#!/usr/bin/env bash
# Puts everything that drawing pages needs into one archive, for a machine without Java, fonts or network:
# a small Java, the classes that the synthesiser loads, Latin subsets of the fonts, and the tokenizer.
#
#   ops/training/gpu/bundle.sh TOKENIZER_DIR OUT.tar.xz
#
# Needs a JDK, xz, ldd, python3 with fonttools (ops/training/requirements.txt), and the packages of
# ops/training/fonts.txt. Names the size and what it is made of.
set -euo pipefail

tokenizer=$(realpath -- "${1:?TOKENIZER_DIR is missing}")
out=$(realpath -m -- "${2:?OUT.tar.xz is missing}")
root=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
bundle=$work/bundle
mkdir -p "$bundle"/{classpath,fonts,native}

MODULES=java.base,java.desktop,java.logging,java.xml,java.naming,java.management,java.sql,jdk.unsupported,jdk.zipfs
LETTERS=U+0020-017F,U+0192,U+02C6-02DD,U+0370-03FF,U+2000-22FF,U+25A0-27BF,U+FB01-FB02
KINDS='regular|bold|italic|oblique|book|roman|medium'

"$root/scriptorium" --version >/dev/null
class_path=$(printf '%s:' "$root"/routes/target/scriptorium-routes-*.jar)$root/routes/target/lib/*

# What a run over every kind loads is what a run needs.
java -Xlog:class+load:file="$work/loaded" -Djava.awt.headless=true -cp "$class_path" \
  io.scriptorium.routes.cli.Main synth --stream --count 120 --seed 1 --split train --pieces 1344x224 >/dev/null
sed -n 's/.*source: file:\(.*\.jar\).*/\1/p' "$work/loaded" | sort -u | xargs -I{} cp {} "$bundle/classpath/"
# The bundled model is of no use there.
python3 - "$bundle"/classpath/scriptorium-model-runtime-*.jar <<'PYTHON'
import pathlib, sys, zipfile
jar = pathlib.Path(sys.argv[1])
with zipfile.ZipFile(jar) as old:
    kept = [(entry, old.read(entry)) for entry in old.infolist() if "/bundled/" not in entry.filename]
with zipfile.ZipFile(jar, "w", zipfile.ZIP_DEFLATED) as new:
    for entry, content in kept:
        new.writestr(entry, content)
PYTHON
cp "$root"/routes/target/lib/openpdf-fonts-extra-*.jar "$bundle/classpath/" # no class is loaded from it

jlink --add-modules "$MODULES" --strip-java-debug-attributes --no-man-pages --no-header-files \
  --compress=0 --output "$bundle/java"
# Libraries of the system that Java's own refer to, all but the C library and the display's.
ldd "$bundle"/java/lib/*.so 2>/dev/null | awk '/=> \//{print $3}' | sort -u |
  grep -vE '/bundle/java/|/(libc|libm|libdl|librt|libpthread)\.so|libX|libxcb|libasound' |
  xargs -I{} cp -L {} "$bundle/native/"

while read -r package; do
  dpkg -L "$package" 2>/dev/null | grep -iE '\.ttf$' || true
done <"$root/ops/training/fonts.txt" | grep -iE "$KINDS|/[^/-]*\.ttf$" | sort -u |
  while read -r font; do
    pyftsubset "$font" --unicodes="$LETTERS" --layout-features='' --no-hinting --name-IDs='*' --notdef-outline \
      --output-file="$bundle/fonts/$(basename -- "$font")" 2>/dev/null || printf 'left out: %s\n' "$font" >&2
  done

cp -r -- "$tokenizer" "$bundle/tokenizer"
# What goes out has to draw.
LD_LIBRARY_PATH=$bundle/native "$bundle/java/bin/java" -Djava.awt.headless=true -cp "$bundle/classpath/*" \
  io.scriptorium.routes.cli.Main synth --stream --fonts "$bundle/fonts" --count 40 --seed 2 --split train >/dev/null

(cd "$bundle" && du -sh -- *)
tar -C "$work" -chf - bundle | xz -9 -T0 >"$out"
printf '%s has %d bytes\n' "$out" "$(stat -c %s "$out")"
