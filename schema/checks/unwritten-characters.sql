-- severity: notice
-- what: a control character or noncharacter, which XML and other formats cannot carry
-- remedy: write it without
-- action: correct id={row}
SELECT id AS row, 'claims.text: ' || text AS detail FROM claims WHERE text GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12) || char(14) || '-' || char(31) || char(127) || '-' || char(132) || char(134) || '-' || char(159) || char(64976) || '-' || char(65007) || char(65534) || char(65535) || ']*'
UNION ALL
SELECT id, 'the name: ' || label FROM entities WHERE label GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12) || char(14) || '-' || char(31) || char(127) || '-' || char(132) || char(134) || '-' || char(159) || char(64976) || '-' || char(65007) || char(65534) || char(65535) || ']*'
UNION ALL
SELECT entity_id, 'another name: ' || name FROM names WHERE name GLOB '*[' || char(1) || '-' || char(8) || char(11) || char(12) || char(14) || '-' || char(31) || char(127) || '-' || char(132) || char(134) || '-' || char(159) || char(64976) || '-' || char(65007) || char(65534) || char(65535) || ']*';
