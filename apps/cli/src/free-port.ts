import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A port that nothing listens on: the address of the site must be known before the site is made. */
export function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = createServer().once("error", reject);
    asking.listen(0, host, () => {
      const { port } = asking.address() as AddressInfo;
      asking.close(() => resolve(port));
    });
  });
}
