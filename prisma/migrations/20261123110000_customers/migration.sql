-- A name as it is searched: lower case, without accents and apostrophes, one space between words. Immutable, so that
-- generated columns can hold it; null for null, at no cost. Plain ASCII, most names, is spared the folding of accents.
CREATE FUNCTION search_text(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT btrim(regexp_replace(regexp_replace(
    CASE WHEN octet_length(name) = length(name) THEN lower(name)
      ELSE regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]', '', 'g') END,
    '[''’`.]', '', 'g'), '[\s,;:/()&+_|"–-]+', ' ', 'g')) $$;

-- What follows the first `words` words of such a name; null where nothing does. The first test is cheap, and most names
-- go no further.
CREATE FUNCTION search_after(name text, words int) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT CASE WHEN name ~ (CASE words WHEN 1 THEN '.[\s,;:/()&+_|"–-]+.' WHEN 2 THEN '.[\s,;:/()&+_|"–-]+.+[\s,;:/()&+_|"–-]+.'
      ELSE '.[\s,;:/()&+_|"–-]+.+[\s,;:/()&+_|"–-]+.+[\s,;:/()&+_|"–-]+.' END)
    THEN substring(search_text(name) FROM CASE words WHEN 1 THEN '^\S+ (.*)$' WHEN 2 THEN '^\S+ \S+ (.*)$'
      WHEN 3 THEN '^\S+ \S+ \S+ (.*)$' ELSE '^\S+ \S+ \S+ \S+ (?:\S+ )*(\S+)$' END) END $$;

-- A phone number as it is compared: its digits, without the zeros in front that stand for "abroad" or "long distance".
CREATE FUNCTION search_phone(phone text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT nullif(ltrim(regexp_replace(replace(phone, '(0)', ''), '[^0-9]', '', 'g'), '0'), '') $$;

-- Row security lets only comparisons of leakproof operators reach an index: prefixes as ranges of COLLATE "C" columns,
-- one for each word a name may be found by. "search_name" was lower(name): the same column, folded.
ALTER TABLE "customer"
  DROP COLUMN "search_name",
  ADD COLUMN "phone" TEXT COLLATE "C",
  ADD COLUMN "search_name" TEXT COLLATE "C" GENERATED ALWAYS AS (search_text("name")) STORED,
  ADD COLUMN "search_word_2" TEXT COLLATE "C" GENERATED ALWAYS AS (search_after("name", 1)) STORED,
  ADD COLUMN "search_word_3" TEXT COLLATE "C" GENERATED ALWAYS AS (search_after("name", 2)) STORED,
  ADD COLUMN "search_word_4" TEXT COLLATE "C" GENERATED ALWAYS AS (search_after("name", 3)) STORED,
  ADD COLUMN "search_last_word" TEXT COLLATE "C" GENERATED ALWAYS AS (search_after("name", 4)) STORED,
  ADD COLUMN "search_phone" TEXT COLLATE "C" GENERATED ALWAYS AS (search_phone("phone")) STORED,
  ADD COLUMN "search_phone_end" TEXT COLLATE "C" GENERATED ALWAYS AS (reverse(search_phone("phone"))) STORED;

-- Partial: a customer that an orders file made has none of these, and costs none of them.
DROP INDEX customer_tenant_id_email_idx;
CREATE INDEX customer_by_email ON customer (tenant_id, email) WHERE email IS NOT NULL;
CREATE INDEX customer_by_name ON customer (tenant_id, search_name) WHERE search_name IS NOT NULL;
CREATE INDEX customer_by_word_2 ON customer (tenant_id, search_word_2) WHERE search_word_2 IS NOT NULL;
CREATE INDEX customer_by_word_3 ON customer (tenant_id, search_word_3) WHERE search_word_3 IS NOT NULL;
CREATE INDEX customer_by_word_4 ON customer (tenant_id, search_word_4) WHERE search_word_4 IS NOT NULL;
CREATE INDEX customer_by_last_word ON customer (tenant_id, search_last_word) WHERE search_last_word IS NOT NULL;
CREATE INDEX customer_by_phone ON customer (tenant_id, search_phone) WHERE search_phone IS NOT NULL;
CREATE INDEX customer_by_phone_end ON customer (tenant_id, search_phone_end) WHERE search_phone_end IS NOT NULL;

CREATE TABLE "customer_consent" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "customer_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "lawful_basis" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by" UUID,
    "import_id" UUID,

    CONSTRAINT "customer_consent_pkey" PRIMARY KEY ("tenant_id","customer_id","purpose")
);

CREATE TABLE "customer_attribute" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "name" TEXT COLLATE "C" NOT NULL,
    "type" TEXT NOT NULL,
    "chosen_type" TEXT,
    "fill_count" INTEGER NOT NULL,
    "distinct_count" INTEGER NOT NULL,
    "samples" TEXT[] NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_attribute_pkey" PRIMARY KEY ("tenant_id","name")
);

CREATE TABLE "customer_duplicate" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "evidence" TEXT[] NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_by" UUID,

    CONSTRAINT "customer_duplicate_pkey" PRIMARY KEY ("tenant_id","first_id","second_id")
);

CREATE TABLE "customer_merge" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "merged_external_id" TEXT COLLATE "C" NOT NULL,
    "merged" JSONB NOT NULL,
    "survivor_before" JSONB NOT NULL,
    "survivor_after" JSONB NOT NULL,
    "order_ids" UUID[] NOT NULL,
    "merge_ids" UUID[] NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "merged_by" UUID,

    CONSTRAINT "customer_merge_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE UNIQUE INDEX "customer_merge_tenant_id_merged_external_id_key" ON "customer_merge"("tenant_id", "merged_external_id");
CREATE INDEX "customer_merge_tenant_id_survivor_id_idx" ON "customer_merge"("tenant_id", "survivor_id");
CREATE INDEX "customer_duplicate_tenant_id_second_id_idx" ON "customer_duplicate"("tenant_id", "second_id");

-- The owner checks what is there when a key is added; without a workspace every policy would raise.
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;

ALTER TABLE "customer_consent" ADD CONSTRAINT "customer_consent_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "customer_duplicate" ADD CONSTRAINT "customer_duplicate_tenant_id_first_id_fkey" FOREIGN KEY ("tenant_id", "first_id") REFERENCES "customer"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "customer_duplicate" ADD CONSTRAINT "customer_duplicate_tenant_id_second_id_fkey" FOREIGN KEY ("tenant_id", "second_id") REFERENCES "customer"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "customer_merge" ADD CONSTRAINT "customer_merge_tenant_id_survivor_id_fkey" FOREIGN KEY ("tenant_id", "survivor_id") REFERENCES "customer"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE customer_attribute ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

ALTER TABLE customer_consent
  ADD CHECK (purpose IN ('service', 'feedback', 'marketing')),
  ADD CHECK (lawful_basis IN ('consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interest')),
  ADD CHECK (state IN ('given', 'withdrawn', 'unknown')),
  ADD CHECK (source IN ('import', 'customer_page', 'merge'));
ALTER TABLE customer_attribute
  ADD CHECK (type IN ('number', 'day', 'yes_no', 'choice', 'text')),
  ADD CHECK (chosen_type IN ('number', 'day', 'yes_no', 'choice', 'text'));
ALTER TABLE customer_duplicate ADD CHECK (first_id < second_id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['customer_consent', 'customer_attribute', 'customer_duplicate', 'customer_merge'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_backup', name);
  END LOOP;
END $$;

-- Candidates that nobody has decided on, the newest first.
CREATE INDEX customer_duplicate_open ON customer_duplicate (tenant_id, found_at, first_id, second_id) WHERE dismissed_at IS NULL;
