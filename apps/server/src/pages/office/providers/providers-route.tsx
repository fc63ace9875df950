import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { callbackAddress } from "@evenspan/domain/sign-in/providers/callback-address";
import { describeProviders } from "@evenspan/domain/sign-in/providers/settings/describe-providers";
import { disableProvider } from "@evenspan/domain/sign-in/providers/settings/disable-provider";
import { itemField } from "../../../office/forms/form.ts";
import { formActions } from "../../../office/forms/form-actions.ts";
import { goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { Facts } from "../../../parts/list/facts.tsx";

/** A provider, as it is listed. */
type Described = Readonly<{ providerId: string; kind: "oidc" | "saml"; name: string; enabled: boolean }>;

/** The ways in which a system's own people sign in, beside passwords. */
export const providersRoute: ClosedRoute = {
  path: "providers",
  get: async ({ act, t }) => {
    const described = await act(describeProviders, {});
    return isRefusal(described) ? described : page(t("providers.title"), <Providers described={described} />);
  },
  post: formActions({
    disable: async ({ act, href }, _params, form) => {
      const outcome = await act(disableProvider, { providerId: form.text(itemField) });
      return isRefusal(outcome) ? outcome : goTo(href("/providers"), "said.provider-disabled");
    },
  }),
};

function Providers({ described }: { described: readonly Described[] }) {
  const { href, t } = useOffice();
  return (
    <>
      <h1>{t("providers.title")}</h1>
      <p className="lead">{t("providers.lead")}</p>
      {described.length === 0 && <p>{t("providers.none")}</p>}
      {described.map((one) => (
        <Provider key={one.providerId} {...one} />
      ))}
      <div className="buttons">
        <a className="button other" href={href("/providers/new/oidc")}>
          {t("providers.add-oidc")}
        </a>
        <a className="button other" href={href("/providers/new/saml")}>
          {t("providers.add-saml")}
        </a>
      </div>
    </>
  );
}

function Provider({ providerId, kind, name, enabled }: Described) {
  const { href, site, t } = useOffice();
  const callback = callbackAddress(site, kind, providerId);
  return (
    <section aria-label={name}>
      <h2>
        {name} <span className={enabled ? "state" : "state open"}>{t(enabled ? "providers.on" : "providers.off")}</span>
      </h2>
      <Facts
        of={[
          [t("providers.kind"), kind === "oidc" ? "OpenID Connect" : "SAML 2.0"],
          [t("providers.callback"), <code key="callback">{callback}</code>],
          kind === "saml" && [t("providers.metadata"), <a key="metadata" href={callback}>{`${callback}`}</a>],
        ]}
      />
      <div className="buttons">
        <a className="button other" href={href(`/providers/${providerId}`)}>
          {t("providers.change")} <span className="spoken">{name}</span>
        </a>
        {enabled && (
          <OfficeForm name="disable" item={providerId} bare>
            <Button kind="careful">
              {t("providers.disable")} <span className="spoken">{name}</span>
            </Button>
          </OfficeForm>
        )}
      </div>
    </section>
  );
}
