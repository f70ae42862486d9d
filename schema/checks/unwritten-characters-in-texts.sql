-- severity: notice
-- what: a text with a control character or noncharacter, such as a form feed of a PDF, which XML and other formats cannot carry
-- remedy: none: a text stays as it was received, and what is written as XML has U+FFFD in its place
SELECT source_id AS row, id AS detail FROM snapshots
WHERE text GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12) || char(14) || '-' || char(31) || char(127) || '-' || char(132) || char(134) || '-' || char(159) || char(64976) || '-' || char(65007) || char(65534) || char(65535) || ']*';
