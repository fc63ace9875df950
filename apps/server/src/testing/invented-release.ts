import { createHash } from "node:crypto";
import type { Figure } from "@evenspan/domain/figures/figure";
import type { PublishedRelease } from "@evenspan/domain/releases/published-release";
import type { ReleaseContent } from "@evenspan/domain/releases/release-content";
import { inventedDatasets, inventedRows } from "./invented-datasets.ts";
import { inventedFigures } from "./invented-figures.ts";
import { inventedClaims, inventedFront, inventedGoal, inventedSets } from "./invented-words.ts";

const sha256 = (body: Buffer): string => createHash("sha256").update(body).digest("hex");

/** The content of the invented release, to be changed by a test that needs it otherwise. */
const inventedContent: ReleaseContent = {
  system: { slug: "example", name: "Example University Health", demonstration: true },
  front: inventedFront,
  figures: inventedFigures,
  datasets: inventedDatasets,
  placeSets: inventedSets,
  goals: [inventedGoal],
  claims: inventedClaims,
  outlines: null,
};

/** A published release with every state of a value and something on every page. Nothing in it was measured. */
export function inventedRelease(more: Partial<ReleaseContent> = {}, number = 3): PublishedRelease {
  const content = { ...inventedContent, ...more };
  const figures = new Map<string, Figure>(content.figures.map((figure) => [figure.id, figure]));
  const documents = inventedDocuments(content);
  return {
    id: sha256(Buffer.from(`release ${number} ${content.figures.length} ${content.outlines !== null}`)),
    number,
    publishedAt: new Date("2026-11-20T15:00:00Z"),
    signedBy: "A. Reviewer",
    content,
    attack: {
      ...{ by: ["narrowing"], tables: 12, cells: 96, withheld: 41, recovered: 0, boundedTooTightly: 0, knownBefore: 0 },
      untried: { linearBounds: 0, elimination: 0, contradicting: 0, beforeApart: 0 },
    },
    figure: (id) => figures.get(id) ?? null,
    dataset: (id) => content.datasets.find((one) => one.id === id) ?? null,
    sourceRows: inventedRows,
    document: (path) => documents.get(path) ?? null,
    documentPaths: [...documents.keys()],
  };
}

function inventedDocuments({ figures, datasets }: ReleaseContent) {
  const files: Readonly<Record<string, readonly [mediaType: string, text: string]>> = {
    "figures.csv": ["text/csv", ["id,state,value,lower,upper", ...figures.map(line)].join("\n")],
    "data-dictionary.csv": ["text/csv", "column,meaning\nid,name of the figure\nstate,one of six states\n"],
    "datasets.json": ["application/json", JSON.stringify(datasets.map(({ id, fingerprint }) => ({ id, fingerprint })))],
    "pages/not-a-page.html": ["text/html", "<script>alert(1)</script>"],
  };
  return new Map(
    Object.entries(files).map(([path, [mediaType, text]]) => {
      const body = Buffer.from(text);
      return [path, { body, mediaType, sha256: sha256(body) }];
    }),
  );
}

const line = ({ id, state, value, lower, upper }: Figure): string =>
  [id, state, value ?? "", lower ?? "", upper ?? ""].join(",");
