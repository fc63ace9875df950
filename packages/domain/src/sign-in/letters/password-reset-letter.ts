import type { Addressed, Letter } from "./letter.ts";

/**
 * The link to choose a new password.
 *
 * @example
 * passwordResetLetter({ language: "en", name: "Ana", office: "RUSH", linkToken: "t" }).subject // => "Choose a new password for RUSH"
 */
export const passwordResetLetter = ({
  language,
  name,
  office,
  linkToken,
}: Addressed & Readonly<{ linkToken: string }>): Letter =>
  language === "es"
    ? {
        subject: `Elija una contraseña nueva para ${office}`,
        text: `Hola, ${name}:

Alguien pidió cambiar su contraseña en la oficina de equidad en salud de ${office}. Si fue usted, abra este enlace y elija una contraseña nueva:

{{site}}/es/office/new-password/${linkToken}

El enlace sirve una sola vez, durante una hora.

Si no fue usted, no tiene que hacer nada. Su contraseña sigue siendo la misma.
`,
      }
    : {
        subject: `Choose a new password for ${office}`,
        text: `Hello ${name},

Someone asked to change your password for the health equity office of ${office}. If it was you, open this link and choose a new password:

{{site}}/en/office/new-password/${linkToken}

The link works once, for one hour.

If it was not you, you do not need to do anything. Your password stays the same.
`,
      };
