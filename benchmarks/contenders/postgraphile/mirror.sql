-- The content of the pages as tables of their own: no tree to walk, no block to render.
DROP SCHEMA IF EXISTS mirror CASCADE;
CREATE SCHEMA mirror;

CREATE TABLE mirror.image (
  id int PRIMARY KEY,
  title text NOT NULL,
  hero jsonb NOT NULL,
  teaser jsonb NOT NULL,
  square jsonb NOT NULL
);

CREATE TABLE mirror.page (
  id int PRIMARY KEY,
  kind text NOT NULL,
  locale text NOT NULL,
  translation_key uuid NOT NULL,
  parent_id int REFERENCES mirror.page DEFERRABLE INITIALLY DEFERRED,
  position text COLLATE "C" NOT NULL UNIQUE,
  path text NOT NULL UNIQUE,
  title text NOT NULL,
  summary text NOT NULL,
  seo_title text NOT NULL,
  search_description text NOT NULL,
  image_id int REFERENCES mirror.image,
  hero_alt text NOT NULL,
  starts_on date,
  ends_on date,
  status_override text NOT NULL,
  goal text,
  vision_statement text,
  body jsonb NOT NULL
);
CREATE INDEX ON mirror.page (parent_id, position);
CREATE INDEX ON mirror.page (translation_key);
CREATE INDEX ON mirror.page (image_id);

CREATE TABLE mirror.service (
  vision_id int NOT NULL REFERENCES mirror.page,
  position text COLLATE "C" NOT NULL,
  project_id int NOT NULL REFERENCES mirror.page,
  PRIMARY KEY (vision_id, position)
);
CREATE INDEX ON mirror.service (project_id);

CREATE FUNCTION mirror.page_status(page mirror.page) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN page.status_override <> '' THEN page.status_override
    WHEN page.starts_on IS NULL OR page.starts_on > current_date THEN 'planned'
    WHEN page.ends_on < current_date THEN 'completed'
    ELSE 'running' END
$$;

CREATE FUNCTION mirror.page_ancestors(page mirror.page) RETURNS SETOF mirror.page
LANGUAGE sql STABLE AS $$
  SELECT above.* FROM mirror.page above
  WHERE above.position = ANY (ARRAY(
    SELECT left(page.position, 4 * n) FROM generate_series(1, length(page.position) / 4 - 1) n))
  ORDER BY above.position
$$;

CREATE FUNCTION mirror.page_translations(page mirror.page) RETURNS SETOF mirror.page
LANGUAGE sql STABLE AS $$
  SELECT one.* FROM mirror.page one WHERE one.translation_key = page.translation_key
$$;

CREATE FUNCTION mirror.page_current_stage(page mirror.page) RETURNS mirror.page
LANGUAGE sql STABLE AS $$
  SELECT stage FROM mirror.page stage CROSS JOIN LATERAL mirror.page_status(stage) AS status
  WHERE stage.parent_id = page.id
  ORDER BY array_position('{running,planned}', status),
    CASE WHEN status = 'running' THEN stage.starts_on END DESC,
    CASE WHEN status = 'planned' THEN stage.position END,
    stage.position DESC
  LIMIT 1
$$;
