/** The median time of so many runs, in milliseconds; the first few warm the compiler up and are not counted. */
export function medianMs(run: () => unknown, runs = 21): number {
  for (let i = 0; i < Math.min(5, runs); i++) run();
  const times = Array.from({ length: runs }, () => timeMs(run));
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

/** The time of one run in milliseconds. */
export function timeMs(run: () => unknown): number {
  const started = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - started) / 1e6;
}

/**
 * What was claimed, what was measured beside its baseline and beside others' figures, and whether the claim held; a claim
 * that did not fails the bench.
 */
export function printClaim(
  name: string,
  measured: Readonly<{ ms: number; claimMs: number; baseline: string; baselineMs: number; peers: string }>,
): void {
  const { ms, claimMs, baseline, baselineMs, peers } = measured;
  console.log(`${name}: ${ms.toFixed(1)} ms`);
  console.log(`claim: at most ${claimMs} ms; ${ms <= claimMs ? "held" : "NOT held"}`);
  console.log(`baseline, ${baseline}: ${baselineMs.toFixed(0)} ms, ${(baselineMs / ms).toFixed(1)} times as long`);
  console.log(peers);
  if (ms > claimMs) process.exitCode = 1;
}
