-- Segments that are lists of customers, as files name them. This runs as app_owner.

-- A customer belongs to a segment while some row lists them and none says that they left.
CREATE TABLE "segment_listing" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "segment_id" UUID NOT NULL,
    "has_left" BOOLEAN NOT NULL,
    "changed_import_id" UUID,

    CONSTRAINT "segment_listing_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE UNIQUE INDEX "segment_listing_tenant_id_source_id_external_id_key" ON "segment_listing"("tenant_id", "source_id", "external_id");
CREATE INDEX "segment_listing_tenant_id_customer_id_idx" ON "segment_listing"("tenant_id", "customer_id");
CREATE INDEX "segment_listing_tenant_id_segment_id_idx" ON "segment_listing"("tenant_id", "segment_id");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE data_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_segment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE segment_listing
  ADD CONSTRAINT segment_listing_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES data_source (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION,
  ADD CONSTRAINT segment_listing_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT segment_listing_tenant_id_segment_id_fkey FOREIGN KEY (tenant_id, segment_id) REFERENCES customer_segment (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE customer_segment FORCE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source FORCE ROW LEVEL SECURITY;

-- One word more in each list of kinds and of ledger rows, whatever stands in it by now.
DO $$
DECLARE list record;
BEGIN
  FOR list IN
    SELECT l.target, l.name, l.word, pg_get_constraintdef(c.oid) AS checks
    FROM (VALUES
      ('import', 'import_kind_check', 'segment_lists'),
      ('import_mapping', 'import_mapping_kind_check', 'segment_lists'),
      ('source_fetch', 'source_fetch_kind_check', 'segment_lists'),
      ('import', 'import_undo_entity_check', 'segment_listing'),
      ('import_row', 'import_row_entity_check', 'segment_listing'),
      ('import_kept_row', 'import_kept_row_entity_check', 'segment_listing')
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
ALTER TABLE segment_listing ENABLE ROW LEVEL SECURITY;
ALTER TABLE segment_listing FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON segment_listing USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON segment_listing TO app_user;
GRANT SELECT, INSERT ON segment_listing TO app_backup;
