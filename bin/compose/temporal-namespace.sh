#!/bin/sh
# Makes the namespace with our retention and search attributes; harmless when run again.
set -eu

attempt=0
until temporal operator cluster health > /dev/null 2>&1; do
  attempt=$((attempt + 1))
  if [ "$attempt" -ge 60 ]; then
    echo "Temporal does not answer at $TEMPORAL_ADDRESS." >&2
    exit 1
  fi
  sleep 2
done

if temporal operator namespace describe -n "$TEMPORAL_NAMESPACE" > /dev/null 2>&1; then
  temporal operator namespace update -n "$TEMPORAL_NAMESPACE" --retention 30d
else
  temporal operator namespace create -n "$TEMPORAL_NAMESPACE" --retention 30d
fi

# A namespace that was just made is known to every part of the server only after some seconds.
attempt=0
until temporal operator search-attribute create -n "$TEMPORAL_NAMESPACE" \
  --name WorkspaceId --type Keyword --name CampaignId --type Keyword; do
  attempt=$((attempt + 1))
  if [ "$attempt" -ge 15 ]; then exit 1; fi
  sleep 2
done
