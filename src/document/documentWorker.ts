import { parentPort } from 'node:worker_threads';
import type { DocumentRequest } from './createDocumentReader.ts';
import { parseDocument } from './parseDocument.ts';

// The thread that reads documents, one a message; elsewhere this does nothing.
parentPort?.on('message', (request: DocumentRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that of a window takes one, that of a thread does not
  void parseDocument(request).then((reading) => parentPort?.postMessage(reading));
});
