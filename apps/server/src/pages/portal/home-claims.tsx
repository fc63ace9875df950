import type { ClaimStanding } from "@evenspan/domain/claims/claim";
import { standingWords } from "../../words/standing-words.ts";
import { useVisit } from "../visit.ts";

const order: readonly ClaimStanding[] = ["holds", "superseded", "contradicted", "cannot-be-checked"];

/** How many public sentences about the gap still hold, with the way to each. */
export function HomeClaims() {
  const { release, href, t } = useVisit();
  const { claims } = release.content;
  if (claims.length === 0) return null;
  const counts = order.map((standing) => [standing, claims.filter((one) => one.standing === standing).length] as const);
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t("home.claims")}</h2>
      <p>{t("home.claims-lead", { count: claims.length })}</p>
      <ul className="standings">
        {counts
          .filter(([, count]) => count > 0)
          .map(([standing, count]) => (
            <li key={standing}>
              <b>{count}</b> {standingWords(standing, count, t)}
            </li>
          ))}
      </ul>
      <p>
        <a href={href("/claims")}>{t("home.claims-link")}</a>
      </p>
    </section>
  );
}
