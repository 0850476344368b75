-- Customers who may leave, and what is done about each. This runs as app_owner.

-- Somebody's work on one customer. It is open until it has an outcome; a customer has one open case at most.
CREATE TABLE "defection_case" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    -- The member who answers for it.
    "responsible_id" UUID,
    "next_step" TEXT,
    "due_on" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    -- What the run said when the case was opened.
    "run_id" UUID,
    "p_alive" REAL,
    "at_risk_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "opened_by" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- merged: the customer became one with another who has an open case.
    "outcome" TEXT,
    "closed_by" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "defection_case_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "defection_case_tenant_id_customer_id_opened_at_idx" ON "defection_case"("tenant_id", "customer_id", "opened_at");
CREATE INDEX "defection_case_tenant_id_responsible_id_idx" ON "defection_case"("tenant_id", "responsible_id");
CREATE UNIQUE INDEX "defection_case_open" ON "defection_case"("tenant_id", "customer_id") WHERE closed_at IS NULL;

ALTER TABLE defection_case
  ADD CHECK (outcome IN ('saved', 'lost', 'false_alarm', 'merged')),
  ADD CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  ADD CHECK (p_alive BETWEEN 0 AND 1),
  ADD CHECK (version > 0),
  ADD CHECK (currency ~ '^[A-Z]{3}$');

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while it is made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
ALTER TABLE defection_case
  ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT defection_case_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT defection_case_tenant_id_responsible_id_fkey FOREIGN KEY (tenant_id, responsible_id) REFERENCES membership (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE defection_case ENABLE ROW LEVEL SECURITY;
ALTER TABLE defection_case FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON defection_case USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON defection_case TO app_user;
GRANT SELECT, INSERT ON defection_case TO app_backup;
