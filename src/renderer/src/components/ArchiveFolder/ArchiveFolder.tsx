import { Button, Group, Input, Text } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { formatBytes } from '../../format/bytes.ts'
import { useArchiveFolder, useChooseArchiveFolder } from '../../data/preferences.ts'

/** Where the archive will lie, and whether there is room. */
export function ArchiveFolder() {
  const folder = useArchiveFolder()
  const choose = useChooseArchiveFolder()
  const problem = folder.error ?? choose.error
  return (
    <Input.Wrapper
      label="Archive folder"
      description="The archive becomes a folder of its own in here."
      error={problem?.message ?? folder.data?.problem}
    >
      <Group gap="sm" wrap="nowrap" mt={6}>
        <IconFolder size={18} aria-hidden />
        <Text size="sm" truncate title={folder.data?.path} miw={0}>
          {folder.data?.path ?? 'Reading…'}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {folder.data?.freeBytes == null ? '' : `${formatBytes(folder.data.freeBytes)} free`}
        </Text>
        <Button size="xs" variant="default" loading={choose.isPending} onClick={() => choose.mutate()} flex="none">
          Choose another…
        </Button>
      </Group>
    </Input.Wrapper>
  )
}
