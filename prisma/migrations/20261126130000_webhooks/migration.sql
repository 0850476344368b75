-- Webhooks by Standard Webhooks, out and in. This runs as app_owner.

CREATE TABLE "webhook_endpoint" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret" TEXT NOT NULL,
    "former_secret" TEXT,
    "former_until" TIMESTAMPTZ(3),
    "off_at" TIMESTAMPTZ(3),
    "off_reason" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("tenant_id","id")
);

-- The outbox and its log: one row for each event and endpoint, written with the change. Its id is the message's.
CREATE TABLE "webhook_delivery" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "round_tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_try_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "last_tried_at" TIMESTAMPTZ(3),
    "answer_status" INTEGER,
    "answer_head" TEXT,
    "failure" TEXT,
    "elapsed_ms" INTEGER,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "incoming_hook" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "scored_questions" JSONB NOT NULL DEFAULT '{}',
    "secret" TEXT NOT NULL,
    "former_secret" TEXT,
    "former_until" TIMESTAMPTZ(3),
    "off_at" TIMESTAMPTZ(3),
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incoming_hook_pkey" PRIMARY KEY ("tenant_id","id")
);

-- What was received: a message that comes again is known by its id.
CREATE TABLE "incoming_message" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "hook_id" UUID NOT NULL,
    "message_sha256" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "incoming_message_pkey" PRIMARY KEY ("tenant_id","hook_id","message_sha256")
);

CREATE INDEX "webhook_delivery_tenant_id_endpoint_id_id_idx" ON "webhook_delivery"("tenant_id", "endpoint_id", "id");
CREATE INDEX "webhook_delivery_tenant_id_created_at_idx" ON "webhook_delivery"("tenant_id", "created_at");
CREATE INDEX "webhook_delivery_waiting" ON "webhook_delivery"("tenant_id", "next_try_at") WHERE status = 'waiting';
CREATE INDEX "incoming_hook_id_idx" ON "incoming_hook"("id");
CREATE INDEX "incoming_hook_tenant_id_source_id_idx" ON "incoming_hook"("tenant_id", "source_id");
CREATE INDEX "incoming_message_tenant_id_hook_id_received_at_idx" ON "incoming_message"("tenant_id", "hook_id", "received_at");
CREATE INDEX "incoming_message_tenant_id_received_at_idx" ON "incoming_message"("tenant_id", "received_at");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while they are made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_tenant_id_endpoint_id_fkey" FOREIGN KEY ("tenant_id", "endpoint_id") REFERENCES "webhook_endpoint"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "incoming_hook" ADD CONSTRAINT "incoming_hook_tenant_id_source_id_fkey" FOREIGN KEY ("tenant_id", "source_id") REFERENCES "data_source"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "incoming_message" ADD CONSTRAINT "incoming_message_tenant_id_hook_id_fkey" FOREIGN KEY ("tenant_id", "hook_id") REFERENCES "incoming_hook"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What Prisma does not write: checks, and the keys to global tables.
ALTER TABLE webhook_endpoint
  ADD CHECK (off_reason IN ('by_hand', 'dead_end', 'gone'));
ALTER TABLE webhook_delivery
  ADD CHECK (status IN ('waiting', 'delivered', 'dead')),
  ADD CHECK (event IN ('import.finished', 'import.undone', 'customer.merged', 'signals.written', 'complaints.written', 'interactions.written'));
ALTER TABLE incoming_hook
  ADD CHECK (kind IN ('signals', 'complaints', 'interactions')),
  ADD CHECK (format IN ('items', 'formbricks'));
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook_endpoint', 'webhook_delivery', 'incoming_hook', 'incoming_message'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION', name);
  END LOOP;
END $$;
ALTER TABLE data_source FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook_endpoint', 'webhook_delivery', 'incoming_hook', 'incoming_message'] LOOP
    -- Row security. Every tenant table: its own rows only, for every role, the owner included.
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
  END LOOP;
END $$;

-- A message comes before anybody is known: its hook says whose it is. A former secret is told while it counts.
CREATE POLICY definer ON incoming_hook FOR SELECT TO app_definer USING (true);
GRANT CREATE ON SCHEMA public TO app_definer;
CREATE FUNCTION find_incoming_hook(hook uuid)
RETURNS TABLE (tenant_id uuid, secret text, former_secret text, now_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h.tenant_id, h.secret, CASE WHEN h.former_until > now() THEN h.former_secret END, now()
  FROM incoming_hook h JOIN tenant t ON t.id = h.tenant_id AND t.delete_after IS NULL
  WHERE h.id = hook AND h.off_at IS NULL
$$;
REVOKE ALL ON FUNCTION find_incoming_hook(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_incoming_hook(uuid) TO app_user;
ALTER FUNCTION find_incoming_hook(uuid) OWNER TO app_definer;
REVOKE CREATE ON SCHEMA public FROM app_definer;
GRANT SELECT, INSERT ON webhook_endpoint, webhook_delivery, incoming_hook, incoming_message TO app_backup;
