-- Roles exist beforehand (npm run -s admin -- bootstrap). This runs as app_owner.

-- A function with SET LOCAL inside, not set_config(): only that reaches the nodes of a sharded Postgres.
CREATE FUNCTION app_set_tenant(id uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL app.tenant_id = %L', id);
END $$;

-- Raises when no tenant is set: a forgotten withTenant is an error, never an empty page.
CREATE FUNCTION app_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT current_setting('app.tenant_id')::uuid $$;

CREATE TABLE "tenant" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "margin_rate" DOUBLE PRECISION,
    "cost_per_order_minor" BIGINT,
    "value_as_of_on" DATE,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "account_session" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "session_version" INTEGER NOT NULL,
    "last_tenant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

CREATE UNLOGGED TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "membership" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "department" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "department_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "membership_department" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "membership_id" UUID NOT NULL,
    "department_id" UUID NOT NULL,

    CONSTRAINT "membership_department_pkey" PRIMARY KEY ("tenant_id","membership_id","department_id")
);

CREATE TABLE "api_key" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "customer" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "external_id" TEXT COLLATE "C" NOT NULL,
    "email" TEXT COLLATE "C",
    "name" TEXT,
    "registered_on" DATE,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "created_import_id" UUID,
    "changed_import_id" UUID,
    "search_name" TEXT COLLATE "C" GENERATED ALWAYS AS (lower("name")) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "customer_order" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "external_id" TEXT COLLATE "C" NOT NULL,
    "customer_id" UUID NOT NULL,
    "ordered_on" DATE NOT NULL,
    "ordered_at" TIMESTAMPTZ(3),
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "quantity" INTEGER,
    "product_code" TEXT,
    "channel" TEXT,

    CONSTRAINT "customer_order_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "customer_value" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "customer_id" UUID NOT NULL,
    "first_ordered_on" DATE,
    "last_ordered_on" DATE,
    "purchase_days" INTEGER,
    "order_count" INTEGER,
    "revenue_minor" BIGINT,
    "recency_score" INTEGER,
    "frequency_score" INTEGER,
    "monetary_score" INTEGER,
    "segment" TEXT NOT NULL,

    CONSTRAINT "customer_value_pkey" PRIMARY KEY ("tenant_id","customer_id")
);

CREATE TABLE "value_snapshot" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "as_of_on" DATE NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "customers" INTEGER NOT NULL,
    "order_count" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "concentration" JSONB NOT NULL,
    "segments" JSONB NOT NULL,

    CONSTRAINT "value_snapshot_pkey" PRIMARY KEY ("tenant_id")
);

CREATE TABLE "upload" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "byte_count" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "upload_piece" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "upload_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "upload_piece_pkey" PRIMARY KEY ("tenant_id","upload_id","position")
);

CREATE TABLE "import" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "upload_id" UUID,
    "file_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "is_dry_run" BOOLEAN NOT NULL DEFAULT false,
    "mapping" JSONB,
    "content_key" TEXT NOT NULL,
    "request_key" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "committed_records" INTEGER NOT NULL DEFAULT 0,
    "bytes_total" BIGINT NOT NULL,
    "bytes_read" BIGINT NOT NULL DEFAULT 0,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "customers_created" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_by" UUID,
    "origin" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "import_row" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "before" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("tenant_id","import_id","line","entity")
);

CREATE TABLE "import_reject" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "column_name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "import_reject_pkey" PRIMARY KEY ("tenant_id","import_id","line","position")
);

CREATE UNIQUE INDEX "tenant_slug_key" ON "tenant"("slug");

CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

CREATE INDEX "account_session_account_id_idx" ON "account_session"("account_id");

CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

CREATE UNIQUE INDEX "membership_tenant_id_account_id_key" ON "membership"("tenant_id", "account_id");

CREATE UNIQUE INDEX "department_tenant_id_name_key" ON "department"("tenant_id", "name");

CREATE INDEX "api_key_sha256_idx" ON "api_key"("sha256");

CREATE UNIQUE INDEX "customer_tenant_id_external_id_key" ON "customer"("tenant_id", "external_id");

CREATE INDEX "customer_order_tenant_id_customer_id_ordered_on_idx" ON "customer_order"("tenant_id", "customer_id", "ordered_on");

CREATE UNIQUE INDEX "customer_order_tenant_id_external_id_key" ON "customer_order"("tenant_id", "external_id");

CREATE INDEX "import_tenant_id_created_at_idx" ON "import"("tenant_id", "created_at");

CREATE UNIQUE INDEX "import_tenant_id_request_key_key" ON "import"("tenant_id", "request_key");

ALTER TABLE "membership_department" ADD CONSTRAINT "membership_department_tenant_id_membership_id_fkey" FOREIGN KEY ("tenant_id", "membership_id") REFERENCES "membership"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "membership_department" ADD CONSTRAINT "membership_department_tenant_id_department_id_fkey" FOREIGN KEY ("tenant_id", "department_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

ALTER TABLE "customer_order" ADD CONSTRAINT "customer_order_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "customer_value" ADD CONSTRAINT "customer_value_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "upload_piece" ADD CONSTRAINT "upload_piece_tenant_id_upload_id_fkey" FOREIGN KEY ("tenant_id", "upload_id") REFERENCES "upload"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "import" ADD CONSTRAINT "import_tenant_id_upload_id_fkey" FOREIGN KEY ("tenant_id", "upload_id") REFERENCES "upload"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "import_reject" ADD CONSTRAINT "import_reject_tenant_id_import_id_fkey" FOREIGN KEY ("tenant_id", "import_id") REFERENCES "import"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- Words the application knows: text with a CHECK, no enum types.
ALTER TABLE tenant
  ADD CHECK (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$'),
  ADD CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CHECK (margin_rate BETWEEN 0 AND 1),
  ADD CHECK (cost_per_order_minor >= 0);
ALTER TABLE account ADD CHECK (email = lower(email));
ALTER TABLE membership ADD CHECK (role IN ('owner', 'cx_manager', 'department_head', 'executive', 'frontline', 'auditor'));
ALTER TABLE import
  ADD CHECK (kind IN ('customers', 'orders')),
  ADD CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'undone')),
  ADD CHECK (origin IN ('browser', 'api', 'command_line'));
ALTER TABLE import_row
  ADD CHECK (entity IN ('customer', 'order')),
  ADD CHECK (action IN ('created', 'updated'));
ALTER TABLE customer_order ADD CHECK (amount_minor >= 0), ADD CHECK (currency ~ '^[A-Z]{3}$');

CREATE INDEX customer_tenant_id_search_name_idx ON customer (tenant_id, search_name);
CREATE INDEX customer_tenant_id_email_idx ON customer (tenant_id, email);
CREATE INDEX customer_value_by_revenue ON customer_value (tenant_id, revenue_minor DESC NULLS LAST, customer_id);
CREATE INDEX customer_value_by_segment ON customer_value (tenant_id, segment, revenue_minor DESC NULLS LAST, customer_id);
CREATE UNIQUE INDEX import_in_flight ON import (tenant_id, content_key) WHERE status IN ('queued', 'running');

-- The few tables that hang on the workspace itself; the rest hang on these.
ALTER TABLE membership ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE department ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE api_key ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE upload ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE import ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE value_snapshot ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE account_session ADD FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE NO ACTION;

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['membership', 'department', 'membership_department', 'api_key', 'customer', 'customer_order',
    'customer_value', 'value_snapshot', 'upload', 'upload_piece', 'import', 'import_row', 'import_reject'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
  END LOOP;
END $$;

-- Global tables: the web sees its own workspace, its own workspace's people, and no session.
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tenant USING (id = app_tenant()) WITH CHECK (id = app_tenant());
GRANT SELECT, UPDATE (name, currency, time_zone, locale, margin_rate, cost_per_order_minor, value_as_of_on) ON tenant TO app_user;

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON account FOR SELECT TO app_user
  USING (EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = app_tenant() AND m.account_id = account.id));
GRANT SELECT (id, email, name, created_at, disabled_at) ON account TO app_user;

ALTER TABLE account_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_session FORCE ROW LEVEL SECURITY;

-- The operator's command line makes people before they belong anywhere.
CREATE POLICY operator ON account TO app_owner USING (true) WITH CHECK (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO app_user;

-- Before the workspace is known: one function each, owned by a role that nobody can sign in as.
GRANT USAGE, CREATE ON SCHEMA public TO app_definer;
GRANT USAGE ON SCHEMA public TO app_user, app_backup;
GRANT SELECT ON tenant, account, membership, membership_department, api_key TO app_definer;
GRANT SELECT, INSERT, UPDATE, DELETE ON account_session TO app_definer;
GRANT SELECT, DELETE ON rate_limit TO app_definer;
CREATE POLICY definer ON tenant FOR SELECT TO app_definer USING (true);
CREATE POLICY definer ON account FOR SELECT TO app_definer USING (true);
CREATE POLICY definer ON membership FOR SELECT TO app_definer USING (true);
CREATE POLICY definer ON membership_department FOR SELECT TO app_definer USING (true);
CREATE POLICY definer ON api_key FOR SELECT TO app_definer USING (true);
CREATE POLICY definer ON account_session TO app_definer USING (true) WITH CHECK (true);

CREATE FUNCTION find_credentials(for_email text)
RETURNS TABLE (account_id uuid, password_hash text, session_version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.password_hash, a.session_version FROM account a WHERE a.email = lower(for_email) AND a.disabled_at IS NULL
$$;

CREATE FUNCTION open_session(session_id uuid, for_account uuid, version int, ends_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO account_session (id, account_id, session_version, expires_at) VALUES (session_id, for_account, version, ends_at)
$$;

CREATE FUNCTION close_session(session_id uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE account_session SET revoked_at = now() WHERE id = session_id AND revoked_at IS NULL
$$;

-- Every workspace a live session may enter, the last used first. No row: the session is over.
CREATE FUNCTION resolve_session(session_id uuid)
RETURNS TABLE (account_id uuid, email text, account_name text, tenant_id uuid, slug text, tenant_name text, currency text,
  time_zone text, locale text, membership_id uuid, role text, department_ids uuid[], is_last boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.email, a.name, t.id, t.slug, t.name, t.currency, t.time_zone, t.locale, m.id, m.role,
    ARRAY(SELECT d.department_id FROM membership_department d WHERE d.tenant_id = m.tenant_id AND d.membership_id = m.id),
    coalesce(s.last_tenant_id = t.id, false)
  FROM account_session s
  JOIN account a ON a.id = s.account_id
  LEFT JOIN membership m ON m.account_id = a.id AND m.deactivated_at IS NULL
  LEFT JOIN tenant t ON t.id = m.tenant_id
  WHERE s.id = session_id AND s.revoked_at IS NULL AND s.expires_at > now()
    AND a.disabled_at IS NULL AND a.session_version = s.session_version
  ORDER BY coalesce(s.last_tenant_id = t.id, false) DESC, t.name
$$;

CREATE FUNCTION touch_session(session_id uuid, used_tenant uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE account_session SET seen_at = now(), last_tenant_id = used_tenant
  WHERE id = session_id AND (last_tenant_id IS DISTINCT FROM used_tenant OR seen_at < now() - interval '5 minutes')
$$;

CREATE FUNCTION resolve_api_key(key_sha256 text)
RETURNS TABLE (tenant_id uuid, key_id uuid, scopes text[], slug text, tenant_name text, currency text, time_zone text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT k.tenant_id, k.id, k.scopes, t.slug, t.name, t.currency, t.time_zone, t.locale
  FROM api_key k JOIN tenant t ON t.id = k.tenant_id
  WHERE k.sha256 = key_sha256 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())
$$;

CREATE FUNCTION list_tenants() RETURNS TABLE (tenant_id uuid, slug text, tenant_name text, currency text, time_zone text, locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT id, slug, name, currency, time_zone, locale FROM tenant
$$;

CREATE FUNCTION purge_expired() RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH gone AS (DELETE FROM account_session WHERE expires_at < now() - interval '7 days' OR revoked_at < now() - interval '7 days' RETURNING 1),
  stale AS (DELETE FROM rate_limit WHERE expire < (extract(epoch FROM now()) * 1000)::bigint RETURNING 1)
  SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM stale))::int
$$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['find_credentials(text)', 'open_session(uuid, uuid, int, timestamptz)', 'close_session(uuid)',
    'resolve_session(uuid)', 'touch_session(uuid, uuid)', 'resolve_api_key(text)', 'list_tenants()', 'purge_expired()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_user', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO app_definer', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM app_definer;

ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO app_backup;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO app_backup;
