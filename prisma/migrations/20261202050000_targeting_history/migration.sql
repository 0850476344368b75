-- How targets and the weights of their score were before: each state under the version it had. This runs as app_owner.

-- What somebody said of a segment as a target, at every version of it.
CREATE TABLE "segment_target_version" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "segment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "fit" SMALLINT,
    "capacity" SMALLINT,
    "competency" SMALLINT,
    "rank" INTEGER,
    "rank_why" TEXT,
    "not_why" TEXT,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "segment_target_version_pkey" PRIMARY KEY ("tenant_id","segment_id","version")
);
ALTER TABLE segment_target_version
  ADD CHECK (fit BETWEEN 1 AND 5),
  ADD CHECK (capacity BETWEEN 1 AND 5),
  ADD CHECK (competency BETWEEN 1 AND 5),
  ADD CHECK (rank > 0),
  ADD CHECK ((rank IS NULL) = (rank_why IS NULL)),
  ADD CHECK (version > 0);

-- The weights of the targeting score, at every version of them.
CREATE TABLE "targeting_policy_version" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "version" INTEGER NOT NULL,
    "weights" JSONB NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "targeting_policy_version_pkey" PRIMARY KEY ("tenant_id","version")
);
ALTER TABLE targeting_policy_version ADD CHECK (version > 0);

-- New keys are checked against the rows of every workspace, and states are copied from all: for that the owner steps past row security.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_segment NO FORCE ROW LEVEL SECURITY;
ALTER TABLE segment_target NO FORCE ROW LEVEL SECURITY;
ALTER TABLE targeting_policy NO FORCE ROW LEVEL SECURITY;
INSERT INTO segment_target_version (tenant_id, segment_id, version, fit, capacity, competency, rank, rank_why, not_why, changed_by, changed_at)
SELECT tenant_id, segment_id, version, fit, capacity, competency, rank, rank_why, not_why, updated_by, updated_at FROM segment_target;
INSERT INTO targeting_policy_version (tenant_id, version, weights, changed_by, changed_at)
SELECT tenant_id, version, weights, updated_by, updated_at FROM targeting_policy;
ALTER TABLE segment_target_version
  ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT segment_target_version_tenant_id_segment_id_fkey FOREIGN KEY (tenant_id, segment_id) REFERENCES customer_segment (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE targeting_policy_version
  ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE targeting_policy FORCE ROW LEVEL SECURITY;
ALTER TABLE segment_target FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_segment FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['segment_target_version', 'targeting_policy_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_backup', name);
  END LOOP;
END $$;
