import type { Database } from "@evenspan/database/schema";
import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { z } from "zod";

/** What a list of people by name takes: a part of the name or the mail address, and where the page before ended. */
export const namePage = {
  text: z.string().trim().min(1).max(200).optional(),
  after: z.object({ name: z.string(), personId: z.uuid() }).optional(),
  limit: z.int().min(1).max(200).default(50),
};

type Page = Readonly<{ text?: string | undefined; after?: Readonly<{ name: string; personId: string }> | undefined }>;
type People = ExpressionBuilder<Database & { person: Database["people"] }, "person">;

/** Names in the order of a dictionary: accents and capitals come after letters, whatever the server's own order is. */
export const byName = sql`person.name collate "und-x-icu"`;

/** The people of a page: after where the last one ended, and with the text in name or address, accents and capitals aside. */
export const onPage = (eb: People, { text, after }: Page) =>
  eb.and([
    ...(text === undefined
      ? []
      : [
          sql<SqlBool>`position(${folded(sql`${text}::text`)} in ${folded(sql`person.name || ' ' || person.email`)}) > 0`,
        ]),
    ...(after === undefined
      ? []
      : [
          sql<SqlBool>`(${byName}, person.person_id) > (${after.name}::text collate "und-x-icu", ${after.personId}::uuid)`,
        ]),
  ]);

const folded = (text: ReturnType<typeof sql>) =>
  sql`regexp_replace(normalize(lower(${text}), NFD), '[\u0300-\u036f]', '', 'g')`;

/** A page of one more than were asked for, as the page and the mark of the next; null where there is none. */
export function pageOf<P extends Readonly<{ name: string; personId: string }>>(
  found: readonly P[],
  limit: number,
): Readonly<{ people: readonly P[]; next: Readonly<{ name: string; personId: string }> | null }> {
  const people = found.slice(0, limit);
  const last = people.at(-1);
  return { people, next: found.length > limit && last ? { name: last.name, personId: last.personId } : null };
}
