-- People, departments, audit, opening hours, saved views. This runs as app_owner.

ALTER TABLE "tenant"
  ADD COLUMN "cost_per_return_minor" BIGINT,
  ADD COLUMN "cost_per_contact_minor" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "audit_retention_days" INTEGER NOT NULL DEFAULT 730,
  ADD COLUMN "reject_retention_days" INTEGER NOT NULL DEFAULT 30,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "account"
  ADD COLUMN "email_verified_at" TIMESTAMPTZ(3),
  ADD COLUMN "totp_secret" TEXT,
  ADD COLUMN "totp_confirmed_at" TIMESTAMPTZ(3),
  ADD COLUMN "totp_last_step" BIGINT,
  ADD COLUMN "locale" TEXT,
  ADD COLUMN "time_zone" TEXT,
  ADD COLUMN "theme" TEXT NOT NULL DEFAULT 'system',
  ADD COLUMN "density" TEXT NOT NULL DEFAULT 'comfortable',
  ADD COLUMN "has_single_keys" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "account_session"
  ADD COLUMN "user_agent" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "caller_address" TEXT NOT NULL DEFAULT '';

ALTER TABLE "membership"
  ADD COLUMN "access_changed_at" TIMESTAMPTZ(3),
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "api_key" ADD COLUMN "created_by" UUID;

ALTER TABLE "department"
  ADD COLUMN "parent_id" UUID,
  ADD COLUMN "head_id" UUID,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

CREATE TABLE "account_recovery_code" (
    "account_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_recovery_code_pkey" PRIMARY KEY ("account_id","sha256")
);

CREATE TABLE "account_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_identity_pkey" PRIMARY KEY ("issuer","subject")
);

CREATE TABLE "account_token" (
    "sha256" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("sha256")
);

CREATE TABLE "outbox_mail" (
    "id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outbox_mail_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "invitation" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "department_ids" UUID[],
    "sha256" TEXT NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "audit_event" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "business_calendar" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "valid_from_on" DATE NOT NULL,
    "hours" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "business_calendar_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "saved_view" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE INDEX "account_identity_account_id_idx" ON "account_identity"("account_id");
CREATE INDEX "account_token_account_id_idx" ON "account_token"("account_id");
CREATE INDEX "department_tenant_id_parent_id_idx" ON "department"("tenant_id", "parent_id");
CREATE INDEX "department_tenant_id_head_id_idx" ON "department"("tenant_id", "head_id");
CREATE INDEX "invitation_sha256_idx" ON "invitation"("sha256");
CREATE INDEX "invitation_tenant_id_created_at_idx" ON "invitation"("tenant_id", "created_at");
CREATE INDEX "audit_event_tenant_id_at_id_idx" ON "audit_event"("tenant_id", "at", "id");
CREATE INDEX "audit_event_tenant_id_action_id_idx" ON "audit_event"("tenant_id", "action", "id");
CREATE INDEX "audit_event_tenant_id_object_type_object_id_id_idx" ON "audit_event"("tenant_id", "object_type", "object_id", "id");
CREATE INDEX "audit_event_tenant_id_actor_id_id_idx" ON "audit_event"("tenant_id", "actor_id", "id");
CREATE INDEX "business_calendar_tenant_id_valid_from_on_id_idx" ON "business_calendar"("tenant_id", "valid_from_on", "id");
CREATE UNIQUE INDEX "saved_view_tenant_id_membership_id_list_name_key" ON "saved_view"("tenant_id", "membership_id", "list", "name");

-- A new key is checked against the rows of every workspace: for that the owner steps past row security while
-- they are made.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE account NO FORCE ROW LEVEL SECURITY;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
ALTER TABLE department NO FORCE ROW LEVEL SECURITY;

ALTER TABLE "department" ADD CONSTRAINT "department_tenant_id_parent_id_fkey" FOREIGN KEY ("tenant_id", "parent_id") REFERENCES "department"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "department" ADD CONSTRAINT "department_tenant_id_head_id_fkey" FOREIGN KEY ("tenant_id", "head_id") REFERENCES "membership"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_tenant_id_membership_id_fkey" FOREIGN KEY ("tenant_id", "membership_id") REFERENCES "membership"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- What Prisma does not write: checks, and the keys to global tables.
ALTER TABLE tenant
  ADD CHECK (audit_retention_days BETWEEN 30 AND 3650),
  ADD CHECK (reject_retention_days BETWEEN 1 AND 365);
ALTER TABLE account
  ADD CHECK (theme IN ('system', 'light', 'dark')),
  ADD CHECK (density IN ('comfortable', 'compact'));
ALTER TABLE account_token ADD CHECK (purpose IN ('verify_email', 'reset_password'));
ALTER TABLE department ADD CHECK (parent_id <> id);
ALTER TABLE invitation ADD CHECK (role IN ('owner', 'cx_manager', 'department_head', 'executive', 'frontline', 'auditor'));
ALTER TABLE audit_event ADD CHECK (actor_kind IN ('member', 'api_key', 'job', 'operator'));

ALTER TABLE account_recovery_code ADD FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE account_identity ADD FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE account_token ADD FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE invitation ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE audit_event ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE business_calendar ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE department FORCE ROW LEVEL SECURITY;

-- Row security. Every tenant table: its own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['invitation', 'audit_event', 'business_calendar', 'saved_view'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['account_recovery_code', 'account_identity', 'account_token', 'outbox_mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON %I TO app_definer USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_definer', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation, saved_view TO app_user;
-- Append-only: what happened is neither changed nor taken back.
GRANT SELECT, INSERT ON audit_event, business_calendar TO app_user;
GRANT UPDATE (cost_per_return_minor, cost_per_contact_minor, audit_retention_days, reject_retention_days, version) ON tenant TO app_user;
GRANT SELECT (email_verified_at, totp_confirmed_at) ON account TO app_user;

-- What the definer functions below need.
GRANT CREATE ON SCHEMA public TO app_definer;
GRANT INSERT, UPDATE ON account, membership TO app_definer;
GRANT INSERT, DELETE ON membership_department TO app_definer;
GRANT INSERT ON tenant TO app_definer;
GRANT SELECT, UPDATE ON invitation TO app_definer;
GRANT SELECT, INSERT, DELETE ON audit_event TO app_definer;
GRANT SELECT ON department TO app_definer;
CREATE POLICY definer_write ON account TO app_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_write ON membership TO app_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_write ON membership_department TO app_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_write ON tenant TO app_definer USING (true) WITH CHECK (true);
CREATE POLICY definer ON invitation TO app_definer USING (true) WITH CHECK (true);
CREATE POLICY definer ON audit_event TO app_definer USING (true) WITH CHECK (true);
CREATE POLICY definer ON department FOR SELECT TO app_definer USING (true);

DROP FUNCTION find_credentials(text);
DROP FUNCTION open_session(uuid, uuid, int, timestamptz);
DROP FUNCTION resolve_session(uuid);
DROP FUNCTION purge_expired();

-- One event in every workspace a person belongs to: what happened to the person matters there.
CREATE FUNCTION record_account_event(for_account uuid, what text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO audit_event (tenant_id, id, actor_kind, actor_id, action, object_type, object_id)
  SELECT m.tenant_id, gen_random_uuid(), 'member', m.id, what, 'membership', m.id
  FROM membership m WHERE m.account_id = for_account AND m.deactivated_at IS NULL
$$;

CREATE FUNCTION find_credentials(for_email text)
RETURNS TABLE (account_id uuid, password_hash text, session_version int, totp_secret text, email_verified_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.password_hash, a.session_version,
    CASE WHEN a.totp_confirmed_at IS NOT NULL THEN a.totp_secret END, a.email_verified_at
  FROM account a WHERE a.email = lower(for_email) AND a.disabled_at IS NULL
$$;

CREATE FUNCTION open_session(session_id uuid, for_account uuid, version int, ends_at timestamptz, agent text, address text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO account_session (id, account_id, session_version, expires_at, user_agent, caller_address)
  VALUES (session_id, for_account, version, ends_at, left(agent, 400), left(address, 64))
$$;

-- Every workspace a live session may enter, the last used first. No row: the session is over. A session older than the
-- last change of a role names the workspace but needs a new sign-in for it.
CREATE FUNCTION resolve_session(session_id uuid)
RETURNS TABLE (account_id uuid, email text, account_name text, is_email_verified boolean, account_locale text, account_time_zone text,
  theme text, density text, has_single_keys boolean,
  tenant_id uuid, slug text, tenant_name text, currency text, time_zone text, locale text,
  membership_id uuid, role text, department_ids uuid[], is_last boolean, needs_sign_in boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.email, a.name, a.email_verified_at IS NOT NULL, a.locale, a.time_zone, a.theme, a.density, a.has_single_keys,
    t.id, t.slug, t.name, t.currency, t.time_zone, t.locale, m.id, m.role,
    ARRAY(SELECT d.department_id FROM membership_department d WHERE d.tenant_id = m.tenant_id AND d.membership_id = m.id),
    coalesce(s.last_tenant_id = t.id, false), coalesce(m.access_changed_at > s.created_at, false)
  FROM account_session s
  JOIN account a ON a.id = s.account_id
  LEFT JOIN membership m ON m.account_id = a.id AND m.deactivated_at IS NULL
  LEFT JOIN tenant t ON t.id = m.tenant_id
  WHERE s.id = session_id AND s.revoked_at IS NULL AND s.expires_at > now()
    AND a.disabled_at IS NULL AND a.session_version = s.session_version
  ORDER BY coalesce(s.last_tenant_id = t.id, false) DESC, t.name
$$;

-- Accounts and workspaces, before anybody belongs anywhere.
CREATE FUNCTION create_account(new_id uuid, new_email text, new_name text, new_hash text, is_verified boolean) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH made AS (
    INSERT INTO account (id, email, name, password_hash, email_verified_at)
    VALUES (new_id, lower(new_email), new_name, new_hash, CASE WHEN is_verified THEN now() END)
    ON CONFLICT (email) DO NOTHING RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM made)
$$;

-- False when the slug is taken. The maker is its first owner.
CREATE FUNCTION create_workspace(new_id uuid, new_slug text, new_name text, new_currency text, new_time_zone text, new_locale text,
  new_membership uuid, for_account uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH made AS (
    INSERT INTO tenant (id, slug, name, currency, time_zone, locale)
    VALUES (new_id, new_slug, new_name, new_currency, new_time_zone, new_locale) ON CONFLICT (slug) DO NOTHING RETURNING id),
  joined AS (
    INSERT INTO membership (tenant_id, id, account_id, role) SELECT made.id, new_membership, for_account, 'owner' FROM made RETURNING tenant_id),
  recorded AS (
    INSERT INTO audit_event (tenant_id, id, actor_kind, actor_id, action, object_type, object_id)
    SELECT made.id, gen_random_uuid(), 'member', new_membership, 'workspace.created', 'tenant', made.id FROM made RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM joined) AND EXISTS (SELECT 1 FROM recorded)
$$;

CREATE FUNCTION get_account(for_account uuid)
RETURNS TABLE (email text, account_name text, has_password boolean, email_verified_at timestamptz, totp_secret text, totp_confirmed_at timestamptz,
  recovery_codes_left int, locale text, time_zone text, theme text, density text, has_single_keys boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.email, a.name, a.password_hash IS NOT NULL, a.email_verified_at, a.totp_secret, a.totp_confirmed_at,
    (SELECT count(*)::int FROM account_recovery_code c WHERE c.account_id = a.id AND c.used_at IS NULL),
    a.locale, a.time_zone, a.theme, a.density, a.has_single_keys
  FROM account a WHERE a.id = for_account AND a.disabled_at IS NULL
$$;

CREATE FUNCTION set_profile(for_account uuid, new_name text, new_locale text, new_time_zone text, new_theme text, new_density text, single_keys boolean)
RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE account SET name = new_name, locale = new_locale, time_zone = new_time_zone, theme = new_theme, density = new_density,
    has_single_keys = single_keys WHERE id = for_account
$$;

CREATE FUNCTION set_theme(for_account uuid, new_theme text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE account SET theme = new_theme WHERE id = for_account
$$;

-- Ends every session and every link that could set another password; `kept_session`, the browser that asked, goes on
-- with the new version when it is given.
CREATE FUNCTION set_password(for_account uuid, new_hash text, kept_session uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH changed AS (
    UPDATE account SET password_hash = new_hash, session_version = session_version + 1 WHERE id = for_account RETURNING session_version),
  links AS (
    UPDATE account_token SET used_at = now() WHERE account_id = for_account AND purpose = 'reset_password' AND used_at IS NULL)
  UPDATE account_session s SET session_version = changed.session_version FROM changed
  WHERE s.id = kept_session AND s.account_id = for_account AND s.revoked_at IS NULL
$$;

-- False for an address that was verified before.
CREATE FUNCTION mark_email_verified(for_account uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH marked AS (UPDATE account SET email_verified_at = now() WHERE id = for_account AND email_verified_at IS NULL RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM marked)
$$;

-- Takes away whatever lets somebody in who never showed that the address is theirs: password, second step, providers,
-- links and sessions. Nothing happens to an account whose address is verified: then false.
CREATE FUNCTION clear_unverified_account(for_account uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH cleared AS (
    UPDATE account SET password_hash = NULL, totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL,
      session_version = session_version + 1
    WHERE id = for_account AND email_verified_at IS NULL RETURNING id),
  codes AS (DELETE FROM account_recovery_code c USING cleared WHERE c.account_id = cleared.id),
  identities AS (DELETE FROM account_identity i USING cleared WHERE i.account_id = cleared.id),
  links AS (UPDATE account_token t SET used_at = now() FROM cleared WHERE t.account_id = cleared.id AND t.used_at IS NULL),
  sessions AS (UPDATE account_session s SET revoked_at = now() FROM cleared WHERE s.account_id = cleared.id AND s.revoked_at IS NULL)
  SELECT EXISTS (SELECT 1 FROM cleared)
$$;

-- Links by mail.
CREATE FUNCTION make_account_token(token_sha256 text, for_purpose text, for_account uuid, ends_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO account_token (sha256, purpose, account_id, expires_at) VALUES (token_sha256, for_purpose, for_account, ends_at)
$$;

CREATE FUNCTION find_account_token(token_sha256 text, for_purpose text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.account_id FROM account_token t JOIN account a ON a.id = t.account_id
  WHERE t.sha256 = token_sha256 AND t.purpose = for_purpose AND t.used_at IS NULL AND t.expires_at > now() AND a.disabled_at IS NULL
$$;

-- The account of a token that is still good; it and every other of its purpose are used up by asking.
CREATE FUNCTION use_account_token(token_sha256 text, for_purpose text) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH used AS (
    UPDATE account_token t SET used_at = now()
    WHERE t.sha256 = token_sha256 AND t.purpose = for_purpose AND t.used_at IS NULL AND t.expires_at > now()
      AND EXISTS (SELECT 1 FROM account a WHERE a.id = t.account_id AND a.disabled_at IS NULL)
    RETURNING t.account_id),
  others AS (
    UPDATE account_token t SET used_at = now() FROM used
    WHERE t.account_id = used.account_id AND t.purpose = for_purpose AND t.used_at IS NULL AND t.sha256 <> token_sha256)
  SELECT account_id FROM used
$$;

-- Codes of an authenticator.
CREATE FUNCTION start_totp(for_account uuid, secret text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE account SET totp_secret = secret, totp_last_step = NULL WHERE id = for_account AND totp_confirmed_at IS NULL
$$;

CREATE FUNCTION confirm_totp(for_account uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE account SET totp_confirmed_at = now() WHERE id = for_account AND totp_secret IS NOT NULL AND totp_confirmed_at IS NULL
$$;

CREATE FUNCTION remove_totp(for_account uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM account_recovery_code WHERE account_id = for_account)
  UPDATE account SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL WHERE id = for_account
$$;

-- True once per step: a code that was seen over a shoulder is worth nothing.
CREATE FUNCTION use_totp_step(for_account uuid, step bigint) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH used AS (
    UPDATE account SET totp_last_step = step
    WHERE id = for_account AND totp_secret IS NOT NULL AND (totp_last_step IS NULL OR totp_last_step < step) RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM used)
$$;

CREATE FUNCTION replace_recovery_codes(for_account uuid, hashes text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM account_recovery_code WHERE account_id = for_account AND NOT (sha256 = ANY (hashes));
  INSERT INTO account_recovery_code (account_id, sha256) SELECT for_account, h FROM unnest(hashes) h ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION use_recovery_code(for_account uuid, code_sha256 text) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH used AS (
    UPDATE account_recovery_code SET used_at = now()
    WHERE account_id = for_account AND sha256 = code_sha256 AND used_at IS NULL RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM used)
$$;

-- The browsers a person is signed in with.
CREATE FUNCTION list_account_sessions(for_account uuid)
RETURNS TABLE (session_id uuid, user_agent text, caller_address text, created_at timestamptz, seen_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id, s.user_agent, s.caller_address, s.created_at, s.seen_at FROM account_session s JOIN account a ON a.id = s.account_id
  WHERE s.account_id = for_account AND s.revoked_at IS NULL AND s.expires_at > now() AND s.session_version = a.session_version
  ORDER BY s.seen_at DESC LIMIT 100
$$;

-- False for a session of somebody else.
CREATE FUNCTION revoke_account_session(for_account uuid, session_id uuid) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (
    UPDATE account_session SET revoked_at = now() WHERE id = session_id AND account_id = for_account AND revoked_at IS NULL RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM gone)
$$;

-- Every one, without a session to keep.
CREATE FUNCTION revoke_other_sessions(for_account uuid, kept_session uuid) RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (
    UPDATE account_session SET revoked_at = now()
    WHERE account_id = for_account AND id IS DISTINCT FROM kept_session AND revoked_at IS NULL RETURNING 1)
  SELECT count(*)::int FROM gone
$$;

-- People at OpenID providers.
CREATE FUNCTION find_identity(of_issuer text, of_subject text)
RETURNS TABLE (account_id uuid, session_version int, is_disabled boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.session_version, a.disabled_at IS NOT NULL FROM account_identity i JOIN account a ON a.id = i.account_id
  WHERE i.issuer = of_issuer AND i.subject = of_subject
$$;

CREATE FUNCTION link_identity(of_issuer text, of_subject text, for_account uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO account_identity (issuer, subject, account_id) VALUES (of_issuer, of_subject, for_account) ON CONFLICT DO NOTHING
$$;

-- Invitations, asked by people who belong to no workspace yet.
CREATE FUNCTION find_invitation(token_sha256 text)
RETURNS TABLE (tenant_id uuid, invitation_id uuid, email text, invited_name text, role text, expires_at timestamptz, tenant_name text, slug text,
  departments text[], inviter_name text, has_account boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.tenant_id, i.id, i.email, i.name, i.role, i.expires_at, t.name, t.slug,
    ARRAY(SELECT d.name FROM department d
      WHERE d.tenant_id = i.tenant_id AND d.id = ANY (i.department_ids) AND d.archived_at IS NULL ORDER BY d.name),
    (SELECT a.name FROM membership m JOIN account a ON a.id = m.account_id WHERE m.tenant_id = i.tenant_id AND m.id = i.invited_by),
    EXISTS (SELECT 1 FROM account a WHERE a.email = i.email)
  FROM invitation i JOIN tenant t ON t.id = i.tenant_id
  WHERE i.sha256 = token_sha256 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
$$;

-- Whether somebody waits for a person of that address, for installations that let no strangers in.
CREATE FUNCTION has_open_invitation(for_email text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM invitation i
    WHERE i.email = lower(for_email) AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now())
$$;

-- When each member last used this workspace: the sessions themselves stay hidden.
CREATE FUNCTION list_last_seen() RETURNS TABLE (membership_id uuid, seen_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id, max(s.seen_at) FROM membership m JOIN account_session s ON s.account_id = m.account_id
  WHERE m.tenant_id = app_tenant() AND s.last_tenant_id = m.tenant_id GROUP BY m.id
$$;

CREATE FUNCTION is_active_member(for_account uuid, of_tenant uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = of_tenant AND m.account_id = for_account AND m.deactivated_at IS NULL)
$$;

-- The slug of the workspace joined; null when the invitation is not good, was meant for another address, or for somebody
-- who is a member. Somebody who had left comes back with the new role, in the departments of the invitation alone.
CREATE FUNCTION accept_invitation(token_sha256 text, for_account uuid, new_membership uuid) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH accepted AS (
    UPDATE invitation i SET accepted_at = now()
    WHERE i.sha256 = token_sha256 AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
      AND i.email = (SELECT a.email FROM account a WHERE a.id = for_account AND a.disabled_at IS NULL)
      AND NOT is_active_member(for_account, i.tenant_id)
    RETURNING i.tenant_id, i.id, i.role, i.department_ids),
  joined AS (
    INSERT INTO membership (tenant_id, id, account_id, role)
    SELECT tenant_id, new_membership, for_account, role FROM accepted
    ON CONFLICT (tenant_id, account_id) DO UPDATE SET role = excluded.role, deactivated_at = NULL, version = membership.version + 1
      WHERE membership.deactivated_at IS NOT NULL
    RETURNING tenant_id, id),
  invited AS (
    SELECT j.tenant_id, j.id AS membership_id, d.id AS department_id FROM joined j CROSS JOIN accepted c
    JOIN department d ON d.tenant_id = j.tenant_id AND d.id = ANY (c.department_ids) AND d.archived_at IS NULL),
  left_behind AS (
    DELETE FROM membership_department l USING joined j
    WHERE l.tenant_id = j.tenant_id AND l.membership_id = j.id
      AND NOT EXISTS (SELECT 1 FROM invited i WHERE i.department_id = l.department_id)),
  placed AS (
    INSERT INTO membership_department (tenant_id, membership_id, department_id)
    SELECT tenant_id, membership_id, department_id FROM invited ON CONFLICT DO NOTHING),
  recorded AS (
    INSERT INTO audit_event (tenant_id, id, actor_kind, actor_id, action, object_type, object_id, after)
    SELECT j.tenant_id, gen_random_uuid(), 'member', j.id, 'member.joined', 'membership', j.id, jsonb_build_object('role', c.role, 'invitation', c.id)
    FROM joined j CROSS JOIN accepted c)
  SELECT t.slug FROM accepted c JOIN tenant t ON t.id = c.tenant_id
$$;

-- Mail.
CREATE FUNCTION queue_mail(new_id uuid, to_whom text, new_subject text, new_text text, new_html text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO outbox_mail (id, to_address, subject, text, html) VALUES (new_id, to_whom, new_subject, new_text, new_html)
$$;

CREATE FUNCTION find_mail(mail_id uuid) RETURNS TABLE (to_address text, subject text, text_body text, html_body text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT to_address, subject, text, html FROM outbox_mail WHERE id = mail_id AND sent_at IS NULL AND failure IS NULL
$$;

-- Mail that is done with keeps no words, sent or refused: they may hold links that open an account.
CREATE FUNCTION mark_mail(mail_id uuid, why_not text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE outbox_mail SET failure = why_not, sent_at = CASE WHEN why_not IS NULL THEN now() END,
    text = '', html = ''
  WHERE id = mail_id
$$;

-- Retention: the only way an audit event ends, and only in the workspace of the transaction. It takes no day: nobody who
-- can call it may choose what goes.
CREATE FUNCTION purge_audit() RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM audit_event e USING tenant t
    WHERE t.id = app_tenant() AND e.tenant_id = t.id AND e.at < now() - make_interval(days => t.audit_retention_days) RETURNING 1)
  SELECT count(*)::int FROM gone
$$;

CREATE FUNCTION purge_expired() RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM account_session WHERE expires_at < now() - interval '7 days' OR revoked_at < now() - interval '7 days' RETURNING 1),
  stale AS (DELETE FROM rate_limit WHERE expire < (extract(epoch FROM now()) * 1000)::bigint RETURNING 1),
  links AS (DELETE FROM account_token WHERE expires_at < now() - interval '7 days' RETURNING 1),
  mail AS (DELETE FROM outbox_mail WHERE created_at < now() - interval '30 days' RETURNING 1)
  SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM stale) + (SELECT count(*) FROM links) + (SELECT count(*) FROM mail))::int
$$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['record_account_event(uuid, text)', 'find_credentials(text)',
    'open_session(uuid, uuid, int, timestamptz, text, text)', 'resolve_session(uuid)',
    'create_account(uuid, text, text, text, boolean)', 'create_workspace(uuid, text, text, text, text, text, uuid, uuid)',
    'get_account(uuid)', 'set_profile(uuid, text, text, text, text, text, boolean)', 'set_theme(uuid, text)', 'set_password(uuid, text, uuid)',
    'mark_email_verified(uuid)', 'clear_unverified_account(uuid)', 'is_active_member(uuid, uuid)', 'make_account_token(text, text, uuid, timestamptz)', 'find_account_token(text, text)',
    'use_account_token(text, text)', 'start_totp(uuid, text)', 'confirm_totp(uuid)', 'remove_totp(uuid)', 'use_totp_step(uuid, bigint)',
    'replace_recovery_codes(uuid, text[])', 'use_recovery_code(uuid, text)', 'list_account_sessions(uuid)',
    'revoke_account_session(uuid, uuid)', 'revoke_other_sessions(uuid, uuid)', 'find_identity(text, text)', 'link_identity(text, text, uuid)',
    'find_invitation(text)', 'list_last_seen()', 'has_open_invitation(text)', 'accept_invitation(text, uuid, uuid)', 'queue_mail(uuid, text, text, text, text)', 'find_mail(uuid)',
    'mark_mail(uuid, text)', 'purge_audit()', 'purge_expired()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_user', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO app_definer', signature);
  END LOOP;
END $$;
-- Tables of the session never stand in for ours, in the functions of before either.
SET ROLE app_definer;
ALTER FUNCTION close_session(uuid) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION touch_session(uuid, uuid) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION resolve_api_key(text) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION list_tenants() SET search_path = pg_catalog, public, pg_temp;
RESET ROLE;
REVOKE CREATE ON SCHEMA public FROM app_definer;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO app_backup;

-- The customers list by the day of the last order.
CREATE INDEX customer_value_by_last_order ON customer_value (tenant_id, last_ordered_on);
