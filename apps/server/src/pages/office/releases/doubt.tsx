import type { DoubtfulValue } from "@evenspan/domain/datasets/doubtful-values";
import { locales } from "@evenspan/domain/figures/figure-words";
import { placeName } from "@evenspan/domain/places/gazetteer";
import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { formId, idOf, OfficeForm } from "../../../parts/form/office-form.tsx";
import { RadioField } from "../../../parts/form/radio-field.tsx";
import { TextArea } from "../../../parts/form/text-area.tsx";
import { Folded } from "../../../parts/table/folded.tsx";

const doubts = {
  "estimate-outside-interval": "doubts.outside-interval",
  "no-source-file": "doubts.no-source-file",
  "publisher-warning": "doubts.publisher-warning",
} as const satisfies Record<DoubtfulValue["doubt"], PlainKey>;

/** One doubtful value: what it says of which place and years, why it is doubted, and what was decided. */
export function Doubt({ value, canDecide }: { value: DoubtfulValue; canDecide: boolean }) {
  const { language, returned, t } = useOffice();
  const item = `${value.datasetId}|${value.observation}`;
  const number = (of: number | null) => (of === null ? "?" : new Intl.NumberFormat(locales[language]).format(of));
  const years = value.yearFrom === value.yearTo ? `${value.yearFrom}` : `${value.yearFrom}–${value.yearTo}`;
  const isBack = returned !== null && idOf(returned) === formId("decide", item);
  return (
    <>
      <div>
        <strong>
          {placeName(value.placeId)}, {years}: {number(value.value)}
        </strong>{" "}
        {(value.lower !== null || value.upper !== null) &&
          t("doubts.range", { lower: number(value.lower), upper: number(value.upper) })}
        <p>{t(doubts[value.doubt])}</p>
        <p className="note">
          {t("doubts.where", { dataset: value.datasetId, line: value.line })} <code>{value.measure}</code>
        </p>
        {value.decision !== null && (
          <p>
            <span className="state">{t(value.decision === "publish" ? "doubts.published" : "doubts.withheld")}</span>{" "}
            <q>{value.reason}</q>
          </p>
        )}
      </div>
      {canDecide && (
        <Folded summary={t(value.decision === null ? "doubts.decide" : "doubts.decide-again")} open={isBack}>
          <OfficeForm name="decide" item={item}>
            <RadioField
              name="decision"
              legend={t("doubts.decision")}
              value={value.decision ?? undefined}
              choices={[
                { value: "publish", label: t("doubts.publish") },
                { value: "withhold", label: t("doubts.withhold") },
              ]}
            />
            <TextArea name="reason" label={t("field.reason.label")} hint={t("doubts.reason-hint")} rows={2} />
            <Button>{t("doubts.decide-do")}</Button>
          </OfficeForm>
        </Folded>
      )}
    </>
  );
}
