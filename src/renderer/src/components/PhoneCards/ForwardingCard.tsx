import { IconArrowForwardUp } from '@tabler/icons-react'
import type { Inventory } from '../../../../shared/offboarding/inventory.ts'
import { Card } from '../Card/Card.tsx'
import { ItemList } from '../ItemList/ItemList.tsx'
import { ruleInWords } from '../ItemList/phoneWords.ts'
import { ToneBadge } from '../StatusBadge/ToneBadge.tsx'
import classes from './PhoneCards.module.css'

/** Where calls of the extension go, and from which extensions calls come. */
export function ForwardingCard({
  forwardingRules,
  forwardedHere,
}: Pick<Inventory, 'forwardingRules' | 'forwardedHere'>) {
  return (
    <Card title="Forwarding" icon={<IconArrowForwardUp size={16} />} count={forwardingRules.length}>
      <ItemList
        none="No forwarding rule is set."
        items={forwardingRules.map((rule) => ({
          key: rule.id,
          name: ruleInWords(rule),
          detail: rule.setBy === 'administrator' ? 'set by an administrator' : undefined,
          badge: <ToneBadge tone={rule.enabled ? 'green' : 'gray'}>{rule.enabled ? 'On' : 'Off'}</ToneBadge>,
        }))}
      />
      {forwardedHere.length > 0 && (
        <p className={classes.note}>
          Calls of {forwardedHere.length === 1 ? 'extension' : 'extensions'} {forwardedHere.join(', ')} are forwarded
          here.
        </p>
      )}
    </Card>
  )
}
