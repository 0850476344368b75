-- A run of lifetime value that somebody stopped. This runs as app_owner.

ALTER TABLE clv_run
  DROP CONSTRAINT clv_run_status_check,
  ADD CONSTRAINT clv_run_status_check CHECK (status IN ('queued', 'running', 'succeeded', 'refused', 'failed', 'stopped'));
