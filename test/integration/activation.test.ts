import { strict as assert } from 'node:assert';
import { extensions } from 'vscode';

describe('The extension', () => {
  it('activates and exports version 1 of its API', async () => {
    const extension = extensions.getExtension<{ readonly apiVersion: unknown }>(
      'citation-lookup.citation-lookup',
    );
    assert.ok(extension, 'VS Code does not know the extension');
    const api = await extension.activate();
    assert.equal(api.apiVersion, 1);
  });
});
