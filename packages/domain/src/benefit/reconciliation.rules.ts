import { type Cents, type Regime, sumCents } from "../kernel/money.ts";
import type { Text } from "../kernel/text.ts";
import type { BenefitPart, Cause } from "./benefit-part.ts";

declare const betweenRegimes: unique symbol;

/** Cents by which one regime's amount differs from another's. It is of neither, and is added to neither. */
export type Difference = number & { readonly [betweenRegimes]: true };

/** One reason for which the totals differ: both sides of it, and by how much Illinois has more (or, below 0, less). */
export type ReconciliationStep = Readonly<{
  cause: Cause;
  words: Text;
  irs: Cents<"irs">;
  illinois: Cents<"illinois">;
  difference: Difference;
}>;

/** The totals of both regimes side by side, and every cent between them. */
export type Reconciliation = Readonly<{
  /** Schedule H, line 7k, column (e). */
  irs: Cents<"irs">;
  illinois: Cents<"illinois">;
  /** Illinois less IRS. The differences of all steps add to it exactly. */
  difference: Difference;
  /** The causes that differ, in the order of the list of causes. */
  steps: readonly ReconciliationStep[];
  /** The causes in which both have the same. */
  same: readonly ReconciliationStep[];
}>;

const words: Readonly<Record<Cause, Text>> = {
  "charity-care": {
    en: "Charity care: the IRS takes the ratio of Worksheet 2 or cost accounting, Illinois each hospital's Medicare ratio",
    es: "Caridad: el IRS usa la razón de la Hoja 2 o la contabilidad, Illinois la razón de Medicare de cada hospital",
  },
  medicaid: { en: "Medicaid, net of what it paid", es: "Medicaid, menos lo que pagó" },
  "other-means-tested": { en: "Other means-tested programs", es: "Otros programas según ingresos" },
  "provider-taxes": {
    en: "Provider taxes: a cost for the IRS; Illinois leaves out taxes",
    es: "Impuestos a proveedores: un costo para el IRS; Illinois no cuenta impuestos",
  },
  "pool-revenue": {
    en: "Pool payments: the IRS takes them off charity care, Illinois reports charity care at its whole cost",
    es: "Pagos de fondos: el IRS los resta de la caridad, Illinois informa la caridad a su costo completo",
  },
  medicare: {
    en: "Medicare shortfall: Illinois counts it, the IRS tells it in Part III",
    es: "Déficit de Medicare: Illinois lo cuenta, el IRS lo pone en la Parte III",
  },
  "bad-debt": {
    en: "Bad debt: Illinois counts it, the IRS tells it in Part III",
    es: "Deuda incobrable: Illinois la cuenta, el IRS la pone en la Parte III",
  },
  "language-assistance": {
    en: "Language assistance: Illinois counts it, line 7 has no place for it",
    es: "Asistencia lingüística: Illinois la cuenta, la línea 7 no la incluye",
  },
  "volunteer-value": {
    en: "Volunteers' time at a stated value: Illinois takes it, the IRS tells hours only",
    es: "Tiempo de voluntarios a un valor declarado: Illinois lo toma, el IRS solo horas",
  },
  "government-programs": {
    en: "Services of government programs: a line of Illinois only",
    es: "Servicios de programas públicos: una línea solo de Illinois",
  },
  "community-building": {
    en: "Community building: Illinois has it among other benefits, the IRS in Part II and not in line 7",
    es: "Desarrollo comunitario: Illinois lo cuenta con otros beneficios, el IRS en la Parte II y no en la línea 7",
  },
  "restricted-grants": {
    en: "Restricted grants: Illinois takes them off, the IRS from tax year 2011 on",
    es: "Subvenciones restringidas: Illinois las resta, el IRS desde el año fiscal 2011",
  },
  "care-without-charge": {
    en: "Care without charge: the same charges at two ratios",
    es: "Atención sin cobro: los mismos cargos con dos razones",
  },
  "joint-ventures": {
    en: "Joint ventures: the IRS counts the organization's share, Illinois the hospitals",
    es: "Empresas conjuntas: el IRS cuenta la parte de la organización, Illinois los hospitales",
  },
  "below-zero": {
    en: "Lines below 0: from tax year 2015 on the IRS wants 0 in their place",
    es: "Líneas bajo 0: desde el año fiscal 2015 el IRS pide 0 en su lugar",
  },
  activities: { en: "Cost of activities", es: "Costo de las actividades" },
  fees: { en: "Fees that activities took", es: "Cobros de las actividades" },
  education: { en: "Education from the accounts", es: "Educación según las cuentas" },
  research: { en: "Research from the accounts", es: "Investigación según las cuentas" },
  "subsidized-services": { en: "Subsidized services from the accounts", es: "Servicios subsidiados según las cuentas" },
};

/**
 * Explains every cent between the totals of the IRS and of Illinois, cause by cause. Nothing is left over: both totals are
 * sums of parts with a cause, so what the causes differ by adds to what the totals differ by.
 *
 * @example
 * reconciliation({ parts: [] }, { parts: [] }).difference // => 0
 */
export function reconciliation(
  irs: Readonly<{ parts: readonly BenefitPart<"irs">[] }>,
  illinois: Readonly<{ parts: readonly BenefitPart<"illinois">[] }>,
): Reconciliation {
  const steps = (Object.keys(words) as Cause[]).map((cause): ReconciliationStep => {
    const [one, other] = [partsOf("irs", irs.parts, cause), partsOf("illinois", illinois.parts, cause)];
    return { cause, words: words[cause], irs: one, illinois: other, difference: difference(one, other) };
  });
  const [irsTotal, illinoisTotal] = [total("irs", irs.parts), total("illinois", illinois.parts)];
  return {
    irs: irsTotal,
    illinois: illinoisTotal,
    difference: difference(irsTotal, illinoisTotal),
    steps: steps.filter((step) => step.difference !== 0),
    same: steps.filter((step) => step.difference === 0 && step.irs !== 0),
  };
}

/** The one place where amounts of two regimes meet; what comes of it belongs to neither. */
const difference = (irs: Cents<"irs">, illinois: Cents<"illinois">): Difference => (illinois - irs) as Difference;

const total = <R extends Regime>(regime: R, parts: readonly BenefitPart<R>[]): Cents<R> =>
  sumCents(
    regime,
    parts.map(({ cents }) => cents as Cents<NoInfer<R>>),
  );

const partsOf = <R extends Regime>(regime: R, parts: readonly BenefitPart<R>[], cause: Cause): Cents<R> =>
  total(
    regime,
    parts.filter((part) => part.cause === cause),
  );
