-- Persons with names of four words, a national id and a mobile each. Sealed numbers repeat one sample; digests are true
-- to their size, and the few that are searched for by number are put in by `inside.py`.
INSERT INTO people_person (id, kind, name, name_folded, mobile_sealed, email_sealed, language, created_at, created_by)
SELECT bench.key(1, g), 'citizen', concat_ws(' ', a.name, b.name, c.name, d.name),
       concat_ws(' ', a.folded, b.folded, c.folded, d.folded), :mobile, NULL, 'ar', now(), :nobody
FROM generate_series(1, :people) AS g
CROSS JOIN LATERAL (SELECT abs(hashint8extended(g, 11)) AS h) AS x
JOIN bench.name a ON a.i = x.h % :names
JOIN bench.name b ON b.i = (x.h >> 10) % :names
JOIN bench.name c ON c.i = (x.h >> 20) % :names
JOIN bench.name d ON d.i = (x.h >> 30) % :names;

INSERT INTO people_nameword (word)
SELECT DISTINCT word COLLATE "C" FROM bench.name, unnest(string_to_array(folded, ' ')) AS word
WHERE length(word) >= 2 ON CONFLICT DO NOTHING;

INSERT INTO people_personnumber (id, person_id, kind, key_version, digest, sealed, check_ok)
SELECT bench.key(2, g), bench.key(1, g), 'national_id', 1, sha256(convert_to('n' || g, 'UTF8')), :national_id, true
FROM generate_series(1, :people) AS g;
INSERT INTO people_personnumber (id, person_id, kind, key_version, digest, sealed, check_ok)
SELECT bench.key(3, g), bench.key(1, g), 'mobile', 1, sha256(convert_to('m' || g, 'UTF8')), NULL, true
FROM generate_series(1, :people) AS g;
