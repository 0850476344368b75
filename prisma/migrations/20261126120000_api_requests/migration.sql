-- What a program asked for with an Idempotency-Key and what it was answered, for a day. This runs as app_owner.
CREATE TABLE "api_request" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "api_key_id" UUID NOT NULL,
    "request_key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" INTEGER,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_request_pkey" PRIMARY KEY ("tenant_id","api_key_id","request_key")
);

CREATE INDEX "api_request_tenant_id_created_at_idx" ON "api_request"("tenant_id", "created_at");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security.
ALTER TABLE api_key NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "api_request" ADD CONSTRAINT "api_request_tenant_id_api_key_id_fkey"
  FOREIGN KEY ("tenant_id", "api_key_id") REFERENCES "api_key" ("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;

-- What a program says of a customer's purposes.
ALTER TABLE customer_consent
  DROP CONSTRAINT customer_consent_source_check,
  ADD CONSTRAINT customer_consent_source_check CHECK (source IN ('import', 'customer_page', 'merge', 'api'));

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
ALTER TABLE api_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_request FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON api_request USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON api_request TO app_user;
