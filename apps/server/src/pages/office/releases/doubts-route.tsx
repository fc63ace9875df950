import { decideDoubt } from "@evenspan/domain/datasets/decide-doubt";
import type { DoubtfulValue } from "@evenspan/domain/datasets/doubtful-values";
import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { seeDoubts } from "@evenspan/domain/review/see-doubts";
import { itemField } from "../../../office/forms/form.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Empty } from "../../../parts/list/empty.tsx";
import { Pager } from "../../../parts/list/pager.tsx";
import { Doubt } from "./doubt.tsx";

const perPage = 25;

/** Values that are kept and not published until a person decides: the undecided first. */
export const doubtsRoute: ClosedRoute = {
  path: "doubts",
  get: async ({ act, may, query, t }) => {
    const values = await act(seeDoubts, {});
    if (isRefusal(values)) return values;
    const from = /^\d{1,6}$/.test(query.get("from") ?? "") ? Number(query.get("from")) : 0;
    return page(t("doubts.title"), <Doubts values={values} from={from} canDecide={may(decideDoubt)} />);
  },
  post: async ({ act, href, query }, _params, form) => {
    const [datasetId = "", observation = ""] = form.text(itemField).split("|");
    const decided = await act(decideDoubt, {
      ...{ datasetId, observation: Number(observation) },
      ...{ decision: form.text("decision"), reason: form.text("reason") },
    });
    if (isRefusal(decided)) return decided;
    return goTo(href("/doubts", { from: query.get("from") ?? undefined }), "said.decided");
  },
};

function Doubts({ values, from, canDecide }: { values: readonly DoubtfulValue[]; from: number; canDecide: boolean }) {
  const { href, t } = useOffice();
  const open = values.filter(({ decision }) => decision === null).length;
  const shown = values.slice(from, from + perPage);
  return (
    <>
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
        first={from === 0 ? null : href("/doubts")}
        next={from + perPage < values.length ? href("/doubts", { from: String(from + perPage) }) : null}
      />
    </>
  );
}
