import type { ClaimReading } from "@evenspan/domain/claims/claim";
import { periodWords } from "@evenspan/domain/figures/figure-words";
import { FigureValue } from "../../parts/figure/figure-value.tsx";
import { InEnglish } from "../../parts/in-english.tsx";
import { SourceText } from "../../parts/source-text.tsx";
import { standingWord } from "../../words/standing-words.ts";
import { subjectLabel } from "../../words/subject-words.ts";
import { upperFirst } from "../../words/upper-first.ts";
import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";

/** What was said in public, each sentence held against the figures of this release. */
export const claimsPage = ({ t }: Visit): Page => ({ title: t("claims.title"), body: <Claims /> });

function Claims() {
  const { release, t } = useVisit();
  return (
    <>
      <h1>{t("claims.title")}</h1>
      <p className="lead">{t("claims.lead")}</p>
      <div className="claims">
        {release.content.claims.map((reading) => (
          <Claim key={reading.claim.id} reading={reading} />
        ))}
      </div>
    </>
  );
}

function Claim({ reading: { claim, standing, sentence, figures } }: { reading: ClaimReading }) {
  const visit = useVisit();
  const { release, language, t } = visit;
  const held = figures.flatMap((id) => release.figure(id) ?? []);
  return (
    <article className={`claim ${standing}`} id={claim.id} aria-labelledby={`${claim.id}-said`}>
      <p className="standing">{standingWord(standing, t)}</p>
      <h2 id={`${claim.id}-said`}>
        <q>{claim.text[language]}</q>
      </h2>
      <p className="note">
        <InEnglish>{claim.saidBy}</InEnglish> {t("claims.said", { year: String(claim.saidInYear) })}{" "}
        <SourceText text={claim.source} />
      </p>
      <p>{sentence[language]}</p>
      {claim.note && <p>{claim.note[language]}</p>}
      {held.length > 0 && (
        <ul className="held">
          {held.map((figure) => (
            <li key={figure.id}>
              {upperFirst(subjectLabel(figure.subject, visit))}, {periodWords(figure.period, language)}:{" "}
              <FigureValue figure={figure} withUnit />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
