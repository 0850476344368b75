-- Groups of customers that a computation suggests as segments. This runs as app_owner.

-- The last computation of a workspace; asked for and not yet done while found is NULL or older than asked_at.
CREATE TABLE "segment_suggestion" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "computed_at" TIMESTAMPTZ(3),
    -- As lib/segments/suggestions/stored.ts reads it.
    "found" JSONB,

    CONSTRAINT "segment_suggestion_pkey" PRIMARY KEY ("tenant_id")
);

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE segment_suggestion
  ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CHECK ((found IS NULL) = (computed_at IS NULL));
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE segment_suggestion ENABLE ROW LEVEL SECURITY;
ALTER TABLE segment_suggestion FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON segment_suggestion USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON segment_suggestion TO app_user;
GRANT SELECT, INSERT ON segment_suggestion TO app_backup;
