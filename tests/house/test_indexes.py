"""No index of ours says what another of its table says already: each costs at every row that is written."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection

_KEPT_TWICE = """
WITH kept AS (
    SELECT i.indrelid, i.indexrelid, i.indisunique, pg_get_expr(i.indpred, i.indrelid) AS condition,
        ARRAY(SELECT (k, c, o, s)::text
              FROM unnest(i.indkey::int[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int[])
                   WITH ORDINALITY AS part (k, c, o, s, place)
              WHERE place <= i.indnkeyatts ORDER BY place) AS parts
    FROM pg_index i
    JOIN pg_class named ON named.oid = i.indexrelid JOIN pg_am method ON method.oid = named.relam
    WHERE method.amname = 'btree' AND i.indexprs IS NULL
)
SELECT a.indexrelid::regclass::text, b.indexrelid::regclass::text
FROM kept a JOIN kept b ON a.indrelid = b.indrelid AND a.indexrelid <> b.indexrelid
WHERE a.indrelid = to_regclass(%s) AND NOT a.indisunique AND a.condition IS NOT DISTINCT FROM b.condition
  AND a.parts = b.parts[1:cardinality(a.parts)]
"""


@pytest.mark.django_db
def test_no_index_is_the_beginning_of_another() -> None:
    tables = {m._meta.db_table for m in apps.get_models() if m.__module__.startswith("shubbak.")}
    assert "cases_case" in tables and len(tables) > 25
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(_KEPT_TWICE, [table])
            assert not cursor.fetchall(), f"{table}: say db_index=False where another index begins with the column"


@pytest.mark.django_db
def test_an_index_kept_twice_would_be_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE twice (a int, b int)")
        cursor.execute("CREATE INDEX first ON twice (a); CREATE INDEX second ON twice (a, b)")
        cursor.execute("CREATE INDEX other ON twice (b) WHERE a > 0; CREATE INDEX down ON twice (b DESC, a)")
        cursor.execute(_KEPT_TWICE, ["twice"])
        assert cursor.fetchall() == [("first", "second")]
