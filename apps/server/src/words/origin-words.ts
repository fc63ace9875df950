import type { FigureOrigin } from "@evenspan/domain/figures/figure";
import type { DatasetCard } from "@evenspan/domain/releases/release-content";
import type { MessageKey, Translate } from "../messages/translate.ts";

const keys = {
  published: "origin.published",
  computed: "origin.computed",
  reported: "origin.reported",
  synthetic: "origin.synthetic",
  office: "origin.office",
} as const satisfies Record<FigureOrigin | DatasetCard["origin"], MessageKey>;

/** Where a figure comes from, in a few words: published, computed here, told by others, or made up. */
export const originWords = (origin: FigureOrigin, t: Translate): string => t(keys[origin]);

/** Where a dataset comes from, in a few words. */
export const datasetOriginWords = (origin: DatasetCard["origin"], t: Translate): string => t(keys[origin]);
