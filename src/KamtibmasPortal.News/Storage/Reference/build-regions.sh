#!/usr/bin/env bash
# Rebuilds regions.tsv.br from the npm package idn-area-data (data: ODbL 1.0, after Kepmendagri 300.2.2-2430/2025).
# Needs node and npm. The same package version gives the same bytes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent idn-area-data@4.0.1 >/dev/null
tar xf idn-area-data-4.0.1.tgz
OUT="$here/regions.tsv.br" node <<'JS'
const fs = require('fs'), zlib = require('zlib');
const rows = [];
for (const level of ['provinces', 'regencies', 'districts', 'villages']) {
  for (const line of fs.readFileSync(`package/data/${level}.csv`, 'utf8').split(/\r?\n/).slice(1)) {
    if (!line) continue;
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map(c => c.replace(/,$/, '').replace(/^"(.*)"$/, '$1').replace(/""/g, '"'));
    // 35.29.22 is misspelt in the package with a double quote for the apostrophe.
    rows.push([cells[0], cells[level === 'provinces' ? 1 : 2].replace(/"/g, "'").trim()]);
  }
}
rows.sort((a, b) => a[0] < b[0] ? -1 : 1);
const count = n => rows.filter(r => r[0].split('.').length === n).length;
const counts = [1, 2, 3, 4].map(count).join(' ');
if (counts !== '38 514 7285 83762') throw new Error('unexpected counts: ' + counts);
const text = Buffer.from(rows.map(r => r.join('\t')).join('\n') + '\n');
fs.writeFileSync(process.env.OUT, zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: text.length } }));
console.error(`${rows.length} regions, ${fs.statSync(process.env.OUT).size} bytes`);
JS
