-- How far a customer's value to come may stray by chance: squares add up over a group, so that its interval is its own. This runs as
-- app_owner.
ALTER TABLE "clv_score" ADD COLUMN "deviation_minor" REAL;
