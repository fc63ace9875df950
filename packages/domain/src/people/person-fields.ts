import { z } from "zod";
import { emailAsKept } from "../sign-in/account.ts";

/** A person's name, as the person writes it. */
export const personName = z.string().trim().min(1, "a name").max(200, "at most 200 letters");

/** A mail address as it is kept: small letters, no blanks around it. */
export const emailField = z.string().transform(emailAsKept).pipe(z.email("a mail address").max(254));

/** A language that letters and pages can be in. */
export const languageField = z.enum(["en", "es"]);

/** Why something was done, in words that will be read years later. */
export const reasonField = z.string().trim().min(3, "say why, in a few words").max(1000);
