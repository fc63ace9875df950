import type { Language } from "@evenspan/domain/kernel/text";
import type { ReactNode } from "react";
import { languages } from "../../http/languages.ts";
import { useVisit } from "../../pages/visit.ts";
import { Hatch } from "../hatch.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { Notice } from "./notice.tsx";

/** Addresses of what every page loads: one style sheet, one font, one icon; and this page in each language. */
export type Surroundings = Readonly<{
  style: string;
  officeStyle?: string;
  font: string;
  icon: string;
  inLanguage: Readonly<Record<Language, string>>;
}>;

/** A whole page about a release: what is said around every body. */
export function Document({
  title,
  surroundings,
  children,
}: {
  title: string;
  surroundings: Surroundings;
  children: ReactNode;
}) {
  const { release, language, t } = useVisit();
  return (
    <Shell title={`${title} · ${release.content.system.name}`} language={language} surroundings={surroundings}>
      <a className="skip" href="#content">
        {t("layout.skip")}
      </a>
      <Notice />
      <Header inLanguage={surroundings.inLanguage} />
      <main id="content">{children}</main>
      <Footer />
    </Shell>
  );
}

type ShellProps = { title: string; language: Language; surroundings: Surroundings; children: ReactNode };

/** The bare page: also for those that are about no release, such as an error. */
export function Shell({ title, language, surroundings, children }: ShellProps) {
  const { style, officeStyle, font, icon, inLanguage } = surroundings;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="stylesheet" href={style} />
        {officeStyle && <link rel="stylesheet" href={officeStyle} />}
        <link rel="icon" href={icon} type="image/svg+xml" />
        {languages.map((one) => (
          <link key={one} rel="alternate" hrefLang={one} href={inLanguage[one]} />
        ))}
      </head>
      <body>
        <Hatch />
        {children}
      </body>
    </html>
  );
}
