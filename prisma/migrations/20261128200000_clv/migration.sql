-- What customers will be worth: runs of a model, and what each run says of each customer. This runs as app_owner.

-- One computation, asked for by a person, a key or the night. What was asked stands beside what was found.
CREATE TABLE "clv_run" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'queued',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "is_scheduled" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "stage" TEXT,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    -- What was asked.
    "asked_model" TEXT NOT NULL,
    "asked_cutoff_on" DATE,
    "horizon_months" INTEGER NOT NULL,
    "discount_rate_annual" DOUBLE PRECISION NOT NULL,
    "margin_rate" DOUBLE PRECISION,
    "cost_per_order_minor" BIGINT,
    "cohort" JSONB,
    -- What was found.
    "currency" TEXT NOT NULL,
    "cutoff_on" DATE,
    "model" TEXT,
    "customers" INTEGER,
    "repeaters" INTEGER,
    "fit" JSONB,
    "spend" JSONB,
    "holdout" JSONB,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "totals" JSONB,
    "code_version" TEXT,
    -- Milliseconds spent reading, computing and writing.
    "timings" JSONB,
    -- Whether every score is kept, or tier and total only.
    "is_whole" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "clv_run_pkey" PRIMARY KEY ("tenant_id","id")
);

-- What a run says of a customer. Expectations are null where there is no model but only what was earned so far.
CREATE TABLE "clv_score" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "run_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "value_minor" BIGINT NOT NULL,
    "tier" SMALLINT NOT NULL,
    "percentile" REAL,
    "p_alive" REAL,
    "expected_purchases" REAL,
    "expected_spend_minor" DOUBLE PRECISION,
    "historic_minor" BIGINT,
    "at_risk_minor" BIGINT,
    "low_minor" BIGINT,
    "high_minor" BIGINT,

    CONSTRAINT "clv_score_pkey" PRIMARY KEY ("tenant_id","customer_id","run_id")
);

CREATE INDEX "clv_run_tenant_id_created_at_idx" ON "clv_run"("tenant_id", "created_at");
CREATE INDEX "clv_run_tenant_id_created_by_idx" ON "clv_run"("tenant_id", "created_by");
CREATE INDEX "clv_score_tenant_id_run_id_value_minor_customer_id_idx" ON "clv_score"("tenant_id", "run_id", "value_minor", "customer_id");
-- The watch list.
CREATE INDEX "clv_score_tenant_id_run_id_at_risk_minor_customer_id_idx" ON "clv_score"("tenant_id", "run_id", "at_risk_minor", "customer_id");

ALTER TABLE clv_run
  ADD CHECK (status IN ('queued', 'running', 'succeeded', 'refused', 'failed')),
  ADD CHECK (asked_model IN ('auto', 'bg_nbd', 'mbg_nbd', 'sbg', 'historic')),
  ADD CHECK (model IN ('bg_nbd', 'mbg_nbd', 'sbg', 'historic')),
  ADD CHECK (stage IN ('reading', 'choosing', 'fitting', 'scoring', 'intervals', 'writing')),
  ADD CHECK (percent BETWEEN 0 AND 100),
  ADD CHECK (horizon_months BETWEEN 1 AND 120),
  ADD CHECK (discount_rate_annual >= 0 AND discount_rate_annual <= 1),
  ADD CHECK (margin_rate >= 0 AND margin_rate <= 1),
  ADD CHECK (currency ~ '^[A-Z]{3}$');

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE clv_run ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE clv_score
  ADD CONSTRAINT clv_score_tenant_id_run_id_fkey FOREIGN KEY (tenant_id, run_id) REFERENCES clv_run (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT clv_score_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CHECK (tier BETWEEN 1 AND 9),
  ADD CHECK (p_alive BETWEEN 0 AND 1),
  ADD CHECK (percentile BETWEEN 0 AND 100);
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['clv_run', 'clv_score'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON clv_run, clv_score TO app_backup;
