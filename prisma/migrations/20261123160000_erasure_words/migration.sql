-- Erasure of a person finds whole words, and never writes into a column whose words are the program's own.
-- This runs as app_owner.

-- A pattern for `words` where they stand alone: not within a longer word, number or address, such as ann@… within joann@….
CREATE FUNCTION word_pattern(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT '((?<![[:alnum:]._%+-])|(?<=\\[nrtbf]))' || regexp_replace(words, '([^[:alnum:]])', '\\\1', 'g')
    || '(?![[:alnum:]_-]|[.@][[:alnum:]])'
$$;

-- Put `instead` wherever `words` stand, in upper case or lower: in the rows of one customer, or in all of the workspace.
-- Keys, and columns with a list of words of their own, are left alone. Returns the rows changed.
CREATE OR REPLACE FUNCTION replace_words(words text, instead text, of_customer uuid) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  col record;
  changed int;
  total int := 0;
  inner_words text := trim(both '"' from to_json(words)::text);
BEGIN
  FOR col IN SELECT c.*, l.column_name AS link FROM text_columns() c
    LEFT JOIN customer_links() l ON l.table_name = c.table_name
    WHERE c.may_change AND c.table_name <> 'erasure' AND (of_customer IS NULL OR l.column_name IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint con
        JOIN pg_catalog.pg_attribute a ON a.attrelid = con.conrelid AND a.attnum = ANY (con.conkey) AND a.attname = c.column_name
        WHERE con.conrelid = format('public.%I', c.table_name)::regclass AND con.contype IN ('c', 'p', 'f')) LOOP
    EXECUTE format('UPDATE %1$I SET %2$I = regexp_replace(%2$I::text, $1, $2, ''gi'')%3$s
      WHERE tenant_id = app_tenant() AND position(lower($3) in lower(%2$I::text)) > 0 AND %2$I::text ~* $1 AND ($4 IS NULL OR %4$s)',
      col.table_name, col.column_name, CASE WHEN col.is_json THEN '::jsonb' ELSE '' END,
      CASE WHEN of_customer IS NULL THEN 'true' ELSE format('%I = $4', col.link) END)
      USING word_pattern(CASE WHEN col.is_json THEN inner_words ELSE words END), instead,
        CASE WHEN col.is_json THEN inner_words ELSE words END, of_customer;
    GET DIAGNOSTICS changed = ROW_COUNT;
    total := total + changed;
  END LOOP;
  RETURN total;
END $$;

-- Where in the workspace `words` still stand.
CREATE OR REPLACE FUNCTION find_words(words text) RETURNS TABLE (table_name text, column_name text, amount int) LANGUAGE plpgsql STABLE AS $$
DECLARE
  col record;
BEGIN
  FOR col IN SELECT * FROM text_columns() LOOP
    EXECUTE format('SELECT count(*)::int FROM %1$I
      WHERE tenant_id = app_tenant() AND position(lower($1) in lower(%2$I::text)) > 0 AND %2$I::text ~* word_pattern($1)',
      col.table_name, col.column_name) INTO amount USING words;
    IF amount > 0 THEN
      table_name := col.table_name;
      column_name := col.column_name;
      RETURN NEXT;
    END IF;
  END LOOP;
END $$;
