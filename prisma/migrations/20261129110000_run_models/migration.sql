-- Runs of contracts and of Pareto/NBD, and runs of only some customers. This runs as app_owner.

ALTER TABLE clv_run
  DROP CONSTRAINT clv_run_asked_model_check,
  DROP CONSTRAINT clv_run_model_check,
  ADD CONSTRAINT clv_run_asked_model_check CHECK (asked_model IN ('auto', 'bg_nbd', 'mbg_nbd', 'pareto_nbd', 'sbg', 'historic')),
  ADD CONSTRAINT clv_run_model_check CHECK (model IN ('bg_nbd', 'mbg_nbd', 'pareto_nbd', 'sbg', 'historic')),
  -- What is read: orders, or the spans and prices of subscriptions.
  ADD COLUMN "basis" TEXT NOT NULL DEFAULT 'orders' CHECK (basis IN ('orders', 'contracts')),
  -- How often contracts come up for renewal: that of most of them.
  ADD COLUMN "renewal_period" TEXT CHECK (renewal_period IN ('week', 'month', 'quarter', 'year')),
  -- Only of some customers: tiers and dashboards never take it for the workspace's last run.
  ADD COLUMN "is_partial" BOOLEAN NOT NULL DEFAULT false;

-- The owner steps past row security to mark the runs of cohorts in every workspace.
ALTER TABLE clv_run NO FORCE ROW LEVEL SECURITY;
UPDATE clv_run SET is_partial = true WHERE cohort IS NOT NULL;
ALTER TABLE clv_run FORCE ROW LEVEL SECURITY;
