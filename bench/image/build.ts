import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyInto, createContainer, startIn, type Container } from './container.ts';
import { isInContext, parseDockerfile, wordsOf, type Instruction } from './dockerfile.ts';

/** What an image is started with and asked for its health with. */
export interface Image extends Container {
  entrypoint: readonly string[];
  command: readonly string[];
  health: readonly string[];
}

/** Follows a Dockerfile line by line, each stage in a folder of its own. Throws for a line that it cannot follow, or that fails. */
export async function build(context: string, folder: string): Promise<Image> {
  const ignore = readFileSync(join(context, '.dockerignore'), 'utf8');
  const stages = new Map<string, Container>();
  let image: Image | undefined;
  for (const [at, stage] of parseDockerfile(readFileSync(join(context, 'Dockerfile'), 'utf8')).entries()) {
    image = { ...createContainer(join(folder, `stage-${at}`)), entrypoint: [], command: [], health: [] };
    stages.set(stage.name ?? String(at), image);
    for (const instruction of stage.instructions) {
      console.log(`${instruction.name} ${instruction.value}`);
      await follow(instruction, image, { context, ignore, stages });
    }
  }
  return image!;
}

interface Sources {
  readonly context: string;
  readonly ignore: string;
  readonly stages: ReadonlyMap<string, Container>;
}

async function follow({ name, value }: Instruction, image: Image, sources: Sources): Promise<void> {
  switch (name) {
    case 'WORKDIR':
      image.workdir = value;
      mkdirSync(join(image.root, value), { recursive: true });
      return;
    case 'ENV':
      Object.assign(
        image.env,
        Object.fromEntries(value.split(/\s+/u).map((pair) => pair.split('=') as [string, string])),
      );
      return;
    case 'USER':
      image.user = value;
      return;
    case 'VOLUME':
      image.volumes = wordsOf(value);
      return;
    case 'ENTRYPOINT':
      image.entrypoint = wordsOf(value);
      return;
    case 'CMD':
      image.command = wordsOf(value);
      return;
    case 'HEALTHCHECK':
      image.health = wordsOf(value.slice(value.indexOf('[')));
      return;
    case 'EXPOSE':
      return;
    case 'COPY':
      return copy(value, image, sources);
    case 'RUN':
      return mustRun(image, ['sh', '-c', value], process.env);
    default:
      throw new Error(`Cannot follow "${name} ${value}": unknown instruction`);
  }
}

async function copy(value: string, image: Image, { context, ignore, stages }: Sources): Promise<void> {
  const words = value.split(/\s+/u);
  const flag = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const paths = words.filter((word) => !word.startsWith('--'));
  const target = paths.pop()!;
  const from = flag('from');
  for (const path of paths) {
    if (from === undefined && !isInContext(ignore, path))
      throw new Error(`Cannot copy "${path}": .dockerignore leaves it out`);
    copyInto(image, from === undefined ? join(context, path) : join(stages.get(from)!.root, path), target);
  }
  const owner = flag('chown');
  if (owner !== undefined) await mustRun(image, ['chown', '-R', owner, target]);
}

async function mustRun(image: Image, words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<void> {
  const { PATH: _, HOME: __, ...env } = environment;
  const [code] = (await once(startIn(image, { words, env }), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`Cannot run "${words.join(' ')}": exit code ${code}`);
}
