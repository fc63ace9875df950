import type { Addressed, Letter } from "./letter.ts";

/**
 * Tells someone that their password is a new one.
 *
 * @example
 * passwordChangedLetter({ language: "en", name: "Ana", office: "RUSH" }).subject // => "Your password for RUSH was changed"
 */
export const passwordChangedLetter = ({ language, name, office }: Addressed): Letter =>
  language === "es"
    ? {
        subject: `Su contraseña para ${office} cambió`,
        text: `Hola, ${name}:

Su contraseña para la oficina de equidad en salud de ${office} se cambió hace un momento. Cerramos sus otras sesiones.

Si no fue usted, elija ya una contraseña nueva y avise a quien administra la oficina:

{{site}}/es/office/new-password
`,
      }
    : {
        subject: `Your password for ${office} was changed`,
        text: `Hello ${name},

Your password for the health equity office of ${office} was changed a moment ago. We have ended your other sessions.

If it was not you, choose a new password now, and tell whoever administers the office:

{{site}}/en/office/new-password
`,
      };
