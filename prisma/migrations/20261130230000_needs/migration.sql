-- Answers are found by their question: to map it to a need, and to read what it says of one. This runs as app_owner.
CREATE INDEX "signal_tenant_id_question_idx" ON "signal"("tenant_id", "question") WHERE question IS NOT NULL;

-- A question asks the same of a need once.
CREATE UNIQUE INDEX "need_question_once" ON "need_question"("tenant_id", "aspect", "need_id", "source_id", "question") NULLS NOT DISTINCT;
