import type { PlainKey } from "../../../messages/translate.ts";
import { page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { useOffice } from "../../../office/office-visit.ts";

/** Keys that every browser knows, and what they do on these pages; there are no others to learn. */
const keys = [
  [["Tab"], "keys.tab"],
  [["Shift", "Tab"], "keys.back-tab"],
  [["Enter"], "keys.enter"],
  [["Space"], "keys.space"],
  [["↑", "↓"], "keys.arrows"],
  [["Alt", "←"], "keys.history"],
  [["Ctrl", "F"], "keys.find"],
  [["Ctrl", "+"], "keys.zoom"],
  [["Ctrl", "P"], "keys.print"],
] as const satisfies readonly (readonly [readonly string[], PlainKey])[];

/** How the office is used by keyboard. */
export const keysRoute: ClosedRoute = {
  path: "keys",
  get: async ({ t }) => page(t("keys.title"), <Keys />),
};

function Keys() {
  const { t } = useOffice();
  return (
    <>
      <h1>{t("keys.title")}</h1>
      <p className="lead">{t("keys.lead")}</p>
      <dl className="facts keys">
        {keys.map(([pressed, what]) => (
          <div key={what}>
            <dt>
              {pressed.map((key, i) => (
                <span key={key}>
                  {i > 0 && " "}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <p className="note">{t("keys.mac")}</p>
    </>
  );
}
