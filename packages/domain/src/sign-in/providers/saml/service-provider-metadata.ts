import { callbackAddress } from "../callback-address.ts";
import type { SamlSettings } from "../settings/provider-settings.ts";
import { namespaces } from "./elements.ts";

/**
 * The office as a service provider, for the provider's administrator to read in: its name, where answers go, and which
 * attributes it asks for (SAML 2.0 Metadata §2.4.4). There is nothing secret in it, and nothing that ends.
 *
 * @param site the public address of the server
 * @returns an XML document
 */
export function serviceProviderMetadata(
  { providerId, settings }: Readonly<{ providerId: string; settings: SamlSettings }>,
  site: string,
): string {
  const { spEntityId, signs, mailAttribute, nameAttribute } = settings;
  const asked = [
    ...(mailAttribute === "NameID" ? [] : [requested(mailAttribute, true)]),
    ...(nameAttribute === undefined ? [] : [requested(nameAttribute, false)]),
  ];
  const binding = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
  const location = attribute(callbackAddress(site, "saml", providerId));
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID=${attribute(spEntityId)}>`,
    `  <SPSSODescriptor protocolSupportEnumeration="${namespaces.protocol}" AuthnRequestsSigned="false" WantAssertionsSigned="${signs === "assertion"}">`,
    `    <AssertionConsumerService index="0" isDefault="true" Binding="${binding}" Location=${location}/>`,
    ...(asked.length === 0
      ? []
      : [
          `    <AttributeConsumingService index="0" isDefault="true">`,
          `      <ServiceName xml:lang="en">Evenspan</ServiceName>`,
          ...asked,
          `    </AttributeConsumingService>`,
        ]),
    "  </SPSSODescriptor>",
    "</EntityDescriptor>",
    "",
  ].join("\n");
}

const requested = (name: string, isNeeded: boolean): string =>
  `      <RequestedAttribute Name=${attribute(name)} isRequired="${isNeeded}"/>`;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const attribute = (text: string): string => `"${text.replace(/[&<>"]/g, (letter) => escapes[letter]!)}"`;
