-- Tiers of customers by value, and how each is treated. This runs as app_owner.

-- One row for each policy there was; the last one is in force. Without a row the usual policy is.
CREATE TABLE "tier_policy" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "version" INTEGER NOT NULL,
    -- What a tier's share is a share of.
    "cut_by" TEXT NOT NULL,
    "tiers" JSONB NOT NULL,
    -- What no tier may go below.
    "floor" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tier_policy_pkey" PRIMARY KEY ("tenant_id","version")
);

ALTER TABLE tier_policy
  ADD CHECK (version > 0),
  ADD CHECK (cut_by IN ('customers', 'value')),
  ADD CHECK (jsonb_array_length(tiers) BETWEEN 2 AND 6);

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE tier_policy ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE tier_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE tier_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON tier_policy USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON tier_policy TO app_user;
GRANT SELECT, INSERT ON tier_policy TO app_backup;
