-- Signed papers of a third of the issued cases, each at its own place in a status list of its governorate.
CREATE UNLOGGED TABLE bench.paper AS
SELECT i, governorate, code, service_key, body, at, version,
       row_number() OVER (PARTITION BY governorate ORDER BY i) - 1 AS n
FROM bench.file WHERE state = 'issued' AND i % 3 = 0;

INSERT INTO documents_statuslist (id, governorate, serial, opened_at)
SELECT DISTINCT governorate || '-' || 1 + n / 65536, governorate, 1 + n / 65536, now() FROM bench.paper
ON CONFLICT DO NOTHING;

INSERT INTO documents_paper (id, kind, number, subject_id, unit, governorate, template, facts_sealed, issued_at,
    issued_by_id, valid_until, status, turned_at, reason_sealed, token, check_code, status_list_id, status_index)
SELECT bench.key(12, i), service_key, 'BN-' || body, bench.key(4, i), code, governorate, 'permit', :facts,
       at + interval '10 days', bench.key(5, 20), (at + interval '1000 days')::date,
       CASE i % 500 WHEN 0 THEN 'revoked' ELSE 'valid' END, NULL, NULL, rpad('BENCH' || i, 360, 'A'), 'BENCH000',
       governorate || '-' || 1 + n / 65536, n % 65536 * 7919 % 131072
FROM bench.paper;
INSERT INTO cases_casepaper (id, case_id, paper_id, key, receipt_id)
SELECT bench.key(13, i), bench.key(4, i), bench.key(12, i), 'output', NULL FROM bench.paper;
