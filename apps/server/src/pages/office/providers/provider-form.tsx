import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { CheckField } from "../../../parts/form/check-field.tsx";
import { OfficeForm } from "../../../parts/form/office-form.tsx";
import { PasswordField } from "../../../parts/form/password-field.tsx";
import { RadioField } from "../../../parts/form/radio-field.tsx";
import { TextArea } from "../../../parts/form/text-area.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";
import { Crumbs } from "../../../parts/list/crumbs.tsx";

/** The two kinds of provider. */
export type ProviderKind = "oidc" | "saml";

type Settings = Readonly<Record<string, unknown>>;

type Props = { kind: ProviderKind; name: string; settings: Settings; isKnown?: boolean };

/** The form that defines a provider: what is asked for depends on its kind. */
export function ProviderForm({ kind, name, settings, isKnown = false }: Props) {
  const { t } = useOffice();
  return (
    <>
      <Crumbs to="/providers">{t("providers.title")}</Crumbs>
      <h1>{isKnown ? name : t("providers.new")}</h1>
      <p className="lead">{kind === "oidc" ? "OpenID Connect" : "SAML 2.0"}</p>
      <OfficeForm name="provider">
        <TextField name="name" label={t("providers.name")} hint={t("providers.name-hint")} value={name} />
        {kind === "oidc" ? <OidcFields settings={settings} isKnown={isKnown} /> : <SamlFields settings={settings} />}
        <TextArea
          name="domains"
          label={t("providers.domains")}
          hint={t("providers.domains-hint")}
          rows={2}
          value={list(settings.domains).join("\n")}
        />
        <CheckField
          name="asksSecondFactor"
          label={t("providers.asks-code")}
          hint={t("providers.asks-code-hint")}
          checked={settings.asksSecondFactor === true}
        />
        <Button>{t("organization.save")}</Button>
      </OfficeForm>
    </>
  );
}

function OidcFields({ settings, isKnown }: { settings: Settings; isKnown: boolean }) {
  const { t } = useOffice();
  return (
    <>
      <TextField name="issuer" type="url" label={t("providers.issuer")} value={text(settings.issuer)} />
      <TextField name="clientId" label={t("providers.client-id")} value={text(settings.clientId)} />
      <PasswordField
        name="clientSecret"
        kind="new-password"
        label={t("providers.client-secret")}
        hint={isKnown ? t("providers.client-secret-stays") : undefined}
        optional={isKnown}
      />
    </>
  );
}

function SamlFields({ settings }: { settings: Settings }) {
  const { site, t } = useOffice();
  return (
    <>
      <TextField name="entryPoint" type="url" label={t("providers.entry-point")} value={text(settings.entryPoint)} />
      <TextField name="idpEntityId" label={t("providers.idp-entity")} value={text(settings.idpEntityId)} />
      <TextArea
        name="signingKeys"
        label={t("providers.signing-keys")}
        hint={t("providers.signing-keys-hint")}
        rows={6}
        value={list(settings.signingKeys).join("\n")}
      />
      <TextField name="spEntityId" label={t("providers.sp-entity")} value={text(settings.spEntityId) || site} />
      <RadioField
        name="signs"
        legend={t("providers.signs")}
        value={text(settings.signs) || "assertion"}
        choices={[
          { value: "assertion", label: t("providers.signs-assertion") },
          { value: "response", label: t("providers.signs-response") },
        ]}
      />
      <TextField
        name="mailAttribute"
        label={t("providers.mail-attribute")}
        value={text(settings.mailAttribute)}
        optional
      />
      <TextField
        name="nameAttribute"
        label={t("providers.name-attribute")}
        value={text(settings.nameAttribute)}
        optional
      />
    </>
  );
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
