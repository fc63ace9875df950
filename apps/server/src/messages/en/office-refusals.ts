/** What the office says no to, by the code of the refusal. */
export const officeRefusals = {
  "refusal.input": "Some of what was given needs another look.",
  "refusal.role": "Your role does not allow this.",
  "refusal.changed-meanwhile": "Someone else changed this a moment ago. Look at how it stands now, and try again.",
  "refusal.session-ended": "Your session has ended. Sign in again to go on.",
  "refusal.code-first": "Give a code from your phone first.",
  "refusal.paused": "There were too many tries. Wait 15 minutes, then try again.",
  "refusal.too-large": "That is more than can be sent at once.",
  "refusal.unknown-form": "This page has no such form. Load it anew and try again.",
  "refusal.own-work": "Whoever built a release cannot sign it: a second person looks at it.",
  "refusal.inputs-changed": "Something was loaded or decided since it was built. Build it again, and sign that.",
  "refusal.already-published": "It was published already.",
  "refusal.not-published": "It is not public, so there is nothing to take back.",
} as const;
