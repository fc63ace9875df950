/** The sign of Evenspan: two stops and the fall between them. */
export function Mark() {
  return (
    <svg className="mark" width="34" height="22" viewBox="0 0 34 22" aria-hidden="true">
      <path d="M5 5 17 9 29 17" />
      <circle cx="5" cy="5" r="4" />
      <circle cx="29" cy="17" r="4" />
    </svg>
  );
}
