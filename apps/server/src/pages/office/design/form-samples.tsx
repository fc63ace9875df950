import { useOffice } from "../../../office/office-visit.ts";
import { Button } from "../../../parts/form/button.tsx";
import { CheckField } from "../../../parts/form/check-field.tsx";
import { CodeField } from "../../../parts/form/code-field.tsx";
import { FileField } from "../../../parts/form/file-field.tsx";
import { FormSample } from "../../../parts/form/form-sample.tsx";
import { PasswordField } from "../../../parts/form/password-field.tsx";
import { Problems } from "../../../parts/form/problem-summary.tsx";
import { RadioField } from "../../../parts/form/radio-field.tsx";
import { SelectField } from "../../../parts/form/select-field.tsx";
import { TextArea } from "../../../parts/form/text-area.tsx";
import { TextField } from "../../../parts/form/text-field.tsx";

/** Every field of a form: as it is, with a hint, and as it comes back. */
export function FormSamples() {
  const { returned, t } = useOffice();
  const choices = [
    { value: "a", label: t("me.mail.at-once") },
    { value: "b", label: t("me.mail.daily") },
  ];
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">{t("design.forms")}</h2>
      <div className="problems">{returned && <Problems returned={returned} />}</div>
      <FormSample name="sample">
        <TextField name="name" label={t("people.name")} />
        <TextField name="email" type="email" label={t("field.email.label")} hint={t("design.sentence")} />
        <PasswordField name="password" kind="new-password" label={t("field.password.label")} optional />
        <CodeField name="code" label={t("field.code.label")} />
        <TextField name="day" type="date" label={t("audit.from-on")} optional />
        <SelectField name="choice" label={t("people.role")} none={t("people.choose")} choices={choices} />
        <RadioField name="radio" legend={t("me.mail")} choices={choices} value="a" />
        <CheckField name="check" label={t("records.late")} hint={t("design.sentence")} checked />
        <TextArea name="said" label={t("comments.say")} />
        <FileField name="file" label={t("record-files.title")} />
        <div className="buttons">
          <Button>{t("comments.do")}</Button>
          <Button kind="other">{t("list.save-csv")}</Button>
          <Button kind="careful">{t("person.close-do")}</Button>
        </div>
      </FormSample>
    </section>
  );
}
