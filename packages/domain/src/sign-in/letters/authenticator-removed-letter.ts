import type { Addressed, Letter } from "./letter.ts";

/**
 * Tells someone that an administrator took a lost authenticator off their account.
 *
 * @example
 * authenticatorRemovedLetter({ language: "en", name: "Ana", office: "RUSH" }).subject // => "Your authenticator for RUSH was removed"
 */
export const authenticatorRemovedLetter = ({ language, name, office }: Addressed): Letter =>
  language === "es"
    ? {
        subject: `Se quitó su autenticador de ${office}`,
        text: `Hola, ${name}:

Quien administra la oficina de equidad en salud de ${office} quitó el autenticador de su cuenta, y con él sus códigos de recuperación. Cerramos sus sesiones. La próxima vez que entre, instale otro autenticador si se lo pedimos.

Si no fue usted quien lo pidió, avise ya a quien administra la oficina y elija una contraseña nueva:

{{site}}/es/office/new-password
`,
      }
    : {
        subject: `Your authenticator for ${office} was removed`,
        text: `Hello ${name},

An administrator of the health equity office of ${office} has taken the authenticator off your account, and your recovery codes with it. We have ended your sessions. The next time you sign in, set up another authenticator if we ask you to.

If it was not you who asked for this, tell an administrator of the office now, and choose a new password:

{{site}}/en/office/new-password
`,
      };
