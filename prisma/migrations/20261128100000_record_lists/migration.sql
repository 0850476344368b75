-- Lists of records by day, the last first, in pages and in the API. Orders have none: each one more slows every import of
-- millions, and their list is by entry. This runs as app_owner.
CREATE INDEX "interaction_tenant_id_occurred_on_idx" ON "interaction"("tenant_id", "occurred_on");
CREATE INDEX "complaint_tenant_id_received_on_idx" ON "complaint"("tenant_id", "received_on");
CREATE INDEX "subscription_tenant_id_started_on_idx" ON "subscription"("tenant_id", "started_on");
CREATE INDEX "win_loss_tenant_id_decided_on_idx" ON "win_loss"("tenant_id", "decided_on");
CREATE INDEX "activity_rate_tenant_id_valid_from_idx" ON "activity_rate"("tenant_id", "valid_from");
CREATE INDEX "order_return_tenant_id_returned_on_idx" ON "order_return"("tenant_id", "returned_on");
