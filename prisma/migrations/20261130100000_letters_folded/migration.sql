-- Letters that are no other letter with an accent are searched as the one they look like, too: "isik" finds Işık.
CREATE OR REPLACE FUNCTION search_text(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT btrim(regexp_replace(regexp_replace(
    CASE WHEN octet_length(name) = length(name) THEN lower(name)
      ELSE translate(regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]', '', 'g'), 'ıøłđ', 'iold') END,
    '[''’`.]', '', 'g'), '[\s,;:/()&+_|"–-]+', ' ', 'g')) $$;

-- What Postgres keeps of a name is made again where its name is written: only of those that hold such a letter.
ALTER TABLE customer NO FORCE ROW LEVEL SECURITY;
UPDATE customer SET name = name WHERE name ~ '[ıøłđØŁĐ]';
ALTER TABLE customer FORCE ROW LEVEL SECURITY;
