import assert from 'node:assert/strict';
import { pureFolders, violations } from './check-imports.ts';

const lines = (file: string, source: string): readonly string[] => violations(file, source).map(({ line, message }) => `${line}: ${message}`);
const refused = (file: string, source: string, reason: RegExp): void => {
  const found = lines(file, source);
  assert.equal(found.length, 1, found.join('\n'));
  assert.match(found[0] ?? '', reason);
};
const allowed = (file: string, source: string): void => assert.deepEqual(lines(file, source), []);

describe('check-imports', () => {
  describe('a pure folder', () => {
    const file = 'services/container/domain/container.ts';

    it('may import its own files and the decider and rejection of the kernel', () => {
      allowed(file, "import { Rejection } from '#kernel/rejection.ts';\nimport type { Decider } from '#kernel/decider.ts';\nimport { life } from './life.ts';");
    });
    it('may not import Node, a package, proto or the rest of the kernel', () => {
      for (const target of ['node:fs', 'yaml', '#proto/container.ts', '#kernel/handle.ts', '../app/commands.ts'])
        refused(file, `import { x } from '${target}';`, /^1: imports .*holds rules only/);
    });
    it('may not re-export or load later what it may not import', () => {
      refused(file, "export * from 'node:os';", /holds rules only/);
      refused(file, "const fs = () => import('node:fs');", /holds rules only/);
      refused(file, "import {\n  one,\n  two,\n} from 'node:fs';", /^4: imports node:fs/);
    });
    it('may not read clock, chance, process or network', () => {
      for (const code of ['Date.now()', 'new Date()', 'Math.random()', 'process.env.HOME', 'setTimeout(go, 1)', "fetch('/')", '`at ${Date.now()}`'])
        refused(file, `\nconst x = ${code};`, /^2: mentions /);
    });
    it('may speak of them in comments and strings, and make dates of what it was given', () => {
      allowed(file, "// Date.now() is handed in\n/* process.env */ const text = 'fetch'; const at = new Date(atMs); const refetch = 1; const process = 2;");
    });
    it('may have the word from as a string', () => {
      allowed(file, "const keys = ['from', 'import', 'x'];");
    });
    it('may be tested with anything', () => {
      allowed('services/container/domain/container.test.ts', "import fc from 'fast-check';\nimport { given } from '#kernel/testing/given.ts';\nDate.now();");
    });
    it('has a name that stands in the list once', () => {
      assert.equal(new Set(pureFolders).size, pureFolders.length);
    });
  });

  it('refuses a service that imports another, by whatever path', () => {
    refused('services/compose/app/up.ts', "import { life } from '../../container/domain/life.ts';", /meet in proto/);
    allowed('services/compose/app/up.ts', "import { bus } from '#kernel/bus/bus.ts';\nimport { Up } from '#proto/compose.ts';\nimport { plan } from '../plan/plan.ts';");
  });
  it('refuses a kernel that imports a service', () => {
    refused('services/kernel/handle.ts', "import { life } from '../container/domain/life.ts';", /kernel knows no service/);
  });
  it('refuses messages that import a service', () => {
    refused('proto/endpoints/image.ts', "import { layers } from '../../services/image/layers/layers.ts';", /messages know no service/);
  });
  it('refuses production code that imports tools or tests', () => {
    refused('services/gateway/main.ts', "import { x } from '../../tools/cli/x.ts';", /nothing from tools/);
    refused('services/gateway/routes.test.ts', "import { x } from '../../test/harness/x.ts';", /nothing from tools/);
    refused('services/kernel/log.ts', "import '../../test/harness/x.ts';", /nothing from tools/);
  });
  it('lets tools and tests import anything', () => {
    allowed('test/scenarios/up.test.ts', "import { startPlatform } from '../harness/platform.ts';\nimport { life } from '../../services/container/domain/life.ts';");
    allowed('tools/cli/daemon.ts', "import { serve } from '../../services/container/main.ts';");
  });
});
