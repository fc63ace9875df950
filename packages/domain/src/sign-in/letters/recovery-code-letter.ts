import type { Addressed, Letter } from "./letter.ts";

/**
 * Tells someone that one of their recovery codes was used, and how many are left.
 *
 * @example
 * recoveryCodeLetter({ language: "es", name: "Ana", office: "RUSH", left: 1 }).subject // => "Se usó un código de recuperación de RUSH"
 */
export const recoveryCodeLetter = ({ language, name, office, left }: Addressed & Readonly<{ left: number }>): Letter =>
  language === "es"
    ? {
        subject: `Se usó un código de recuperación de ${office}`,
        text: `Hola, ${name}:

Alguien acaba de usar uno de sus códigos de recuperación para entrar en la oficina de equidad en salud de ${office}. ${left === 1 ? "Le queda 1 código." : `Le quedan ${left} códigos.`}

Si fue usted y ya no tiene su autenticador, instale otro en sus ajustes.

Si no fue usted, elija ya una contraseña nueva y avise a quien administra la oficina:

{{site}}/es/office/new-password
`,
      }
    : {
        subject: `A recovery code for ${office} was used`,
        text: `Hello ${name},

Someone has just used one of your recovery codes to sign in to the health equity office of ${office}. ${left === 1 ? "You have 1 code left." : `You have ${left} codes left.`}

If it was you and you no longer have your authenticator, set up another one in your settings.

If it was not you, choose a new password now, and tell whoever administers the office:

{{site}}/en/office/new-password
`,
      };
