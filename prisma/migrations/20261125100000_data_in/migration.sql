-- Data in: where it comes from, and what customers said, did and were charged beside their orders. This runs as app_owner.

-- Every place customer knowledge already lies. A row of a source is told from those of others by the source's own number.
CREATE TABLE "data_source" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_department_id" UUID,
    "refresh_rhythm" TEXT NOT NULL DEFAULT 'on_demand',
    "last_used_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_source_pkey" PRIMARY KEY ("tenant_id","id")
);

-- Registers that hold names only, until their own rooms are built.
CREATE TABLE "touchpoint" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "touchpoint_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "customer_segment" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_segment_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "subscription" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "plan" TEXT,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "price_minor" BIGINT,
    "currency" TEXT,
    "period" TEXT,
    "changed_import_id" UUID,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "signal" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID,
    "audience" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "question" TEXT,
    "metric" TEXT,
    "score" DOUBLE PRECISION,
    "scale_min" DOUBLE PRECISION,
    "scale_max" DOUBLE PRECISION,
    "higher_is_better" BOOLEAN,
    "body" TEXT,
    "language" TEXT,
    "channel" TEXT,
    "touchpoint_id" UUID,
    "segment_id" UUID,
    "department_id" UUID,
    "changed_import_id" UUID,

    CONSTRAINT "signal_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "interaction" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID,
    "kind" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "occurred_at" TIMESTAMPTZ(3),
    "channel" TEXT,
    "duration_seconds" INTEGER,
    "activity" TEXT,
    "outcome" TEXT,
    "subject" TEXT,
    "body" TEXT,
    "touchpoint_id" UUID,
    "department_id" UUID,
    "changed_import_id" UUID,

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "complaint" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID,
    "received_on" DATE NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "closed_on" DATE,
    "status" TEXT,
    "channel" TEXT,
    "product" TEXT,
    "reason" TEXT,
    "sub_reason" TEXT,
    "subject" TEXT,
    "body" TEXT,
    "resolution" TEXT,
    "is_timely" BOOLEAN,
    "is_disputed" BOOLEAN,
    "touchpoint_id" UUID,
    "segment_id" UUID,
    "department_id" UUID,
    "changed_import_id" UUID,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "win_loss" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID,
    "decided_on" DATE NOT NULL,
    "outcome" TEXT NOT NULL,
    "offer" TEXT,
    "competitor" TEXT,
    "reason" TEXT,
    "amount_minor" BIGINT,
    "currency" TEXT,
    "body" TEXT,
    "segment_id" UUID,
    "department_id" UUID,
    "changed_import_id" UUID,

    CONSTRAINT "win_loss_pkey" PRIMARY KEY ("tenant_id","id")
);

-- What one unit of a cost-to-serve activity costs from a day on.
CREATE TABLE "activity_rate" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "activity" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "cost_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "changed_import_id" UUID,

    CONSTRAINT "activity_rate_pkey" PRIMARY KEY ("tenant_id","id")
);

ALTER TABLE "import" ADD COLUMN "source_id" UUID;
ALTER TABLE "import" ALTER COLUMN "undo_entity" DROP NOT NULL, ALTER COLUMN "undo_entity" DROP DEFAULT;
ALTER TABLE "customer_merge" ADD COLUMN "moved" JSONB NOT NULL DEFAULT '{}';

-- One line of a survey file makes a signal of each answer.
ALTER TABLE "import_row" DROP CONSTRAINT "import_row_pkey", ADD CONSTRAINT "import_row_pkey" PRIMARY KEY ("tenant_id","import_id","line","entity","row_id");
ALTER TABLE "import_kept_row" DROP CONSTRAINT "import_kept_row_pkey", ADD CONSTRAINT "import_kept_row_pkey" PRIMARY KEY ("tenant_id","import_id","line","entity","row_id");

CREATE INDEX "data_source_tenant_id_owner_department_id_idx" ON "data_source"("tenant_id", "owner_department_id");
CREATE UNIQUE INDEX "data_source_by_name" ON "data_source"("tenant_id", lower("name"));
CREATE UNIQUE INDEX "touchpoint_by_name" ON "touchpoint"("tenant_id", lower("name"));
CREATE UNIQUE INDEX "customer_segment_by_name" ON "customer_segment"("tenant_id", lower("name"));
CREATE UNIQUE INDEX "subscription_tenant_id_source_id_external_id_key" ON "subscription"("tenant_id", "source_id", "external_id");
CREATE UNIQUE INDEX "signal_tenant_id_source_id_external_id_key" ON "signal"("tenant_id", "source_id", "external_id");
CREATE UNIQUE INDEX "interaction_tenant_id_source_id_external_id_key" ON "interaction"("tenant_id", "source_id", "external_id");
CREATE UNIQUE INDEX "complaint_tenant_id_source_id_external_id_key" ON "complaint"("tenant_id", "source_id", "external_id");
CREATE UNIQUE INDEX "win_loss_tenant_id_source_id_external_id_key" ON "win_loss"("tenant_id", "source_id", "external_id");
CREATE UNIQUE INDEX "activity_rate_tenant_id_source_id_external_id_key" ON "activity_rate"("tenant_id", "source_id", "external_id");
CREATE INDEX "subscription_tenant_id_customer_id_started_on_idx" ON "subscription"("tenant_id", "customer_id", "started_on");
CREATE INDEX "signal_tenant_id_customer_id_occurred_on_idx" ON "signal"("tenant_id", "customer_id", "occurred_on");
CREATE INDEX "signal_tenant_id_occurred_on_idx" ON "signal"("tenant_id", "occurred_on");
CREATE INDEX "interaction_tenant_id_customer_id_occurred_on_idx" ON "interaction"("tenant_id", "customer_id", "occurred_on");
CREATE INDEX "complaint_tenant_id_customer_id_received_on_idx" ON "complaint"("tenant_id", "customer_id", "received_on");
CREATE INDEX "win_loss_tenant_id_customer_id_decided_on_idx" ON "win_loss"("tenant_id", "customer_id", "decided_on");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while
-- they are made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE department NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_kept_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_mapping NO FORCE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['data_source', 'touchpoint', 'customer_segment'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, source_id) REFERENCES data_source (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION', name, name || '_tenant_id_source_id_fkey');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['subscription', 'signal', 'interaction', 'complaint', 'win_loss'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION', name, name || '_tenant_id_customer_id_fkey');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['signal', 'interaction', 'complaint', 'win_loss'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, department_id) REFERENCES department (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION', name, name || '_tenant_id_department_id_fkey');
    EXECUTE format('CREATE INDEX %I ON %I (tenant_id, department_id)', name || '_tenant_id_department_id_idx', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['signal', 'interaction', 'complaint'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, touchpoint_id) REFERENCES touchpoint (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION', name, name || '_tenant_id_touchpoint_id_fkey');
    EXECUTE format('CREATE INDEX %I ON %I (tenant_id, touchpoint_id)', name || '_tenant_id_touchpoint_id_idx', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['signal', 'complaint', 'win_loss'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, segment_id) REFERENCES customer_segment (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION', name, name || '_tenant_id_segment_id_fkey');
    EXECUTE format('CREATE INDEX %I ON %I (tenant_id, segment_id)', name || '_tenant_id_segment_id_idx', name);
  END LOOP;
END $$;
ALTER TABLE data_source ADD CONSTRAINT data_source_tenant_id_owner_department_id_fkey
  FOREIGN KEY (tenant_id, owner_department_id) REFERENCES department (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE import ADD CONSTRAINT import_tenant_id_source_id_fkey
  FOREIGN KEY (tenant_id, source_id) REFERENCES data_source (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION;
CREATE INDEX import_tenant_id_source_id_idx ON import (tenant_id, source_id, created_at);

-- Words the application knows: text with a CHECK, no enum types.
ALTER TABLE data_source
  ADD CHECK (kind IN ('survey', 'complaint_log', 'service_log', 'sales_log', 'crm', 'orders', 'win_loss', 'social', 'reviews', 'finance', 'other')),
  ADD CHECK (refresh_rhythm IN ('live', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'on_demand'));
ALTER TABLE subscription
  ADD CHECK (period IN ('week', 'month', 'quarter', 'year')),
  ADD CHECK (price_minor >= 0),
  ADD CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CHECK (ended_on >= started_on);
ALTER TABLE signal
  ADD CHECK (audience IN ('customer', 'employee')),
  ADD CHECK (metric IN ('nps', 'csat', 'ces', 'rating')),
  ADD CHECK (scale_max > scale_min),
  ADD CHECK (score BETWEEN scale_min AND scale_max);
ALTER TABLE interaction
  ADD CHECK (kind IN ('service', 'sales', 'visit', 'chat', 'other')),
  ADD CHECK (duration_seconds >= 0);
ALTER TABLE complaint ADD CHECK (closed_on >= received_on);
ALTER TABLE win_loss
  ADD CHECK (outcome IN ('won', 'lost', 'no_decision')),
  ADD CHECK (amount_minor >= 0),
  ADD CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE activity_rate
  ADD CHECK (unit IN ('minute', 'contact', 'order', 'visit', 'month')),
  ADD CHECK (cost_minor >= 0),
  ADD CHECK (currency ~ '^[A-Z]{3}$');

-- Every kind of import, and every kind of row in its ledger.
ALTER TABLE import
  DROP CONSTRAINT import_kind_check,
  ADD CONSTRAINT import_kind_check CHECK (kind IN ('customers', 'orders', 'subscriptions', 'signals', 'interactions', 'complaints', 'win_loss', 'activity_rates')),
  DROP CONSTRAINT import_undo_entity_check,
  ADD CONSTRAINT import_undo_entity_check CHECK (undo_entity IN ('order', 'subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate', 'touchpoint', 'segment', 'department', 'customer'));
ALTER TABLE import_row
  DROP CONSTRAINT import_row_entity_check,
  ADD CONSTRAINT import_row_entity_check CHECK (entity IN ('order', 'subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate', 'touchpoint', 'segment', 'department', 'customer')) NOT VALID;
ALTER TABLE import_row VALIDATE CONSTRAINT import_row_entity_check;
ALTER TABLE import_kept_row
  DROP CONSTRAINT import_kept_row_entity_check,
  ADD CONSTRAINT import_kept_row_entity_check CHECK (entity IN ('order', 'subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate', 'touchpoint', 'segment', 'department', 'customer')),
  DROP CONSTRAINT import_kept_row_reason_check,
  ADD CONSTRAINT import_kept_row_reason_check CHECK (reason IN ('changed_by_import', 'changed_by_hand', 'has_orders', 'has_rows', 'customer_gone', 'merged', 'in_use'));
ALTER TABLE import_mapping
  DROP CONSTRAINT import_mapping_kind_check,
  ADD CONSTRAINT import_mapping_kind_check CHECK (kind IN ('customers', 'orders', 'subscriptions', 'signals', 'interactions', 'complaints', 'win_loss', 'activity_rates'));

ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE department FORCE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
ALTER TABLE import_kept_row FORCE ROW LEVEL SECURITY;
ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['data_source', 'touchpoint', 'customer_segment', 'subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
  END LOOP;
END $$;
