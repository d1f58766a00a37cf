-- What each server accepted and has not handed on to the event store, as of its last heartbeat.
ALTER TABLE "servers" ADD COLUMN "backlog_events" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "servers" ADD COLUMN "backlog_since" TIMESTAMPTZ(3);
