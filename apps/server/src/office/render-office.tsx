import type { Language } from "@evenspan/domain/kernel/text";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Assets } from "../http/assets.ts";
import { languages } from "../http/languages.ts";
import { OfficeDocument } from "../pages/office/layout/office-document.tsx";
import { address } from "../pages/visit.ts";
import { WordsProvider } from "../pages/words-context.ts";
import { OfficeProvider, type OpenVisit } from "./office-visit.ts";

/** Gives the whole text of a page for a visit. */
export const renderOffice =
  (visit: OpenVisit, { style, officeStyle, font, icon }: Assets) =>
  (title: string, body: ReactNode): string => {
    // The addresses that providers know have no language.
    const path = visit.path.startsWith("/office") ? visit.path : "/office";
    const inLanguage = Object.fromEntries(
      languages.map((one) => [one, address(`/${one}${path}`, Object.fromEntries(visit.query))]),
    ) as Record<Language, string>;
    const markup = renderToStaticMarkup(
      <WordsProvider value={visit}>
        <OfficeProvider value={visit}>
          <OfficeDocument title={title} surroundings={{ style, officeStyle, font, icon, inLanguage }}>
            {body}
          </OfficeDocument>
        </OfficeProvider>
      </WordsProvider>,
    );
    return `<!doctype html>${markup}`;
  };
