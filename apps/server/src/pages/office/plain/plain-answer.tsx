import type { PlainKey } from "../../../messages/translate.ts";
import { type OfficePage, page } from "../../../office/office-answer.ts";
import { type OpenVisit, useOffice } from "../../../office/office-visit.ts";

/** What a request can come to before any page is asked: each has its status, its sentence and the next step. */
const kinds = {
  unknown: { status: 404, title: "office.unknown.title", lead: "office.unknown.lead" },
  method: { status: 405, title: "office.method.title", lead: "office.method.lead" },
  "too-large": { status: 413, title: "office.too-large.title", lead: "office.too-large.lead" },
  "too-long": { status: 414, title: "office.too-long.title", lead: "office.too-long.lead" },
  "no-form": { status: 415, title: "office.no-form.title", lead: "office.no-form.lead" },
  unreadable: { status: 422, title: "office.unreadable.title", lead: "office.unreadable.lead" },
  elsewhere: { status: 403, title: "office.elsewhere.title", lead: "office.elsewhere.lead" },
  "stale-form": { status: 403, title: "office.stale-form.title", lead: "office.stale-form.lead" },
  failed: { status: 500, title: "office.failed.title", lead: "office.failed.lead" },
  unavailable: { status: 503, title: "office.unavailable.title", lead: "office.unavailable.lead" },
} as const satisfies Record<string, { status: number; title: PlainKey; lead: PlainKey }>;

/** One of these pages. */
export type PlainKind = keyof typeof kinds;

type More = Pick<OfficePage, "headers">;

/** The page that says what happened, that nothing was lost, and what to do next. Nothing of the request stands on it. */
export function plainAnswer(
  kind: PlainKind,
  visit: OpenVisit,
  more: More = {},
): { answer: OfficePage; visit: OpenVisit } {
  const { status, title } = kinds[kind];
  const headers = status === 503 ? { "retry-after": "60", ...more.headers } : more.headers;
  const answer = page(visit.t(title), <Plain kind={kind} />, { status, ...(headers && { headers }) });
  return { answer, visit: { ...visit, path: "/office", query: new URLSearchParams(), returned: null } };
}

function Plain({ kind }: { kind: PlainKind }) {
  const { href, requestId, t } = useOffice();
  const { title, lead, status } = kinds[kind];
  return (
    <>
      <h1>{t(title)}</h1>
      <p className="lead">{t(lead)}</p>
      {status >= 500 && (
        <p>
          {t("office.failed.id")} <code className="hash">{requestId}</code>
        </p>
      )}
      <p>
        <a href={href("")}>{t("office.to-worklist")}</a>
      </p>
    </>
  );
}
