/** How long, or how large, another program is said to be at the same task. */
export type PeerFigure = Readonly<{ program: string; takes: string }>;

/** What is claimed of the speed of the statistics, beside others' figures and what was measured once, on the day of the page. */
export type SpeedClaim = Readonly<{
  task: string;
  target: string;
  peers: readonly PeerFigure[];
  measured: string;
  bench: string;
}>;

/** The one place of every peer's figure: the benches print them, and docs/methods/speed.md tells the same. */
export const speedClaims = {
  lifeExpectancies: {
    task: "Life expectancy with Silcocks limits at every age, 73,000 areas × 20 bands, one thread",
    target: "at most 40 ms",
    peers: [
      { program: "a vectorised version in R", takes: "460 ms" },
      { program: "PHEindicatormethods (R)", takes: "211 s" },
    ],
    measured: "22 ms",
    bench: "life-expectancies",
  },
  standardisedRates: {
    task: "Direct rates with Fay–Feuer and with Byar limits, 73,000 areas × 20 bands, one thread",
    target: "at most 150 ms",
    peers: [{ program: "a vectorised version in R", takes: "530 ms" }],
    measured: "90 ms",
    bench: "standardised-rates",
  },
  localEmpiricalBayes: {
    task: "Local empirical Bayes of 72,900 cells, one thread",
    target: "at most 60 ms",
    peers: [{ program: "spdep (R)", takes: "5.2 s" }],
    measured: "5.6 ms",
    bench: "empirical-bayes",
  },
  slopeIndexes: {
    task: "Exact SII and RII limits, 3,144 areas × 10 groups, one thread",
    target: "at most 10 ms",
    peers: [],
    measured: "0.42 ms",
    bench: "sii",
  },
  simulatedLifeExpectancy: {
    task: "1,000 simulated life tables for each of 77 areas × 20 bands, one thread",
    target: "at most 500 ms",
    peers: [],
    measured: "86 ms",
    bench: "monte-carlo",
  },
  workers: {
    task: "10,000 simulated life tables for each of 77 areas, two workers against one",
    target: "at least 1.7 times as fast",
    peers: [],
    measured: "1.73 times as fast",
    bench: "workers",
  },
  disclosure: {
    task: "651,984 cells in a three-tier geography with two linked margins protected, one thread",
    target: "at most 120 s and 4 GB, nothing recovered",
    peers: [{ program: "published disclosure tools, on a table like it", takes: "over 48 hours, or over 100 GB" }],
    measured: "86 s, 0.57 GB, nothing recovered",
    bench: "disclosure",
  },
  entry: {
    task: "All of `@evenspan/stats` in one minified script, and the import of what is built in a new process",
    target: "under 120 KB; under 30 ms",
    peers: [],
    measured: "117.0 KB; 8 ms",
    bench: "stats-entry",
  },
} as const satisfies Readonly<Record<string, SpeedClaim>>;

/** The line of a bench that sets others' figures beside its own. */
export function peersOf({ peers }: SpeedClaim): string {
  const told = peers.map(({ program, takes }) => `${program} ${takes}`).join("; ");
  return told === "" ? "peers: no figure of another program is known to us" : `peers, not run here: ${told}`;
}

/** The table of docs/methods/speed.md. */
export function speedTable(claims: readonly SpeedClaim[] = Object.values(speedClaims)): string {
  const rows = claims.map(({ task, target, peers, measured, bench }) => {
    const others = peers.map(({ program, takes }) => `${program}: ${takes}`).join("; ") || "none known to us";
    return `| ${task} | ${target} | ${measured} | ${others} | \`bench/${bench}.bench.ts\` |`;
  });
  return ["| task | target | measured | peers | bench |", "|---|---|---|---|---|", ...rows].join("\n");
}
