-- What an import waits for while it runs: a full disk is said where people look. This runs as app_owner.

ALTER TABLE import
  ADD COLUMN "waits_for" TEXT,
  ADD CHECK (waits_for IN ('disk_space'));
