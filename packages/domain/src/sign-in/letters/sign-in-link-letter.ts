import type { Addressed, Letter } from "./letter.ts";

/**
 * The link by which someone without a password signs in.
 *
 * @example
 * signInLinkLetter({ language: "en", name: "Luz", office: "RUSH", linkToken: "t" }).subject // => "Your link to sign in to RUSH"
 */
export const signInLinkLetter = ({
  language,
  name,
  office,
  linkToken,
}: Addressed & Readonly<{ linkToken: string }>): Letter =>
  language === "es"
    ? {
        subject: `Su enlace para entrar en ${office}`,
        text: `Hola, ${name}:

Abra este enlace para entrar en la oficina de equidad en salud de ${office}:

{{site}}/es/office/enter/${linkToken}

El enlace sirve una sola vez, durante 10 minutos. No lo comparta: quien lo abre entra en su lugar.

Si no lo pidió, no tiene que hacer nada.
`,
      }
    : {
        subject: `Your link to sign in to ${office}`,
        text: `Hello ${name},

Open this link to sign in to the health equity office of ${office}:

{{site}}/en/office/enter/${linkToken}

The link works once, for 10 minutes. Do not share it: whoever opens it signs in as you.

If you did not ask for it, you do not need to do anything.
`,
      };
