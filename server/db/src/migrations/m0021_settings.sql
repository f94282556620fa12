-- What the Centre changed in the shop's settings, so that it can be read and taken back. `before` is empty for a first
-- value; `undoes` names the change that this one took back.
CREATE TABLE setting_changes (
    id {id},
    at {int} NOT NULL,
    actor TEXT NOT NULL,
    section TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    undoes {int}
){strict};
CREATE INDEX setting_changes_of_section ON setting_changes (section, id);

-- The demo district's account and telephone stood in the program; other districts enter theirs on the Centre's page.
INSERT INTO settings (name, value)
    SELECT 'shop-bank', '{"holder":"巴达木里克电子商务中心","bank":"巴达木里克农民银行（示例）","number":"0000 0000 0000 0000"}'
    WHERE EXISTS (SELECT 1 FROM townships WHERE slug = 'kumushbulaq');
INSERT INTO settings (name, value)
    SELECT 'shop-centre', '{"name":{"ug":"باداملىق ئېلېكترونلۇق سودا مەركىزى","zh":"巴达木里克电子商务中心","es":"Centro de comercio electrónico de Badamliq"},"phones":["0998-5550000"]}'
    WHERE EXISTS (SELECT 1 FROM townships WHERE slug = 'kumushbulaq');
