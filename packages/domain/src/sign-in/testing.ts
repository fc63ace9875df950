import { randomBytes, randomUUID } from "node:crypto";
import type { OpenDatabase } from "@evenspan/database/pools";
import { inTenant } from "@evenspan/database/tenant";
import type { Grant } from "../kernel/actor.ts";
import type { Language } from "../kernel/text.ts";
import { atDesk } from "./at-desk.ts";
import type { SignInDesk } from "./desk.ts";
import { passwordHash } from "./passwords/password-hash.ts";
import { setPassword } from "./passwords/set-password.ts";
import { sealSecret } from "./second-factor/sealed-secret.ts";
import { base32, base32Bytes, totpCode, totpSecretBytes } from "./second-factor/totp.ts";
import { beginSession } from "./sessions/begin-session.ts";

/** The key of a test's office. */
export const testOfficeKey = Buffer.alloc(32, 7);

/** When a test's people sign in, where it does not say: two days after its office opened. */
export const testNow = new Date("2026-01-04T15:00:00Z");

/** The code that an authenticator shows at a moment; its secret is in base32. */
export const codeAt = (totpSecret: string, now: Date = testNow): string => totpCode(base32Bytes(totpSecret), now);

/** Who signs in. `grants` are given for the whole system where they name no facility and no partner. */
export type Newcomer = Readonly<{
  name: string;
  email: string;
  grants?: readonly Grant[];
  language?: Language;
  /** Set up an authenticator, and sign in with it. */
  secondFactor?: boolean;
  /** Only where a test signs in by password: hashing one takes a while. */
  password?: string;
}>;

/** A desk of a test's office at a moment; `change` replaces parts of it. */
export const deskOf = (
  { app }: Pick<OpenDatabase, "app">,
  { systemId }: Readonly<{ systemId: string }>,
  change: Partial<SignInDesk> = {},
): SignInDesk => ({
  ...{ db: app, systemId, now: testNow, officeKey: testOfficeKey },
  ...{ from: { channel: "web", address: "192.0.2.1" }, ...change },
});

/**
 * Makes a person with roles and a session, without the time that a password takes.
 *
 * @returns the session's token, and the secret of the authenticator in base32 where there is one (see `codeAt`)
 */
export async function signedInAs(
  database: Pick<OpenDatabase, "app">,
  office: Readonly<{ systemId: string }>,
  newcomer: Newcomer,
  change: Partial<SignInDesk> = {},
): Promise<Readonly<{ token: string; personId: string; totpSecret?: string }>> {
  const desk = deskOf(database, office, change);
  const made = await person(desk, newcomer);
  const strength = newcomer.secondFactor ? "second-factor" : "password";
  const { token } = await atDesk(desk, (trx) =>
    beginSession(trx, desk, { personId: made.personId, strength, device: "a test" }),
  );
  return { token, ...made };
}

/** Makes a person with roles, and with an authenticator and a password where they are wanted, without a session. */
export async function person(
  desk: SignInDesk,
  { name, email, grants = [], language = "en", secondFactor, password }: Newcomer,
): Promise<Readonly<{ personId: string; totpSecret?: string }>> {
  const { db, systemId, now } = desk;
  const personId = randomUUID();
  const of = { system_id: systemId, person_id: personId };
  const [hash, secret] = [password && (await passwordHash(password)), randomBytes(totpSecretBytes)];
  await inTenant(db, systemId, async (trx) => {
    await trx
      .insertInto("people")
      .values({ ...of, name, email, language, made_at: now })
      .execute();
    for (const { role, facilityId = null, partnerId = null } of grants)
      await trx
        .insertInto("role_grants")
        .values({
          ...{ ...of, grant_id: randomUUID(), role: role as Exclude<typeof role, "resident">, granted_by: "a test" },
          ...{ granted_at: now, facility_id: facilityId, partner_id: partnerId },
        })
        .execute();
    if (hash) await setPassword(trx, desk, personId, hash);
    if (secondFactor)
      await trx
        .insertInto("second_factors")
        .values({ ...of, sealed_secret: sealSecret(desk, personId, secret), confirmed_at: now, last_step: 0 })
        .execute();
  });
  return { personId, ...(secondFactor ? { totpSecret: base32(secret) } : {}) };
}

/** All letters of an office, in the order they were written within a moment's reach: by time, then subject. */
export const lettersOf = ({ app }: Pick<OpenDatabase, "app">, { systemId }: Readonly<{ systemId: string }>) =>
  inTenant(
    app,
    systemId,
    (trx) => trx.selectFrom("letters").selectAll().orderBy("made_at").orderBy("subject").execute(),
    {
      as: { personId: null, keys: ["mail"] },
    },
  );

/** The token of the link in the last letter to an address. */
export async function linkTokenFor(
  database: Pick<OpenDatabase, "app">,
  office: Readonly<{ systemId: string }>,
  email: string,
): Promise<string> {
  const letters = (await lettersOf(database, office)).filter((letter) => letter.to_address === email);
  const tokens = letters.map(({ body_text }) => /\/office\/[a-z-]+\/(\S{43})$/m.exec(body_text)?.[1]);
  const token = tokens.filter((each) => each !== undefined).at(-1);
  if (token === undefined) throw new Error(`no link was sent to ${email}`);
  return token;
}

/** The audit of an office, in the order of time. */
export const auditOf = ({ app }: Pick<OpenDatabase, "app">, { systemId }: Readonly<{ systemId: string }>) =>
  inTenant(app, systemId, (trx) => trx.selectFrom("audit_entries").selectAll().orderBy("at").execute(), {
    as: { personId: null, keys: ["administrator@*"] },
  });

/**
 * The statements that some work of sign-in runs, without the values in them: what it does, as far as its time can tell.
 * Nothing else may use the database meanwhile.
 */
export async function statementsOf(
  { pools }: Pick<OpenDatabase, "pools">,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const client = await pools.app.connect();
  const prototype = Object.getPrototypeOf(client) as { query: (...given: unknown[]) => unknown };
  client.release();
  const { query } = prototype;
  const said: string[] = [];
  prototype.query = function (this: unknown, ...words) {
    const [first] = words as [string | { text?: string }];
    said.push((typeof first === "string" ? first : (first.text ?? "")).replace(/'[0-9a-f-]{36}'/g, "?"));
    return query.apply(this, words);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return said;
}
