/** The tables, as types. Made from the migrated database by `npm run schema`; not edited by hand. */
// biome-ignore lint/complexity/noBannedTypes: no table yet
export type Database = {};
