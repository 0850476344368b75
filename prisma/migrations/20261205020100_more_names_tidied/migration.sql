-- Names of personae and stages and statements of needs are kept without characters that turn the words after them round: those that
-- were there are tidied in the same way, unless another active one has that name already. Needs may say the same.
DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['persona', 'experience_stage'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', named);
    EXECUTE format($update$
      WITH turning AS (
        SELECT tenant_id, id, archived_at,
          btrim(regexp_replace(regexp_replace(name, '[\u202a-\u202e\u2066-\u2069]', '', 'g'), '\s+', ' ', 'g')) AS tidy
        FROM %1$I WHERE name ~ '[\u202a-\u202e\u2066-\u2069]'
      ), chosen AS (
        (SELECT DISTINCT ON (tenant_id, lower(tidy)) tenant_id, id, archived_at, tidy FROM turning
          WHERE tidy <> '' AND archived_at IS NULL ORDER BY tenant_id, lower(tidy), id)
        UNION ALL SELECT tenant_id, id, archived_at, tidy FROM turning WHERE tidy <> '' AND archived_at IS NOT NULL
      )
      UPDATE %1$I t SET name = c.tidy FROM chosen c
      WHERE t.tenant_id = c.tenant_id AND t.id = c.id
        AND (c.archived_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM %1$I o
          WHERE o.tenant_id = c.tenant_id AND o.archived_at IS NULL AND lower(o.name) = lower(c.tidy) AND o.id <> c.id))
    $update$, named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
END $$;

ALTER TABLE customer_need NO FORCE ROW LEVEL SECURITY;
WITH turning AS (
  SELECT tenant_id, id,
    btrim(regexp_replace(regexp_replace(statement, '[\u202a-\u202e\u2066-\u2069]', '', 'g'), '\s+', ' ', 'g')) AS tidy
  FROM customer_need WHERE statement ~ '[\u202a-\u202e\u2066-\u2069]'
)
UPDATE customer_need n SET statement = t.tidy FROM turning t WHERE n.tenant_id = t.tenant_id AND n.id = t.id AND t.tidy <> '';
ALTER TABLE customer_need FORCE ROW LEVEL SECURITY;
