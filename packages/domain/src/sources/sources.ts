import { deathRecordsSource } from "./death-records.source.ts";
import { deathsSource } from "./deaths.source.ts";
import { peopleSource } from "./people.source.ts";
import { publishedFiguresSource } from "./published-figures.source.ts";
import type { Source } from "./source.ts";

/** Every kind of file that Evenspan reads. */
export const sources: readonly Source[] = [deathsSource, deathRecordsSource, peopleSource, publishedFiguresSource];

/**
 * The source with this key, or null.
 *
 * @example
 * sourceByKey("people").version // => 1
 */
export const sourceByKey = (key: string): Source | null => sources.find((source) => source.key === key) ?? null;
