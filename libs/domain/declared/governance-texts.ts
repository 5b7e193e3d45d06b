import { directionTexts } from './direction-texts.js';
import { type GovernanceItem } from './governance.js';
import { type ItemText } from './item-text.js';
import { practiceTexts } from './practice-texts.js';

/** Names and questions of the checklist. */
export const governanceTexts: Record<GovernanceItem, ItemText> = { ...directionTexts, ...practiceTexts };
