-- What it costs to keep a customer for a year while they are one: campaigns, a loyalty programme. null: not set. A run keeps the cost it was
-- asked for with; null where none is taken off. This runs as app_owner.
ALTER TABLE "tenant"
  ADD COLUMN "retention_cost_per_year_minor" BIGINT,
  ADD CHECK (retention_cost_per_year_minor >= 0);
ALTER TABLE "clv_run" ADD COLUMN "retention_cost_per_year_minor" BIGINT;
GRANT UPDATE (retention_cost_per_year_minor) ON tenant TO app_user;
