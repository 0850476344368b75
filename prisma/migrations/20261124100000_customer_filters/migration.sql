-- The customers of a cohort: those whose first order lies in a month, a quarter or a year. This runs as app_owner.
CREATE INDEX customer_value_by_first_order ON customer_value (tenant_id, first_ordered_on);
