/** Why a mutant that was looked at survives: by its file under packages/stats/src, and the change as the page shows it. */
export const mutationReasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
