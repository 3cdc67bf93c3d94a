-- Queries on the tables, in Spark SQL. First, for each table:
--   CREATE TEMPORARY VIEW slogans USING parquet OPTIONS (path 'hdfs:///tables/slogans');

-- Slogans by month: which ones come up, and when
SELECT date_format(coalesce(d.published, d.anchor), 'yyyy-MM') AS month, s.label,
  count(*) AS mentions, count(DISTINCT s.document) AS documents
FROM slogans s JOIN documents d ON d.id = s.document
GROUP BY 1, 2
ORDER BY month, mentions DESC;

-- Definitions that changed: one label, spelled out with different members
WITH lists AS (
  SELECT s.label, coalesce(d.published, d.anchor) AS said_on,
    array_join(transform(array_sort(collect_list(struct(i.position, i.label))), item -> item.label), '、') AS members
  FROM slogans s
  JOIN documents d ON d.id = s.document
  JOIN items i ON i.document = s.document AND i.slogan = s.id
  WHERE s.list_how NOT IN ('document', 'lexicon')
  GROUP BY s.document, s.id, s.label, d.published, d.anchor
)
SELECT label, members, min(said_on) AS first_said, max(said_on) AS last_said, count(*) AS mentions
FROM lists
WHERE label IN (SELECT label FROM lists GROUP BY label HAVING count(DISTINCT members) > 1)
GROUP BY label, members
ORDER BY label, first_said;

-- Statistics with what they count, when they hold, and who says so
SELECT d.title, s.indicator_label, s.value, s.unit, s.direction, s.basis, t.value AS as_of, a.label AS said_by
FROM statistics s
JOIN documents d ON d.id = s.document
LEFT JOIN dates t ON t.document = s.document AND t.id = s.as_of
LEFT JOIN attributions a ON a.document = s.document AND a.position = s.attribution
WHERE s.indicator_label LIKE '%生产总值%'
ORDER BY t.earliest;
