import type { Figure } from "@evenspan/domain/figures/figure";
import { amountText } from "@evenspan/domain/figures/figure-words";
import { methodByKey } from "@evenspan/domain/figures/methods";
import { figurePath } from "../../words/figure-address.ts";
import { decimalsOf } from "../../words/kind-words.ts";
import { useVisit } from "../visit.ts";
import type { DatasetUse } from "./inputs.ts";

/** How anyone can come to the same number again. */
export function ReceiptRepeat({ figure, uses }: { figure: Figure; uses: readonly DatasetUse[] }) {
  const { release, language, t } = useVisit();
  const method = methodByKey(figure.method);
  return (
    <section aria-labelledby="repeat">
      <h2 id="repeat">{t("repeat.title")}</h2>
      <ol>
        <li>
          {t("repeat.get", { count: uses.length })} {t("repeat.fingerprint")}{" "}
          <code className="hash">sha256sum {uses[0]?.dataset.fileName}</code>
        </li>
        <li>
          {method?.says[language]} <Subtraction figure={figure} />
          {method?.formula && (
            <>
              {" "}
              {t("repeat.formula")} <code className="hash">{method.formula}</code>
            </>
          )}
        </li>
        <li>
          {t("repeat.verify")} <code className="hash">evenspan release verify {release.number}</code>
        </li>
      </ol>
      <p>
        {t("repeat.cite")}{" "}
        <a href={`/${language}/r/${release.number}${figurePath(figure.id)}`}>
          {t("repeat.pinned", { number: release.number })}
        </a>
      </p>
    </section>
  );
}

/** The sum itself, where it is one subtraction. */
function Subtraction({ figure }: { figure: Figure }) {
  const { release, language } = useVisit();
  if (figure.method !== "difference-of-independent" || figure.value === null) return null;
  const ends = figure.inputs.flatMap((input) => ("figure" in input ? (release.figure(input.figure) ?? []) : []));
  const [high, low] = ends;
  if (high?.value == null || low?.value == null) return null;
  const text = (value: number) => amountText(value, figure.unit, decimalsOf(figure.indicator), language);
  return (
    <b className="sum">
      {text(high.value)} − {text(low.value)} = {text(figure.value)}
    </b>
  );
}
