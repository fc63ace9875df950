/** A column of a table, as a Frictionless Table Schema field. */
export type TableField = Readonly<{
  name: string;
  type: "string" | "number" | "integer" | "year";
  title: string;
  description: string;
}>;

/** A table of a data package: where it is, what is in it, and its bytes' SHA-256. */
export type TableResource = Readonly<{
  name: string;
  path: string;
  title: string;
  description: string;
  bytes: number;
  sha256: string;
  fields: readonly TableField[];
  primaryKey: readonly string[];
}>;

/**
 * A Frictionless Data Package (specification version 1) that describes CSV tables, each with its schema.
 *
 * @example
 * dataPackage({ name: "x", title: "X", description: "", version: "1", licence: "CC0-1.0", tables: [] }).profile
 * // => "tabular-data-package"
 */
export const dataPackage = (
  described: Readonly<{
    name: string;
    title: string;
    description: string;
    version: string;
    /** An SPDX or Open Definition licence name. */
    licence: string;
    tables: readonly TableResource[];
  }>,
) => ({
  profile: "tabular-data-package",
  name: described.name,
  title: described.title,
  description: described.description,
  version: described.version,
  licenses: [{ name: described.licence }],
  resources: described.tables.map(({ sha256, fields, primaryKey, ...table }) => ({
    profile: "tabular-data-resource",
    ...table,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    hash: `sha256:${sha256}`,
    schema: { fields, primaryKey, missingValues: [""] },
  })),
});
