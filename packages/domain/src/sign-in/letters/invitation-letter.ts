import type { Addressed, Letter } from "./letter.ts";

/**
 * Asks someone to join an office: who invited them, and the link that is good for a week.
 *
 * @example
 * invitationLetter({ language: "es", name: "Rosa", office: "RUSH", invitedBy: "Abel", linkToken: "t" }).subject // => "Le invitamos a trabajar con RUSH"
 */
export const invitationLetter = ({
  language,
  name,
  office,
  invitedBy,
  linkToken,
}: Addressed & Readonly<{ invitedBy: string; linkToken: string }>): Letter =>
  language === "es"
    ? {
        subject: `Le invitamos a trabajar con ${office}`,
        text: `Hola, ${name}:

${invitedBy} le invita a usar la oficina de equidad en salud de ${office}.

Para empezar, abra este enlace y elija una contraseña:

{{site}}/es/office/invitation/${linkToken}

El enlace sirve una sola vez, durante 7 días. Si ya no sirve, pida otro a ${invitedBy}.

Si no esperaba esta carta, no tiene que hacer nada.
`,
      }
    : {
        subject: `You are invited to work with ${office}`,
        text: `Hello ${name},

${invitedBy} invites you to use the health equity office of ${office}.

To start, open this link and choose a password:

{{site}}/en/office/invitation/${linkToken}

The link works once, for 7 days. If it no longer works, ask ${invitedBy} for a new one.

If you did not expect this letter, you do not need to do anything.
`,
      };
