-- A rule over many customers is first estimated from some of them, drawn by chance. This runs as app_owner.

-- Which of 64 slots a customer fell into when the row was written. The column is older than no row: all are drawn anew here.
ALTER TABLE customer_fact NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_fact
  ADD COLUMN "sample_slot" SMALLINT NOT NULL DEFAULT floor(random() * 64)::smallint CHECK (sample_slot BETWEEN 0 AND 63);
ALTER TABLE customer_fact FORCE ROW LEVEL SECURITY;

CREATE INDEX "customer_fact_by_slot" ON "customer_fact"("tenant_id", "sample_slot");
