import { setTimeout as wait } from "node:timers/promises";
import { type Failure, failure, isFailure } from "./failure.ts";
import { patience } from "./patience.ts";
import { request } from "./request.ts";
import { saveBody } from "./save-body.ts";

/** What a server said of a file when it was last downloaded, so that it need not be sent again. */
export type Validators = Readonly<{ etag: string | null; lastModified: string | null }>;

/** A file on disk, or word that it has not changed since. */
export type Downloaded =
  | Readonly<{ path: string; byteSize: number; validators: Validators }>
  | Readonly<{ unchanged: true }>;

/** Limits of a download, and what stands in for the network in a test. */
export type DownloadOptions = Readonly<{
  fetch?: typeof fetch;
  known?: Validators;
  /** The longest silence, in milliseconds. */
  timeoutMs?: number;
  mostBytes?: number;
  wait?: (ms: number) => Promise<void>;
}>;

const userAgent = "Evenspan/0.1 (open platform for community health equity; reads published data sets)";

/**
 * Downloads an address to a path that does not exist yet. The only place from which Evenspan asks the network for data.
 *
 * A web page in place of a file (a sign-in page of the network, say) is a failure.
 */
export async function download(
  address: URL,
  path: string,
  options: DownloadOptions = {},
): Promise<Downloaded | Failure> {
  const { timeoutMs = 30_000, mostBytes = 2e9 } = options;
  const { signal, heard, end } = patience(timeoutMs);
  const pause = async (ms: number): Promise<void> => {
    await (options.wait ?? wait)(ms);
    heard();
  };
  try {
    const asking = {
      fetch: options.fetch ?? fetch,
      headers: headersFor(options.known),
      timeoutMs,
      signal,
      wait: pause,
    };
    const response = await request(address, asking);
    if (isFailure(response)) return response;
    if (response.status === 304) return { unchanged: true };
    if (/^text\/html\b/.test(response.headers.get("content-type") ?? "")) {
      await response.body?.cancel();
      return failure("not-a-file", "answered with a web page");
    }
    const saved = await saveBody(response, { path, mostBytes, timeoutMs, heard });
    return isFailure(saved) ? saved : { path, ...saved, validators: validatorsOf(response) };
  } finally {
    end();
  }
}

const validatorsOf = ({ headers }: Response): Validators => ({
  etag: headers.get("etag"),
  lastModified: headers.get("last-modified"),
});

function headersFor(known: Validators | undefined): Record<string, string> {
  return {
    "user-agent": userAgent,
    ...(known?.etag ? { "if-none-match": known.etag } : {}),
    ...(known?.lastModified ? { "if-modified-since": known.lastModified } : {}),
  };
}
