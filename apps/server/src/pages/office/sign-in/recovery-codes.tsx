import { useOffice } from "../../../office/office-visit.ts";

/** The codes that stand in for a lost authenticator. This page is the only one that ever shows them. */
export function RecoveryCodes({ codes, onward }: { codes: readonly string[]; onward: string }) {
  const { system, signedIn, t } = useOffice();
  return (
    <>
      <h1>{t("recovery.title")}</h1>
      <p className="lead">{t("recovery.lead")}</p>
      <p>{t("recovery.for", { name: system.name, email: signedIn?.person.email ?? "" })}</p>
      <ol className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p>{t("recovery.keep")}</p>
      <p className="no-print">
        <a className="button" href={onward}>
          {t("recovery.onward")}
        </a>
      </p>
    </>
  );
}
