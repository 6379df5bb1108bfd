-- Where is it: by number, with the service and the open task.
\set request random(1, :cases)
SELECT r.number, r.state, r.made_at, r.changed_at, s.name, t.step, t.due_at FROM floor.request r JOIN floor.service s ON s.id = r.service_id LEFT JOIN floor.task t ON t.request_id = r.id AND t.open WHERE r.number = 'N' || (:request)::text;
