import type { Addressed, Letter } from "./letter.ts";

/**
 * Tells someone that a new authenticator gives the codes for their account.
 *
 * @example
 * authenticatorLetter({ language: "en", name: "Ana", office: "RUSH" }).subject // => "A new authenticator for RUSH was set up"
 */
export const authenticatorLetter = ({ language, name, office }: Addressed): Letter =>
  language === "es"
    ? {
        subject: `Hay un autenticador nuevo para ${office}`,
        text: `Hola, ${name}:

Desde hace un momento, una aplicación nueva da los códigos para entrar con su cuenta en la oficina de equidad en salud de ${office}. Los códigos del autenticador anterior ya no sirven, ni sus códigos de recuperación anteriores.

Si no fue usted, elija ya una contraseña nueva y avise a quien administra la oficina:

{{site}}/es/office/new-password
`,
      }
    : {
        subject: `A new authenticator for ${office} was set up`,
        text: `Hello ${name},

Since a moment ago, a new app gives the codes to sign in with your account to the health equity office of ${office}. Codes of an earlier authenticator no longer work, nor do your earlier recovery codes.

If it was not you, choose a new password now, and tell whoever administers the office:

{{site}}/en/office/new-password
`,
      };
