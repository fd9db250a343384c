#!/usr/bin/env bash
# Adds a migration of one name and one id to both stores: add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: add-migration.sh NAME}
id=$(date -u +%Y%m%d%H%M%S)
dotnet tool restore >/dev/null
dotnet build >/dev/null
for provider in Sqlite Postgres; do
  folder=Storage/$provider/Migrations
  dotnet ef migrations add "$name" --context "${provider}PortalDbContext" --output-dir "$folder" --no-build
  made=$(basename "$folder"/*_"$name".cs .cs)
  mv "$folder/$made.cs" "$folder/${id}_$name.cs"
  mv "$folder/$made.Designer.cs" "$folder/${id}_$name.Designer.cs"
  sed -i "s/$made/${id}_$name/" "$folder/${id}_$name.Designer.cs"
done
