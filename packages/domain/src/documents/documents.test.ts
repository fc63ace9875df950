import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { placeSet } from "../indicators/testing.ts";
import { sha256 } from "../kernel/canonical.ts";
import type { Outlines } from "../releases/release-content.ts";
import type { ReleaseInputs } from "../releases/release-inputs.ts";
import { contentOf, figureOf, sourceRowOf } from "../releases/testing.ts";
import { releaseDocuments } from "./documents.ts";
import { named } from "./manifest.ts";

const inputs: ReleaseInputs = {
  datasets: [{ id: "city-1", fingerprint: "a".repeat(64), rowsFingerprint: "b".repeat(64) }],
  ...{
    placeSets: ["the-line@1"],
    goals: ["halve-the-gap@1"],
    claims: [],
    frontPage: 1,
    decisions: [],
    publishedBefore: [],
  },
};

const rows = new Map([["city-1", [sourceRowOf()]]]);
const text = (file: string, content = contentOf()) =>
  releaseDocuments(content, rows)
    .find((one) => one.path === file)!
    .body.toString("utf8");

describe("the files of a release", () => {
  test("are what pages show, figures, rows and tables, by path", () => {
    const outlines: Outlines = { "area:26": { type: "MultiPolygon", coordinates: [] } };
    expect(releaseDocuments(contentOf({ outlines }), rows).map((one) => one.path)).toEqual([
      "content.json",
      "data/datapackage.json",
      "data/dictionary.csv",
      "data/life-expectancy-gap.csv",
      "data/life-expectancy.csv",
      "figures.ndjson",
      "outlines.json",
      "rows/city-1.csv",
    ]);
  });

  test("have the same bytes each time", () => {
    const once = releaseDocuments(contentOf(), rows);
    const again = releaseDocuments(structuredClone(contentOf()), rows);
    expect(again.map((one) => one.sha256)).toEqual(once.map((one) => one.sha256));
    for (const { body, sha256: hash } of once) expect(sha256(body)).toBe(hash);
  });

  test("do not depend on the order in which the keys of a figure were set", () => {
    const backwards = contentOf().figures.map(
      (figure) => Object.fromEntries(Object.entries(figure).reverse()) as unknown as typeof figure,
    );
    expect(text("figures.ndjson", contentOf({ figures: backwards }))).toBe(text("figures.ndjson"));
  });

  test("keep the order of the figures, which is that of their ids, as making a release sorts them", () => {
    const ids = text("figures.ndjson")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(3);
  });

  test("tell each figure in the table of its indicator, with its subject in words", () => {
    const set = placeSet("west-side", "area:26");
    const figures = [
      figureOf({ indicator: "life-expectancy-gap", subject: "gap:area:32>set:west-side@1", value: 16.2 }),
      figureOf({ state: "suppressed", reason: "protects-people", value: null, lower: null, upper: null }),
      figureOf({ subject: "set:west-side@1", value: 70 }),
    ];
    const content = contentOf({ figures, placeSets: [set] });
    const table = (file: string): Record<string, string>[] => parse(text(file, content), { columns: true });
    expect(table("data/life-expectancy-gap.csv")).toMatchObject([
      { subject: "gap:area:32>set:west-side@1", name: "Loop less west-side (version 1)", value: "16.2", unit: "years" },
    ]);
    expect(table("data/life-expectancy.csv")).toEqual([
      {
        ...{ figure: "life-expectancy/area:26/2010/all/all", subject: "area:26", name: "West Garfield Park" },
        ...{
          year_from: "2010",
          year_to: "2010",
          sex: "all",
          cause: "all",
          state: "suppressed",
          reason: "protects-people",
        },
        ...{ value: "", lower: "", upper: "", unit: "years", method: "as-published", origin: "published" },
      },
      expect.objectContaining({ name: "west-side (version 1)", reason: "", value: "70" }),
    ]);
  });

  test("explain each column of the tables in the dictionary, in their order", () => {
    const dictionary: Record<string, string>[] = parse(text("data/dictionary.csv"), { columns: true });
    const [headings] = parse(text("data/life-expectancy.csv")) as unknown as string[][];
    expect(dictionary.map(({ column }) => column)).toEqual(headings);
    for (const { meaning } of dictionary) expect(meaning!.length).toBeGreaterThan(10);
  });
});

describe("the manifest", () => {
  const untried = { linearBounds: 0, elimination: 0, contradicting: 0, beforeApart: 0 };
  const none = { recovered: 0, boundedTooTightly: 0, knownBefore: 0 } as const;
  const attack = { by: ["elimination"], tables: 1, cells: 3, withheld: 2, ...none, untried };
  const built = named(inputs, releaseDocuments(contentOf(), rows), attack);

  test("names the release by its own hash, and lists every other file by its", () => {
    const file = built.documents.at(-1)!;
    expect([file.path, file.sha256]).toEqual(["manifest.json", built.id]);
    const manifest = JSON.parse(file.body.toString("utf8"));
    expect(manifest).toEqual(built.manifest);
    expect(manifest.inputs).toEqual(inputs);
    for (const [i, one] of built.documents.slice(0, -1).entries())
      expect(manifest.documents[i]).toEqual({
        ...{ path: one.path, mediaType: one.mediaType, sha256: one.sha256, bytes: one.body.length },
      });
  });

  test("gives the same content the same name, and any other content another", () => {
    expect(named(structuredClone(inputs), releaseDocuments(contentOf(), rows), attack).id).toBe(built.id);
    const nudged = contentOf().figures.map((one) => figureOf({ ...one, value: one.value! + 1e-12 }));
    expect(named(inputs, releaseDocuments(contentOf({ figures: nudged }), rows), attack).id).not.toBe(built.id);
    expect(named({ ...inputs, frontPage: 2 }, releaseDocuments(contentOf(), rows), attack).id).not.toBe(built.id);
  });
});

describe("the data package", () => {
  const described = JSON.parse(text("data/datapackage.json"));

  test("describes each table by its path, bytes and hash", () => {
    const files = releaseDocuments(contentOf(), rows);
    for (const resource of described.resources) {
      const file = files.find((one) => one.path === `data/${resource.path}`)!;
      expect([resource.bytes, resource.hash]).toEqual([file.body.length, `sha256:${file.sha256}`]);
      const [headings] = parse(file.body) as unknown as string[][];
      expect(resource.schema.fields.map((field: { name: string }) => field.name)).toEqual(headings);
    }
    expect(described.resources).toHaveLength(2);
  });

  const shared = process.env.EVENSPAN_SHARED ?? path.resolve(import.meta.dirname, "../../../../../shared");
  const profiles = path.join(shared, "data/standards/frictionless/1.0");
  const present = existsSync(profiles);
  if (!present) console.log(`Data package: not held against its profile, because ${profiles} is not there.`);
  const profile = (name: string) => JSON.parse(readFileSync(path.join(profiles, name), "utf8"));

  test.skipIf(!present)(
    "satisfies the profile of Frictionless Data Package 1.0, and its schemas that of Table Schema",
    () => {
      expect(faults(described, profile("datapackage.json"))).toEqual([]);
      for (const { schema } of described.resources) expect(faults(schema, profile("tableschema.json"))).toEqual([]);
    },
  );

  test.skipIf(!present)("would be found out if it did not: the check that is used here is not blind", () => {
    const broken = structuredClone(described);
    broken.name = "Figures of RUSH";
    broken.resources[0].schema.fields[0].type = "words";
    delete broken.resources[1].path;
    expect(faults(broken, profile("datapackage.json")).length).toBeGreaterThanOrEqual(2);
    expect(faults(broken.resources[0].schema, profile("tableschema.json"))).not.toEqual([]);
  });
});

type Schema = Readonly<{
  type?: string | readonly string[];
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  minItems?: number;
  uniqueItems?: boolean;
  pattern?: string;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
}>;

/** Where a value breaks a JSON schema, by the keywords that the profiles use. */
function faults(value: unknown, schema: Schema, at = "$"): string[] {
  const found: string[] = [];
  const complain = (broken: boolean, what: string) => void (broken && found.push(`${at}: ${what}`));
  const types = schema.type === undefined ? [] : [schema.type].flat();
  complain(types.length > 0 && !types.some((type) => isOf(type, value)), `not ${types}`);
  complain(schema.enum !== undefined && !schema.enum.includes(value), `not one of ${schema.enum}`);
  if (typeof value === "string" && schema.pattern) complain(!new RegExp(schema.pattern).test(value), schema.pattern);
  if (Array.isArray(value)) {
    complain(value.length < (schema.minItems ?? 0), "too short");
    complain(
      schema.uniqueItems === true && new Set(value.map((one) => JSON.stringify(one))).size < value.length,
      "repeats",
    );
    if (schema.items) for (const [i, one] of value.entries()) found.push(...faults(one, schema.items, `${at}[${i}]`));
  } else if (typeof value === "object" && value !== null) {
    for (const key of schema.required ?? []) complain(!(key in value), `lacks ${key}`);
    for (const [key, held] of Object.entries(value))
      if (schema.properties?.[key]) found.push(...faults(held, schema.properties[key], `${at}.${key}`));
  }
  const fitting = (schemas: readonly Schema[]) => schemas.filter((one) => faults(value, one, at).length === 0).length;
  if (schema.anyOf) complain(fitting(schema.anyOf) === 0, "fits none");
  if (schema.oneOf) complain(fitting(schema.oneOf) !== 1, `fits ${fitting(schema.oneOf)} of ${schema.oneOf.length}`);
  return found;
}

function isOf(type: string, value: unknown): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}
