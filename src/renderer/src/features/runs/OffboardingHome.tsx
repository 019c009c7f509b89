/** The first page: the runs by state, the drafts, and the button that starts an offboarding. */
export function OffboardingHome() {
  return <h1>Offboarding</h1>
}
