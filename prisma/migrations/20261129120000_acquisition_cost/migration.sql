-- What it cost to win customers, by customer or by channel. This runs as app_owner.

-- A row of a customer is the cost of winning that one; a row without is what a channel cost in a span of days.
CREATE TABLE "acquisition_cost" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID,
    "channel" TEXT,
    "started_on" DATE NOT NULL,
    "ended_on" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "changed_import_id" UUID,

    CONSTRAINT "acquisition_cost_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE UNIQUE INDEX "acquisition_cost_tenant_id_source_id_external_id_key" ON "acquisition_cost"("tenant_id", "source_id", "external_id");
CREATE INDEX "acquisition_cost_tenant_id_customer_id_started_on_idx" ON "acquisition_cost"("tenant_id", "customer_id", "started_on");
CREATE INDEX "acquisition_cost_tenant_id_started_on_idx" ON "acquisition_cost"("tenant_id", "started_on");

ALTER TABLE acquisition_cost
  ADD CHECK (customer_id IS NOT NULL OR channel IS NOT NULL),
  ADD CHECK (ended_on >= started_on),
  ADD CHECK (amount_minor >= 0),
  ADD CHECK (currency ~ '^[A-Z]{3}$');

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE data_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE acquisition_cost
  ADD CONSTRAINT acquisition_cost_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES data_source (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION,
  ADD CONSTRAINT acquisition_cost_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source FORCE ROW LEVEL SECURITY;

-- One word more in each list of kinds and of ledger rows, whatever stands in it by now.
DO $$
DECLARE list record;
BEGIN
  FOR list IN
    SELECT l.target, l.name, l.word, pg_get_constraintdef(c.oid) AS checks
    FROM (VALUES
      ('import', 'import_kind_check', 'acquisition_costs'),
      ('import_mapping', 'import_mapping_kind_check', 'acquisition_costs'),
      ('source_fetch', 'source_fetch_kind_check', 'acquisition_costs'),
      ('import', 'import_undo_entity_check', 'acquisition_cost'),
      ('import_row', 'import_row_entity_check', 'acquisition_cost'),
      ('import_kept_row', 'import_kept_row_entity_check', 'acquisition_cost')
    ) l (target, name, word)
    JOIN pg_constraint c ON c.conrelid = l.target::regclass AND c.conname = l.name
  LOOP
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', list.target, list.name);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I %s NOT VALID', list.target, list.name,
      replace(list.checks, 'ARRAY[', format('ARRAY[%L::text, ', list.word)));
    EXECUTE format('ALTER TABLE %I VALIDATE CONSTRAINT %I', list.target, list.name);
  END LOOP;
END $$;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE acquisition_cost ENABLE ROW LEVEL SECURITY;
ALTER TABLE acquisition_cost FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON acquisition_cost USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON acquisition_cost TO app_user;
GRANT SELECT, INSERT ON acquisition_cost TO app_backup;
