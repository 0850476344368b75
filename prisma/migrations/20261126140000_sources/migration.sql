-- Who said that a decision last rested on a source. This runs as app_owner.

ALTER TABLE "data_source" ADD COLUMN "last_used_by" UUID;
CREATE INDEX "data_source_tenant_id_last_used_by_idx" ON "data_source"("tenant_id", "last_used_by");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source
  ADD CONSTRAINT data_source_tenant_id_last_used_by_fkey
    FOREIGN KEY (tenant_id, last_used_by) REFERENCES membership (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION,
  ADD CHECK (last_used_by IS NULL OR last_used_on IS NOT NULL);
ALTER TABLE data_source FORCE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
