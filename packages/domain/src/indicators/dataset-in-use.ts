/** A dataset as indicators see it. */
export type DatasetInUse = Readonly<{
  id: string;
  sourceKey: string;
  origin: "published" | "reported" | "office" | "synthetic";
}>;
