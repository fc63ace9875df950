import { Folded } from "../../parts/table/folded.tsx";
import { useVisit } from "../visit.ts";
import { CompareTable } from "./compare-table.tsx";
import type { PairsOfPlaces } from "./figure-pair.ts";

/** All else that both places have a figure of; the many single causes of death are folded. */
export function CompareOthers({ pairs, a, b }: PairsOfPlaces) {
  const { t } = useVisit();
  const [together, byCause] = [true, false].map((all) => pairs.filter(({ first }) => (first.cause === "all") === all));
  return (
    <section aria-labelledby="others">
      <h2 id="others">{t("compare.others")}</h2>
      <CompareTable pairs={together!} a={a} b={b} label={t("compare.others")} />
      {byCause!.length > 0 && (
        <Folded summary={t("compare.by-cause", { count: byCause!.length })}>
          <CompareTable pairs={byCause!} a={a} b={b} label={t("compare.by-cause", { count: byCause!.length })} />
        </Folded>
      )}
    </section>
  );
}
