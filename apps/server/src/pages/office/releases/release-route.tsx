import { isRefusal } from "@evenspan/domain/kernel/refusal";
import { signRelease } from "@evenspan/domain/releases/sign-release";
import { withdrawRelease } from "@evenspan/domain/releases/withdraw-release";
import { releaseFile } from "@evenspan/domain/review/release-file";
import { reviewRelease } from "@evenspan/domain/review/review-release";
import { formActions } from "../../../office/forms/form-actions.ts";
import { download, goTo, page } from "../../../office/office-answer.ts";
import type { ClosedRoute } from "../../../office/office-route.ts";
import { Release } from "./release.tsx";

/** One release: its life, what is to be known before it is signed, what differs from what is public, and its files. */
export const releaseRoute: ClosedRoute = {
  path: "releases/:release",
  get: async ({ act, may, t }, { release }) => {
    const review = await act(reviewRelease, { release });
    if (isRefusal(review)) return review;
    const can = { sign: may(signRelease), withdraw: may(withdrawRelease) };
    return page(t("releases.one", { number: review.number }), <Release review={review} can={can} />);
  },
  post: formActions({
    sign: async ({ act, href }, { release }, form) => {
      const outcome = await act(signRelease, { release, note: form.text("note") }, "atOneMoment");
      return isRefusal(outcome) ? outcome : goTo(href(`/releases/${outcome.number}`), "said.signed");
    },
    withdraw: async ({ act, href }, { release }, form) => {
      const outcome = await act(withdrawRelease, { release, note: form.text("note") });
      return isRefusal(outcome) ? outcome : goTo(href(`/releases/${outcome.number}`), "said.release-withdrawn");
    },
    file: async ({ act }, { release }, form) => {
      const path = form.text("path");
      const file = await act(releaseFile, { release, path });
      if (isRefusal(file)) return file;
      const fileName = `evenspan-release-${file.number}-${path.replace(/[^A-Za-z0-9._-]+/g, "-")}`;
      return download(file.body, { mediaType: file.mediaType, fileName });
    },
  }),
};
