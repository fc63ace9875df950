import { createTransport } from "nodemailer";

/** A letter as it goes out. */
export type OutgoingLetter = Readonly<{ to: string; subject: string; text: string; language: "en" | "es" }>;

/** Hands a letter to a mail server. Rejects where it was not taken; `isFinal` then says whether trying again is of use. */
export type MailTransport = Readonly<{
  send: (letter: OutgoingLetter) => Promise<void>;
  isFinal: (fault: unknown) => boolean;
  close: () => void;
}>;

/**
 * Sends by a mail server (SMTP, RFC 5321), as plain text.
 *
 * @param address such as `smtps://user:password@mail.example.org:465`
 * @param from the address that letters come from
 */
export function smtpTransport(address: string, from: string): MailTransport {
  // Away from this machine, a server that offers no encryption gets no letter.
  const requireTLS = !["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
  const smtp = createTransport(
    {
      url: address,
      pool: true,
      requireTLS,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    },
    { from },
  );
  return {
    send: async ({ to, subject, text, language }) => {
      // As an object, so that nothing in the address is read as more than one.
      const headers = { "content-language": language, "auto-submitted": "auto-generated" };
      await smtp.sendMail({
        to: { name: "", address: to },
        subject,
        text,
        headers,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    isFinal: (fault) => {
      const { responseCode } = fault as { responseCode?: number };
      return responseCode !== undefined && responseCode >= 500 && responseCode < 600;
    },
    close: () => smtp.close(),
  };
}
