import { answerDigests } from './answerDigests.ts';
import { digestSubcommand } from './digestSubcommand.ts';

export default digestSubcommand({
  name: 'show',
  description: 'One digest, with its next runs',
  run: (schedule, _options, context) => answerDigests([schedule], context),
});
