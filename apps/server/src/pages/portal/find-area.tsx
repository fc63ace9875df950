import { useVisit } from "../visit.ts";

/** Asks for a place by any name that people call it. */
export function FindArea({ asked = "" }: { asked?: string }) {
  const { href, t } = useVisit();
  return (
    <search>
      <form className="find" action={href("/search")} method="get">
        <label htmlFor="find">{t("find.label")}</label>
        <p className="note" id="find-hint">
          {t("find.hint")}
        </p>
        <div className="field-and-button">
          <input
            id="find"
            name="q"
            type="search"
            defaultValue={asked}
            maxLength={80}
            aria-describedby="find-hint"
            autoComplete="off"
          />
          <button type="submit">{t("find.button")}</button>
        </div>
      </form>
    </search>
  );
}
