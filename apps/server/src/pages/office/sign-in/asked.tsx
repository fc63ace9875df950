import { useOffice } from "../../../office/office-visit.ts";

/** A letter is on its way, if there is such an account: the same words whether or not there is. */
export function Asked({ minutes, again }: { minutes: number; again: string }) {
  const { href, t } = useOffice();
  return (
    <>
      <h1>{t("asked.title")}</h1>
      <p className="lead">{t("asked.lead")}</p>
      <p>{t("asked.how-long", { minutes })}</p>
      <p>
        <a href={href(again)}>{t("asked.again")}</a>
      </p>
    </>
  );
}
