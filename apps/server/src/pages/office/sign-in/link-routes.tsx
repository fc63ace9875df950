import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { askSignInLink } from "@evenspan/domain/sign-in/links/ask-sign-in-link";
import { lookAtLink } from "@evenspan/domain/sign-in/links/look-at-link";
import { useSignInLink as signInByLink } from "@evenspan/domain/sign-in/links/use-sign-in-link";
import { page } from "../../../office/office-answer.ts";
import type { OpenRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { afterSignIn } from "./after-sign-in.ts";
import { Asked } from "./asked.tsx";

/** Asks for a link by mail: for partners and volunteers, who need no password. */
export const askLinkRoute: OpenRoute = {
  path: "sign-in/link",
  open: true,
  get: async ({ t }) => page(t("link.title"), <AskLink />),
  post: async ({ desk, t }, _params, form) => {
    const outcome = await askSignInLink(desk, { email: form.text("email") });
    return isRefusal(outcome) ? outcome : page(t("asked.title"), <Asked minutes={15} again="/sign-in/link" />);
  },
};

/** The link of the letter. Looking at it does not use it, as programs that read mail look at links, too. */
export const enterRoute: OpenRoute = {
  path: "enter/:token",
  open: true,
  get: async ({ desk, t }, { token }) => {
    const found = await lookAtLink(desk, { linkToken: token!, purpose: "sign-in" });
    return isRefusal(found) ? found : page(t("link.enter.title"), <Enter name={found.name} />);
  },
  post: async (visit, { token }) => {
    const outcome = await signInByLink(visit.desk, { linkToken: token!, device: visit.device });
    return isRefusal(outcome) ? outcome : afterSignIn(visit, outcome);
  },
};

function AskLink() {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("link.title")}</h1>
      <p className="lead">{t("link.lead")}</p>
      <OfficeForm name="ask-link">
        <TextField name="email" type="email" label={t("field.email.label")} autoComplete="email" spellCheck={false} />
        <Button>{t("link.do")}</Button>
      </OfficeForm>
    </>
  );
}

function Enter({ name }: { name: string }) {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("link.enter.title")}</h1>
      <p className="lead">{t("link.enter.lead", { name })}</p>
      <OfficeForm name="enter">
        <Button>{t("link.enter.do")}</Button>
      </OfficeForm>
    </>
  );
}
