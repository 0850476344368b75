-- An order that is called off after it was imported leaves; the ledger holds it whole, with its lines and what came back of it,
-- so that Undo brings it back. This runs as app_owner.
ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY;
ALTER TABLE import_row
  DROP CONSTRAINT import_row_action_check,
  ADD CONSTRAINT import_row_action_check CHECK (action IN ('created', 'updated', 'removed')) NOT VALID;
ALTER TABLE import_row VALIDATE CONSTRAINT import_row_action_check;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;

-- An earlier import that is undone asks whether its orders were removed since.
CREATE INDEX "import_row_removed" ON "import_row"("tenant_id", "row_id") WHERE action = 'removed';
