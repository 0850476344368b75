-- Imports in full: undo, remembered mappings, how each file was read. This runs as app_owner.

ALTER TABLE "customer_order" ADD COLUMN "changed_import_id" UUID;

ALTER TABLE "import"
  ADD COLUMN "reading" JSONB,
  ADD COLUMN "undo_entity" TEXT NOT NULL DEFAULT 'order',
  ADD COLUMN "undo_line" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "undo_rows" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "undo_removed" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "undo_restored" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "undo_kept" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "undo_failure" TEXT;

CREATE TABLE "import_kept_row" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "entity" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "import_kept_row_pkey" PRIMARY KEY ("tenant_id","import_id","line","entity")
);

CREATE TABLE "import_mapping" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "headers" TEXT[],
    "mapping" JSONB NOT NULL,
    "file_name" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("tenant_id","kind","fingerprint")
);

CREATE INDEX "customer_tenant_id_created_import_id_idx" ON "customer"("tenant_id", "created_import_id");
CREATE INDEX "import_mapping_tenant_id_used_at_idx" ON "import_mapping"("tenant_id", "used_at");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while
-- they are made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import NO FORCE ROW LEVEL SECURITY;

ALTER TABLE "import_kept_row" ADD CONSTRAINT "import_kept_row_tenant_id_import_id_fkey" FOREIGN KEY ("tenant_id", "import_id") REFERENCES "import"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE import
  DROP CONSTRAINT import_status_check,
  ADD CONSTRAINT import_status_check CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'undoing', 'undone')),
  ADD CHECK (undo_entity IN ('order', 'customer'));
ALTER TABLE import_kept_row
  ADD CHECK (entity IN ('customer', 'order')),
  ADD CHECK (reason IN ('changed_by_import', 'changed_by_hand', 'has_orders', 'customer_gone', 'merged'));
ALTER TABLE import_mapping ADD CHECK (kind IN ('customers', 'orders'));
ALTER TABLE import_mapping ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['import_kept_row', 'import_mapping'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
  END LOOP;
END $$;

-- Imports that can still be undone: their orders learn who wrote them last.
ALTER TABLE customer_order NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY;
UPDATE customer_order o SET changed_import_id = l.import_id
FROM (SELECT DISTINCT ON (tenant_id, row_id) tenant_id, row_id, import_id FROM import_row
  WHERE entity = 'order' ORDER BY tenant_id, row_id, import_id DESC) l
WHERE o.tenant_id = l.tenant_id AND o.id = l.row_id;
ALTER TABLE customer_order FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
