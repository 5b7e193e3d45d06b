import { type LevelVoice } from '#contract/voice.js';
import { type Told } from '../../ui/table-of.js';

/** The word for where somebody stands: a zone, or why there is none: nothing is published of it, or too little to tell. */
export const placeWord = (zone: LevelVoice['zone'], { value }: Pick<Told, 'value'>) =>
  zone ?? (value === null ? 'levelUntold' : 'levelBetween');
