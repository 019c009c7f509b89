import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { DevicesCard, ForwardingCard, GroupsCard, LicencesCard, NumbersCard } from './BelongingsCards.tsx'
import { ExtensionCard } from './ExtensionCard.tsx'
import { GreetingsCard, PreferencesCard } from './PersonalCards.tsx'
import { ProfileCard, SignInCard } from './ProfileCards.tsx'
import classes from './UserPage.module.css'

/** Everything small that hangs on the person, a card each. */
export function Overview({ inventory }: { inventory: Inventory }) {
  return (
    <div className={classes.cards}>
      <ProfileCard user={inventory.user} />
      <SignInCard user={inventory.user} />
      <NumbersCard inventory={inventory} />
      <ExtensionCard inventory={inventory} />
      <DevicesCard inventory={inventory} />
      <LicencesCard inventory={inventory} />
      <GroupsCard inventory={inventory} />
      <ForwardingCard inventory={inventory} />
      <GreetingsCard inventory={inventory} />
      <PreferencesCard inventory={inventory} />
    </div>
  )
}
