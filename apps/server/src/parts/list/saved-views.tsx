import type { SavedView } from "@evenspan/domain/records/list-views";
import { useOffice } from "../../office/office-visit.ts";
import { Button } from "../form/button.tsx";
import { OfficeForm } from "../form/office-form.tsx";
import { TextField } from "../form/text-field.tsx";
import { Folded } from "../table/folded.tsx";

type Props = {
  views: readonly SavedView[];
  /** Whether the list is narrowed or sorted now, so that there is something to save. */
  canSave: boolean;
};

/** The lists that a person has saved, as ways to them; and a form to save the one that is shown, or to let one go. */
export function SavedViews({ views, canSave }: Props) {
  const { language, returned, t } = useOffice();
  if (views.length === 0 && !canSave) return null;
  const isBack = returned?.form === "save-view" || returned?.form === "drop-view";
  return (
    <div className="views">
      {views.length > 0 && (
        <nav aria-label={t("views.title")}>
          <ul className="links">
            {views.map(({ viewId, page, name, query }) => (
              <li key={viewId}>
                <a href={`/${language}${page}${query && `?${query}`}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Folded summary={t("views.change")} open={isBack}>
        {canSave && (
          <OfficeForm name="save-view">
            <TextField name="view" label={t("views.name")} hint={t("views.name-hint")} />
            <Button kind="other">{t("views.save")}</Button>
          </OfficeForm>
        )}
        {views.map(({ viewId, name }) => (
          <OfficeForm key={viewId} name="drop-view" item={viewId} bare>
            <button type="submit" className="quiet">
              {t("views.drop", { name })}
            </button>
          </OfficeForm>
        ))}
      </Folded>
    </div>
  );
}
