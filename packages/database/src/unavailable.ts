/**
 * The database cannot be used, and a person has to do something about it. The message is a sentence for that person.
 *
 * Thrown, not returned: nothing else can be done in the program before the database is there. A command line shows
 * the message without a stack; a server answers 503.
 */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
}

/** Another program holds the embedded server's data folder; it may let go of it. */
export class DatabaseHeld extends DatabaseUnavailable {}
