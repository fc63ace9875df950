/** On whose word a rule stands. */
export type RuleSource = Readonly<{
  /** The text and the place in it. */
  cites: string;
  address: string | null;
  /** True where the text itself was not read: it must be checked before a filing rests on it, and pages say so. */
  unverified?: true;
}>;

/** The texts that the rules of community benefit rest on, by a short name. */
export const ruleSources = {
  "cha-employee-time": {
    cites: "Catholic Health Association, What Counts: employee and physician time",
    address:
      "https://www.chausa.org/communitybenefit/what-counts-q-a-listing/cash-donations-in-kind-donations/employee-and-physician-time-copy",
  },
  "cha-paid-volunteer-time": {
    cites: "Catholic Health Association, What Counts: employee paid volunteer hours, November 2023",
    address:
      "https://www.chausa.org/communitybenefit/what-counts-q-a-listing/cash-donations-in-kind-donations/employee-paid-volunteer-hours",
  },
  "cha-volunteers": {
    cites: "Catholic Health Association, What Counts: hospital volunteers' time",
    address:
      "https://www.chausa.org/communitybenefit/what-counts-q-a-listing/cash-in-kind-donations/hospital-volunteers'-time",
  },
  "cha-meetings": {
    cites: "Catholic Health Association, What Counts: attending meetings",
    address:
      "https://www.chausa.org/communitybenefit/what-counts-q-a-listing/cash-in-kind-donations/attending-meetings",
  },
  "cha-scholarships": {
    cites: "Catholic Health Association, What Counts: scholarships",
    address:
      "https://www.chausa.org/communitybenefit/what-counts-q-a-listing/health-professional-education/scholarships",
  },
  "cha-advocacy": {
    cites: "Catholic Health Association, What Counts: advocacy",
    address: "https://www.chausa.org/communitybenefit/what-counts-q-a-listing/community-building-activities/advocacy",
  },
  "cha-operations": {
    cites: "Catholic Health Association, What Counts: community benefit operations",
    address: "https://www.chausa.org/communitybenefit/what-counts-q-a-index-a/community-benefit-operations-a",
  },
  "cha-no-expense": {
    cites:
      "Catholic Health Association, What Counts: reporting programs with no expenses, November 2015 (Part VI) and July 2022 (gross expense, offset by the grant)",
    address:
      "https://www.chausa.org/communitybenefit/what-counts-q-a-listing/general-questions/reporting-program-with-no-expenses",
  },
  "cha-marketing": {
    cites:
      "Catholic Health Association, What Counts: splitting costs between community benefit and marketing, as of February 2011, in a copy",
    address: "https://thenestfertilityclinic.com/community-health-resource-center.html",
  },
  "cha-what-counts": {
    cites: "Catholic Health Association, What Counts: principles",
    address: "https://www.chausa.org/communitybenefit/what-counts",
  },
  "irs-worksheet-2": {
    cites: "Instructions for Schedule H (Form 990), 2008, Worksheet 2",
    address: "http://www.aha.org/advocacy-issues/taxexempt/schedH/Worksheet2_Instructions.html",
  },
  "irs-worksheet-4": {
    cites: "Instructions for Schedule H (Form 990), 2008, Worksheet 4",
    address: "http://www.aha.org/advocacy-issues/taxexempt/schedH/Worksheet4_Instructions.html",
  },
  "irs-worksheet-5": {
    cites: "Instructions for Schedule H (Form 990), Worksheet 5 (2008 text; lines of 2016)",
    address: "https://www.formsbank.com/template/80488/instructions-for-schedule-h-form-990-2016.html?page=19",
  },
  "irs-worksheet-6": {
    cites: "Instructions for Schedule H (Form 990), 2008, Worksheet 6",
    address: "http://www.aha.org/advocacy-issues/taxexempt/schedH/Worksheet6.html",
  },
  "irs-worksheet-7": {
    cites: "Instructions for Schedule H (Form 990), 2008, Worksheet 7",
    address: "http://www.aha.org/advocacy-issues/taxexempt/schedH/Worksheet7.html",
  },
  "irs-worksheet-8": {
    cites: "Instructions for Schedule H (Form 990), 2008, Worksheet 8",
    address: "http://www.aha.org/advocacy-issues/taxexempt/schedH/Worksheet8_Instructions.html",
  },
  "irs-part-2": {
    cites: "Instructions for Schedule H (Form 990), Part II",
    address: "https://renegcpa.com/schedule-h/",
  },
  "irs-part-3": {
    cites: "Schedule H (Form 990) of 2022, Part III, sections A and B",
    address:
      "https://github.com/Nonprofit-Open-Data-Collective/irs-efile-master-concordance-file/blob/afc17f99d8b613d7485d19de3dacd92625110890/01-irs-990_forms/2022/f990-schedule-h-2022.pdf",
  },
  "illinois-act": {
    cites: "Community Benefits Act, 210 ILCS 76/10",
    address: "https://www.ilga.gov/legislation/ilcs/fulltext.asp?DocName=021000760K10",
  },
} as const satisfies Record<string, RuleSource>;

/** The short name of a text that a rule rests on. */
export type RuleSourceName = keyof typeof ruleSources;
