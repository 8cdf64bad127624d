import { fileURLToPath } from 'node:url';
import type { Reader } from 'rapporteur-reader';
import type { Access, Audience } from '../access/access.ts';
import { grantedTo } from '../access/granted.ts';
import { type Library, restrict } from '../answer/library.ts';
import { createTagger, type Tagger } from '../answer/createTagger.ts';
import { createMeaning, type Meaning } from '../answer/reading/createMeaning.ts';
import { createUses, type Uses } from './createUses.ts';
import { tagFiles } from './tagFiles.ts';
import { vectorFiles } from './vectorFiles.ts';
import { createAddedArticles, type AddedArticles } from '../intake/addedArticles.ts';
import { createUploads, type Uploads } from '../intake/uploads.ts';
import type { ArticleChange, UploadLimits } from '../intake/upload.ts';
import { addChange } from '../settings/announcements.ts';
import { messageOf } from '../runtime/messageOf.ts';
import { sources } from '../answer/sources.ts';
import type { DigestLimits, Posting } from '../command/posting.ts';
import type { Caller } from '../command/caller.ts';
import type { CommandContext, Command } from '../command/command.ts';
import { loadCommands } from '../command/loadCommands.ts';
import { withheldReason } from '../reply/words/messages/notices.ts';
import { announceChannels, askChannelOf, readSettings } from '../settings/readSettings.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import type { HealthListener } from '../store/storeHealth.ts';
import { createEditions, type Editions } from './editions.ts';
import { openCorpus, type Corpus, type CorpusOptions } from './corpus.ts';

const COMMANDS_FOLDER = fileURLToPath(new URL('../../commands', import.meta.url));

/** Answers commands from the articles, for the gateway and the terminal alike. */
export interface App {
  readonly commands: ReadonlyMap<string, Command>;
  /** Every loaded article; a new object after a change. */
  readonly library: () => Library;
  readonly editions: Editions;
  /** Scores, tags and embeds texts; undefined if it is switched off. */
  readonly reader: Reader | undefined;
  /** Sentences placed by meaning, where there is a reader. */
  readonly meaning: Meaning | undefined;
  /** Tags articles for their events, where there is a reader. */
  readonly tagger: Tagger | undefined;
  /** How often answers have shown each article. */
  readonly uses: Uses;
  /** Who may see which of them. */
  readonly access: () => Access;
  /** Finds the articles that an audience sees: those granted, as far as the settings of the place allow. */
  readonly libraryAt: (audience: Audience) => Promise<Library>;
  /** What a command may access when this caller uses it now. */
  readonly contextFor: (caller: Caller) => Promise<CommandContext>;
  /** The database, opened on first use. */
  readonly store: () => Promise<Store>;
  /** Finds the ask channel of a server; undefined if ask channels are off. */
  readonly askChannel: ((guild: string) => Promise<string | undefined>) | undefined;
  /** Takes in documents that members of a server add; undefined if that is switched off. */
  readonly uploads: Uploads | undefined;
  /** The articles that servers have added, also if that is switched off now. */
  readonly added: AddedArticles;
  /** Sets what posts digests, once it has started. */
  readonly setPosting: (posting: Posting) => void;
  /** Resolves once the articles can be searched, which for a large corpus is some time after it was opened. */
  readonly ready: Promise<void>;
  readonly isReady: Corpus['isReady'];
  /** The articles with broken files. */
  readonly broken: Corpus['broken'];
  /** Reads the corpus again; see `openCorpus`. */
  readonly reload: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface AppOptions extends CorpusOptions {
  readonly corpus: string;
  /** The database's file. */
  readonly database: string;
  readonly limits: DigestLimits;
  /** Returns the link that opens an excerpt in its article. Default: no links. */
  readonly links?: CommandContext['links'];
  readonly clock?: () => Date;
  /** Scores, tags and embeds texts; the caller closes it. Default: none. */
  readonly reader?: Reader | undefined;
  /** The folder in which vectors of sentences are kept. Default: they are kept in memory alone. */
  readonly vectors?: string | undefined;
  /** The folder in which tags of articles are kept. Default: they are not kept. */
  readonly tags?: string | undefined;
  /** How long reading for one question may take. Default: as long as it takes. */
  readonly readBudgetMs?: number | undefined;
  /** Whether questions in ask channels are answered. Default: no. */
  readonly answersAskChannels?: boolean | undefined;
  /** Whether members may add documents from Discord, and what limits a server has. Default: they may not. */
  readonly uploads?: Partial<UploadLimits> | undefined;
  /** Notified of trouble with the database. Default: nobody. */
  readonly storeListener?: HealthListener | undefined;
}

/** Opens the articles and the commands, or says in one sentence why the articles cannot be opened. */
export async function openApp({
  corpus: directory,
  database,
  limits,
  links = () => undefined,
  clock = () => new Date(),
  storeListener,
  reader,
  vectors,
  tags,
  readBudgetMs,
  answersAskChannels = false,
  uploads: uploadLimits,
  ...options
}: AppOptions): Promise<
  { readonly kind: 'app'; readonly app: App } | { readonly kind: 'refused'; readonly reason: string }
> {
  const tagger = reader && createTagger(reader, tags === undefined ? undefined : tagFiles(tags));
  const [opened, commands] = await Promise.all([
    openCorpus(directory, { ...options, loadTags: tagger?.load }),
    loadCommands(COMMANDS_FOLDER),
  ]);
  if (opened.kind === 'refused') return opened;
  const { corpus } = opened;
  const editions = createEditions(directory);
  const meaning = reader && createMeaning(reader, vectors === undefined ? undefined : vectorFiles(vectors));
  const uses = createUses();
  const { library, reload } = corpus;
  let opening: Promise<Store> | undefined;
  let posting: Posting | undefined;
  const store = (): Promise<Store> => (opening ??= open(database, storeListener));
  const settingsAt = async ({ guild, ...place }: Audience): Promise<Settings> =>
    guild === undefined ? {} : readSettings(await store(), { ...place, guild });
  const libraryAt = async (audience: Audience): Promise<Library> => {
    const settings = await settingsAt(audience);
    return restrictToSettings(grantedTo(corpus.library(), corpus.access(), audience), settings);
  };
  const noteChange = async ({ kind, guild, article }: ArticleChange): Promise<void> => {
    // New ones are found by whoever announces them.
    if (kind === 'added') return;
    const channel = (await announceChannels(await store())).find((each) => each.guild === guild)?.channel;
    const isSeen = channel !== undefined && (await libraryAt({ guild, channel })).articles.has(article.id);
    const now = clock().getTime();
    await addChange(await store(), { kind, guild, channel: isSeen ? channel : undefined, article, now });
  };
  const announce = async (change: ArticleChange): Promise<void> => {
    // The change is made, whether or not the database takes a note of it.
    await noteChange(change).catch((error: unknown) =>
      options.onProblem?.(`A change of "${change.article.id}" is not announced: ${messageOf(error)}.`),
    );
  };
  const added = createAddedArticles({ corpus: directory, library, reload, announce });
  const uploads =
    uploadLimits && createUploads({ corpus: directory, library, reload, added, clock, limits: uploadLimits });
  /** Problems may name any article, so if access is granted article by article only the operator sees them. */
  const toldTo = ({ manages, operator }: Caller): Pick<CommandContext, 'refused' | 'broken'> => {
    if (!manages) return { refused: () => undefined, broken: () => [] };
    if (operator === true || corpus.access().kind === 'open') return { refused: corpus.refused, broken: corpus.broken };
    return { refused: () => corpus.refused() && withheldReason(), broken: () => [] };
  };
  const contextFor = async (caller: Caller): Promise<CommandContext> => {
    const settings = await settingsAt(caller);
    const everybody: Audience = { ...caller, roles: [] };
    const librariesNow = (): Pick<CommandContext, 'granted' | 'library' | 'shared'> => {
      const [all, access] = [corpus.library(), corpus.access()];
      const granted = grantedTo(all, access, caller);
      const shared = restrictToSettings(grantedTo(all, access, everybody), settings).articles;
      return { granted, library: restrictToSettings(granted, settings), shared };
    };
    return {
      ...librariesNow(),
      libraryAt,
      caller,
      settings,
      now: clock(),
      commands,
      ...toldTo(caller),
      isReady: corpus.isReady,
      reload: async () => {
        await corpus.reload();
        return sources(librariesNow().library.articles.values(), toldTo(caller));
      },
      forgetAdded: added.forget,
      store,
      posting,
      limits,
      answersAskChannels,
      links,
      reader,
      meaning,
      tagger,
      onAnswer: uses.note,
      readBudgetMs,
      editions: async (article, hash) =>
        librariesNow().library.articles.has(article.id) ? editions.read(article, hash) : undefined,
      keptEditions: async (article) => (librariesNow().library.articles.has(article.id) ? editions.kept(article) : []),
    };
  };
  const app: App = {
    commands,
    library: corpus.library,
    editions,
    reader,
    meaning,
    tagger,
    uses,
    access: corpus.access,
    libraryAt,
    contextFor,
    askChannel: answersAskChannels ? async (guild) => askChannelOf(await store(), guild) : undefined,
    uploads,
    added,
    store,
    setPosting: (given) => (posting = given),
    ready: corpus.ready,
    isReady: corpus.isReady,
    broken: corpus.broken,
    reload: corpus.reload,
    async close() {
      await uploads?.close();
      await corpus.close();
      const opened = await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
  return { kind: 'app', app };
}

/** Loads the database's code on demand: most terminal commands need none. */
async function open(database: string, listener: HealthListener | undefined): Promise<Store> {
  const { openStore } = await import('../store/store.ts');
  return openStore(database, listener);
}

/** Returns the library reduced to what the settings allow. */
function restrictToSettings(library: Library, { articles }: Settings): Library {
  return articles === undefined ? library : restrict(library, new Set(articles));
}
