import { useWords } from "../pages/words-context.ts";

/** How far something is that takes a while: a share from 0 to 1, as a bar and in words. */
export function Progress({ share, label }: { share: number; label: string }) {
  const { t } = useWords();
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className="progress">
      <progress max={100} value={percent} aria-label={label} />
      <span>{t("progress.percent", { percent })}</span>
    </div>
  );
}
