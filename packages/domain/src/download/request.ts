import { type Failure, failure, failureOf, isFailure } from "./failure.ts";
import { isSameSite } from "./same-site.ts";

/** How to ask: with which fetch and headers, and what ends it. */
export type Asking = Readonly<{
  fetch: typeof fetch;
  headers: Readonly<Record<string, string>>;
  timeoutMs: number;
  signal: AbortSignal;
  /** Waits between tries; a test's need not. */
  wait: (ms: number) => Promise<void>;
}>;

const mostTries = 3;
const mostRedirects = 4;
const longestWaitMs = 30_000;

/**
 * Asks for an address until there is an answer to keep: 200 or 304. Redirects are followed within the site, and a
 * server that is busy (429) or in trouble (5xx) is asked three times in all, with a pause that doubles or that it names.
 */
export async function request(address: URL, asking: Asking): Promise<Response | Failure> {
  for (let tried = 1; ; tried++) {
    const response = await follow(address, asking);
    if (isFailure(response) || !isBusy(response.status)) return response;
    await response.body?.cancel();
    if (tried === mostTries) return failure("too-busy", `answered ${response.status} each of ${mostTries} times`);
    await asking.wait(pauseMs(response, tried));
  }
}

const isBusy = (status: number): boolean => status === 429 || status >= 500;

/** Half a second, then one, and so on; or as many seconds as the server asks for, within bounds. */
function pauseMs(response: Response, tried: number): number {
  const askedSeconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(askedSeconds) ? Math.min(askedSeconds * 1000, longestWaitMs) : 500 * 2 ** (tried - 1);
}

async function follow(address: URL, asking: Asking): Promise<Response | Failure> {
  let at = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await once(at, asking);
    if (isFailure(response)) return response;
    if (response.status === 200 || response.status === 304 || isBusy(response.status)) return response;
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) {
      return failure("not-there", `answered ${response.status}`);
    }
    const to = URL.canParse(location, at.href) ? new URL(location, at) : null;
    if (!to || !isSameSite(at, to)) return failure("redirected-elsewhere", `points to ${to?.host ?? "no address"}`);
    at = to;
  }
  return failure("redirected-elsewhere", `points from one address to the next more than ${mostRedirects} times`);
}

async function once(address: URL, { fetch, headers, signal, timeoutMs }: Asking): Promise<Response | Failure> {
  try {
    return await fetch(address, { headers, signal, redirect: "manual" });
  } catch (error) {
    return failureOf(error, timeoutMs);
  }
}
