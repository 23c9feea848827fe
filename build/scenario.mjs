// npm run scenario: as npm start, but stdout carries nothing except the scenario's result.
import { start } from './start.mjs';

process.exitCode = await start('src/local/cli/scenario.ts', console.error);
