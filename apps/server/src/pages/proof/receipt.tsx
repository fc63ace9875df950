import type { Figure } from "@evenspan/domain/figures/figure";
import { periodWords } from "@evenspan/domain/figures/figure-words";
import { FigureSet } from "../../parts/figure/figure-set.tsx";
import { figureAt } from "../../words/figure-address.ts";
import { kindTitle } from "../../words/kind-words.ts";
import { subjectLabel } from "../../words/subject-words.ts";
import { upperFirst } from "../../words/upper-first.ts";
import type { Page } from "../page.ts";
import { type Query, useVisit, type Visit } from "../visit.ts";
import { inputsOf } from "./inputs.ts";
import { ReceiptDatasets } from "./receipt-datasets.tsx";
import { ReceiptFacts } from "./receipt-facts.tsx";
import { ReceiptInputs } from "./receipt-inputs.tsx";
import { ReceiptRepeat } from "./receipt-repeat.tsx";

/** The proof of a figure: what it says, what it was made from down to the files, and how to make it again. */
export function receiptPage(visit: Visit, { id }: Query): Page | null {
  const figure = figureAt(id, visit.release);
  if (!figure) return null;
  const title = [
    kindTitle(figure, visit),
    subjectLabel(figure.subject, visit),
    periodWords(figure.period, visit.language),
  ];
  return { title: title.join(", "), body: <Receipt figure={figure} /> };
}

function Receipt({ figure }: { figure: Figure }) {
  const visit = useVisit();
  const { language, release, href, t } = visit;
  const inputs = inputsOf(figure, release);
  return (
    <>
      <p className="crumbs">
        {t("receipt.of", { number: release.number })} · <a href={href("/release")}>{t("receipt.release")}</a>
      </p>
      <h1>{kindTitle(figure, visit)}</h1>
      <p className="lead">
        {upperFirst(subjectLabel(figure.subject, visit))}, {periodWords(figure.period, language)}.
      </p>
      <FigureSet figure={figure} label={null} proof={false} />
      <ReceiptFacts figure={figure} />
      <ReceiptInputs figure={figure} />
      <ReceiptDatasets figure={figure} uses={inputs} />
      <ReceiptRepeat figure={figure} uses={inputs} />
    </>
  );
}
