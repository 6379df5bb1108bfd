-- What each case will be: its place in the numbering, its service, its person, its end. Everything follows from `i`.
-- A key in the shape of UUIDv7 that a child row can work out again; plain enough to be inlined.
CREATE FUNCTION bench.key(kind int, g bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(1672531200000 + g * 30), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8'
        || lpad(to_hex(g), 15, '0'))::uuid
$$;

CREATE FUNCTION bench.check_character(body text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    alphabet constant text := '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    total int := 0;
    weight int := 3;
    letter text;
BEGIN
    FOREACH letter IN ARRAY string_to_array(replace(body, '-', ''), NULL) LOOP
        total := total + (strpos(alphabet, letter) - 1) * weight;
        weight := weight * 3 % 31;
    END LOOP;
    RETURN substr(alphabet, (31 - total % 31) % 31 + 1, 1);
END $$;

-- services beyond the shipped ones are copies of them under other keys
INSERT INTO catalogue_service (key, current_id) SELECT key, NULL FROM bench.service ON CONFLICT DO NOTHING;
WITH made AS (
    INSERT INTO catalogue_serviceversion (service_id, number, tree, digest, published_at)
    SELECT s.key, 1, jsonb_set(v.tree, '{key}', to_jsonb(s.key)), sha256(convert_to(s.key, 'UTF8')), now()
    FROM bench.service s JOIN catalogue_serviceversion v ON v.id = s.version WHERE s.key <> s."like"
    RETURNING id, service_id
)
UPDATE bench.service s SET version = made.id FROM made WHERE made.service_id = s.key;
UPDATE catalogue_service c SET current_id = s.version FROM bench.service s WHERE s.key = c.key AND c.current_id IS NULL;

CREATE UNLOGGED TABLE bench.file AS
WITH spread AS (
    SELECT i,
           abs(hashint8extended(i, 1) % (SELECT count(*) FROM bench.unit)) AS unit,
           abs(hashint8extended(i, 2) % (SELECT count(*) FROM bench.service)) AS service,
           1 + abs(hashint8extended(i, 3) % :people) AS person,
           abs(hashint8extended(i, 4) % 100)::int AS chance,
           date_trunc('second', now()) - interval '1 day' - (:cases - i) * interval '690 days' / :cases AS at
    FROM generate_series(1, :cases) AS i
), numbered AS (
    SELECT spread.*, u.code, u.path, u.governorate, extract(year FROM at AT TIME ZONE 'Africa/Cairo')::int AS year,
           row_number() OVER (PARTITION BY unit, extract(year FROM at AT TIME ZONE 'Africa/Cairo') ORDER BY spread.i) AS serial
    FROM spread JOIN bench.unit u ON u.i = spread.unit
)
SELECT n.i, n.code, n.path, n.governorate, n.year, n.serial, n.person, n.chance, n.at,
       s.key AS service_key, s.version, s.department, s.answers, s.first, s.last, s.role, s.task_department,
       s.paid AND n.chance % 4 = 0 AS invoiced,
       n.i < :cases * 0.75 OR n.chance >= 80 AS ended,
       CASE WHEN n.i < :cases * 0.75 OR n.chance >= 80 THEN
                CASE n.chance % 10 WHEN 0 THEN 'rejected' WHEN 1 THEN 'withdrawn'
                ELSE CASE s.output WHEN '' THEN 'closed' ELSE 'issued' END END
            ELSE CASE n.chance % 10 WHEN 0 THEN 'submitted' ELSE 'in_progress' END END AS state,
       n.code || '-' || n.year || '-' || lpad(n.serial::text, 6, '0') AS body
FROM numbered n JOIN bench.service s ON s.i = n.service;
CREATE INDEX ON bench.file (i);
ANALYZE bench.file;

INSERT INTO places_counter (unit_id, series, year, last)
SELECT code, 'cases', year, max(serial) FROM bench.file GROUP BY code, year;
