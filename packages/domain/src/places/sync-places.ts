import type { OpenDatabase } from "@evenspan/database/pools";
import { placeAliases } from "./aliases.ts";
import { chicagoPlaces } from "./chicago.ts";

/**
 * Writes the named places and their aliases into the tables that all systems share, as the owner. Run after each
 * migration: the facts live in chicago.ts and aliases.ts, the tables are there for foreign keys.
 */
export async function syncPlaces(owner: OpenDatabase["owner"]): Promise<void> {
  const places = chicagoPlaces;
  await owner.query(
    `insert into places (place_id, kind, code, name, side)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
     on conflict (place_id) do update set name = excluded.name, side = excluded.side`,
    [
      places.map((p) => p.id),
      places.map((p) => p.kind),
      places.map((p) => p.code),
      places.map((p) => p.name),
      places.map((p) => p.side),
    ],
  );
  await owner.query(
    `insert into place_aliases (alias, place_id, note) select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (alias, place_id) do update set note = excluded.note`,
    [placeAliases.map((a) => a.alias), placeAliases.map((a) => a.placeId), placeAliases.map((a) => a.note)],
  );
}
