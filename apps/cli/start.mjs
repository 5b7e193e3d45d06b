#!/usr/bin/env node
// This file must parse on any Node that knows modules: it says in one sentence what is wrong with an old one.
const [major, minor] = process.versions.node.split('.').map(Number);
const newEnough = major === 20 ? minor >= 19 : major === 22 ? minor >= 12 : major > 22;

if (newEnough) {
  import('./front.mjs').then((front) => front.run(process.argv.slice(2)));
} else {
  console.error(
    'Essor needs Node 20.19 or newer (22.12 or newer of the 22 line); this is ' + process.versions.node + '.',
  );
  process.exitCode = 1;
}
