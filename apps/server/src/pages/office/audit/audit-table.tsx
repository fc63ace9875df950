import type { AuditEntry } from "@evenspan/domain/audit/list-audit";
import type { PlainKey, Translate } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { InEnglish } from "../../../parts/in-english.tsx";
import { OfficeTable } from "../../../parts/list/office-table.tsx";
import { momentText } from "../../../words/moment-text.ts";
import { auditKindLabels } from "./audit-filter-form.tsx";

/** Entries of the audit. What an entry says of itself was written by the program, in English. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { language, t } = useOffice();
  const titles = [t("audit.when"), t("audit.who"), t("audit.what"), t("audit.about"), t("audit.from")];
  return (
    <OfficeTable
      label={t("audit.title")}
      columns={titles.map((title, i) => ({ title, wide: i === 2 }))}
      rows={entries.map((one) => ({
        key: one.entryId,
        about: <time dateTime={one.at.toISOString()}>{momentText(one.at, language)}</time>,
        late: one.kind === "refused",
        cells: [
          <Who key="who" {...one} />,
          <What key="what" {...one} />,
          one.subject && <About key="about" subject={one.subject} />,
          [channelName(one.channel, t), one.fromAddress].filter(Boolean).join(", "),
        ],
      }))}
    />
  );
}

function Who({ personId, actor }: AuditEntry) {
  const { href } = useOffice();
  return personId ? <a href={href(`/people/${personId}`)}>{actor}</a> : actor;
}

function What({ kind, name, why, facts, keys, requestId }: AuditEntry) {
  const { t } = useOffice();
  const rows = Object.entries(facts).filter(([, value]) => value !== null && value !== "");
  return (
    <div>
      <span className={kind === "refused" ? "state open" : "state"}>{t(auditKindLabels[kind])}</span>{" "}
      <InEnglish>{why}</InEnglish>
      <details className="small">
        <summary>
          <code>{name}</code>
        </summary>
        <dl className="tight">
          {rows.map(([key, value]) => (
            <div key={key}>
              <dt>
                <code>{key}</code>
              </dt>
              <dd>
                <code>{typeof value === "string" ? value : JSON.stringify(value)}</code>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t("people.roles")}</dt>
            <dd>
              <code>{keys.filter((key) => !key.startsWith("person:")).join(" ")}</code>
            </dd>
          </div>
          {requestId && (
            <div>
              <dt>{t("audit.request")}</dt>
              <dd>
                <code>{requestId}</code>
              </dd>
            </div>
          )}
        </dl>
      </details>
    </div>
  );
}

function About({ subject }: { subject: string }) {
  const { href } = useOffice();
  const personId = /^person:(.+)$/.exec(subject)?.[1];
  const short = subject.length > 40 ? `${subject.slice(0, 24)}…` : subject;
  return personId ? (
    <a href={href(`/people/${personId}`)}>
      <code>{short}</code>
    </a>
  ) : (
    <code title={subject}>{short}</code>
  );
}

const channels: Readonly<Record<string, PlainKey>> = {
  web: "audit.channel.web",
  "command line": "audit.channel.command-line",
  job: "audit.channel.job",
};

const channelName = (channel: string, t: Translate): string =>
  Object.hasOwn(channels, channel) ? t(channels[channel]!) : channel;
