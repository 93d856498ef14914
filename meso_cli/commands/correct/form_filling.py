"""Correcting by filling in a form: the editor, what is wrong with what came back, and back again."""

from collections.abc import Callable

from meso_cli.commands.correct import editor, form
from meso_cli.commands.correct.form import Filled, Form, Problem, Problems
from meso_cli.commands.support import terminal
from meso_cli.commands.support.call import Call
from meso_cli.errors import BadValue, MesoError
from meso_cli.store.filenames import DRAFT
from meso_cli.text import visible
from meso_cli.views.blocks import Say

Take = Callable[[Filled], None]
"""Reads what was filled in and writes it. Raises `Problems` or `BadValue` where it cannot be taken."""

_AS_VI = "This is vi: i to type, Esc :wq Enter to save and close, Esc :q! Enter to leave all as it is."


class ChangedMeanwhile(MesoError):
    """What was opened is not what is recorded now; writing would overwrite the other change."""


def fill_in(shown: Form, name: str, remove: str, take: Take, call: Call) -> bool:
    """Opens the form until `take` accepts it; False where nothing was to be changed, which is said.

    `name` is the file's; `remove` the command that deletes what is shown, since emptying does not.
    """
    words = editor.editor()
    if words == ["vi"]:
        shown = shown._replace(explained=(*shown.explained, _AS_VI))

    def is_same(text: str) -> bool:
        found = form.read(text)
        return found.is_empty or found.says_the_same(shown)

    with editor.draft(call.path, DRAFT.named(call.path, name), form.written(shown), is_same) as file:
        while True:
            text = form.unmarked(editor.open_in(words, file))
            call.waited()
            filled = form.read(text)
            if is_same(text):
                _leave(filled, remove, call)
                return False
            try:
                take(filled)
            except Problems as problems:
                found = problems.all
            except BadValue as error:
                found = (Problem(None, str(error)),)
            else:
                return True
            editor.put(file, text)  # so that the line numbers told are those of the file
            _offer_return(found, call)
            editor.put(file, form.marked(text, found))


def _offer_return(problems: tuple[Problem, ...], call: Call) -> None:
    """Tells every problem; raises `BadValue` where the person does not want to go back."""
    for problem in problems:
        terminal.remark(f"meso: {visible(str(problem))}")
    answer = terminal.ask(
        "Nothing was saved yet. Back into the editor? (Enter: yes, n: no)", call, "ITEM=VALUE"
    )
    if answer.casefold().startswith("n"):
        raise BadValue("Nothing was changed.")


def _leave(filled: Filled, remove: str, call: Call) -> None:
    if filled.is_empty:
        terminal.show((Say(f"The text was emptied, so nothing was changed. To delete it: {remove}"),), call)
    else:
        terminal.show((Say("Nothing was changed."),), call)
