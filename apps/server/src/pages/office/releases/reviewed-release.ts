import type { ValueState } from "@evenspan/domain/kernel/value-state";
import type { ReleaseRemark } from "@evenspan/domain/releases/check-release.rules";
import type { ReleaseActionRow } from "@evenspan/domain/releases/release-actions";
import type { FigureChanges } from "@evenspan/domain/review/changed-figures.rules";

/** All that is shown of a release. */
export type ReviewedRelease = Readonly<{
  releaseId: string;
  number: number;
  actions: readonly ReleaseActionRow[];
  remarks: readonly ReleaseRemark[];
  states: Readonly<Partial<Record<ValueState, number>>>;
  publicNumber: number | null;
  changes: FigureChanges | null;
  files: readonly Readonly<{ path: string; mediaType: string; sha256: string; bytes: number }>[];
}>;
