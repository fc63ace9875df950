import { decideDoubt } from "@evenspan/domain/datasets/decide-doubt";
import type { DoubtfulValue } from "@evenspan/domain/datasets/doubtful-values";
import { isRefusal, refuse } from "@evenspan/domain/kernel/refusal";
import { seeDoubts } from "@evenspan/domain/review/see-doubts";
import { itemField } from "../../../office/forms/form.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Crumbs } from "../../../parts/list/crumbs.tsx";
import { Empty } from "../../../parts/list/empty.tsx";
import { Pager } from "../../../parts/list/pager.tsx";
import { Doubt } from "./doubt.tsx";

const perPage = 25;

/** Values that are kept and not published until a person decides: the undecided first. */
export const doubtsRoute: ClosedRoute = { path: "doubts", ...doubts() };

/** The same, of one dataset. */
export const datasetDoubtsRoute: ClosedRoute = { path: "doubts/:dataset", ...doubts() };
function doubts(): Pick<ClosedRoute, "get" | "post"> {
  return {
    get: async ({ act, may, query, t }, { dataset }) => {
      const all = await act(seeDoubts, {});
      if (isRefusal(all)) return all;
      const values = all.filter(({ datasetId }) => dataset === undefined || datasetId === dataset);
      if (dataset !== undefined && values.length === 0) return noSuch;
      const from = /^\d{1,6}$/.test(query.get("from") ?? "") ? Number(query.get("from")) : 0;
      const props = { values, from, path: pathOf(dataset), canDecide: may(decideDoubt) };
      return page(t("doubts.title"), <Doubts {...props} />);
    },
    post: async ({ act, href, query }, { dataset }, form) => {
      const [datasetId = "", observation = ""] = form.text(itemField).split("|");
      const decided = await act(decideDoubt, {
        ...{ datasetId, observation: Number(observation) },
        ...{ decision: form.text("decision"), reason: form.text("reason") },
      });
      if (isRefusal(decided)) return decided;
      return goTo(href(pathOf(dataset), { from: query.get("from") ?? undefined }), "said.decided");
    },
  };
}

const noSuch = refuse("not-found", "dataset", "There is no such dataset, or none of its values is in doubt.");

const pathOf = (dataset: string | undefined): string =>
  dataset === undefined ? "/doubts" : `/doubts/${encodeURIComponent(dataset)}`;

type Props = { values: readonly DoubtfulValue[]; from: number; path: string; canDecide: boolean };

function Doubts({ values, from, path, canDecide }: Props) {
  const { href, t } = useOffice();
  const open = values.filter(({ decision }) => decision === null).length;
  const shown = values.slice(from, from + perPage);
  return (
    <>
      {path !== "/doubts" && <Crumbs to="/doubts">{t("doubts.title")}</Crumbs>}
      <h1>{t("doubts.title")}</h1>
      <p className="lead">{t("doubts.lead", { count: open })}</p>
      {shown.length === 0 ? (
        <Empty>
          <p>{t("doubts.none")}</p>
        </Empty>
      ) : (
        <ul className="rows">
          {shown.map((value) => (
            <li key={`${value.datasetId}|${value.observation}`}>
              <Doubt value={value} canDecide={canDecide} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        first={from === 0 ? null : href(path)}
        next={from + perPage < values.length ? href(path, { from: String(from + perPage) }) : null}
      />
    </>
  );
}
