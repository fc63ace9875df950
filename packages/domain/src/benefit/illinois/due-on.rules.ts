/**
 * The day on which the annual report to the Attorney General of Illinois is due: the last day of the sixth month after the
 * fiscal year ends, as an ISO day.
 * Source: 210 ILCS 76/20(b) (https://www.lawserver.com/law/state/illinois/il-statutes/210_ilcs_76_20).
 *
 * @example
 * illinoisDueOn({ fiscalYear: 2022, endMonth: 6 }) // => "2022-12-31"
 * @example
 * illinoisDueOn({ fiscalYear: 2023, endMonth: 8 }) // => "2024-02-29"
 */
export const illinoisDueOn = ({ fiscalYear, endMonth }: Readonly<{ fiscalYear: number; endMonth: number }>): string =>
  new Date(Date.UTC(fiscalYear, endMonth + 6, 0)).toISOString().slice(0, 10);
