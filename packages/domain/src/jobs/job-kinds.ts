import { perform } from "../kernel/command.ts";
import { buildRelease } from "../releases/build-release.ts";
import type { JobKind } from "./job-kind.ts";

/** All kinds of long work, by name. */
export const jobKinds: ReadonlyMap<string, JobKind> = new Map(
  [
    {
      name: "build-release",
      isolation: "repeatable read" as const,
      run: async (context, input, tell) => {
        await tell(0.05, { en: "Reading what is loaded.", es: "Leyendo lo que está cargado." });
        const outcome = await perform(buildRelease, context, input);
        await tell(0.95, { en: "Storing the release.", es: "Guardando la publicación." });
        return outcome;
      },
    } satisfies JobKind,
  ].map((kind) => [kind.name, kind]),
);
