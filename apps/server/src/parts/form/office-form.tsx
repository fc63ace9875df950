import { createContext, type ReactNode, useContext } from "react";
import { formField, itemField, tokenField } from "../../office/forms/form.ts";
import { type ReturnedForm, useOffice } from "../../office/office-visit.ts";

/** The form that fields are drawn in: its id, and what came back of it. */
type FormState = Readonly<{ id: string; returned: ReturnedForm | null }>;

const FormContext = createContext<FormState>({ id: "form", returned: null });

/** Gives the form to the fields in it. */
export const FormProvider = FormContext.Provider;

/** The form around a field. */
export const useForm = (): FormState => useContext(FormContext);

type Props = {
  /** Names the form among those of its page. */
  name: string;
  /** Tells forms of one name apart: what it is about, such as an id. */
  item?: string | undefined;
  /** Where it is sent; the page itself where it is not said, so that it can come back. */
  to?: string;
  /** Whether it takes a file. */
  files?: boolean;
  /** A form that is a single button. */
  bare?: boolean;
  label?: string;
  children: ReactNode;
};

/** A form of the office. It carries its token; what came back of it stands in its fields again. */
export function OfficeForm({ name, item, to, files, bare, label, children }: Props) {
  const { formToken, href, returned } = useOffice();
  const id = formId(name, item);
  return (
    <form
      id={id}
      className={bare ? "bare" : "office-form"}
      method="post"
      action={to === undefined ? undefined : href(to)}
      encType={files ? "multipart/form-data" : undefined}
      aria-label={label}
      noValidate
    >
      <input type="hidden" name={tokenField} value={formToken} />
      <input type="hidden" name={formField} value={name} />
      {item !== undefined && <input type="hidden" name={itemField} value={item} />}
      <FormProvider value={{ id, returned: returned && idOf(returned) === id ? returned : null }}>
        {children}
      </FormProvider>
    </form>
  );
}

/**
 * The id of a form on its page.
 *
 * @example
 * formId("revoke", "ab:1") // => "revoke-ab-1"
 */
export const formId = (name: string, item?: string): string =>
  (item === undefined ? name : `${name}-${item}`).replace(/[^A-Za-z0-9]+/g, "-");

/** The id of a form that came back. */
export const idOf = ({ form, typed }: ReturnedForm): string => formId(form, typed[itemField]?.[0]);
