import { aboutText, betweenText, periodWords } from "@evenspan/domain/figures/figure-words";
import { SyntheticMark } from "../../parts/figure/synthetic-mark.tsx";
import { figurePath } from "../../words/figure-address.ts";
import { decimalsOf } from "../../words/kind-words.ts";
import { placePhrase } from "../../words/place-words.ts";
import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";
import { FindArea } from "./find-area.tsx";
import { HomeClaims } from "./home-claims.tsx";
import { HomeGoal } from "./home-goal.tsx";
import { HomeLine } from "./home-line.tsx";
import { HomeMap } from "./home-map.tsx";
import { HomeNumbers } from "./home-numbers.tsx";
import { type LineReading, lineReading } from "./line-reading.ts";

/** The first page: one argument, told by the line, and then the depth behind it. */
export function homePage(visit: Visit): Page {
  const reading = lineReading(visit);
  return {
    title: visit.t("home.title"),
    body: (
      <>
        {reading ? <Opening reading={reading} /> : <h1>{visit.release.content.system.name}</h1>}
        {reading && <HomeLine reading={reading} />}
        <FindArea />
        <HomeNumbers />
        {reading && <HomeMap kind={reading.kind} route={reading.set.places} />}
        <HomeGoal />
        <HomeClaims />
      </>
    ),
  };
}

/** The one sentence, how sure it is, and why there is a gap at all. */
function Opening({ reading: { gap, goal } }: { reading: LineReading }) {
  const { language, href, t } = useVisit();
  const decimals = decimalsOf(gap.indicator);
  const [low, high] = [goal.goal.lowPlaceId, goal.goal.highPlaceId].map((id) => placePhrase(id, language));
  const about = aboutText(gap, decimals, language);
  const between = betweenText(gap, decimals, language);
  return (
    <div className="opening">
      <h1>
        {about
          ? t("home.headline", { low: low!, high: high!, about })
          : t("home.headline-withheld", { low: low!, high: high! })}
      </h1>
      <p className="lead">
        {between && t("home.likely", { between })} {t("home.period", { period: periodWords(gap.period, language) })}{" "}
        {gap.origin === "synthetic" && (
          <>
            <SyntheticMark />{" "}
          </>
        )}
        <a className="how" href={href(figurePath(gap.id))}>
          {t("figure.how")}
        </a>
      </p>
      <p>{t("home.cause")}</p>
    </div>
  );
}
