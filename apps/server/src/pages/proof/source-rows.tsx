import { numberText, periodWords, stateWords } from "@evenspan/domain/figures/figure-words";
import type { Language } from "@evenspan/domain/kernel/text";
import type { ValueState } from "@evenspan/domain/kernel/value-state";
import { valueStates } from "@evenspan/domain/kernel/value-state";
import type { SourceRow } from "@evenspan/domain/releases/release-content";
import { causeByKey } from "@evenspan/domain/sources/causes";
import { SourceText } from "../../parts/source-text.tsx";
import { Scrolled } from "../../parts/table/scrolled.tsx";
import { doubtWords, measureWords } from "../../words/measure-words.ts";
import { placeLabel } from "../../words/place-words.ts";
import { useVisit, type Visit } from "../visit.ts";

/** Rows of a file as they were read, each with its line. */
export function SourceRows({ rows, label }: { rows: readonly SourceRow[]; label: string }) {
  const visit = useVisit();
  const { language, t } = visit;
  const said = rows.some(({ saidBy }) => saidBy !== null);
  const doubts = rows.some(({ doubt }) => doubt !== null);
  return (
    <Scrolled label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("rows.line")}</th>
            <th scope="col" className="words">
              {t("rows.what")}
            </th>
            <th scope="col" className="words">
              {t("table.place")}
            </th>
            <th scope="col">{t("table.years")}</th>
            <th scope="col" className="words">
              {t("rows.who")}
            </th>
            <th scope="col">{t("rows.value")}</th>
            <th scope="col">{t("rows.limits")}</th>
            {said && (
              <th scope="col" className="words">
                {t("rows.said")}
              </th>
            )}
            {doubts && (
              <th scope="col" className="words">
                {t("rows.doubt")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.observation}>
              <th scope="row">{row.line}</th>
              <td className="words">{measureWords(row.measure, t)}</td>
              <td className="words">{placeLabel(row.place, language)}</td>
              <td>{periodWords({ from: row.yearFrom, to: row.yearTo }, language)}</td>
              <td className="words">{whoWords(row, visit)}</td>
              <td>{valueWords(row, language)}</td>
              <td>
                {row.lower !== null &&
                  row.upper !== null &&
                  t("areas.range", { from: asRead(row.lower, language), to: asRead(row.upper, language) })}
              </td>
              {said && <td className="words long">{row.saidBy !== null && <SourceText text={row.saidBy} />}</td>}
              {doubts && <td className="words">{row.doubt && doubtWords(row.doubt, t)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** Whom a row counts: sex, ages and cause where it is not everyone. */
function whoWords({ sex, ageFrom, ageBelow, cause }: SourceRow, { language, t }: Visit): string {
  const ages =
    ageFrom === 0 && ageBelow === null
      ? null
      : ageBelow === null
        ? t("rows.age-open", { from: ageFrom })
        : t("rows.ages", { from: ageFrom, to: ageBelow - 1 });
  const parts = [
    sex === "female" ? t("sex.female") : sex === "male" ? t("sex.male") : null,
    ages,
    cause === "all" ? null : (causeByKey(cause)?.name[language] ?? cause),
  ].filter((part) => part !== null);
  return parts.length === 0 ? t("fact.everyone") : parts.join(", ");
}

/** The value of a row, or the words for why there is none. */
function valueWords({ value, state }: SourceRow, language: Language): string {
  if (value !== null) return asRead(value, language);
  return isState(state) ? stateWords[state][language] : state;
}

/** A number with the decimals that it was read with. */
const asRead = (value: number, language: Language): string =>
  numberText(value, String(value).split(".")[1]?.length ?? 0, language);

const isState = (word: string): word is ValueState => valueStates.some((state) => state === word);
