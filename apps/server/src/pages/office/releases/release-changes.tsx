import { locales, stateWords } from "@evenspan/domain/figures/figure-words";
import type { FigureChanges } from "@evenspan/domain/review/changed-figures.rules";
import { useOffice } from "../../../office/office-visit.ts";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { Folded } from "../../../parts/table/folded.tsx";

type Brief = FigureChanges["shown"][number]["now"];

/** What differs from what is public now. */
export function ReleaseChanges({
  changes,
  publicNumber,
}: {
  changes: FigureChanges | null;
  publicNumber: number | null;
}) {
  const { t } = useOffice();
  if (changes === null || publicNumber === null) return null;
  const { added, removed, changed, shown } = changes;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t("releases.changes", { number: publicNumber })}</h2>
      <p>{t("releases.changes-count", { added, removed, changed })}</p>
      {shown.length > 0 && (
        <Folded summary={t("releases.changes-show", { count: shown.length })} open={shown.length <= 10}>
          <OfficeTable
            label={t("releases.changes", { number: publicNumber })}
            columns={[
              { title: t("releases.figure") },
              { title: t("releases.before"), number: true },
              { title: t("releases.now"), number: true },
            ]}
            rows={shown.map(({ id, before, now }) => ({
              key: id,
              about: <code className="hash">{id}</code>,
              cells: [<Value key="before" {...before} />, <Value key="now" {...now} />],
            }))}
          />
        </Folded>
      )}
    </section>
  );
}

function Value({ state, value }: Brief) {
  const { language } = useOffice();
  if (state !== "shown" || value === null) return stateWords[state][language];
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value);
}
