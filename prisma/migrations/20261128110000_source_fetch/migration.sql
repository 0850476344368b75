-- Sources that are fetched from an address, mappings by source, and sources of customers and orders. This runs as app_owner.

CREATE TABLE "source_fetch" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "source_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "sign_in" TEXT NOT NULL DEFAULT 'none',
    "secret" TEXT,
    "kind" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "at_hour" INTEGER NOT NULL DEFAULT 5,
    "week_day" INTEGER NOT NULL DEFAULT 1,
    "next_fetch_at" TIMESTAMPTZ(3),
    "try_id" UUID,
    "running_until" TIMESTAMPTZ(3),
    "asked_by" UUID,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "etag" TEXT,
    "last_modified" TEXT,
    "sha256" TEXT,
    "import_id" UUID,
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_fetch_pkey" PRIMARY KEY ("tenant_id","source_id")
);

-- What came of each fetch: one row for each, written when it begins.
CREATE TABLE "source_fetch_try" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "asked_by" UUID,
    "outcome" TEXT,
    "failure" TEXT,
    "detail" TEXT,
    "answer_status" INTEGER,
    "byte_count" BIGINT,
    "import_id" UUID,

    CONSTRAINT "source_fetch_try_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "source_fetch_tenant_id_next_fetch_at_idx" ON "source_fetch"("tenant_id", "next_fetch_at");
CREATE INDEX "source_fetch_try_tenant_id_source_id_id_idx" ON "source_fetch_try"("tenant_id", "source_id", "id");
CREATE INDEX "source_fetch_try_tenant_id_started_at_idx" ON "source_fetch_try"("tenant_id", "started_at");

-- A new key is checked against the rows of every workspace, and what is there is put in order: for that the owner steps
-- past row security.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_mapping NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "source_fetch" ADD CONSTRAINT "source_fetch_tenant_id_source_id_fkey" FOREIGN KEY ("tenant_id", "source_id") REFERENCES "data_source"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "source_fetch_try" ADD CONSTRAINT "source_fetch_try_tenant_id_source_id_fkey" FOREIGN KEY ("tenant_id", "source_id") REFERENCES "data_source"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What Prisma does not write: checks, and the keys to global tables.
ALTER TABLE source_fetch
  ADD CHECK (sign_in IN ('none', 'bearer', 'basic')),
  ADD CHECK (sign_in = 'none' OR secret IS NOT NULL),
  ADD CHECK (kind IN ('customers', 'orders', 'subscriptions', 'signals', 'interactions', 'complaints', 'win_loss', 'activity_rates')),
  ADD CHECK (rhythm IN ('hourly', 'daily', 'weekly')),
  ADD CHECK (at_hour BETWEEN 0 AND 23),
  ADD CHECK (week_day BETWEEN 1 AND 7);
ALTER TABLE source_fetch_try
  ADD CHECK (outcome IN ('imported', 'unchanged', 'failed')),
  ADD CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  ADD CHECK (outcome <> 'failed' OR failure IS NOT NULL);
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['source_fetch', 'source_fetch_try'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION', name);
  END LOOP;
END $$;

ALTER TABLE import
  DROP CONSTRAINT import_origin_check,
  ADD CONSTRAINT import_origin_check CHECK (origin IN ('browser', 'api', 'command_line', 'source'));

-- Files of customers and orders came from somewhere too.
INSERT INTO data_source (tenant_id, id, name, kind)
  SELECT DISTINCT tenant_id, uuidv7(), CASE kind WHEN 'orders' THEN 'Orders' ELSE 'Customers' END,
    CASE kind WHEN 'orders' THEN 'orders' ELSE 'crm' END
  FROM (SELECT DISTINCT tenant_id, kind FROM import
    WHERE kind IN ('customers', 'orders') AND source_id IS NULL AND NOT is_dry_run) unowned
  ON CONFLICT DO NOTHING;
UPDATE import i SET source_id = s.id FROM data_source s
  WHERE i.kind IN ('customers', 'orders') AND i.source_id IS NULL AND NOT i.is_dry_run AND s.tenant_id = i.tenant_id
    AND lower(s.name) = i.kind;

-- Two sources whose files have the same headers keep a mapping each.
ALTER TABLE import_mapping
  ADD COLUMN "id" UUID NOT NULL DEFAULT uuidv7(),
  ADD COLUMN "source_id" UUID,
  DROP CONSTRAINT import_mapping_pkey,
  ADD CONSTRAINT import_mapping_pkey PRIMARY KEY ("tenant_id", "id");
ALTER TABLE import_mapping ALTER COLUMN "id" DROP DEFAULT;
UPDATE import_mapping m SET source_id = s.id FROM data_source s
  WHERE s.tenant_id = m.tenant_id AND lower(s.name) = lower(coalesce(m.mapping->>'source', CASE m.kind
    WHEN 'customers' THEN 'Customers' WHEN 'orders' THEN 'Orders' WHEN 'subscriptions' THEN 'Subscriptions'
    WHEN 'signals' THEN 'Feedback' WHEN 'interactions' THEN 'Contact log' WHEN 'complaints' THEN 'Complaint log'
    WHEN 'win_loss' THEN 'Win/loss reviews' ELSE 'Activity rates' END));
CREATE UNIQUE INDEX import_mapping_one ON import_mapping (tenant_id, kind, fingerprint, source_id) NULLS NOT DISTINCT;
CREATE INDEX "import_mapping_tenant_id_source_id_idx" ON "import_mapping"("tenant_id", "source_id");
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_tenant_id_source_id_fkey" FOREIGN KEY ("tenant_id", "source_id") REFERENCES "data_source"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['source_fetch', 'source_fetch_try'] LOOP
    -- Row security. Every tenant table: its own rows only, for every role, the owner included.
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON source_fetch, source_fetch_try TO app_backup;
