/**
 * Causes that others are part of, each with parts that share no death. A death of a whole may belong to none of its parts.
 *
 * "diabetes-related" and "firearm" stand alone: the City counts the one beside other causes, and the other across intents.
 */
export const causeSums: readonly Readonly<{ whole: string; parts: readonly string[] }>[] = [
  {
    whole: "all",
    parts: [
      ...["alzheimers", "cancer", "coronary-heart-disease", "homicide", "kidney-disease", "liver-disease"],
      ...["stroke", "suicide", "unintentional-injury"],
    ],
  },
  { whole: "all", parts: ["diabetes-related"] },
  { whole: "all", parts: ["firearm"] },
  { whole: "cancer", parts: ["breast-cancer", "colorectal-cancer", "lung-cancer", "prostate-cancer"] },
];
