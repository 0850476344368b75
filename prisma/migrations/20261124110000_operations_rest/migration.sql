-- Imports that are being undone are work too, and one that lost its job is found. This runs as app_owner.

GRANT CREATE ON SCHEMA public TO app_definer;
DROP FUNCTION list_import_work();

CREATE FUNCTION list_import_work()
RETURNS TABLE (tenant_id uuid, import_id uuid, kind text, status text, percent int, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.tenant_id, i.id, i.kind, i.status,
    least(100, CASE WHEN i.status = 'undoing' THEN 100 * i.undo_rows::bigint / greatest(i.created::bigint + i.updated + i.customers_created, 1)
      ELSE 100 * i.bytes_read / greatest(i.bytes_total, 1) END)::int,
    coalesce(i.finished_at, i.started_at, i.created_at)
  FROM import i
  WHERE i.status IN ('queued', 'running', 'undoing') OR (i.status = 'failed' AND i.finished_at > now() - interval '7 days')
  ORDER BY i.status = 'failed', i.created_at DESC LIMIT 50
$$;

-- Every import that a job should be at work on; a closed workspace has no jobs.
CREATE FUNCTION list_open_imports() RETURNS TABLE (tenant_id uuid, import_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.tenant_id, i.id FROM import i JOIN tenant t ON t.id = i.tenant_id AND t.delete_after IS NULL
  WHERE i.status IN ('queued', 'running', 'undoing') ORDER BY i.created_at
$$;

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['list_import_work()', 'list_open_imports()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_user', signature);
    EXECUTE format('ALTER FUNCTION %s OWNER TO app_definer', signature);
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM app_definer;
