import { isRefusal, type Outcome, refuse } from "@evenspan/domain/kernel/refusal";
import { sealClientSecret } from "@evenspan/domain/sign-in/providers/settings/client-secret";
import { defineProvider } from "@evenspan/domain/sign-in/providers/settings/define-provider";
import { describeProviders } from "@evenspan/domain/sign-in/providers/settings/describe-providers";
import { forbiddenUnless } from "../../../office/forbidden-unless.ts";
import type { Form } from "../../../office/forms/form.ts";
import { renameFields } from "../../../office/forms/rename-fields.ts";
import { goTo, type OfficeAnswer, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import type { OfficeVisit } from "../../../office/office-visit.ts";
import { keyFromName } from "../../../words/key-from-name.ts";
import { ProviderForm, type ProviderKind } from "./provider-form.tsx";

/** Defines a new way to sign in. */
export const newProviderRoute: ClosedRoute = {
  path: "providers/new/:kind",
  get: async (visit, { kind }) => {
    if (kind !== "oidc" && kind !== "saml") return noSuch;
    return (
      forbiddenUnless(visit, defineProvider) ??
      page(visit.t("providers.new"), <ProviderForm kind={kind} name="" settings={{}} />)
    );
  },
  post: async (visit, { kind }, form) => {
    if (kind !== "oidc" && kind !== "saml") return noSuch;
    return define(visit, { kind, providerId: keyFromName(form.text("name")) }, form);
  },
};

/** Changes one that there is. */
export const providerRoute: ClosedRoute = {
  path: "providers/:provider",
  get: async (visit, { provider }) => {
    const found = await described(visit, provider!);
    if (isRefusal(found)) return found;
    return page(found.name, <ProviderForm kind={found.kind} name={found.name} settings={found.settings} isKnown />);
  },
  post: async (visit, { provider }, form) => {
    const found = await described(visit, provider!);
    return isRefusal(found) ? found : define(visit, { kind: found.kind, providerId: found.providerId }, form);
  },
};

const noSuch = refuse("not-found", "provider", "There is no such way to sign in.");

type Found = Readonly<{ providerId: string; kind: ProviderKind; name: string; settings: Record<string, unknown> }>;

async function described({ act }: OfficeVisit, providerId: string): Promise<Outcome<Found>> {
  const all = await act(describeProviders, {});
  if (isRefusal(all)) return all;
  const found = all.find((one) => one.providerId === providerId);
  return found ? { ...found, settings: found.settings as Record<string, unknown> } : noSuch;
}

type Which = Readonly<{ kind: ProviderKind; providerId: string }>;

/** The client secret is sealed before it goes anywhere; left empty, the one that is kept stays. */
async function define(visit: OfficeVisit, which: Which, form: Form): Promise<Outcome<OfficeAnswer>> {
  const { officeKey, systemId } = visit.desk;
  const { kind, providerId } = which;
  const typed = form.exact("clientSecret");
  const secret = typed && sealClientSecret(officeKey, { systemId, providerId }, typed);
  const outcome = await visit.act(defineProvider, {
    ...which,
    name: form.text("name"),
    settings: kind === "oidc" ? oidcSettingsOf(form) : samlSettingsOf(form),
    ...(secret && { sealedClientSecret: secret }),
  });
  if (isRefusal(outcome)) return renameFields(outcome, fieldNames);
  return goTo(visit.href("/providers"), "said.provider-defined");
}

const trustOf = (form: Form) => ({
  domains: linesOf(form.text("domains")),
  asksSecondFactor: form.text("asksSecondFactor") === "yes",
});

const oidcSettingsOf = (form: Form) => ({
  ...trustOf(form),
  ...{ issuer: form.text("issuer"), clientId: form.text("clientId") },
});

const samlSettingsOf = (form: Form) => ({
  ...trustOf(form),
  ...{ entryPoint: form.text("entryPoint"), idpEntityId: form.text("idpEntityId") },
  ...{ spEntityId: form.text("spEntityId"), signs: form.text("signs") || "assertion" },
  signingKeys: certificatesOf(form.text("signingKeys")),
  ...(form.text("mailAttribute") && { mailAttribute: form.text("mailAttribute") }),
  ...(form.text("nameAttribute") && { nameAttribute: form.text("nameAttribute") }),
});

const linesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((line) => line !== "");

/** One certificate after another, each with its own first and last line; or one alone, without them. */
const certificatesOf = (text: string): string[] =>
  text.match(/-----BEGIN [^-]+-----[^-]*-----END [^-]+-----/g)?.slice() ?? (text === "" ? [] : [text]);

const settingNames = [
  "domains",
  "issuer",
  "clientId",
  "entryPoint",
  "signingKeys",
  "idpEntityId",
  "spEntityId",
  "signs",
];

const fieldNames: Readonly<Record<string, string>> = {
  providerId: "name",
  sealedClientSecret: "clientSecret",
  ...Object.fromEntries(settingNames.map((name) => [`settings.${name}`, name])),
  ...Object.fromEntries([0, 1, 2, 3, 4].map((i) => [`settings.domains.${i}`, "domains"])),
  ...Object.fromEntries([0, 1, 2].map((i) => [`settings.signingKeys.${i}`, "signingKeys"])),
  ...{ "settings.mailAttribute": "mailAttribute", "settings.nameAttribute": "nameAttribute" },
};
