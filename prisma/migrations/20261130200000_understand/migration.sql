-- Who customers are: segments with dated members, needs, personae, and the evidence for each. This runs as app_owner.

-- A segment that a file names (named), one that a rule finds (rule), or a list of customers (list).
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
ALTER TABLE membership NO FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source NO FORCE ROW LEVEL SECURITY;
ALTER TABLE signal NO FORCE ROW LEVEL SECURITY;
ALTER TABLE interaction NO FORCE ROW LEVEL SECURITY;
ALTER TABLE complaint NO FORCE ROW LEVEL SECURITY;
ALTER TABLE customer_segment NO FORCE ROW LEVEL SECURITY;

ALTER TABLE customer_segment
  ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'named',
  ADD COLUMN "rule" JSONB,
  -- Why it is kept, in a sentence.
  ADD COLUMN "note" TEXT,
  -- Of a rule that asks sensitive attributes.
  ADD COLUMN "purpose" TEXT,
  ADD COLUMN "lawful_basis" TEXT,
  -- Its place in the primary segmentation, 1 the first; NULL: not part of it.
  ADD COLUMN "primary_rank" INTEGER,
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  -- Raised whenever the rule changes; members are fresh once both are equal.
  ADD COLUMN "rule_version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "member_version" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "created_by" UUID,
  ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "archived_at" TIMESTAMPTZ(3);
ALTER TABLE customer_segment
  ADD CONSTRAINT customer_segment_kind_check CHECK (kind IN ('rule', 'named', 'list')),
  ADD CONSTRAINT customer_segment_rule_check CHECK ((rule IS NOT NULL) = (kind = 'rule')),
  ADD CONSTRAINT customer_segment_lawful_basis_check CHECK (lawful_basis IN ('consent', 'contract', 'legal_obligation', 'vital_interests', 'public_task', 'legitimate_interest')),
  ADD CONSTRAINT customer_segment_primary_rank_check CHECK (primary_rank > 0),
  ADD CONSTRAINT customer_segment_version_check CHECK (version > 0 AND rule_version > 0 AND member_version >= 0);

-- Who was in which segment from when until when: from the first day on, and no more on the last. Open while valid_to is NULL.
CREATE TABLE "segment_member" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "segment_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "segment_member_pkey" PRIMARY KEY ("tenant_id","segment_id","customer_id","valid_from")
);
CREATE INDEX "segment_member_tenant_id_customer_id_idx" ON "segment_member"("tenant_id", "customer_id");
ALTER TABLE segment_member ADD CHECK (valid_to > valid_from);

-- What rules ask, one row a customer, kept by a job: a million are counted in one pass.
CREATE TABLE "customer_fact" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "customer_id" UUID NOT NULL,
    "since_on" DATE,
    "first_ordered_on" DATE,
    "last_ordered_on" DATE,
    "order_count" INTEGER NOT NULL,
    "purchase_days" INTEGER NOT NULL,
    "complaints_open" INTEGER NOT NULL,
    "complaint_count" INTEGER NOT NULL,
    "signal_count" INTEGER NOT NULL,
    "interaction_count" INTEGER NOT NULL,
    -- Of the last twelve months.
    "recent_complaints" INTEGER NOT NULL,
    "promoters" INTEGER NOT NULL,
    "passives" INTEGER NOT NULL,
    "detractors" INTEGER NOT NULL,
    -- By the last whole run of lifetime value.
    "percentile" DOUBLE PRECISION,
    "p_alive" DOUBLE PRECISION,
    "clv_minor" BIGINT,
    "at_risk_minor" BIGINT,
    "revenue_minor" BIGINT,
    "margin_minor" BIGINT,
    "cost_to_serve_minor" BIGINT,
    "profit_minor" BIGINT,
    -- 0 to 10, 10 the best.
    "last_score" DOUBLE PRECISION,
    "tier" SMALLINT,
    "recency_score" SMALLINT,
    "frequency_score" SMALLINT,
    "monetary_score" SMALLINT,
    "has_service_basis" BOOLEAN NOT NULL,
    "has_feedback_basis" BOOLEAN NOT NULL,
    "has_marketing_basis" BOOLEAN NOT NULL,
    "channels" TEXT[] NOT NULL,
    -- Each as its type reads it; what does not fit its type is left out.
    "attributes" JSONB NOT NULL,

    CONSTRAINT "customer_fact_pkey" PRIMARY KEY ("tenant_id","customer_id")
);

-- One row for each day on which segments were computed, and one of each segment: counts and sums, never ratios.
CREATE TABLE "segment_refresh" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "computed_on" DATE NOT NULL,
    "run_id" UUID,
    "currency" TEXT NOT NULL,
    "sums" JSONB NOT NULL,
    -- Of those who are in no segment of the primary segmentation.
    "rest" JSONB NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "segment_refresh_pkey" PRIMARY KEY ("tenant_id","computed_on")
);
ALTER TABLE segment_refresh ADD CHECK (currency ~ '^[A-Z]{3}$');
CREATE TABLE "segment_figure" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "segment_id" UUID NOT NULL,
    "computed_on" DATE NOT NULL,
    "customers" INTEGER NOT NULL,
    "sums" JSONB NOT NULL,
    -- Of those whose first segment of the primary segmentation it is; NULL where it is not part of it.
    "primary_sums" JSONB,

    CONSTRAINT "segment_figure_pkey" PRIMARY KEY ("tenant_id","segment_id","computed_on")
);
ALTER TABLE segment_figure ADD CHECK (customers >= 0);

-- Customers who are in both, as last computed. The first id is the smaller one.
CREATE TABLE "segment_overlap" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "segment_overlap_pkey" PRIMARY KEY ("tenant_id","first_id","second_id")
);
CREATE INDEX "segment_overlap_tenant_id_second_id_idx" ON "segment_overlap"("tenant_id", "second_id");
ALTER TABLE segment_overlap ADD CHECK (customers >= 0);

-- What people judge of a segment as a target: 1 to 5 each, NULL where nobody has said. Its rank by hand takes a reason.
CREATE TABLE "segment_target" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "segment_id" UUID NOT NULL,
    "fit" SMALLINT,
    "capacity" SMALLINT,
    "competency" SMALLINT,
    "rank" INTEGER,
    "rank_why" TEXT,
    -- "Why not this one".
    "not_why" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "segment_target_pkey" PRIMARY KEY ("tenant_id","segment_id")
);
ALTER TABLE segment_target
  ADD CHECK (fit BETWEEN 1 AND 5),
  ADD CHECK (capacity BETWEEN 1 AND 5),
  ADD CHECK (competency BETWEEN 1 AND 5),
  ADD CHECK (rank > 0),
  ADD CHECK ((rank IS NULL) = (rank_why IS NULL)),
  ADD CHECK (version > 0);

-- Weights of the targeting score; without a row all are alike.
CREATE TABLE "targeting_policy" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "weights" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "targeting_policy_pkey" PRIMARY KEY ("tenant_id")
);

-- What customers need, in their own words; of one segment, or of all customers.
CREATE TABLE "customer_need" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "segment_id" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_need_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "customer_need_tenant_id_segment_id_idx" ON "customer_need"("tenant_id", "segment_id");
ALTER TABLE customer_need
  ADD CHECK (kind IN ('functional', 'emotional', 'social')),
  ADD CHECK (version > 0);

-- Which question of a survey asks what of a need; 'outcome' (how it is all in all) asks of none.
CREATE TABLE "need_question" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "need_id" UUID,
    "aspect" TEXT NOT NULL,
    "source_id" UUID,
    "question" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "need_question_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "need_question_tenant_id_need_id_idx" ON "need_question"("tenant_id", "need_id");
CREATE INDEX "need_question_tenant_id_source_id_idx" ON "need_question"("tenant_id", "source_id");
ALTER TABLE need_question
  ADD CONSTRAINT need_question_aspect_check CHECK (aspect IN ('importance', 'satisfaction', 'kano_functional', 'kano_dysfunctional', 'outcome')),
  ADD CONSTRAINT need_question_outcome_check CHECK ((need_id IS NULL) = (aspect = 'outcome'));

-- Importance or satisfaction typed in from a report, with where it comes from. Mean and top_2 as they were reported, n with them.
CREATE TABLE "need_rating" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "need_id" UUID NOT NULL,
    "aspect" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "mean" DOUBLE PRECISION,
    -- Of n: how many chose one of the two best.
    "top_2" INTEGER NOT NULL,
    "reported_in" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "need_rating_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "need_rating_tenant_id_need_id_idx" ON "need_rating"("tenant_id", "need_id");
ALTER TABLE need_rating
  ADD CHECK (aspect IN ('importance', 'satisfaction')),
  ADD CHECK (n > 0),
  ADD CHECK (top_2 >= 0),
  ADD CONSTRAINT need_rating_of_n CHECK (n >= top_2);

-- The stages of a whole experience, from the first awareness of a need to leaving. Without a row the usual ones are.
CREATE TABLE "experience_stage" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "experience_stage_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE UNIQUE INDEX "experience_stage_by_name" ON "experience_stage"("tenant_id", lower("name")) WHERE archived_at IS NULL;

CREATE TABLE "persona" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "segment_id" UUID NOT NULL,
    "quote" TEXT,
    "goals" TEXT,
    "frustrations" TEXT,
    "channels" TEXT,
    "emotional_needs" TEXT,
    "promise" TEXT,
    "frontline_tip" TEXT,
    -- The member who keeps it true.
    "responsible_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "persona_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE UNIQUE INDEX "persona_by_name" ON "persona"("tenant_id", lower("name")) WHERE archived_at IS NULL;
CREATE INDEX "persona_tenant_id_segment_id_idx" ON "persona"("tenant_id", "segment_id");
CREATE INDEX "persona_tenant_id_responsible_id_idx" ON "persona"("tenant_id", "responsible_id");
ALTER TABLE persona ADD CHECK (version > 0);

-- What a persona lives through at a stage, in a line; actual and desired emotion, -2 to 2, NULL where nobody has said.
CREATE TABLE "persona_stage" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "persona_id" UUID NOT NULL,
    "stage_id" UUID NOT NULL,
    "line" TEXT,
    "actual" SMALLINT,
    "desired" SMALLINT,

    CONSTRAINT "persona_stage_pkey" PRIMARY KEY ("tenant_id","persona_id","stage_id")
);
CREATE INDEX "persona_stage_tenant_id_stage_id_idx" ON "persona_stage"("tenant_id", "stage_id");
ALTER TABLE persona_stage
  ADD CHECK (actual BETWEEN -2 AND 2),
  ADD CHECK (desired BETWEEN -2 AND 2);

-- Something said of a persona that can be checked.
CREATE TABLE "persona_claim" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "persona_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "statement" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    -- From this day on it is stale unless newer evidence or a review says otherwise.
    "expires_on" DATE NOT NULL,
    "reviewed_on" DATE,
    -- When whoever answers for the persona was told that it is stale.
    "alerted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "persona_claim_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "persona_claim_tenant_id_persona_id_idx" ON "persona_claim"("tenant_id", "persona_id");
ALTER TABLE persona_claim
  ADD CHECK (confidence IN ('low', 'medium', 'high')),
  ADD CHECK (version > 0);

-- Notes of a talk with a customer, and what was cut out of them.
CREATE TABLE "interview" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    -- NULL once the customer was erased.
    "title" TEXT,
    "held_on" DATE NOT NULL,
    "customer_id" UUID,
    "segment_id" UUID,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interview_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE INDEX "interview_tenant_id_customer_id_idx" ON "interview"("tenant_id", "customer_id");
CREATE INDEX "interview_tenant_id_segment_id_idx" ON "interview"("tenant_id", "segment_id");
ALTER TABLE interview ADD CHECK (version > 0);

-- A file kept as evidence: a report, a photograph, a recording's transcript.
CREATE TABLE "evidence_file" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("tenant_id","id")
);

-- One source that speaks for or against one thing. Whatever is said needs one of the first, and comes from one of the second.
CREATE TABLE "evidence" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "need_id" UUID,
    "persona_id" UUID,
    "claim_id" UUID,
    "signal_id" UUID,
    "interaction_id" UUID,
    "complaint_id" UUID,
    "interview_id" UUID,
    "file_id" UUID,
    -- A number of this workspace as it was, with n, interval and the address that shows it.
    "statistic" JSONB,
    "stance" TEXT NOT NULL DEFAULT 'supports',
    -- The words that count, cut out of the source.
    "excerpt" TEXT,
    -- The day of the source itself.
    "dated_on" DATE NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("tenant_id","id")
);
ALTER TABLE evidence
  ADD CONSTRAINT evidence_stance_check CHECK (stance IN ('supports', 'contradicts')),
  ADD CONSTRAINT evidence_subject_check CHECK (num_nonnulls(need_id, persona_id, claim_id) = 1),
  ADD CONSTRAINT evidence_source_check CHECK (num_nonnulls(signal_id, interaction_id, complaint_id, interview_id, file_id, statistic) = 1);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['segment_member', 'customer_fact', 'segment_refresh', 'segment_figure', 'segment_overlap', 'segment_target', 'targeting_policy', 'customer_need', 'need_question', 'need_rating', 'experience_stage', 'persona', 'persona_stage', 'persona_claim', 'interview', 'evidence_file', 'evidence'] LOOP
    EXECUTE format('ALTER TABLE %I ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['segment_member', 'customer_fact', 'interview'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION', name, name || '_tenant_id_customer_id_fkey');
  END LOOP;
  -- What is computed of a segment, or judged of it alone, goes with it.
  FOREACH name IN ARRAY ARRAY['segment_member', 'segment_figure', 'segment_target'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, segment_id) REFERENCES customer_segment (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION', name, name || '_tenant_id_segment_id_fkey');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['customer_need', 'persona', 'interview'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, segment_id) REFERENCES customer_segment (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION', name, name || '_tenant_id_segment_id_fkey');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['first', 'second'] LOOP
    EXECUTE format('ALTER TABLE segment_overlap ADD CONSTRAINT %I FOREIGN KEY (tenant_id, %I) REFERENCES customer_segment (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION', 'segment_overlap_tenant_id_' || name || '_id_fkey', name || '_id');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['need_question', 'need_rating'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, need_id) REFERENCES customer_need (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION', name, name || '_tenant_id_need_id_fkey');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['persona_stage', 'persona_claim'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, persona_id) REFERENCES persona (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION', name, name || '_tenant_id_persona_id_fkey');
  END LOOP;
END $$;
ALTER TABLE need_question ADD CONSTRAINT need_question_tenant_id_source_id_fkey
  FOREIGN KEY (tenant_id, source_id) REFERENCES data_source (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION;
ALTER TABLE persona_stage ADD CONSTRAINT persona_stage_tenant_id_stage_id_fkey
  FOREIGN KEY (tenant_id, stage_id) REFERENCES experience_stage (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE persona ADD CONSTRAINT persona_tenant_id_responsible_id_fkey
  FOREIGN KEY (tenant_id, responsible_id) REFERENCES membership (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION;
-- A source that goes takes its evidence along; so does what it spoke for.
DO $$
DECLARE pair text[];
BEGIN
  FOREACH pair SLICE 1 IN ARRAY ARRAY[['need', 'customer_need'], ['persona', 'persona'], ['claim', 'persona_claim'], ['signal', 'signal'], ['interaction', 'interaction'], ['complaint', 'complaint'], ['interview', 'interview'], ['file', 'evidence_file']] LOOP
    EXECUTE format('ALTER TABLE evidence ADD CONSTRAINT %I FOREIGN KEY (tenant_id, %I) REFERENCES %I (tenant_id, id) ON DELETE CASCADE ON UPDATE NO ACTION', 'evidence_tenant_id_' || pair[1] || '_id_fkey', pair[1] || '_id', pair[2]);
    EXECUTE format('CREATE INDEX %I ON evidence (tenant_id, %I)', 'evidence_tenant_id_' || pair[1] || '_id_idx', pair[1] || '_id');
  END LOOP;
END $$;

ALTER TABLE customer_segment FORCE ROW LEVEL SECURITY;
ALTER TABLE complaint FORCE ROW LEVEL SECURITY;
ALTER TABLE interaction FORCE ROW LEVEL SECURITY;
ALTER TABLE signal FORCE ROW LEVEL SECURITY;
ALTER TABLE data_source FORCE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['segment_member', 'customer_fact', 'segment_refresh', 'segment_figure', 'segment_overlap', 'segment_target', 'targeting_policy', 'customer_need', 'need_question', 'need_rating', 'experience_stage', 'persona', 'persona_stage', 'persona_claim', 'interview', 'evidence_file', 'evidence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant_isolation ON %I USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO app_user', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO app_backup', name);
  END LOOP;
END $$;
