-- Orders as lines, and what came back of them. This runs as app_owner.

-- amount_minor stays what value is computed from: what was ordered less what came back, never below 0. The ordered amount
-- is kept apart only where something came back, so that orders without returns stay as small as they are.
ALTER TABLE "customer_order"
  ADD COLUMN "gross_minor" BIGINT,
  ADD COLUMN "returned_minor" BIGINT NOT NULL DEFAULT 0;

-- One line of an order. The number tells it from the others of its order: its product, and which of those with it.
CREATE TABLE "order_line" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "product_code" TEXT,
    "description" TEXT,
    "quantity" INTEGER,
    "unit_price_minor" BIGINT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "changed_import_id" UUID,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("tenant_id","id")
);

-- What came back. Without an order until one is found: then it counts nowhere. It goes with its order, save where Undo
-- takes that back.
CREATE TABLE "order_return" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "order_id" UUID,
    -- Of a return that was changed and is matched anew: the order that still counts it.
    "left_order_id" UUID,
    "number" TEXT,
    "return_of" TEXT,
    "returned_on" DATE NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "quantity" INTEGER,
    "product_code" TEXT,
    "changed_import_id" UUID,

    CONSTRAINT "order_return_pkey" PRIMARY KEY ("tenant_id","id")
);

-- Returns of this import that found no order.
ALTER TABLE "import" ADD COLUMN "unmatched_returns" INTEGER NOT NULL DEFAULT 0;

CREATE UNIQUE INDEX "order_line_tenant_id_order_id_number_key" ON "order_line"("tenant_id", "order_id", "number");
CREATE UNIQUE INDEX "order_return_tenant_id_external_id_key" ON "order_return"("tenant_id", "external_id");
CREATE INDEX "order_return_tenant_id_order_id_idx" ON "order_return"("tenant_id", "order_id");
CREATE INDEX "order_return_tenant_id_customer_id_returned_on_idx" ON "order_return"("tenant_id", "customer_id", "returned_on");
CREATE INDEX "order_return_without_order" ON "order_return"("tenant_id", "customer_id") WHERE "order_id" IS NULL;

-- A new key or word is checked against the rows of every workspace: for that the owner steps past row security meanwhile.
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_order NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_kept_row NO FORCE ROW LEVEL SECURITY;

ALTER TABLE customer_order
  ADD CHECK (returned_minor >= 0),
  ADD CHECK ((gross_minor IS NULL) = (returned_minor = 0)),
  ADD CHECK (gross_minor IS NULL OR amount_minor = greatest(gross_minor - returned_minor, 0));
ALTER TABLE order_line
  ADD CONSTRAINT order_line_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES customer_order (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CHECK (quantity >= 0),
  ADD CHECK (unit_price_minor >= 0),
  ADD CHECK (amount_minor >= 0);
ALTER TABLE order_return
  ADD CONSTRAINT order_return_tenant_id_customer_id_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CONSTRAINT order_return_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES customer_order (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION,
  ADD CHECK (amount_minor >= 0),
  ADD CHECK (quantity >= 0),
  ADD CHECK (currency ~ '^[A-Z]{3}$');

-- Every kind of row in the ledger of an import. A return_match is a return of an earlier import that found its order.
ALTER TABLE import
  ADD CHECK (unmatched_returns >= 0),
  DROP CONSTRAINT import_undo_entity_check,
  ADD CONSTRAINT import_undo_entity_check CHECK (undo_entity IN ('order', 'order_line', 'order_return', 'return_match', 'subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate', 'touchpoint', 'segment', 'department', 'customer'));
ALTER TABLE import_row
  DROP CONSTRAINT import_row_entity_check,
  ADD CONSTRAINT import_row_entity_check CHECK (entity IN ('order', 'order_line', 'order_return', 'return_match', 'subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate', 'touchpoint', 'segment', 'department', 'customer')) NOT VALID;
ALTER TABLE import_row VALIDATE CONSTRAINT import_row_entity_check;
ALTER TABLE import_kept_row
  DROP CONSTRAINT import_kept_row_entity_check,
  ADD CONSTRAINT import_kept_row_entity_check CHECK (entity IN ('order', 'order_line', 'order_return', 'return_match', 'subscription', 'signal', 'interaction', 'complaint', 'win_loss', 'activity_rate', 'touchpoint', 'segment', 'department', 'customer'));

ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_order FORCE ROW LEVEL SECURITY;
ALTER TABLE import FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
ALTER TABLE import_kept_row FORCE ROW LEVEL SECURITY;

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['order_line', 'order_return'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
  END LOOP;
END $$;
