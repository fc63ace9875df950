import { isOpenTo } from "../../../office/is-open-to.ts";
import { useOffice } from "../../../office/office-visit.ts";
import { type OfficePlace, officePlaces } from "./office-places.ts";

/**
 * Where one can go, as stops along a line: only what this person's roles open. On a phone it is folded; elsewhere it stands
 * beside the page.
 */
export function OfficeMenu() {
  const { path, href, signedIn, t } = useOffice();
  const isOpen = ({ access }: OfficePlace): boolean =>
    access === undefined || (signedIn !== null && isOpenTo(access, signedIn.actor));
  const here = (place: string): boolean =>
    path === `/office${place}` || (place !== "" && path.startsWith(`/office${place}/`));
  return (
    <details className="menu">
      <summary>{t("office.menu")}</summary>
      <nav aria-label={t("office.menu")}>
        {officePlaces.map(({ label, places }) => {
          const open = places.filter(isOpen);
          if (open.length === 0) return null;
          return (
            <section key={label} aria-label={t(label)}>
              <p aria-hidden="true">{t(label)}</p>
              <ul className="stops">
                {open.map((place) => (
                  <li key={place.path}>
                    <a href={href(place.path)} aria-current={here(place.path) ? "page" : undefined}>
                      {t(place.label)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </nav>
    </details>
  );
}
