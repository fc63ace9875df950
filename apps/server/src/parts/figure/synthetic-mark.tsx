import { useWords } from "../../pages/words-context.ts";

/**
 * The mark of a made-up figure, wherever one is shown. The word is what is read aloud and what stands there without a
 * style sheet; with it, a small hollow square on its corner stands in the word's place.
 */
export function SyntheticMark() {
  const { t } = useWords();
  return <i className="synthetic">{t("synthetic.word")}</i>;
}
