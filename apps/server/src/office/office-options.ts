import type { ScanFile } from "@evenspan/domain/record-files/scan-file";
import type { SignInDesk } from "@evenspan/domain/sign-in/desk";

/** What an office is made with. */
export type OfficeOptions = Readonly<{
  /** The app's door to the database. */
  db: SignInDesk["db"];
  systemId: string;
  /** 32 bytes that seal secrets and sign what pages hand back. */
  officeKey: Buffer;
  clock: () => Date;
  /** The public address, such as `https://equity.example.org`: forms are taken from there only, and letters lead there. */
  site: string;
  /** How many proxies of ours stand in front; the address of who asks is that many steps from the end. 0 where it is not said. */
  proxies?: number;
  breachedPasswords?: SignInDesk["breachedPasswords"];
  /** Looks for viruses in files that people add. Without one they are taken, and said not to have been looked at. */
  scanFile?: ScanFile;
  /** Told of what went wrong inside, with the id that the person is shown. */
  onFault?: (fault: unknown, requestId: string) => void;
}>;
