#!/bin/sh
# Makes both databases of the Temporal server and brings their schema up to date; harmless when run again.
set -eu

tool() {
  temporal-sql-tool --plugin postgres12 --ep "$SQL_HOST" -p "$SQL_PORT" -u "$SQL_USER" --pw "$SQL_PASSWORD" "$@"
}

prepare() {
  tool --db "$1" create
  tool --db "$1" setup-schema -v 0.0
  tool --db "$1" update-schema --schema-name "postgresql/v12/$2"
}

prepare temporal temporal
prepare temporal_visibility visibility
