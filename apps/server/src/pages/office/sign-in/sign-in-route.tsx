import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { listProviders, type OfferedProvider } from "@evenspan/domain/sign-in/providers/list-providers";
import { signInWithPassword } from "@evenspan/domain/sign-in/sign-in-with-password";
import { localPath } from "../../../office/http/local-path.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { OpenRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { PasswordField } from "../../../parts/form/password-field.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { afterSignIn } from "./after-sign-in.ts";

/** The door: an address and a password, or the system's own place to sign in, or a link by mail. */
export const signInRoute: OpenRoute = {
  path: "sign-in",
  open: true,
  get: async (visit) => {
    const { signedIn, desk, href, query, t } = visit;
    if (signedIn) return goTo(localPath(query.get("to")) ?? href(""));
    return page(t("sign-in.title"), <SignIn providers={await listProviders(desk.db, desk.systemId)} />);
  },
  post: async (visit, _params, form) => {
    const given = { email: form.text("email"), password: form.exact("password"), device: visit.device };
    const outcome = await signInWithPassword(visit.desk, given);
    return isRefusal(outcome) ? outcome : afterSignIn(visit, outcome);
  },
};

function SignIn({ providers }: { providers: readonly OfferedProvider[] }) {
  const { href, query, system, t } = useOffice();
  const to = localPath(query.get("to")) ?? undefined;
  return (
    <>
      <h1>{t("sign-in.title")}</h1>
      <p className="lead">{t("sign-in.lead", { name: system.name })}</p>
      {providers.length > 0 && (
        <section aria-label={t("sign-in.providers")}>
          <ul className="providers">
            {providers.map(({ providerId, name }) => (
              <li key={providerId}>
                <a className="button" href={href(`/sign-in/with/${providerId}`, { to })}>
                  {t("sign-in.with", { name })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <OfficeForm name="sign-in" label={t("sign-in.by-password")}>
        <TextField
          name="email"
          type="email"
          label={t("field.email.label")}
          autoComplete="username"
          spellCheck={false}
        />
        <PasswordField name="password" kind="current-password" label={t("field.password.label")} />
        <Button>{t("sign-in.do")}</Button>
      </OfficeForm>
      <ul className="list">
        <li>
          <a href={href("/new-password")}>{t("sign-in.forgot")}</a>
        </li>
        <li>
          <a href={href("/sign-in/link", { to })}>{t("sign-in.link")}</a>
        </li>
      </ul>
    </>
  );
}
