import { createPublicKey, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { signingKey } from "./signing-key.ts";

/** Self-signed, by a key that was thrown away. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIDFzCCAf+gAwIBAgIUQ12cvc3fhppybvRtZbDRj8OIXIIwDQYJKoZIhvcNAQEL
BQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUub3JnMCAXDTI2MTEyNDE0MzUzN1oY
DzIxMjYxMDMxMTQzNTM3WjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5vcmcwggEi
MA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC016NoC5vJ5kYmYzrFIKMWToJh
lWmt4WzzpsJN+4wjvrxuydCrjOH9nu3mCWnz/3TqaHj/CrVN+HnDJLrq8+m1BlYf
ilyNmtaSRjcnhx2QNPv6cjc9l1bvU3btEHl5KjdLENLb22dd03Sz4m/jLDnf2hxx
S2zMuNsYRJCxSEaNXOhqHY0exUuGeUIpji+TIN7ttaTmAhxqQXRX99ekDxlASDmd
UGsfbdvWToPvAO7JfXJRXZZfv+iG0HrqPBo6tH1a3I1MGa0uL6JR/za6GMk9fgVB
csndEh6kVLGfNcq5UsimDW7laCULJWMyBR6/GWYJ3TF23TYPZmBbTJtjZOv3AgMB
AAGjUzBRMB0GA1UdDgQWBBSyDXaOyA5n3I/CDKdppnr/pHChwzAfBgNVHSMEGDAW
gBSyDXaOyA5n3I/CDKdppnr/pHChwzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3
DQEBCwUAA4IBAQAo9fbdgWm4pGLQL3iXPGEuitq8bBg+MkpFKqZQd8b59sxTg3CR
yeSapYHy4hsyfR31I5HQvtReMNS6F2Yi0DkC0/eo01SQ8orq0CQXI66sv60P5iWX
ucm4y5q18bOtqZO+MzsPnF3vuH2uz4mthu1pw4Dz3kFjtq6vSB90mXQpP+g6Z88Y
73JcVczf9G7DL3a9fOb5b1tT+kxdCAUDsC0yBz9P19/epkBpew/Hkg9ZsGutFSaQ
nlb5s+GymEAQl/aBwtfcuhMFTZrdLg4N5+Rp8FkeQPzF45bqeQSYlJkpwVXDxEg/
KZYDAAvJTNMSLGfXFGufLxPKm3oPDmDJLmTN
-----END CERTIFICATE-----
`;

test("a certificate gives its key, in PEM or as the bare base64 of a provider's metadata", () => {
  const pem = createPublicKey(certificate).export({ type: "spki", format: "pem" });
  const bare = certificate.replace(/-----.*-----\n/g, "");
  for (const given of [certificate, `\r\n${certificate.replaceAll("\n", "\r\n")}`, bare, bare.replace(/\s/g, "")])
    expect(signingKey(given)).toEqual({ pem });
  expect(signingKey(pem.toString())).toEqual({ pem });
});

const pemOf = (pair: ReturnType<typeof generateKeyPairSync>, kind: "publicKey" | "privateKey") =>
  pair[kind].export({ type: kind === "publicKey" ? "spki" : "pkcs8", format: "pem" } as never).toString();

test("what is not a public RSA key of 2048 bits is said", () => {
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const short = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const curve = generateKeyPairSync("ec", { namedCurve: "P-256" });
  expect(signingKey(pemOf(rsa, "privateKey"))).toEqual({ fault: expect.stringContaining("private key") });
  expect(signingKey(pemOf(short, "publicKey"))).toEqual({ fault: "the key has less than 2048 bits" });
  expect(signingKey(pemOf(curve, "publicKey"))).toEqual({ fault: "the key is not an RSA key" });
  for (const given of ["", "certificate", certificate.slice(0, 300)])
    expect(signingKey(given)).toEqual({ fault: "this is no certificate that can be read" });
});
