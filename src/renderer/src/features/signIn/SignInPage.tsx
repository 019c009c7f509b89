import { useSession, useSignIn } from '../../data/session.ts'
import { useTenant } from '../../data/tenant.ts'
import { DemoOperators } from './DemoOperators.tsx'
import { Front } from './Front.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Who is at the desk: name and password, or a click on an operator of the demo company. */
export function SignInPage() {
  const company = useTenant().data?.name ?? ''
  const { data } = useSession()
  const signIn = useSignIn()
  const shown = data?.shown ?? []
  return (
    <Front title="Sign in" lead={company} wide={shown.length > 0}>
      <SignInForm signIn={signIn} notice={data?.ended ?? null} />
      {shown.length > 0 && (
        <DemoOperators
          operators={shown}
          busy={signIn.isPending}
          onChoose={({ userName, password }) => signIn.mutate({ userName, password })}
        />
      )}
    </Front>
  )
}
