#!/bin/sh
# Opens every cleaned output of the hostile corpus in headless Chromium and looks for a script, a
# request or a dialog. Installs Debian's Chromium where there is none, which takes root.
set -eu
cd "$(dirname "$0")/.."
if ! command -v chromium > /dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends chromium
fi
exec mvn -q -pl html-schema -am verify -Pbrowser -Dsurefire.failIfNoSpecifiedTests=false \
  -Dfailsafe.failIfNoSpecifiedTests=false -Dtest=CleaningTest -Dit.test=BrowserIT "$@"
