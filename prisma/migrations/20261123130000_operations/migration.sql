-- Backups, exports, the end of a workspace, erasure of a person. This runs as app_owner.

ALTER TABLE "tenant"
  ADD COLUMN "deletion_requested_at" TIMESTAMPTZ(3),
  ADD COLUMN "delete_after" TIMESTAMPTZ(3);

CREATE TABLE "backup_run" (
    "id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "version" TEXT NOT NULL,
    "row_count" BIGINT NOT NULL,
    "byte_count" BIGINT NOT NULL,
    "elapsed_ms" INTEGER NOT NULL,

    CONSTRAINT "backup_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "workspace_deletion" (
    "id" UUID NOT NULL,
    "of_tenant_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delete_after" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "rows_left" INTEGER,
    "taken_back_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "workspace_deletion_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "workspace_export" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "byte_count" BIGINT,
    "row_count" BIGINT,
    "sha256" TEXT,

    CONSTRAINT "workspace_export_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "workspace_export_piece" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "export_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "workspace_export_piece_pkey" PRIMARY KEY ("tenant_id","export_id","position")
);

CREATE TABLE "erasure" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "contact_hmacs" TEXT[],
    "counts" JSONB NOT NULL,
    "requested_by" UUID,
    "erased_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "workspace_export_tenant_id_created_at_idx" ON "workspace_export"("tenant_id", "created_at");
CREATE INDEX "erasure_tenant_id_erased_at_idx" ON "erasure"("tenant_id", "erased_at");

ALTER TABLE "workspace_export_piece" ADD CONSTRAINT "workspace_export_piece_tenant_id_export_id_fkey" FOREIGN KEY ("tenant_id", "export_id") REFERENCES "workspace_export"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What Prisma does not write: checks, and the keys to global tables.
ALTER TABLE workspace_export ADD CHECK (status IN ('queued', 'running', 'ready', 'failed'));
-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE workspace_export ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE erasure ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX workspace_export_in_flight ON workspace_export (tenant_id) WHERE status IN ('queued', 'running');

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['workspace_export', 'workspace_export_piece', 'erasure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['backup_run', 'workspace_deletion'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON %I TO app_definer USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON workspace_export, workspace_export_piece TO app_user;
-- The ledger of erasures only grows.
GRANT SELECT, INSERT ON erasure TO app_user;
GRANT SELECT, INSERT, UPDATE ON backup_run, workspace_deletion TO app_definer;
CREATE POLICY operator ON backup_run TO app_owner USING (true) WITH CHECK (true);

-- What the definer functions below need: the end of a workspace reaches every table of it, also those of later migrations.
GRANT CREATE ON SCHEMA public TO app_definer;
GRANT DELETE, UPDATE (deletion_requested_at, delete_after) ON tenant TO app_definer;
GRANT SELECT ON _prisma_migrations TO app_definer;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, UPDATE, DELETE ON TABLES TO app_definer;
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('GRANT SELECT, UPDATE, DELETE ON %I TO app_definer', name);
  END LOOP;
END $$;
CREATE POLICY definer ON import FOR SELECT TO app_definer USING (true);

-- While a workspace waits for its end nobody enters it: not by a session, not by a key, not by a job.
DROP FUNCTION resolve_session(uuid);
DROP FUNCTION resolve_api_key(text);
DROP FUNCTION list_tenants();

CREATE FUNCTION resolve_session(session_id uuid)
RETURNS TABLE (account_id uuid, email text, account_name text, is_email_verified boolean, account_locale text, account_time_zone text,
  theme text, density text, has_single_keys boolean,
  tenant_id uuid, slug text, tenant_name text, currency text, time_zone text, locale text,
  membership_id uuid, role text, department_ids uuid[], is_last boolean, needs_sign_in boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.email, a.name, a.email_verified_at IS NOT NULL, a.locale, a.time_zone, a.theme, a.density, a.has_single_keys,
    t.id, t.slug, t.name, t.currency, t.time_zone, t.locale, m.id, m.role,
    ARRAY(SELECT d.department_id FROM membership_department d WHERE d.tenant_id = m.tenant_id AND d.membership_id = m.id),
    coalesce(s.last_tenant_id = t.id, false), coalesce(m.access_changed_at > s.created_at, false)
  FROM account_session s
  JOIN account a ON a.id = s.account_id
  LEFT JOIN (membership m JOIN tenant t ON t.id = m.tenant_id AND t.delete_after IS NULL)
    ON m.account_id = a.id AND m.deactivated_at IS NULL
  WHERE s.id = session_id AND s.revoked_at IS NULL AND s.expires_at > now()
    AND a.disabled_at IS NULL AND a.session_version = s.session_version
  ORDER BY coalesce(s.last_tenant_id = t.id, false) DESC, t.name
$$;

CREATE FUNCTION resolve_api_key(key_sha256 text)
RETURNS TABLE (tenant_id uuid, key_id uuid, scopes text[], slug text, tenant_name text, currency text, time_zone text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.tenant_id, k.id, k.scopes, t.slug, t.name, t.currency, t.time_zone, t.locale
  FROM api_key k JOIN tenant t ON t.id = k.tenant_id AND t.delete_after IS NULL
  WHERE k.sha256 = key_sha256 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
$$;

CREATE FUNCTION list_tenants() RETURNS TABLE (tenant_id uuid, slug text, tenant_name text, currency text, time_zone text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT id, slug, name, currency, time_zone, locale FROM tenant WHERE delete_after IS NULL
$$;

-- A workspace's tables, found in the catalog: a new one joins by having tenant_id. The longest chain of foreign keys below a
-- table is its rank: what has the highest is deleted first. A circle is followed once.
CREATE FUNCTION workspace_tables() RETURNS TABLE (table_name text, rank int) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE scoped AS (
    SELECT c.oid, c.relname::text AS name FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')),
  edges AS (
    SELECT DISTINCT con.conrelid AS low, con.confrelid AS high FROM pg_catalog.pg_constraint con
    JOIN scoped f ON f.oid = con.conrelid JOIN scoped t ON t.oid = con.confrelid
    WHERE con.contype = 'f' AND con.conrelid <> con.confrelid),
  chains AS (
    SELECT oid AS first, oid AS last, ARRAY[oid] AS path FROM scoped
    UNION ALL
    SELECT chains.first, e.high, chains.path || e.high FROM chains JOIN edges e ON e.low = chains.last
    WHERE NOT e.high = ANY (chains.path))
  SELECT s.name, max(cardinality(chains.path))::int FROM scoped s JOIN chains ON chains.first = s.oid GROUP BY s.name
$$;

-- The end of a workspace. It closes at once; its rows go after 30 days, and until then an owner may take it back.
CREATE FUNCTION close_workspace(new_id uuid, by_account uuid) RETURNS timestamptz
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH closed AS (
    UPDATE tenant SET deletion_requested_at = now(), delete_after = now() + interval '30 days'
    WHERE id = app_tenant() AND delete_after IS NULL RETURNING id, delete_after)
  INSERT INTO workspace_deletion (id, of_tenant_id, requested_by, delete_after)
  SELECT new_id, id, by_account, delete_after FROM closed RETURNING delete_after
$$;

CREATE FUNCTION list_closing_workspaces(for_account uuid)
RETURNS TABLE (tenant_id uuid, slug text, tenant_name text, time_zone text, locale text, delete_after timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.id, t.slug, t.name, t.time_zone, t.locale, t.delete_after FROM tenant t
  JOIN membership m ON m.tenant_id = t.id AND m.account_id = for_account AND m.role = 'owner' AND m.deactivated_at IS NULL
  WHERE t.delete_after > now() ORDER BY t.delete_after
$$;

-- The slug of the workspace; null for somebody who is no owner of it, or when it is too late.
CREATE FUNCTION take_back_workspace(for_account uuid, of_tenant uuid) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH opened AS (
    UPDATE tenant t SET deletion_requested_at = NULL, delete_after = NULL FROM membership m
    WHERE t.id = of_tenant AND t.delete_after > now()
      AND m.tenant_id = t.id AND m.account_id = for_account AND m.role = 'owner' AND m.deactivated_at IS NULL
    RETURNING t.id, t.slug, m.id AS membership_id),
  noted AS (
    UPDATE workspace_deletion d SET taken_back_at = now() FROM opened
    WHERE d.of_tenant_id = opened.id AND d.finished_at IS NULL AND d.taken_back_at IS NULL),
  recorded AS (
    INSERT INTO audit_event (tenant_id, id, actor_kind, actor_id, action, object_type, object_id)
    SELECT id, gen_random_uuid(), 'member', membership_id, 'workspace.deletion_taken_back', 'tenant', id FROM opened)
  SELECT slug FROM opened
$$;

CREATE FUNCTION list_due_deletions() RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT id FROM tenant WHERE delete_after <= now() ORDER BY delete_after
$$;

-- Delete up to `most` rows of one table of the transaction's workspace, once its time is over, and count them in the
-- certificate. 0: nothing is left. Links from a table to itself or around a circle are cut first.
CREATE FUNCTION delete_workspace_rows(of_table text, most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  done int;
  link text;
BEGIN
  PERFORM 1 FROM tenant WHERE id = app_tenant() AND delete_after <= now();
  IF NOT FOUND THEN RAISE EXCEPTION 'this workspace is not to be deleted now'; END IF;
  PERFORM 1 FROM workspace_tables() t WHERE t.table_name = of_table;
  IF NOT FOUND THEN RAISE EXCEPTION 'no table of a workspace: %', of_table; END IF;
  FOR link IN
    SELECT DISTINCT a.attname FROM pg_constraint con
    JOIN workspace_tables() f ON f.table_name = of_table
    JOIN pg_class t ON t.oid = con.confrelid JOIN workspace_tables() r ON r.table_name = t.relname
    JOIN pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = ANY (con.conkey)
    WHERE con.contype = 'f' AND con.conrelid = format('public.%I', of_table)::regclass AND r.rank >= f.rank AND NOT a.attnotnull
  LOOP
    EXECUTE format('UPDATE %1$I SET %2$I = NULL WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM %1$I WHERE tenant_id = app_tenant() AND %2$I IS NOT NULL LIMIT $1))', of_table, link) USING most;
    GET DIAGNOSTICS done = ROW_COUNT;
    IF done > 0 THEN RETURN done; END IF;
  END LOOP;
  EXECUTE format('DELETE FROM %1$I WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM %1$I WHERE tenant_id = app_tenant() LIMIT $1))', of_table) USING most;
  GET DIAGNOSTICS done = ROW_COUNT;
  UPDATE workspace_deletion d
  SET counts = jsonb_set(d.counts, ARRAY[of_table], to_jsonb(coalesce((d.counts ->> of_table)::bigint, 0) + done))
  WHERE d.of_tenant_id = app_tenant() AND d.finished_at IS NULL AND d.taken_back_at IS NULL;
  RETURN done;
END $$;

-- Look through every table for rows that are left, remove the workspace itself when there are none, and close the
-- certificate. Returns the rows left.
CREATE FUNCTION finish_workspace_deletion() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  name text;
  amount int;
  rows_found int := 0;
BEGIN
  PERFORM 1 FROM tenant WHERE id = app_tenant() AND delete_after <= now();
  IF NOT FOUND THEN RAISE EXCEPTION 'this workspace is not to be deleted now'; END IF;
  FOR name IN SELECT t.table_name FROM workspace_tables() t LOOP
    EXECUTE format('SELECT count(*)::int FROM %I WHERE tenant_id = app_tenant()', name) INTO amount;
    rows_found := rows_found + amount;
  END LOOP;
  IF rows_found = 0 THEN
    UPDATE account_session SET last_tenant_id = NULL WHERE last_tenant_id = app_tenant();
    DELETE FROM tenant WHERE id = app_tenant();
  END IF;
  UPDATE workspace_deletion d SET rows_left = rows_found, finished_at = CASE WHEN rows_found = 0 THEN now() END
  WHERE d.of_tenant_id = app_tenant() AND d.finished_at IS NULL AND d.taken_back_at IS NULL;
  RETURN rows_found;
END $$;

-- For the administrator: counts, kinds, sizes and ids of every workspace, nothing that stands in one.
CREATE FUNCTION read_operations()
RETURNS TABLE (workspaces int, closing int, mail_waiting int, mail_failed int, backup_at timestamptz, backup_rows bigint,
  backup_bytes bigint, backup_ms int, backup_version text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (SELECT count(*) FROM tenant WHERE delete_after IS NULL)::int, (SELECT count(*) FROM tenant WHERE delete_after IS NOT NULL)::int,
    (SELECT count(*) FROM outbox_mail WHERE sent_at IS NULL AND failure IS NULL)::int,
    (SELECT count(*) FROM outbox_mail WHERE failure IS NOT NULL)::int,
    b.made_at, b.row_count, b.byte_count, b.elapsed_ms, b.version
  FROM (SELECT 1) one LEFT JOIN (SELECT * FROM backup_run ORDER BY made_at DESC LIMIT 1) b ON true
$$;

CREATE FUNCTION count_imports() RETURNS TABLE (status text, amount int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.status, count(*)::int FROM import i GROUP BY i.status
$$;

CREATE FUNCTION list_import_work()
RETURNS TABLE (tenant_id uuid, import_id uuid, kind text, status text, percent int, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.tenant_id, i.id, i.kind, i.status, least(100, (100 * i.bytes_read / greatest(i.bytes_total, 1)))::int,
    coalesce(i.finished_at, i.started_at, i.created_at)
  FROM import i
  WHERE i.status IN ('queued', 'running') OR (i.status = 'failed' AND i.finished_at > now() - interval '7 days')
  ORDER BY i.status = 'failed', i.created_at DESC LIMIT 50
$$;

CREATE FUNCTION list_workspace_deletions()
RETURNS TABLE (deletion_id uuid, of_tenant_id uuid, requested_at timestamptz, delete_after timestamptz, finished_at timestamptz,
  row_count bigint, rows_left int, counts jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.id, d.of_tenant_id, d.requested_at, d.delete_after, d.finished_at,
    (SELECT coalesce(sum(value::bigint), 0) FROM jsonb_each_text(d.counts))::bigint, d.rows_left, d.counts
  FROM workspace_deletion d WHERE d.taken_back_at IS NULL ORDER BY d.requested_at DESC LIMIT 100
$$;

-- What an export holds: every table of the workspace, the workspace itself and its people, as far as the caller may read
-- them, without what could open a door and without exports.
CREATE FUNCTION export_tables() RETURNS TABLE (table_name text, columns text[]) LANGUAGE sql STABLE AS $$
  SELECT name, columns FROM (
    SELECT c.relname::text AS name, ARRAY(
      SELECT a.attname::text FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND (c.relname, a.attname) NOT IN (('api_key', 'sha256'), ('invitation', 'sha256'))
        AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT')
      ORDER BY a.attnum) AS columns
    FROM pg_catalog.pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND (c.relname IN ('tenant', 'account') OR EXISTS (SELECT 1 FROM workspace_tables() t WHERE t.table_name = c.relname))
      AND c.relname NOT IN ('workspace_export', 'workspace_export_piece')) found
  WHERE cardinality(columns) > 0 ORDER BY name
$$;

-- A cursor `export_rows` on one of those tables, under row security; each row comes as a JSON list of texts.
CREATE FUNCTION open_export(of_table text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  cells text;
  own text;
  export_rows refcursor := 'export_rows';
BEGIN
  SELECT string_agg(CASE WHEN a.atttypid = 'bytea'::regtype THEN format('encode(%I, ''base64'')', a.attname)
    ELSE format('%I::text', a.attname) END, ', ' ORDER BY a.attnum) INTO cells
  FROM export_tables() t JOIN pg_attribute a ON a.attrelid = format('public.%I', t.table_name)::regclass AND a.attname = ANY (t.columns)
  WHERE t.table_name = of_table;
  IF cells IS NULL THEN RAISE EXCEPTION 'no table of an export: %', of_table; END IF;
  own := CASE of_table WHEN 'tenant' THEN 'id = app_tenant()' WHEN 'account' THEN 'true' ELSE 'tenant_id = app_tenant()' END;
  OPEN export_rows FOR EXECUTE format('SELECT to_json(ARRAY[%s])::text AS cells FROM %I WHERE %s', cells, of_table, own);
END $$;

CREATE FUNCTION fetch_export(most int) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  export_rows refcursor := 'export_rows';
  cells text;
BEGIN
  FOR n IN 1..most LOOP
    FETCH export_rows INTO cells;
    EXIT WHEN NOT FOUND;
    RETURN NEXT cells;
  END LOOP;
END $$;

CREATE FUNCTION close_export() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  export_rows refcursor := 'export_rows';
BEGIN
  CLOSE export_rows;
END $$;

-- Everything that hangs on a customer: by a foreign key, or as the row that a line of an import made, changed or kept.
CREATE FUNCTION rows_of_customer(of_customer uuid) RETURNS TABLE (table_name text, content jsonb) LANGUAGE plpgsql STABLE AS $$
DECLARE
  link record;
BEGIN
  RETURN QUERY SELECT 'customer'::text, to_jsonb(c) - 'tenant_id' FROM customer c WHERE c.tenant_id = app_tenant() AND c.id = of_customer;
  FOR link IN SELECT * FROM customer_links() LOOP
    RETURN QUERY EXECUTE format('SELECT %L::text, to_jsonb(t) - ''tenant_id'' FROM %I t WHERE t.tenant_id = app_tenant() AND t.%I = $1',
      link.table_name, link.table_name, link.column_name) USING of_customer;
  END LOOP;
END $$;

CREATE FUNCTION customer_links() RETURNS TABLE (table_name text, column_name text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT f.relname::text, a.attname::text FROM pg_catalog.pg_constraint con
  JOIN pg_catalog.pg_class f ON f.oid = con.conrelid
  JOIN pg_catalog.pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = ANY (con.conkey) AND a.attname <> 'tenant_id'
  WHERE con.contype = 'f' AND con.confrelid = 'public.customer'::regclass AND f.relnamespace = 'public'::regnamespace
  UNION
  SELECT t.table_name, 'row_id' FROM workspace_tables() t
  JOIN pg_catalog.pg_attribute a ON a.attrelid = format('public.%I', t.table_name)::regclass AND a.attname = 'row_id' AND a.atttypid = 'uuid'::regtype
$$;

-- Take out of a customer's own row what names or describes a person, in every column of texts or JSON that there is; the
-- number gives way to a made-up one.
CREATE FUNCTION blank_customer(of_customer uuid, pseudonym text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  blanks text;
BEGIN
  SELECT string_agg(format('%I = %s', c.column_name, CASE WHEN NOT a.attnotnull THEN 'NULL' ELSE '''{}''' END), ', ') INTO blanks
  FROM text_columns() c JOIN pg_attribute a ON a.attrelid = 'public.customer'::regclass AND a.attname = c.column_name
  WHERE c.table_name = 'customer' AND c.may_change AND c.column_name <> 'external_id' AND (NOT a.attnotnull OR c.is_json);
  EXECUTE format('UPDATE customer SET external_id = $1, created_import_id = NULL, changed_import_id = NULL, %s
    WHERE tenant_id = app_tenant() AND id = $2', blanks) USING pseudonym, of_customer;
END $$;

-- The last migration, for the manifest of an export.
CREATE FUNCTION schema_version() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
$$;

-- The columns of texts and JSON that may hold words of a person, found in the catalog.
CREATE FUNCTION text_columns() RETURNS TABLE (table_name text, column_name text, is_json boolean, may_change boolean) LANGUAGE sql STABLE AS $$
  SELECT t.table_name, a.attname::text, a.atttypid = 'jsonb'::regtype,
    pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'UPDATE') AND a.attgenerated = ''
  FROM workspace_tables() t
  JOIN pg_catalog.pg_attribute a ON a.attrelid = format('public.%I', t.table_name)::regclass
    AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype)
  WHERE pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
$$;

-- Put `instead` wherever `words` stand, in upper case or lower: in the rows of one customer, or in all of the workspace.
-- Returns the rows changed.
CREATE FUNCTION replace_words(words text, instead text, of_customer uuid) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  col record;
  changed int;
  total int := 0;
  inner_words text := trim(both '"' from to_json(words)::text);
BEGIN
  FOR col IN SELECT c.*, l.column_name AS link FROM text_columns() c
    LEFT JOIN customer_links() l ON l.table_name = c.table_name
    WHERE c.may_change AND c.table_name <> 'erasure' AND (of_customer IS NULL OR l.column_name IS NOT NULL) LOOP
    EXECUTE format('UPDATE %1$I SET %2$I = regexp_replace(%2$I::text, $1, $2, ''gi'')%3$s
      WHERE tenant_id = app_tenant() AND position(lower($3) in lower(%2$I::text)) > 0 AND ($4 IS NULL OR %4$s)',
      col.table_name, col.column_name, CASE WHEN col.is_json THEN '::jsonb' ELSE '' END,
      CASE WHEN of_customer IS NULL THEN 'true' ELSE format('%I = $4', col.link) END)
      USING '***=' || CASE WHEN col.is_json THEN inner_words ELSE words END, instead,
        CASE WHEN col.is_json THEN inner_words ELSE words END, of_customer;
    GET DIAGNOSTICS changed = ROW_COUNT;
    total := total + changed;
  END LOOP;
  RETURN total;
END $$;

-- Where in the workspace `words` still stand.
CREATE FUNCTION find_words(words text) RETURNS TABLE (table_name text, column_name text, amount int) LANGUAGE plpgsql STABLE AS $$
DECLARE
  col record;
BEGIN
  FOR col IN SELECT * FROM text_columns() LOOP
    EXECUTE format('SELECT count(*)::int FROM %1$I WHERE tenant_id = app_tenant() AND position(lower($1) in lower(%2$I::text)) > 0',
      col.table_name, col.column_name) INTO amount USING words;
    IF amount > 0 THEN
      table_name := col.table_name;
      column_name := col.column_name;
      RETURN NEXT;
    END IF;
  END LOOP;
END $$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['resolve_session(uuid)', 'resolve_api_key(text)', 'list_tenants()', 'close_workspace(uuid, uuid)',
    'list_closing_workspaces(uuid)', 'take_back_workspace(uuid, uuid)', 'list_due_deletions()', 'delete_workspace_rows(text, int)',
    'finish_workspace_deletion()', 'read_operations()', 'count_imports()', 'list_import_work()', 'list_workspace_deletions()', 'schema_version()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_user', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO app_definer', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM app_definer;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO app_backup;
