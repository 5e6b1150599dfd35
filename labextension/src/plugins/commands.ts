/**
 * Everything a person can do, as commands: palette, menus, toolbar, shortcuts and the buttons at cells all run these.
 */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Clipboard, ICommandPalette, Notification } from '@jupyterlab/apputils';
import type { ISharedCell } from '@jupyter/ydoc';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import {
  copyIcon,
  deleteIcon,
  infoIcon,
  jumpBackIcon,
  jumpForwardIcon,
  lockIcon,
  refreshIcon,
  runIcon,
  settingsIcon,
  stopIcon
} from '@jupyterlab/ui-components';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { showExplanation } from '../explanation';
import { generatedMark, isQuestionCell, readMark } from '../metadata';
import { lastError } from '../model';
import { DOMAIN } from '../names';
import { runModeCaption, runModeName } from '../phrases';
import { RUN_MODES } from '../protocol';
import { CommandIDs, IMathCoder, type INotebookSession } from '../tokens';
import { goToCell } from '../view';

/** A cell that a command is about, and the session of its notebook. */
interface ITarget {
  readonly session: INotebookSession;
  readonly cell: ISharedCell;
}

const CELL_ARGS = {
  args: {
    type: 'object',
    properties: {
      cell: { type: 'string', description: 'The id of the cell; without it, the active cell' }
    }
  }
};

/** The plugin. */
export const commands: JupyterFrontEndPlugin<void> = {
  id: 'mathcoder-jupyterlab:commands',
  description: 'Commands for answers: stop, continue, ask again, remove, keep, copy, explain.',
  autoStart: true,
  requires: [IMathCoder, INotebookTracker],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    mathcoder: IMathCoder,
    tracker: INotebookTracker,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ) => {
    const trans = (translator ?? nullTranslator).load(DOMAIN);

    const target = (args: ReadonlyPartialJSONObject): ITarget | null => {
      const panel = tracker.currentWidget;
      const session = panel && mathcoder.session(panel);
      if (!session) {
        return null;
      }
      const named = args['cell'];
      const id = typeof named === 'string' ? named : panel.content.activeCell?.model.id;
      const cell = id !== undefined ? session.document.cell(id) : null;
      return cell ? { session, cell } : null;
    };

    /** The question that a cell is, or that it answers. */
    const questionOf = ({ session, cell }: ITarget): string | null => {
      const id = generatedMark(cell)?.ask ?? (isQuestionCell(cell) ? cell.getId() : null);
      return id !== null && session.document.cell(id) ? id : null;
    };

    const answerCells = (found: ITarget): readonly ISharedCell[] => {
      const ask = generatedMark(found.cell)?.ask ?? questionOf(found);
      return ask === null ? [] : found.session.document.answerCells(ask);
    };

    const idle = (session: INotebookSession) => session.state === 'ready' && session.turn === null;

    const answerText = (found: ITarget): string | null => {
      const ask = questionOf(found);
      if (ask === null) {
        return null;
      }
      const { answer, document } = found.session;
      if (answer?.ask === ask) {
        return answer.plain || answer.value;
      }
      const cell = document.cell(ask);
      return (cell && readMark(cell)?.answer) ?? null;
    };

    const running = () => (mathcoder.current?.turn ?? null) !== null;

    app.commands.addCommand(CommandIDs.stop, {
      label: trans.__('Stop the Answer'),
      caption: trans.__('Stop the running answer; your variables stay as they are'),
      icon: stopIcon,
      isEnabled: () => running(),
      isVisible: () => running(),
      describedBy: { args: { type: 'object', properties: {} } },
      execute: () => mathcoder.current?.stop()
    });

    app.commands.addCommand(CommandIDs.continueFrom, {
      label: trans.__('Continue from Here'),
      caption: trans.__('Let the model go on from this cell as it is now'),
      icon: runIcon,
      isEnabled: args => {
        const found = target(args);
        return found !== null && found.session.canContinue(found.cell);
      },
      isVisible: () => mathcoder.current !== null,
      describedBy: CELL_ARGS,
      execute: args => {
        const found = target(args);
        found?.session.continueFrom(found.cell.getId());
      }
    });

    app.commands.addCommand(CommandIDs.again, {
      label: trans.__('Ask Again'),
      caption: trans.__(
        'Answer the question anew; cells that you edited stay, marked as from an earlier answer'
      ),
      icon: refreshIcon,
      isEnabled: args => {
        const found = target(args);
        return found !== null && idle(found.session) && questionOf(found) !== null;
      },
      isVisible: () => mathcoder.current !== null,
      describedBy: CELL_ARGS,
      execute: args => {
        const found = target(args);
        const ask = found && questionOf(found);
        if (found && ask !== null) {
          found.session.askAgain(ask);
        }
      }
    });

    app.commands.addCommand(CommandIDs.remove, {
      label: trans.__('Remove Generated Cells'),
      caption: trans.__('Remove all cells of this answer; Undo brings them back'),
      icon: deleteIcon,
      isEnabled: args => {
        const found = target(args);
        return found !== null && found.session.turn === null && answerCells(found).length > 0;
      },
      describedBy: CELL_ARGS,
      execute: args => {
        const found = target(args);
        const ask = found && (generatedMark(found.cell)?.ask ?? questionOf(found));
        if (found && ask) {
          found.session.removeAnswer(ask);
        }
      }
    });

    app.commands.addCommand(CommandIDs.keep, {
      label: trans.__('Keep'),
      caption: trans.__('Make this an ordinary cell of yours, which asking again leaves alone'),
      icon: lockIcon,
      isEnabled: args => {
        const found = target(args);
        return (
          found !== null &&
          generatedMark(found.cell) !== null &&
          !found.session.isWriting(found.cell.getId())
        );
      },
      describedBy: CELL_ARGS,
      execute: args => {
        const found = target(args);
        found?.session.keep(found.cell.getId());
      }
    });

    app.commands.addCommand(CommandIDs.copy, {
      label: trans.__('Copy Answer'),
      caption: trans.__('Copy the final answer to the clipboard'),
      icon: copyIcon,
      isEnabled: args => {
        const found = target(args);
        return found !== null && answerText(found) !== null;
      },
      describedBy: CELL_ARGS,
      execute: args => {
        const found = target(args);
        const text = found && answerText(found);
        if (text) {
          Clipboard.copyToSystem(text);
        }
      }
    });

    app.commands.addCommand(CommandIDs.explain, {
      label: trans.__('Explain This Error'),
      caption: trans.__('Say in plain words what went wrong in this cell, and the likely cause'),
      icon: infoIcon,
      isEnabled: args => {
        const found = target(args);
        return (
          found?.session.state === 'ready' &&
          found.cell.cell_type === 'code' &&
          lastError(found.cell) !== null
        );
      },
      isVisible: () => mathcoder.current !== null,
      describedBy: CELL_ARGS,
      execute: async args => {
        const found = target(args);
        if (!found) {
          return;
        }
        const explained = await found.session.explain(found.cell.getId());
        if (explained) {
          await showExplanation(found.session, explained, trans);
        } else {
          Notification.warning(trans.__('The kernel could not be asked about this error.'));
        }
      }
    });

    app.commands.addCommand(CommandIDs.goToQuestion, {
      label: trans.__('Go to Question'),
      caption: trans.__('Go to the question that this cell answers'),
      icon: jumpBackIcon,
      isEnabled: args => {
        const found = target(args);
        return found !== null && generatedMark(found.cell) !== null && questionOf(found) !== null;
      },
      describedBy: CELL_ARGS,
      execute: async args => {
        const found = target(args);
        const ask = found && questionOf(found);
        if (found && ask) {
          await goToCell(found.session.panel, ask);
        }
      }
    });

    app.commands.addCommand(CommandIDs.goToAnswer, {
      label: trans.__('Go to Answer'),
      caption: trans.__('Go to the answer of this question'),
      icon: jumpForwardIcon,
      isEnabled: args => {
        const found = target(args);
        return found !== null && answerCells(found).length > 0;
      },
      describedBy: CELL_ARGS,
      execute: async args => {
        const found = target(args);
        const all = found ? answerCells(found) : [];
        const answer = all.find(cell => readMark(cell)?.kind === 'answer') ?? all.at(-1);
        if (found && answer) {
          await goToCell(found.session.panel, answer.getId());
        }
      }
    });

    app.commands.addCommand(CommandIDs.runMode, {
      label: args => {
        const mode = RUN_MODES.find(known => known === args['mode']);
        return mode ? runModeName(mode, trans) : trans.__('Choose How Generated Code Is Run');
      },
      caption: args => {
        const mode = RUN_MODES.find(known => known === args['mode']);
        return mode ? runModeCaption(mode, trans) : '';
      },
      icon: settingsIcon,
      isEnabled: args => mathcoder.current?.runModes.some(mode => mode === args['mode']) ?? false,
      isToggled: args => args['mode'] !== undefined && mathcoder.current?.runMode === args['mode'],
      isVisible: () => mathcoder.current !== null,
      describedBy: {
        args: { type: 'object', properties: { mode: { enum: [...RUN_MODES] } }, required: ['mode'] }
      },
      execute: args => {
        const mode = RUN_MODES.find(known => known === args['mode']);
        if (mode) {
          mathcoder.current?.setRunMode(mode);
        }
      }
    });

    const category = trans.__('MathCoder');
    for (const command of [
      CommandIDs.stop,
      CommandIDs.continueFrom,
      CommandIDs.again,
      CommandIDs.remove,
      CommandIDs.keep,
      CommandIDs.copy,
      CommandIDs.explain,
      CommandIDs.goToQuestion,
      CommandIDs.goToAnswer
    ]) {
      palette?.addItem({ command, category });
    }
    for (const mode of RUN_MODES) {
      palette?.addItem({ command: CommandIDs.runMode, category, args: { mode } });
    }

    // Toolbar buttons listen only to changes of their own command.
    const notify = () => Object.values(CommandIDs).forEach(id => notifyIfThere(id));
    const notifyIfThere = (id: string) => {
      if (app.commands.hasCommand(id)) {
        app.commands.notifyCommandChanged(id);
      }
    };
    mathcoder.currentChanged.connect(() => {
      const session = mathcoder.current;
      const state = session
        ? `${session.state} ${session.turn ?? ''} ${session.runMode ?? ''}`
        : '';
      if (state !== lastState) {
        lastState = state;
        notify();
      }
    });
    let lastState = '';
    tracker.activeCellChanged.connect(() => {
      if (mathcoder.current) {
        notify();
      }
    });
  }
};
