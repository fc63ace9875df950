/** Pages that say that something is not there or did not work. */
export const plain = {
  "unknown.title": "We could not find that page",
  "unknown.lead": "The address may be mistyped, or this release has no such page. Nothing was lost.",
  "unknown.search": "Search this site",
  "unknown.home": "Go to the first page",
  "failed.title": "Something went wrong on our side",
  "failed.lead": "We could not make this page. Nothing was lost. Please try again in a minute.",
  "empty.title": "Nothing has been published yet",
  "empty.lead": "The first release is being made. Please come back soon.",
  "method.title": "This page can only be read",
  "method.lead": "Your program tried to send something to it. Nothing was changed.",
  "too-long.title": "This address is too long",
  "too-long.lead": "No page of ours has such a long address. Nothing was lost.",
} as const;
