"""The SQL of the trail's tables: what Django's schema language cannot say. Run once, by the first migration."""

TABLES = """
CREATE TABLE trail_node (
    single boolean PRIMARY KEY DEFAULT true CONSTRAINT trail_node_is_one_row CHECK (single),
    node integer NOT NULL CHECK (node > 0),
    epoch integer NOT NULL CHECK (epoch > 0),
    cluster varchar(64) NOT NULL,
    since timestamptz NOT NULL
);

CREATE SEQUENCE trail_seq AS bigint;

CREATE TABLE trail_entry (
    node integer NOT NULL,
    epoch integer NOT NULL,
    txid bigint NOT NULL,
    seq bigint NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    happened_at timestamptz NOT NULL,
    actor_kind varchar(16) NOT NULL,
    actor_id uuid NOT NULL,
    role varchar(32) NOT NULL,
    act varchar(64) NOT NULL,
    subject varchar(64) NOT NULL,
    subject_id uuid,
    unit varchar(32) NOT NULL,
    facts jsonb NOT NULL,
    leaf bytea NOT NULL CHECK (length(leaf) = 32),
    PRIMARY KEY (node, epoch, txid, seq, recorded_at)
) PARTITION BY RANGE (recorded_at);
CREATE INDEX trail_entry_subject ON trail_entry (subject_id, txid) WHERE subject_id IS NOT NULL;
CREATE TABLE trail_entry_default PARTITION OF trail_entry DEFAULT;
"""

# Version 1 of the canonical form: one JSON array, written here for the database and in verifier.py for everybody else.
TRIGGERS = """
CREATE FUNCTION trail_leaf() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT n.node, n.epoch INTO STRICT NEW.node, NEW.epoch FROM public.trail_node n;
    NEW.txid := pg_current_xact_id()::text::bigint;
    NEW.seq := nextval('public.trail_seq');
    IF abs(extract(epoch FROM clock_timestamp() - NEW.recorded_at)) > 60 THEN
        RAISE EXCEPTION 'the database says when an entry is recorded' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.leaf := sha256('\\x00'::bytea || convert_to(json_build_array('v1', NEW.node, NEW.epoch, NEW.txid, NEW.seq,
        extract(epoch FROM NEW.recorded_at), extract(epoch FROM NEW.happened_at),
        NEW.actor_kind, NEW.actor_id, NEW.role, NEW.act, NEW.subject, NEW.subject_id, NEW.unit, NEW.facts)::text, 'UTF8'));
    RETURN NEW;
END $$;

CREATE FUNCTION trail_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the trail is only ever added to: % on % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER trail_entry_leaf BEFORE INSERT ON trail_entry FOR EACH ROW EXECUTE FUNCTION trail_leaf();
CREATE TRIGGER trail_entry_kept BEFORE UPDATE OR DELETE ON trail_entry FOR EACH ROW EXECUTE FUNCTION trail_refuse();
CREATE TRIGGER trail_entry_whole BEFORE TRUNCATE ON trail_entry FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
CREATE TRIGGER trail_month_whole BEFORE TRUNCATE ON trail_entry_default
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
CREATE TRIGGER trail_node_kept BEFORE DELETE OR TRUNCATE ON trail_node
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
ALTER TABLE trail_entry ENABLE ALWAYS TRIGGER trail_entry_kept;
ALTER TABLE trail_entry ENABLE ALWAYS TRIGGER trail_entry_whole;
ALTER TABLE trail_entry_default ENABLE ALWAYS TRIGGER trail_entry_kept;
ALTER TABLE trail_entry_default ENABLE ALWAYS TRIGGER trail_month_whole;
ALTER TABLE trail_node ENABLE ALWAYS TRIGGER trail_node_kept;
"""

# Months are made by the owner at each migration; nobody is granted anything on them but what `config` grants.
MONTHS = """
CREATE FUNCTION trail_make_months(ahead integer) RETURNS integer LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    first timestamptz;
    month timestamp := date_trunc('month', now() AT TIME ZONE 'UTC') - interval '1 month';
    made integer := 0;
    child text;
BEGIN
    FOR i IN 0 .. ahead + 1 LOOP
        first := month AT TIME ZONE 'UTC';
        child := to_char(month, '"trail_entry_"YYYY_MM');
        IF to_regclass('public.' || child) IS NULL AND NOT EXISTS (
            SELECT FROM public.trail_entry_default
            WHERE recorded_at >= first AND recorded_at < (month + interval '1 month') AT TIME ZONE 'UTC'
        ) THEN
            EXECUTE format('CREATE TABLE public.%I PARTITION OF public.trail_entry FOR VALUES FROM (%L) TO (%L)',
                child, first, (month + interval '1 month') AT TIME ZONE 'UTC');
            EXECUTE format('CREATE TRIGGER trail_month_whole BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT '
                'EXECUTE FUNCTION public.trail_refuse()', child);
            EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER trail_month_whole', child);
            EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER trail_entry_kept', child);
            made := made + 1;
        END IF;
        month := month + interval '1 month';
    END LOOP;
    RETURN made;
END $$;
"""

SEALS = """
CREATE TABLE trail_seal (
    node integer NOT NULL,
    number bigint NOT NULL CHECK (number > 0),
    epoch integer NOT NULL,
    txid_from bigint NOT NULL,
    txid_to bigint NOT NULL CHECK (txid_to > txid_from),
    entries bigint NOT NULL CHECK (entries > 0),
    total bigint NOT NULL CHECK (total >= entries),
    root bytea NOT NULL CHECK (length(root) = 32),
    previous bytea NOT NULL CHECK (length(previous) = 32),
    head bytea NOT NULL CHECK (length(head) = 32),
    sealed_at timestamptz NOT NULL,
    key_id varchar(16) NOT NULL,
    signature bytea NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (node, number)
);
CREATE TRIGGER trail_seal_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_seal
    FOR EACH STATEMENT EXECUTE FUNCTION trail_refuse();
ALTER TABLE trail_seal ENABLE ALWAYS TRIGGER trail_seal_kept;
"""
