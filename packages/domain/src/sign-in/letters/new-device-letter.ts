import type { Addressed, Letter } from "./letter.ts";

/**
 * Tells someone that their account was used on a device that was not seen before. An empty device or address is left out.
 *
 * @example
 * newDeviceLetter({ language: "en", name: "Ana", office: "RUSH", device: "Firefox", fromAddress: "" }).subject // => "Your RUSH account was used on a new device"
 */
export const newDeviceLetter = ({
  language,
  name,
  office,
  device,
  fromAddress,
}: Addressed & Readonly<{ device: string; fromAddress: string }>): Letter =>
  language === "es"
    ? {
        subject: `Su cuenta de ${office} se usó en un dispositivo nuevo`,
        text: `Hola, ${name}:

Alguien acaba de entrar con su cuenta en la oficina de equidad en salud de ${office}, desde un dispositivo que no conocíamos.

${seen(["Dispositivo", device], ["Dirección de red", fromAddress])}Si fue usted, no tiene que hacer nada.

Si no fue usted, elija ya una contraseña nueva. Con eso se cierran todas las sesiones:

{{site}}/es/office/new-password
`,
      }
    : {
        subject: `Your ${office} account was used on a new device`,
        text: `Hello ${name},

Someone has just signed in with your account to the health equity office of ${office}, on a device that we did not know.

${seen(["Device", device], ["Network address", fromAddress])}If it was you, you do not need to do anything.

If it was not you, choose a new password now. That ends all sessions:

{{site}}/en/office/new-password
`,
      };

function seen(...facts: readonly (readonly [label: string, what: string])[]): string {
  const lines = facts.filter(([, what]) => what !== "").map(([label, what]) => `${label}: ${what}\n`);
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}
