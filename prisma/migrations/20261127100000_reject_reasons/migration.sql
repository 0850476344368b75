-- Why a row was rejected no longer repeats what stood in its cell: that may name somebody, and is hidden or erased as the
-- value is. This runs as app_owner, who steps past row security for it.

ALTER TABLE import_reject NO FORCE ROW LEVEL SECURITY;
UPDATE import_reject SET reason = 'The day can be read two ways: choose day/month or month/day.'
  WHERE reason LIKE '% can be read two ways: choose day/month or month/day.';
UPDATE import_reject SET reason = 'The number can be read two ways: choose point or comma for decimals.'
  WHERE reason LIKE '% can be read two ways: choose point or comma for decimals.';
UPDATE import_reject SET reason = regexp_replace(reason, '^.* differs from the file''s ([A-Z]{3}):', 'This differs from the file''s \1:')
  WHERE reason LIKE '% differs from the file''s %';
ALTER TABLE import_reject FORCE ROW LEVEL SECURITY;
