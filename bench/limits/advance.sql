-- One step: lock the open task, close it, move the request, open the next, tell what happened, leave a job.
\set request random(1, :cases)
\set actor random(1, 200)
BEGIN;
WITH held AS (SELECT id, unit_id, step FROM floor.task WHERE request_id = :request AND open FOR UPDATE) SELECT coalesce(max(id), 0) AS task, coalesce(max(step), 0) AS step, coalesce(max(unit_id), 1) AS unit FROM held \gset
\if :task > 0
UPDATE floor.task SET open = false, done_at = now(), done_by = :actor WHERE id = :task;
UPDATE floor.request SET state = ((:step)::int % 8), changed_at = now() WHERE id = :request;
INSERT INTO floor.task (request_id, unit_id, step, open, due_at) VALUES (:request, :unit, (:step)::int + 1, true, now() + interval '5 days');
INSERT INTO floor.event (request_id, kind, actor, facts) VALUES (:request, 2, :actor, '{"step": 2}');
INSERT INTO floor.outbox (topic, facts) VALUES ('step', jsonb_build_object('request', (:request)::bigint));
\endif
COMMIT;
