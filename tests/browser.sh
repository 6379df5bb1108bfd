#!/bin/sh
# The stories need Chromium. Root installs it from the system's packages; anybody else is told how.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null
    exit 0
fi
echo "The stories need Chromium: sudo apt-get install chromium" >&2
exit 1
