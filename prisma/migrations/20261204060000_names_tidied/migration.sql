-- Names are kept without characters that turn the words after them round, and found by such names: those that were there
-- are tidied in the same way, unless another has that name already.
DO $$
DECLARE named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['data_source', 'touchpoint', 'customer_segment', 'department'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', named);
    EXECUTE format($update$
      WITH turning AS (
        SELECT tenant_id, id,
          btrim(regexp_replace(regexp_replace(name, '[\u202a-\u202e\u2066-\u2069]', '', 'g'), '\s+', ' ', 'g')) AS tidy
        FROM %1$I WHERE name ~ '[\u202a-\u202e\u2066-\u2069]'
      ), chosen AS (
        SELECT DISTINCT ON (tenant_id, lower(tidy)) tenant_id, id, tidy FROM turning WHERE tidy <> ''
        ORDER BY tenant_id, lower(tidy), id
      )
      UPDATE %1$I t SET name = c.tidy FROM chosen c
      WHERE t.tenant_id = c.tenant_id AND t.id = c.id
        AND NOT EXISTS (SELECT 1 FROM %1$I o
          WHERE o.tenant_id = c.tenant_id AND lower(o.name) = lower(c.tidy) AND o.id <> c.id)
    $update$, named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
  END LOOP;
END $$;
