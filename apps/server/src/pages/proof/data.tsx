import { numberText } from "@evenspan/domain/figures/figure-words";
import { indicatorByKey } from "@evenspan/domain/indicators/indicators";
import { Folded } from "../../parts/table/folded.tsx";
import type { Page } from "../page.ts";
import { useVisit, type Visit } from "../visit.ts";

/** Every file of the release, to be saved: what it holds, how large it is, and its fingerprint. */
export const dataPage = ({ t }: Visit): Page => ({ title: t("data.title"), body: <Data /> });

function Data() {
  const { release, t } = useVisit();
  const isTable = (path: string) => /\.csv$/.test(path) && !path.startsWith("rows/");
  const paths = release.documentPaths.toSorted();
  const groups = [
    [t("data.tables"), paths.filter(isTable)],
    [t("data.rows"), paths.filter((path) => path.startsWith("rows/"))],
    [t("data.others"), paths.filter((path) => !isTable(path) && !path.startsWith("rows/"))],
  ] as const;
  return (
    <>
      <h1>{t("data.title")}</h1>
      <p className="lead">{t("data.lead")}</p>
      <p>{t("data.hash")}</p>
      {groups
        .filter(([, of]) => of.length > 0)
        .map(([title, of]) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul className="files">
              {of.map((path) => (
                <FileItem key={path} path={path} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

function FileItem({ path }: { path: string }) {
  const visit = useVisit();
  const { release, language, t } = visit;
  const file = release.document(path);
  if (!file) return null;
  const address = `/files/${release.number}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const what = contentWords(path, visit);
  const size = sizeText(file.body.length, language);
  return (
    <li>
      <a href={address}>{t("data.save", { what })}</a>
      <span className="note"> {what === path ? size : t("data.size", { path, size })}</span>
      <Folded summary="SHA-256">
        <code className="hash">{file.sha256}</code>
      </Folded>
    </li>
  );
}

/** What a file holds: by its place in the release, else its path. */
function contentWords(path: string, { release, language, t }: Visit): string {
  const name = path
    .split("/")
    .at(-1)!
    .replace(/\.[a-z]+$/, "");
  const indicator = indicatorByKey(name);
  if (indicator) return indicator.term[language];
  const dataset = path.startsWith("rows/") ? release.dataset(name) : null;
  if (dataset) return dataset.title[language];
  return /dictionary/.test(name) ? t("data.dictionary") : path;
}

/** A size as people say it. */
function sizeText(bytes: number, language: Visit["language"]): string {
  if (bytes < 1000) return `${numberText(bytes, 0, language)} B`;
  return bytes < 1e6 ? `${numberText(bytes / 1000, 0, language)} KB` : `${numberText(bytes / 1e6, 1, language)} MB`;
}
