import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerSettings } from './protocol.ts';
import { serveThread } from './serveThread.ts';

// What the thread starts with.
if (parentPort) await serveThread(parentPort, workerData as WorkerSettings);
