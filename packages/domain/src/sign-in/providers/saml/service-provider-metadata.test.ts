import { expect, test } from "vitest";
import { samlSettings } from "../settings/provider-settings.ts";
import { serviceProviderMetadata } from "./service-provider-metadata.ts";
import { strictXml } from "./strict-xml.ts";
import { samlIdp } from "./testing.ts";

const settings = samlSettings.parse({
  ...{ entryPoint: "https://idp.example.org/", signingKeys: [samlIdp().key], domains: ["example.org"] },
  ...{ idpEntityId: "idp", spEntityId: 'https://office.example.org/?a="1"&b=<2>' },
});
const read = (more: object = {}) =>
  strictXml(
    serviceProviderMetadata({ providerId: "rush", settings: { ...settings, ...more } }, "https://office.example.org/"),
  );

test("the metadata name the office and where answers go", () => {
  const metadata = read();
  expect(metadata?.attributes.get("entityID")).toBe('https://office.example.org/?a="1"&b=<2>');
  const [service] = metadata!.children;
  expect([...service!.attributes]).toEqual([
    ["protocolSupportEnumeration", "urn:oasis:names:tc:SAML:2.0:protocol"],
    ["AuthnRequestsSigned", "false"],
    ["WantAssertionsSigned", "true"],
  ]);
  expect(service!.children.map(({ name, attributes }) => [name, attributes.get("Location")])).toEqual([
    ["AssertionConsumerService", "https://office.example.org/sign-in/saml/rush"],
  ]);
});

test("they ask for the attributes that are read", () => {
  const asked = read({ mailAttribute: "mail", nameAttribute: "R&D" })!.children[0]!.children[1]!;
  expect(asked.name).toBe("AttributeConsumingService");
  expect(asked.children.slice(1).map(({ attributes }) => [...attributes.values()])).toEqual([
    ["mail", "true"],
    ["R&D", "false"],
  ]);
  expect(read({ nameAttribute: "displayName" })!.children[0]!.children[1]!.children.length).toBe(2);
});
