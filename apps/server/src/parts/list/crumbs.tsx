import type { ReactNode } from "react";
import { useOffice } from "../../office/office-visit.ts";

/** The way back to the list that a page belongs to. */
export function Crumbs({ to, children }: { to: string; children: ReactNode }) {
  const { href, t } = useOffice();
  return (
    <nav className="crumbs" aria-label={t("list.back")}>
      <a href={href(to)}>{children}</a>
    </nav>
  );
}
