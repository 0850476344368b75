-- What a contact costs by channel when a run was asked for, as a workspace has it: null where contacts cost nothing in it, because value
-- is revenue or nothing tells a price. This runs as app_owner.
ALTER TABLE "clv_run" ADD COLUMN "cost_per_contact_minor" JSONB;
