import { gapEnds, type PlaceSetRef, type Subject } from "@evenspan/domain/figures/subject";
import type { Language } from "@evenspan/domain/kernel/text";
import type { PlaceId } from "@evenspan/domain/places/place";
import type { Visit } from "../pages/visit.ts";
import { placeLabel, placePhrase } from "./place-words.ts";

type Words = Pick<Visit, "index" | "language" | "t" | "release">;

/** What a figure is about, as a heading or a table names it. */
export function subjectLabel(subject: Subject, { index, language, t, release }: Words): string {
  const ends = gapEnds(subject);
  if (ends) {
    const [high, low] = [ends.high, ends.low].map((end) => endPhrase(end, index.sets, language));
    return t("subject.gap", { high: high!, low: low! });
  }
  if (subject.startsWith("system:")) return release.content.system.name;
  const set = index.sets.get(subject as PlaceSetRef);
  if (set) return t("subject.set", { name: set.name[language], count: set.places.length });
  return placeLabel(subject as PlaceId, language);
}

function endPhrase(end: PlaceId | PlaceSetRef, sets: Words["index"]["sets"], language: Language): string {
  return sets.get(end as PlaceSetRef)?.name[language] ?? placePhrase(end as PlaceId, language);
}
