/** What can be tried: `link` and `password-reset` are asked for by anyone, and right when the letter's link is used. */
export type Step = "password" | "second-factor" | "recovery-code" | "link" | "password-reset";

/** How long nobody may try after too many failures, and within how long those count. Minutes. */
export const pauseMinutes = 15;

/** How many failures bring the pause. */
export type Limit = Readonly<{
  perAccount: number;
  perAddress: number;
  /** Steps whose failures count against the account. */
  tries: readonly Step[];
  /** Steps that, done rightly, forgive the account's failures: whoever sets a new password by mail may use it at once. */
  cleared: readonly Step[];
  /** Steps that count together against a network address. */
  together: readonly Step[];
}>;

const guesses = ["password", "second-factor", "recovery-code"] as const;
const asks = ["link", "password-reset"] as const;
const codes = { perAccount: 10, perAddress: 50, tries: guesses.slice(1), cleared: guesses.slice(1), together: guesses };

/**
 * The limits of each step. Five passwords in a quarter of an hour are at most 480 a day, none of which can be a common one;
 * ten codes are 960 a day, out of a million of which three are good at a time. An account is never locked for good, as NIST
 * SP 800-63B asks after 100 failures in a row (revision 3, §5.2.2): anyone could then lock anyone out.
 */
export const limits: Readonly<Record<Step, Limit>> = {
  password: {
    perAccount: 5,
    perAddress: 50,
    tries: ["password"],
    cleared: ["password", "password-reset"],
    together: guesses,
  },
  "second-factor": codes,
  "recovery-code": codes,
  link: { perAccount: 3, perAddress: 20, tries: ["link"], cleared: [], together: asks },
  "password-reset": { perAccount: 3, perAddress: 20, tries: ["password-reset"], cleared: [], together: asks },
};
