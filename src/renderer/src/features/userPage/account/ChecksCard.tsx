import { IconShieldCheck } from '@tabler/icons-react'
import { Card } from '../../../components/Card/Card.tsx'
import type { TabProps } from '../tabProps.ts'
import { useFreedExtension } from '../useFreedExtension.ts'
import { DialCheck } from './DialCheck.tsx'
import { SignInCheck } from './SignInCheck.tsx'
import classes from '../UserPage.module.css'

/** What the phone system would let the person do now. A device goes on dialing from the extension that a run has freed. */
export function ChecksCard({ inventory: { user, extension } }: TabProps) {
  const freed = useFreedExtension(user.id)
  const dialsFrom = extension?.extensionNumber ?? freed?.extensionNumber ?? null
  return (
    <Card title="Sign-in and dialing" icon={<IconShieldCheck size={16} />}>
      <SignInCheck user={user} />
      <div className={classes.dialCheck}>
        {dialsFrom === null ? (
          <p className={classes.none}>Without an extension nothing can be dialed.</p>
        ) : (
          <DialCheck extensionNumber={dialsFrom} />
        )}
      </div>
    </Card>
  )
}
