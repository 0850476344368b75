-- Interviews that were deleted lately, with what was cut out of them: for a day they can be brought back. This runs as app_owner.

CREATE TABLE "deleted_interview" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "kept" JSONB NOT NULL,
    "deleted_by" UUID,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deleted_interview_pkey" PRIMARY KEY ("tenant_id","id")
);

-- The new key is checked against the rows of every workspace: for that the owner steps past row security.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deleted_interview
  ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE deleted_interview ENABLE ROW LEVEL SECURITY;
ALTER TABLE deleted_interview FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON deleted_interview USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON deleted_interview TO app_user;
GRANT SELECT, INSERT ON deleted_interview TO app_backup;
