import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Loaded before a program with `--import`: appends the address of each module that it loads to the file MODULES_FILE.
registerHooks({
  load(url, context, nextLoad) {
    appendFileSync(process.env['MODULES_FILE']!, `${url}\n`);
    return nextLoad(url, context);
  },
});
