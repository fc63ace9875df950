import { localPath } from "../../../office/http/local-path.ts";
import { useOffice } from "../../../office/office-visit.ts";

/** Asks whether to go on to sign in, before another site's link does it unasked. */
export function ConfirmProvider({ providerId }: { providerId: string }) {
  const { href, query, system, t } = useOffice();
  const to = localPath(query.get("to")) ?? undefined;
  return (
    <>
      <h1>{t("sign-in.title")}</h1>
      <p className="lead">{t("sign-in.confirm", { name: system.name })}</p>
      <p>
        <a className="button" href={href(`/sign-in/with/${encodeURIComponent(providerId)}`, { to })}>
          {t("sign-in.confirm-do")}
        </a>
      </p>
    </>
  );
}
