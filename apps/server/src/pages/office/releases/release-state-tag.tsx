import type { ReleaseAction } from "@evenspan/domain/releases/release-actions";
import type { PlainKey } from "../../../messages/translate.ts";
import { useOffice } from "../../../office/office-visit.ts";

/** What was done last with a release, as the state that it is in. */
export const releaseStates = {
  built: "release.state.built",
  signed: "release.state.signed",
  published: "release.state.published",
  withdrawn: "release.state.withdrawn",
} as const satisfies Record<ReleaseAction, PlainKey>;

/** How a release stands, in words. */
export function ReleaseStateTag({ action }: { action: ReleaseAction }) {
  const { t } = useOffice();
  return <span className={action === "published" ? "state" : "state open"}>{t(releaseStates[action])}</span>;
}
