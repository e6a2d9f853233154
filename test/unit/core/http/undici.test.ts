import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const client = fileURLToPath(new URL('../../../../src/core/http/client.ts', import.meta.url));

describe('the parts of undici', () => {
  it('set nothing process-wide, bundled as the extension is', async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: [client],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node22',
      minify: true,
      metafile: true,
      write: false,
    });
    const inputs = Object.keys(metafile.inputs).filter((path) => path.includes('/undici/'));
    assert.ok(inputs.length > 0);
    for (const heavy of ['global.js', 'agent.js', 'llhttp', 'milo', 'web/fetch'])
      assert.ok(!inputs.some((path) => path.includes(heavy)), heavy);
    const code = outputFiles[0]?.text ?? '';
    assert.ok(code.length < 150_000, `${code.length} characters`);
    const globals = execFileSync(process.execPath, ['-'], {
      input: `${code};console.log(Object.getOwnPropertySymbols(globalThis).filter((s) => String(s).includes('undici')).length)`,
    });
    assert.equal(globals.toString().trim(), '0');
  });
});
