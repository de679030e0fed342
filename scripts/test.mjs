import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { prepare, root } from './setup.mjs';

// End-to-end tests start the built service.
await prepare();

const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const forEsModules = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const child = spawn(process.execPath, [...forEsModules, jest, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
