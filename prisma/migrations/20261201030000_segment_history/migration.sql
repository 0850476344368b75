-- What rules ask of needs and of the last days, how rules were before, and which attributes are sensitive. This runs as app_owner.

-- NULL where there is nothing: it costs no space, and most customers have nothing.
ALTER TABLE customer_fact
  -- Ids of needs, in order: answered at all, important, satisfied, and important without being satisfied.
  ADD COLUMN "needs_answered" TEXT[],
  ADD COLUMN "needs_important" TEXT[],
  ADD COLUMN "needs_satisfied" TEXT[],
  ADD COLUMN "needs_unmet" TEXT[],
  -- Of the last 30, 90 and 365 days.
  ADD COLUMN "order_count_30d" INTEGER,
  ADD COLUMN "order_count_90d" INTEGER,
  ADD COLUMN "order_count_365d" INTEGER,
  ADD COLUMN "revenue_minor_30d" BIGINT,
  ADD COLUMN "revenue_minor_90d" BIGINT,
  ADD COLUMN "revenue_minor_365d" BIGINT,
  ADD COLUMN "complaint_count_30d" INTEGER,
  ADD COLUMN "complaint_count_90d" INTEGER,
  ADD COLUMN "complaint_count_365d" INTEGER,
  ADD COLUMN "interaction_count_30d" INTEGER,
  ADD COLUMN "interaction_count_90d" INTEGER,
  ADD COLUMN "interaction_count_365d" INTEGER;

-- Who ordered a product is asked while a rule is written: found without reading every order.
CREATE INDEX "customer_order_by_product" ON "customer_order"("tenant_id", "product_code", "customer_id") WHERE product_code IS NOT NULL;
CREATE INDEX "order_line_by_product" ON "order_line"("tenant_id", "product_code", "order_id") WHERE product_code IS NOT NULL;

-- Whether an attribute is sensitive, as a person says; NULL: as its name suggests.
ALTER TABLE customer_attribute ADD COLUMN "is_sensitive" BOOLEAN;

-- Every rule that a segment has had, by the version that figures name.
CREATE TABLE "segment_rule" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "segment_id" UUID NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "rule" JSONB NOT NULL,
    "changed_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "segment_rule_pkey" PRIMARY KEY ("tenant_id","segment_id","rule_version")
);
ALTER TABLE segment_rule ADD CHECK (rule_version > 0);

-- Which rule made a day's figure; NULL for a list, and for days before this was kept.
ALTER TABLE segment_figure ADD COLUMN "rule_version" INTEGER;

-- New keys are checked against the rows of every workspace, and rules are copied from all: for that the owner steps past row security.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_segment NO FORCE ROW LEVEL SECURITY;
INSERT INTO segment_rule (tenant_id, segment_id, rule_version, rule, changed_by, changed_at)
SELECT tenant_id, id, rule_version, rule, CASE WHEN rule_version = 1 THEN created_by END, CASE WHEN rule_version = 1 THEN created_at ELSE updated_at END
FROM customer_segment WHERE rule IS NOT NULL;
ALTER TABLE segment_rule
  ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT segment_rule_tenant_id_segment_id_fkey FOREIGN KEY (tenant_id, segment_id) REFERENCES customer_segment (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE customer_segment FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE segment_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE segment_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON segment_rule USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON segment_rule TO app_user;
GRANT SELECT, INSERT ON segment_rule TO app_backup;
