import type { Grant } from "@evenspan/domain/kernel/actor";
import type { PersonState } from "./person-state-tag.tsx";

/** A role that was given, with who took it back, when and why, where that was done. */
export type GivenRole = Readonly<{
  grantId: string;
  role: Grant["role"];
  facilityId: string | null;
  partnerId: string | null;
  grantedBy: string;
  grantedAt: Date;
  revokedBy: string | null;
  revokedAt: Date | null;
  reason: string | null;
}>;

/** All that is shown of a person. */
export type ShownPerson = Readonly<{
  personId: string;
  name: string;
  email: string;
  language: "en" | "es";
  state: PersonState;
  madeAt: Date;
  invitedUntil: Date | null;
  lastSignInAt: Date | null;
  hasSecondFactor: boolean;
  grants: readonly GivenRole[];
  sessions: readonly Readonly<{
    sessionId: string;
    device: string;
    fromAddress: string;
    begunAt: Date;
    seenAt: Date;
    endedAt: Date | null;
  }>[];
}>;
