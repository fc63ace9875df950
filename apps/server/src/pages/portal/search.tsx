import { placeAliases } from "@evenspan/domain/places/aliases";
import { gazetteer, plainName } from "@evenspan/domain/places/gazetteer";
import type { PlaceId } from "@evenspan/domain/places/place";
import { kindTerm, kindTitle } from "../../words/kind-words.ts";
import { placeLabel, sideLabel } from "../../words/place-words.ts";
import { areaKinds } from "../figure-kinds.ts";
import { notKnown, type Page } from "../page.ts";
import { type FigureKind, kindKey, kindQuery, placeSlug } from "../release-index.ts";
import { useVisit, type Visit } from "../visit.ts";
import { FindArea } from "./find-area.tsx";

/** Finds places by any name that people call them, and measures by their words. With nothing asked, lists all places. */
export const searchPage = ({ t }: Visit): Page => ({ title: t("search.title"), body: <Search /> });

function Search() {
  const visit = useVisit();
  const { query, t } = visit;
  const asked = query.q === notKnown ? "" : (query.q ?? "").trim();
  const places = placesNamed(asked, visit);
  const kinds = asked === "" ? [] : kindsNamed(asked, visit);
  return (
    <>
      <h1>{t("search.title")}</h1>
      <FindArea asked={asked} />
      {asked !== "" && <p role="status">{t("search.found", { count: places.length + kinds.length })}</p>}
      {asked !== "" && places.length + kinds.length === 0 && <p>{t("search.nothing")}</p>}
      <Places places={places.length > 0 || asked !== "" ? places : placesNamed("", visit)} />
      <Kinds kinds={kinds} />
    </>
  );
}

type Found = Readonly<{ placeId: PlaceId; also: string | null }>;

function Places({ places }: { places: readonly Found[] }) {
  const { language, href, t } = useVisit();
  if (places.length === 0) return null;
  return (
    <ul className="found">
      {places.map(({ placeId, also }) => {
        const side = gazetteer.place(placeId)?.side;
        return (
          <li key={placeId}>
            <a href={href(`/areas/${placeSlug(placeId)}`)}>{placeLabel(placeId, language)}</a>
            <span className="note">
              {side && ` ${sideLabel(side, language)}`}
              {also && `. ${t("search.also", { name: also })}`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Kinds({ kinds }: { kinds: readonly FigureKind[] }) {
  const visit = useVisit();
  if (kinds.length === 0) return null;
  return (
    <>
      <h2>{visit.t("search.measures")}</h2>
      <ul className="found">
        {kinds.map((kind) => (
          <li key={kindKey(kind)}>
            <a href={visit.href("/areas", kindQuery(kind))}>{kindTitle(kind, visit)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Places whose name, other name or number fits, those whose own name does first. */
function placesNamed(asked: string, { index, language }: Visit): readonly Found[] {
  const wanted = plainName(asked).replace(/^(the|el|la|los) /, "");
  return [...index.placeBySlug.values()]
    .flatMap((placeId): readonly (Found & { weight: number })[] => {
      const own = plainName(placeLabel(placeId, language));
      if (own.includes(wanted)) return [{ placeId, also: null, weight: own.startsWith(wanted) ? 0 : 1 }];
      if (wanted !== "" && gazetteer.place(placeId)?.code === wanted) return [{ placeId, also: null, weight: 0 }];
      const alias = placeAliases.find((one) => one.placeId === placeId && one.alias.includes(wanted));
      return alias ? [{ placeId, also: titled(alias.alias), weight: 2 }] : [];
    })
    .sort(
      (a, b) => a.weight - b.weight || placeLabel(a.placeId, language).localeCompare(placeLabel(b.placeId, language)),
    );
}

/** Measures whose words, in the reader's or the field's way, hold all the words asked for. */
function kindsNamed(asked: string, visit: Visit): readonly FigureKind[] {
  const wanted = plainName(asked).split(" ");
  return areaKinds(visit.index)
    .filter((kind) => {
      const words = plainName(`${kindTitle(kind, visit)} ${kindTerm(kind, visit)}`);
      return wanted.every((word) => words.includes(word));
    })
    .slice(0, 20);
}

const titled = (alias: string): string => alias.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());
