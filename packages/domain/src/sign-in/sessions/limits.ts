/**
 * A session ends when nothing was done in it for this long. Source: NIST SP 800-63B (revision 3) §4.2.3, which asks this
 * at assurance level 2; revision 4 would allow an hour.
 */
export const sessionIdleMinutes = 30;

/** A session ends this long after it began, however busy. Source: the same section; revision 4 would allow a day. */
export const sessionHours = 12;
