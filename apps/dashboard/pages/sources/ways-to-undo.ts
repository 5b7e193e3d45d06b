import { type UndoCounts } from '#contract/imports.js';

/** The undos that are offered: along with the files that hold only the same, where that takes out more; alone, unless only together anything leaves. */
export function waysToUndo({ leaving, leavingAlong, alsoIn }: Omit<UndoCounts, 'closedWeeks'>) {
  const files = 1 + alsoIn.filter(({ goesAlong }) => goesAlong).length;
  const together = leavingAlong > leaving;
  return [
    ...(together ? [{ verb: 'undo?along=true', word: 'undoAlong', count: files, isLoss: true } as const] : []),
    ...(!together || leaving > 0
      ? [{ verb: 'undo', word: together ? 'undoOnly' : 'undoYes', count: 1, isLoss: leaving > 0 } as const]
      : []),
  ];
}
