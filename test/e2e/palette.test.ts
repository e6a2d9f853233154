import { strict as assert } from 'node:assert';
import { useWorkbench } from '../support/useWorkbench.ts';

describe('The command palette', () => {
  const session = useWorkbench();

  it('offers the commands under one heading', async () => {
    const commands = await session().workbench.listCommands('Citation Lookup');
    assert.ok(commands.includes('Citation Lookup: Insert Citation'), commands.join('\n'));
  });
});
