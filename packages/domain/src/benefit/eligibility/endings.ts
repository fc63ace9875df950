import type { Text } from "../../kernel/text.ts";
import type { BenefitOutcome } from "../../ledger/ledger-cell.ts";
import type { RuleSourceName } from "../rule-source.ts";

/** Where the questions end before all are asked: what comes out, and why. */
export type Ending = Readonly<{ outcome: BenefitOutcome; reason: Text; source: RuleSourceName }>;

const ending = (outcome: BenefitOutcome, source: RuleSourceName, en: string, es: string): Ending => ({
  outcome,
  reason: { en, es },
  source,
});

const not = (source: RuleSourceName, en: string, es: string): Ending => ending("does-not-count", source, en, es);

/** Every reason for which an activity does not count, or is told in words only. */
export const endings = {
  "another-pays": not(
    "cha-what-counts",
    "Another organization bears the cost, so it is that organization's to report.",
    "Otra organización paga el costo, así que le toca a ella informarlo.",
  ),
  "own-people-only": not(
    "irs-worksheet-4",
    "It is open only to employees or people tied to the organization.",
    "Solo está abierto a empleados o a personas vinculadas a la organización.",
  ),
  required: not(
    "irs-worksheet-4",
    "It is required for a license or an accreditation, so every hospital does it.",
    "Lo exige una licencia o una acreditación, así que todo hospital lo hace.",
  ),
  "normal-cost": not(
    "cha-what-counts",
    "It is a normal cost of doing business or of the standard of care.",
    "Es un costo normal de la actividad o de la atención habitual.",
  ),
  "no-need": not(
    "irs-worksheet-4",
    "No community need is documented for it: neither by an assessment, nor by a request, nor by partners.",
    "No hay una necesidad comunitaria documentada: ni en una evaluación, ni por una solicitud, ni por socios.",
  ),
  "no-objective": not(
    "irs-worksheet-4",
    "It serves none of the four aims: access to care, public health, knowledge, or relief of government.",
    "No sirve a ninguno de los cuatro fines: acceso, salud pública, conocimiento o alivio del gobierno.",
  ),
  "mostly-marketing": not(
    "cha-marketing",
    "Half of it or more is marketing; costs are split only where marketing is less than half.",
    "La mitad o más es promoción; los costos se dividen solo si la promoción es menos de la mitad.",
  ),
  loan: not(
    "irs-worksheet-8",
    "A loan, an advance or capital is paid back or owned, so it is no contribution. It is told under the anchor mission.",
    "Un préstamo, un anticipo o un aporte de capital no es una donación. Se cuenta en la misión ancla.",
  ),
  purchase: not(
    "cha-what-counts",
    "Buying goods or services is a normal cost. It is told under the anchor mission.",
    "Comprar bienes o servicios es un costo normal. Se cuenta en la misión ancla.",
  ),
  "unrestricted-grant": not(
    "irs-worksheet-8",
    "Who received the money may use it for something else than community benefit.",
    "Quien recibió el dinero puede usarlo para algo distinto del beneficio comunitario.",
  ),
  "related-grant": not(
    "irs-worksheet-8",
    "It is paid from a restricted grant of a related organization, which reports it already.",
    "Se paga con una subvención restringida de una organización vinculada, que ya la informa.",
  ),
  "employee-gift": not(
    "irs-worksheet-8",
    "Employees gave it themselves; it is their gift and no cost of the organization.",
    "Lo dieron los propios empleados; es su donación y no un costo de la organización.",
  ),
  "emergency-fund": not(
    "irs-worksheet-8",
    "Help for the organization's own employees is no contribution to the community.",
    "La ayuda a los propios empleados no es una contribución a la comunidad.",
  ),
  "gift-shop": not(
    "cha-volunteers",
    "Running a gift shop or the like, and managing its volunteers, serves the hospital.",
    "Administrar una tienda de regalos o algo similar, y a sus voluntarios, sirve al hospital.",
  ),
  "bad-debt": not(
    "irs-part-3",
    "Bad debt is told in Part III, never in the table of line 7. Illinois counts it.",
    "La deuda incobrable va en la Parte III, nunca en la tabla de la línea 7. Illinois la cuenta.",
  ),
  "medicare-shortfall": not(
    "irs-part-3",
    "A Medicare shortfall is told in Part III, never in the table of line 7. Illinois counts it.",
    "El déficit de Medicare va en la Parte III, nunca en la tabla de la línea 7. Illinois lo cuenta.",
  ),
  "language-assistance": not(
    "illinois-act",
    "Interpreters are part of care that every provider owes, so line 7 has no place for them. Illinois counts them.",
    "Los intérpretes son parte de la atención que todo proveedor debe; la línea 7 no los incluye. Illinois los cuenta.",
  ),
  "own-time": ending(
    "narrative-only",
    "cha-employee-time",
    "People gave their own time. It is told in words, with hours and numbers, and has no cost.",
    "Las personas dieron su propio tiempo. Se cuenta en palabras, con horas y números, y no tiene costo.",
  ),
  "not-assigned": ending(
    "narrative-only",
    "cha-employee-time",
    "The employee was not assigned to represent the organization: it is personal volunteering, told in words.",
    "El empleado no fue asignado para representar a la organización: es voluntariado personal, se cuenta en palabras.",
  ),
  "off-the-clock": ending(
    "narrative-only",
    "cha-employee-time",
    "It was outside paid time, so it cost the organization nothing. It is told in words.",
    "Fue fuera del horario pagado, así que no costó nada a la organización. Se cuenta en palabras.",
  ),
  goodwill: not(
    "cha-meetings",
    "The meeting served goodwill or the organization's own interest.",
    "La reunión sirvió a la buena imagen o al interés propio de la organización.",
  ),
  "self-interest": not(
    "cha-advocacy",
    "It speaks for payment or other interests of the organization.",
    "Defiende el pago u otros intereses de la organización.",
  ),
  "work-back": not(
    "cha-scholarships",
    "Who receives it must work for the organization in return.",
    "Quien la recibe debe trabajar a cambio para la organización.",
  ),
  "own-staff-training": not(
    "irs-worksheet-5",
    "It trains or supports only the organization's own employees or medical staff.",
    "Forma o apoya solo a empleados o personal médico propios.",
  ),
  "no-credential": not(
    "irs-worksheet-5",
    "It leads to no degree, license, certificate or required continuing education.",
    "No conduce a un título, licencia, certificado ni educación continua exigida.",
  ),
  "not-public-research": not(
    "irs-worksheet-7",
    "Its results are not meant to become public knowledge.",
    "Sus resultados no están destinados a ser conocimiento público.",
  ),
  "industry-research": not(
    "irs-worksheet-7",
    "It is paid by someone who is neither tax-exempt nor a government. It may be described in Part VI.",
    "Lo paga alguien que no es una entidad exenta ni un gobierno. Puede describirse en la Parte VI.",
  ),
  "no-loss": not(
    "irs-worksheet-6",
    "It makes no loss once bad debt, assistance and Medicaid are taken out.",
    "No da pérdida una vez descontadas la deuda incobrable, la asistencia y Medicaid.",
  ),
  "offered-elsewhere": not(
    "irs-worksheet-6",
    "Without it the community would still have enough of the service.",
    "Sin él, la comunidad seguiría teniendo suficiente de ese servicio.",
  ),
  ancillary: not(
    "irs-worksheet-6",
    "Services such as laboratory or imaging support other care and are not counted by themselves.",
    "Servicios como laboratorio o imágenes apoyan otra atención y no se cuentan por sí solos.",
  ),
  "no-community-group": not(
    "irs-worksheet-8",
    "It was not given to a tax-exempt or public group.",
    "No se dio a un grupo exento de impuestos ni público.",
  ),
  "no-health-effect": not(
    "irs-part-2",
    "It does not protect or improve the community's health or safety.",
    "No protege ni mejora la salud o la seguridad de la comunidad.",
  ),
} as const satisfies Record<string, Ending>;

/** The name of an ending. */
export type EndingName = keyof typeof endings;
