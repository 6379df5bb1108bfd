-- Register: find or add the person, then a statement a table: request, three documents, task, event, invoice, lines.
\set person random(1, 5 * :cases)
\set service random(1, 240)
\set unit random(1, 320)
BEGIN;
SELECT coalesce(max(id), 0) AS known FROM floor.person WHERE national_id = lpad((:person)::text, 14, '0') \gset
\if :known = 0
INSERT INTO floor.person (national_id, name, mobile) VALUES (lpad((:person)::text, 14, '0'), 'person', '01000000000') ON CONFLICT (national_id) DO UPDATE SET mobile = excluded.mobile RETURNING id AS known \gset
\endif
SELECT nextval('floor.request_id_seq') AS request \gset
INSERT INTO floor.request (id, number, person_id, service_id, unit_id, state, answers) VALUES (:request, 'N' || (:request)::text, :known, :service, :unit, 0, '{"address": "street 1", "plot": 12, "area": 120}');
INSERT INTO floor.document (request_id, kind, sha256, size) SELECT :request, g, sha256(int8send((:request)::bigint * 3 + g)), 200000 FROM generate_series(1, 3) AS g;
INSERT INTO floor.task (request_id, unit_id, step, open, due_at) VALUES (:request, :unit, 1, true, now() + interval '5 days');
INSERT INTO floor.event (request_id, kind, actor, facts) VALUES (:request, 1, 1, '{"step": 1}');
INSERT INTO floor.invoice (request_id, number, total) VALUES (:request, 'I' || (:request)::text, 36100) RETURNING id AS invoice \gset
INSERT INTO floor.line (invoice_id, code, amount) VALUES (:invoice, 'A', 35000), (:invoice, 'B', 500), (:invoice, 'C', 600);
COMMIT;
