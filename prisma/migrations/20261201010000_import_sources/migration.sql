-- The sources that the rows of a file name themselves. This runs as app_owner.

CREATE TABLE "import_source" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "import_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,

    CONSTRAINT "import_source_pkey" PRIMARY KEY ("tenant_id","import_id","source_id")
);

CREATE INDEX "import_source_tenant_id_source_id_idx" ON "import_source"("tenant_id", "source_id");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE import NO FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_source
  ADD CONSTRAINT import_source_tenant_id_import_id_fkey FOREIGN KEY (tenant_id, import_id) REFERENCES import (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT import_source_tenant_id_source_id_fkey FOREIGN KEY (tenant_id, source_id) REFERENCES data_source (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE data_source FORCE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE import_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_source FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON import_source USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON import_source TO app_user;
GRANT SELECT, INSERT ON import_source TO app_backup;
