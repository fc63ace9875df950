/** The languages that people can read Evenspan in. */
export type Language = "en" | "es";

/** A text for people, in every language; both are written, neither is a translation of the other. */
export type Text = Readonly<Record<Language, string>>;
