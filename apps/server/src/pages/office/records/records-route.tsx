import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { listFacilities } from "@evenspan/domain/organization/list-facilities";
import { dropView } from "@evenspan/domain/records/drop-view";
import { beginExport, exportRecords } from "@evenspan/domain/records/export-records";
import { listRecords } from "@evenspan/domain/records/list-records";
import { listViews } from "@evenspan/domain/records/list-views";
import { saveView } from "@evenspan/domain/records/save-view";
import { csvStream } from "../../../office/csv-stream.ts";
import { itemField } from "../../../office/forms/form.ts";
import { formActions } from "../../../office/forms/form-actions.ts";
import { renameFields } from "../../../office/forms/rename-fields.ts";
import { isKey, isWords, knownValues } from "../../../office/list-query.ts";
import { download, goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import type { OfficeVisit } from "../../../office/office-visit.ts";
import { Records } from "./records.tsx";

/** The page of the list, by which its saved views are kept. */
const listPage = "/office/records";

/** Everything that one may see of the office's work, as a list that is narrowed and sorted by its address. */
export const recordsRoute: ClosedRoute = {
  path: "records",
  get: async (visit) => {
    const { act, may, query, t } = visit;
    const chosen = chosenIn(visit);
    const [listed, views] = await Promise.all([
      act(listRecords, { ...askedBy(chosen), after: query.get("after") || undefined }),
      act(listViews, { page: listPage }),
    ]);
    if (isRefusal(listed)) return listed;
    const hasPlaces = listed.facets.facilities.length > 0 || listed.records.some(({ facilityId }) => facilityId);
    const placeOf = hasPlaces && may(listFacilities) ? await placeNames(visit) : asItIs;
    const shown = { ...listed, chosen, isFirst: !query.get("after"), placeOf };
    const more = { views: isRefusal(views) ? [] : views, canExport: may(beginExport) };
    return page(t("records.title"), <Records {...shown} {...more} />);
  },
  post: formActions({
    "save-view": async (visit, _params, form) => {
      const query = new URLSearchParams(chosenIn(visit)).toString();
      const saved = await visit.act(saveView, { page: listPage, name: form.text("view"), query });
      if (isRefusal(saved)) return renameFields(saved, { name: "view" });
      return goTo(visit.href("/records", chosenIn(visit)), "said.view-saved");
    },
    "drop-view": async (visit, _params, form) => {
      const dropped = await visit.act(dropView, { viewId: form.text(itemField) });
      return isRefusal(dropped) ? dropped : goTo(visit.href("/records", chosenIn(visit)), "said.view-dropped");
    },
    export: async (visit) => {
      const { desk, occasion, language, now } = visit;
      const pieces = await exportRecords(desk.db, occasion, askedBy(chosenIn(visit)), language);
      if (isRefusal(pieces)) return pieces;
      const fileName = `evenspan-records-${now.toISOString().slice(0, 10)}.csv`;
      return download(csvStream(pieces), { mediaType: "text/csv; charset=utf-8", fileName });
    },
  }),
};

const asItIs = (facilityId: string): string => facilityId;

/** What facilities are called: asked for only where a list names one. */
async function placeNames({ act }: OfficeVisit): Promise<(facilityId: string) => string> {
  const listed = await act(listFacilities, {});
  const names = new Map(isRefusal(listed) ? [] : listed.map((one): [string, string] => [one.facilityId, one.name]));
  return (facilityId) => names.get(facilityId) ?? facilityId;
}

/** What the address asks of the list. */
const chosenIn = ({ query }: Pick<OfficeVisit, "query">) =>
  knownValues(query, {
    ...{ text: isWords, kind: isKey, state: isKey, facilityId: isKey, late: ["yes"] },
    ...{ sort: ["changed", "due", "title"], direction: ["up", "down"] },
  });

/** The same, as the question of the domain takes it. */
const askedBy = ({ late, ...chosen }: ReturnType<typeof chosenIn>) => ({ ...chosen, ...(late && { isLate: true }) });
