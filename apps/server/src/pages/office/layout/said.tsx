import { useOffice } from "../../../office/office-visit.ts";

/** What was just done, and whether a form came back to be sent again. */
export function Said() {
  const { said, returned, t } = useOffice();
  const sentences = [...(said ? [t(said)] : []), ...(returned && !returned.refusal ? [t("office.form-returned")] : [])];
  if (sentences.length === 0) return null;
  return (
    <div className="said" role="status">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
