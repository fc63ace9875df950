/** A limit on silence: `signal` aborts once nothing has been heard for so long. */
export type Patience = Readonly<{ signal: AbortSignal; heard: () => void; end: () => void }>;

/** Waits at most `timeoutMs` from now, and again from each time something is heard. */
export function patience(timeoutMs: number): Patience {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), timeoutMs);
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), timeoutMs);
  };
  return { signal: controller.signal, heard, end: () => clearTimeout(timer) };
}
