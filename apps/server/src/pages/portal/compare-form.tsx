import type { PlaceId } from "@evenspan/domain/places/place";
import { placeLabel } from "../../words/place-words.ts";
import { placeSlug } from "../release-index.ts";
import { useVisit } from "../visit.ts";

type Props = { a: PlaceId | undefined; b: PlaceId | undefined };

/** Asks for two places; works by a plain form. */
export function CompareForm({ a, b }: Props) {
  const { href, t } = useVisit();
  return (
    <form className="compare-form" action={href("/compare")} method="get">
      <PlaceChoice name="a" label={t("compare.first")} chosen={a} />
      <PlaceChoice name="b" label={t("compare.second")} chosen={b} />
      <button type="submit">{t("compare.button")}</button>
    </form>
  );
}

function PlaceChoice({ name, label, chosen }: { name: string; label: string; chosen: PlaceId | undefined }) {
  const { index, language, t } = useVisit();
  const places = [...index.placeBySlug.values()]
    .map((id) => ({ id, label: placeLabel(id, language) }))
    .sort((x, y) => x.label.localeCompare(y.label, language));
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ? placeSlug(chosen) : ""} required>
        <option value="">{t("compare.choose")}</option>
        {places.map((place) => (
          <option key={place.id} value={placeSlug(place.id)}>
            {place.label}
          </option>
        ))}
      </select>
    </div>
  );
}
