import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import { extensionId } from '../../../../shared/ids.ts'
import { PageBody } from '../../components/PageHeader/PageBody.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { QueryView } from '../../components/QueryView/QueryView.tsx'
import { VoicemailList } from '../../components/VoicemailList/VoicemailList.tsx'
import { useExtension } from '../../data/extensions.ts'
import { formatCount } from '../../format/numbers.ts'
import { ExtensionCards } from './ExtensionCards.tsx'
import { ExtensionHeader } from './ExtensionHeader.tsx'
import { TaskDialog } from './TaskDialog.tsx'
import type { Task } from './tasks.ts'
import classes from './Extensions.module.css'

const back = { href: '/extensions', label: 'Extensions & numbers' }

/** Everything that hangs on one extension, whoever has it. Routes #/extensions/:extensionId and …/voicemail. */
export function ExtensionPage() {
  const { extensionId: id, part } = useParams<{ extensionId: string; part?: string }>()
  const extension = useExtension(extensionId.parse(id))
  const [, navigate] = useLocation()
  const [task, setTask] = useState<Task | null>(null)
  const { data } = extension
  if (data === undefined)
    return (
      <>
        <PageHeader back={back} title="Extension" />
        <PageBody>
          <QueryView query={extension} failed="The extension could not be read">
            {() => null}
          </QueryView>
        </PageBody>
      </>
    )
  return (
    <>
      <ExtensionHeader row={data.row} back={back} onTask={setTask} />
      <Tabs
        value={part === 'voicemail' ? 'voicemail' : 'details'}
        onChange={(to) => navigate(`/extensions/${id}${to === 'voicemail' ? '/voicemail' : ''}`, { replace: true })}
        keepMounted={false}
        classNames={{ root: classes.tabs ?? '', list: classes.tabList ?? '', panel: classes.panel ?? '' }}
      >
        <Tabs.List aria-label="What hangs on the extension">
          <Tabs.Tab value="details">Details</Tabs.Tab>
          <Tabs.Tab value="voicemail">Voicemail {formatCount(data.row.voicemails)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <ExtensionCards {...data} onTask={setTask} />
        </Tabs.Panel>
        <Tabs.Panel value="voicemail">
          <PageBody>
            <VoicemailList source={{ kind: 'extension', extensionId: data.row.id }} around={410} />
          </PageBody>
        </Tabs.Panel>
      </Tabs>
      <TaskDialog task={task} onClose={() => setTask(null)} />
    </>
  )
}
