-- What was deleted lately and can be brought back for a day is kept in one place, whatever it is: needs and interviews as before,
-- personae and claims from now on. This runs as app_owner.

CREATE TABLE "deleted_record" (
    "tenant_id" UUID NOT NULL DEFAULT app_tenant(),
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "part_of" UUID,
    "kept" JSONB NOT NULL,
    "deleted_by" UUID,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deleted_record_pkey" PRIMARY KEY ("tenant_id","id")
);
ALTER TABLE deleted_record ADD CHECK (kind IN ('need', 'persona', 'claim', 'interview'));

-- The owner steps past row security: the new key is checked against every workspace, and rows of every workspace move.
ALTER TABLE tenant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deleted_need NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deleted_interview NO FORCE ROW LEVEL SECURITY;
ALTER TABLE deleted_record
  ADD FOREIGN KEY (tenant_id) REFERENCES tenant (id) ON DELETE CASCADE ON UPDATE NO ACTION;
INSERT INTO deleted_record (tenant_id, id, kind, name, kept, deleted_by, deleted_at)
  SELECT tenant_id, id, 'need', kept->'need'->>'statement', jsonb_build_object('record', kept->'need',
    'need_question', kept->'questions', 'need_rating', kept->'ratings', 'evidence', kept->'evidence'), deleted_by, deleted_at
  FROM deleted_need
  UNION ALL
  SELECT tenant_id, id, 'interview', kept->'interview'->>'title',
    jsonb_build_object('record', kept->'interview', 'evidence', kept->'evidence'), deleted_by, deleted_at
  FROM deleted_interview;
DROP TABLE deleted_need;
DROP TABLE deleted_interview;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;

-- Row security: a workspace's own rows only, for every role, the owner included.
ALTER TABLE deleted_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE deleted_record FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON deleted_record USING (tenant_id = app_tenant()) WITH CHECK (tenant_id = app_tenant());
GRANT SELECT, INSERT, UPDATE, DELETE ON deleted_record TO app_user;
GRANT SELECT, INSERT ON deleted_record TO app_backup;
