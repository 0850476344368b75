-- Margin, cost to serve and profit of each customer; RFM cells and cohorts; value at each month's end.
-- This runs as app_owner.

ALTER TABLE "customer_value"
  ADD COLUMN "margin_minor" BIGINT,
  ADD COLUMN "cost_to_serve_minor" BIGINT,
  ADD COLUMN "profit_minor" BIGINT;

ALTER TABLE "value_snapshot"
  ADD COLUMN "economics" JSONB,
  ADD COLUMN "cells" JSONB,
  ADD COLUMN "cohorts" JSONB;

CREATE TABLE "value_month" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "month_end_on" DATE NOT NULL,
    "segment" TEXT NOT NULL,
    "customers" INTEGER NOT NULL,
    "order_count" BIGINT NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "revenue_squared_deviations" DOUBLE PRECISION NOT NULL,
    "margin_minor" BIGINT,
    "cost_to_serve_minor" BIGINT,
    "profit_minor" BIGINT,
    "profit_squared_deviations" DOUBLE PRECISION,
    "orders_key" TEXT NOT NULL,
    "rates_key" TEXT NOT NULL,

    CONSTRAINT "value_month_pkey" PRIMARY KEY ("tenant_id","month_end_on","segment")
);

-- The customers list by profit, and the customers of an RFM cell.
CREATE INDEX customer_value_by_profit ON customer_value (tenant_id, profit_minor DESC NULLS LAST, customer_id);
CREATE INDEX customer_value_by_scores ON customer_value (tenant_id, recency_score, frequency_score, monetary_score);

ALTER TABLE value_month
  ADD CHECK (customers > 0),
  ADD CHECK (order_count >= 0),
  ADD CHECK (revenue_minor >= 0),
  ADD CHECK (revenue_squared_deviations >= 0),
  ADD CHECK (cost_to_serve_minor >= 0),
  ADD CHECK (profit_squared_deviations >= 0);

-- A new key is checked against the rows of every workspace: for that the owner steps past row security.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE value_month ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

ALTER TABLE value_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE value_month FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON value_month USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON value_month TO app_user;
