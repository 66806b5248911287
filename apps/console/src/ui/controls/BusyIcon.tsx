import './busy-icon.css'

/**
 * Turns in a button while its command runs, and is gone at once afterwards. Ant Design's own icon fades out and waits for the
 * end of a transition that a quick answer never begins: the button was then called “loading …” for good.
 */
export function BusyIcon({ label }: { label: string }) {
  return <span role="img" aria-label={label} className="busy-icon" />
}
