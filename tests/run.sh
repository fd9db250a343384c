#!/usr/bin/env bash
# Builds the portal and runs every test. The last line is "N passed, N failed"; a skipped test counts as failed, and so
# does a build that fails, a project that ran no test and one that did not end by itself.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1

passed=0
failed=0
work=$(mktemp -d -t portal-run-XXXXXX) || exit 1
# The server of a private PostgreSQL runs under another user and must get through to its own directory.
chmod 711 "$work"

finish() {
  trap - EXIT
  # Left behind only when a test process was killed.
  for pid in "$work"/portal-pg-*/cluster/postmaster.pid; do
    [ -f "$pid" ] && kill -QUIT "$(head -1 "$pid")" 2>/dev/null && sleep 1
  done
  rm -rf "$work"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && exit 0
  exit 1
}
trap finish EXIT
trap 'failed=$((failed + 1)); exit' INT TERM

fail() {
  echo "FAILED: $*"
  failed=$((failed + 1))
}

# --- what the tests need beside the SDK ----------------------------------------------------------------------------
browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
missing=()
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
browser >/dev/null || missing+=(chromium)
[ -n "$(fc-list 2>/dev/null)" ] || missing+=(fontconfig fonts-liberation)
PATH=$PATH:/sbin:/usr/sbin command -v ldconfig >/dev/null && ! PATH=$PATH:/sbin:/usr/sbin ldconfig -p | grep -q libicuuc && missing+=(libicu)

if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(. /etc/os-release 2>/dev/null && echo "${ID:-}")" = debian ] && [ "$(id -u)" -eq 0 ]; then
    echo "Installing ${missing[*]} ..."
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || { fail "apt-get update"; exit; }
    # The package of ICU carries its version in its name.
    packages=$(printf '%s\n' "${missing[@]}" | sed "s/^libicu\$/$(apt-cache --names-only search '^libicu[0-9]+$' | cut -d' ' -f1 | tail -1)/")
    # shellcheck disable=SC2086 # one package a word
    apt-get install -qq -y --no-install-recommends $packages >"$work/apt" 2>&1 || { cat "$work/apt"; fail "apt-get install" $packages; exit; }
  else
    echo "Missing: ${missing[*]} (names of Debian's packages; as root on Debian this script installs them)."
    fail "the tests need ${missing[*]}"
    exit
  fi
fi
if ! command -v dotnet >/dev/null; then
  fail "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download"
  exit
fi
PORTAL_TEST_CHROMIUM=$(browser)
export PORTAL_TEST_CHROMIUM

# --- build once; warnings are errors, packages are those of the lock files -------------------------------------------
dotnet build KamtibmasPortal.sln -nodeReuse:false --nologo --verbosity quiet || { fail "the build"; exit; }
dotnet format KamtibmasPortal.sln --verify-no-changes --no-restore --severity warn || fail "dotnet format finds changes to make"

# --- run every project ------------------------------------------------------------------------------------------------
count() { grep -o "<assembly [^>]*" "$1" | grep -oE "[^-]\b$2=\"[0-9]+\"" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }'; }
export TMPDIR=$work
for project in tests/*/*.csproj; do
  grep -q '<IsTestProject>true' "$project" || continue
  name=$(basename "$project" .csproj)
  report=$work/$name.xml
  echo
  echo "=== $name"
  dotnet "tests/$name/bin/Debug/net10.0/$name.dll" --results-directory "$work" --report-xunit-xml --report-xunit-xml-filename "$name.xml" \
    --minimum-expected-tests 1 --zero-tests-policy strict --fail-skips on --timeout 20m --no-ansi --progress off
  code=$?
  good=0 bad=0
  if [ -f "$report" ]; then
    good=$(count "$report" passed)
    bad=$(($(count "$report" failed) + $(count "$report" errors)))
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  if [ $((good + bad)) -eq 0 ]; then
    fail "$name ran no test (exit code $code)"
  elif [ $code -ne 0 ] && [ $bad -eq 0 ]; then
    fail "$name ended with exit code $code"
  fi
done
